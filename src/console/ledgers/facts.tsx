import { FIELDS } from "../generated/fields";
import { LABELS } from "../generated/labels";
import { figure, label, nameOf, spoken, t } from "../texts";

/** Types whose states have a name of their own in the query, as one field may not have two types. */
const ALIASES: Readonly<Record<string, string>> = {
  disclosureState: "status",
  interpretationState: "state",
  remedyState: "state",
  proposalState: "state",
  supplyState: "state",
  interpretationTitle: "title",
  interpretationDue: "dueOn",
};

interface FieldOfRecord {
  readonly type: string;
  readonly label: readonly [string, string];
}

/** Names and values of whatever the query brought of a record, named as the API names them. */
export function factsOf(record: { readonly __typename: keyof typeof FIELDS }): (readonly [string, string])[] {
  const fields: Readonly<Record<string, FieldOfRecord>> = FIELDS[record.__typename];
  return Object.entries(record).flatMap(([asked, value]) => {
    const field = fields[ALIASES[asked] ?? asked];
    if (!field || HIDDEN.has(asked) || value === null || (Array.isArray(value) && value.length === 0))
      return [];
    return [[spoken(field.label), shown(value, field.type)] as const];
  });
}

/** What stands elsewhere on the page, or is nobody's interest. */
const HIDDEN = new Set([
  "id",
  "revision",
  "unit",
  "clock",
  "steps",
  "events",
  "letters",
  "waits",
  "openWaits",
  "remedies",
]);

function shown(value: unknown, type: string): string {
  if (Array.isArray(value)) return value.map((one) => shown(one, type)).join("、");
  if (typeof value === "boolean") return value ? t.common.yes : t.common.no;
  if (typeof value === "object" && value !== null && "labelEn" in value)
    return nameOf(value as Parameters<typeof nameOf>[0]);
  if (typeof value === "object" && value !== null && "number" in value) return String(value.number);
  if (typeof value === "number" || type === "Decimal") return figure(value as number);
  return type in LABELS ? label(type as keyof typeof LABELS, String(value)) : String(value);
}
