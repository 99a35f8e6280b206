import { type BeforeQueryEvent, type EntitySubscriberInterface, EventSubscriber } from "typeorm";
import type { AnyTable } from "./table.js";

/** Key in a query runner's `data` for the scope under which it runs; absent without a scope. */
export const SCOPE_MARK = "tenantScope";

/** Migrations change tables without reading rows; `create table ... as select` would read rows and is excluded. */
const SCHEMA_CHANGE = /^\s*(?:create|alter) (?:table|index|unique index)\b(?![^]*\bselect\b)/i;

/**
 * The last fence: refuses any statement on a tenant's table from a query runner that no unit of work opened, in
 * production too. It does not see `stream()`, which the lint rules ban.
 */
export function tenantTripwire(
  tables: readonly AnyTable[],
  observe?: (statement: string) => void,
): new () => EntitySubscriberInterface {
  const names = tables.filter((t) => t.kind === "tenant").map((t) => t.name);
  const mentionsTenants = new RegExp(`\\b(?:${names.join("|")})\\b`, "i");

  @EventSubscriber()
  class TenantTripwire implements EntitySubscriberInterface {
    beforeQuery(event: BeforeQueryEvent): void {
      observe?.(event.query);
      if (event.queryRunner.data[SCOPE_MARK] !== undefined || SCHEMA_CHANGE.test(event.query)) return;
      if (names.length > 0 && mentionsTenants.test(event.query))
        throw new Error("a statement on a tenant's table outside a unit of work");
    }
  }
  return TenantTripwire;
}
