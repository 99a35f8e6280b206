import type { GraphQLSchema } from "graphql";
import type { Caller } from "./people.js";
import { payload } from "./selections.js";
import { forbiddenTo, ghostOf, isStranger, type Target, type Tenant, type World } from "./tenants.js";

/** One call with another tenant's reference, and maybe the same with one that does not exist. */
export interface Probe {
  readonly variables: object;
  /** The answer must be, letter for letter, the same. */
  readonly twin?: object;
}

export interface Case {
  /** The leaves of walk-schema.ts that it is about; a root field without any stands for itself. */
  readonly about: readonly string[];
  readonly document: (schema: GraphQLSchema) => string;
  readonly probes: (tenant: Tenant, caller: Caller, world: World) => Probe[];
  /** Tables that the call may write whoever calls. */
  readonly writes?: readonly string[];
}

export const GHOST_CODE = "371009999";

export const forbidden = (tenant: Tenant, caller: Caller, type: string): Target[] =>
  tenant.targets.filter((t) => t.type === type && forbiddenTo(caller, tenant).includes(t.kind));
/** To a stranger even what is published is nothing that could be acted on. */
export const actedOn = (tenant: Tenant, caller: Caller, type: string): Target[] =>
  tenant.targets.filter(
    (t) => t.type === type && (isStranger(caller, tenant) || forbiddenTo(caller, tenant).includes(t.kind)),
  );

/** A mutation of one record by its id, or of several. */
export const byId = (
  field: string,
  leaf: string,
  type: string,
  rest: (target: Target, tenant: Tenant) => object,
): Case => ({
  about: [`Mutation.${field} input.${leaf}`],
  document: (schema) => payload(schema, field),
  probes: (tenant, caller) =>
    actedOn(tenant, caller, type).map((target) => {
      const input = rest(target, tenant);
      return {
        variables: { input: { ...input, ...naming(leaf, target.id) } },
        twin: { input: { ...input, ...naming(leaf, ghostOf(target)) } },
      };
    }),
});

/** The part of an input that names one record: `disclosures.disclosureId` is a list of records, each at its revision. */
function naming(leaf: string, id: string): object {
  const [list, inner] = leaf.split(".");
  return inner && list ? { [list]: [{ [inner]: id, expectedRevision: 1 }] } : { [leaf]: idsFor(leaf, id) };
}

export const idsFor = (leaf: string, id: string): string | string[] => (leaf.endsWith("Ids") ? [id] : id);

/** A mutation of a unit by its code. */
export const byCode = (
  field: string,
  leaf: string,
  rest: (tenant: Tenant, world: World) => object,
): Case => ({
  about: [`Mutation.${field} input.${leaf}`],
  document: (schema) => payload(schema, field),
  probes: (tenant, caller, world) => {
    const input = rest(tenant, world);
    const probe = (code: string): object => ({ input: { ...input, [leaf]: code } });
    return isStranger(caller, tenant) ? [{ variables: probe(tenant.code), twin: probe(GHOST_CODE) }] : [];
  },
});

/** And the same asked backwards, in a document of its own: where two root fields fail, chance decides which one is named. */
export const alsoBackwards = (one: Case, about: string, document: string): readonly Case[] => [
  one,
  { ...one, about: [about], document: () => document },
];
