import type { Session } from "../../platform/db/index.js";
import { unitsByCodes, type UnitKind, type UnitRow } from "../../units/index.js";
import type { Known, Need } from "../../records/index.js";
import type { LedgerUnits } from "./ledger-units.js";

/** Reads the units and categories that dimensions look up: at most three statements, whatever the number of rows. */
export async function knownTo(
  session: Session,
  units: LedgerUnits,
  needs: ReadonlySet<Need>,
): Promise<Known> {
  const rows = needs.has("units") || needs.has("above") ? await units.rows() : [];
  const byId = new Map(rows.map((unit) => [unit.id, unit]));
  const byCode = new Map(rows.map((unit) => [unit.code, unit]));
  if (needs.has("above")) {
    const missing = new Set(rows.flatMap(codesOf).filter((code) => !byCode.has(code)));
    for (const unit of await unitsByCodes(session, [...missing])) byCode.set(unit.code, unit);
  }
  const [categoriesOf] = [...needs].filter((need) => typeof need === "function");
  const category = (await categoriesOf?.(session, units.condition)) ?? ((_unitId, name) => name);
  return {
    unit: (id) => {
      const unit = byId.get(id);
      if (!unit) throw new Error(`unit ${id} of a ledger is not in the register`);
      return unit;
    },
    ofKind: (unit, kind) => nearest(unit, kind, byCode),
    category,
  };
}

/** A path is the codes from the root down. */
const codesOf = ({ path }: UnitRow): string[] => path.split("/").slice(0, -1);

const nearest = (unit: UnitRow, kind: UnitKind, byCode: ReadonlyMap<string, UnitRow>): UnitRow | null =>
  codesOf(unit)
    .map((code) => byCode.get(code))
    .findLast((above) => above?.kind === kind) ?? null;
