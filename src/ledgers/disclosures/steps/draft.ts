import { authorize, type Call } from "../../../access/index.js";
import { dateInShanghai, yearOf } from "../../../kernel/calendar-date.js";
import { invalidInput, refuse, type Problem } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import { newId, sql, withStaged, type Session } from "../../../platform/db/index.js";
import { addRecords, type ListedTarget, type StepServices } from "../../../records/index.js";
import { calendarsOf } from "../../../settings/index.js";
import { dissolvedProblems, holdUnit, unitByCode, type UnitRow } from "../../../units/index.js";
import { decodeChannels, encodeChannels } from "../channels.js";
import { DISCLOSURE } from "../disclosure.js";
import { DISCLOSURES, type DisclosureRow } from "../disclosure.entity.js";
import { dueDate, fieldProblems, type DisclosureFields, type FieldLimits } from "../disclosure.rules.js";
import { duplicateProblems } from "../duplicates.rules.js";
import { moveDisclosures } from "./move.js";

const MOST_RECORDS = 1000;

/** Drafts a record; nobody but the unit and its district sees it until it is published. */
export async function registerDisclosure(
  call: Call,
  { unitCode, fields }: { readonly unitCode: string; readonly fields: DisclosureFields },
  services: StepServices,
): Promise<{ ids: string[] }> {
  const unit = authorize(call.viewer, "disclosure:register", await unitByCode(call.session, unitCode));
  refuse(recordProblems(fields, { ...limitsOf(call, services), unit }, (field) => ["input", field]));
  return store(call, { unit, records: [fields] }, services);
}

export interface ImportDisclosures {
  readonly unitCode: string;
  readonly records: readonly DisclosureFields[];
  readonly allowDuplicates?: boolean | null;
}

/** Drafts many records, or with a problem in any of them none. They are reviewed like all others. */
export async function importDisclosures(
  call: Call,
  { unitCode, records, allowDuplicates }: ImportDisclosures,
  services: StepServices,
): Promise<{ ids: string[] }> {
  const { session, viewer } = call;
  const unit = authorize(viewer, "disclosure:register", await unitByCode(session, unitCode));
  refuse(numberProblems(records.length));
  const limits = { ...limitsOf(call, services), unit };
  refuse(
    records.flatMap((fields, i) =>
      recordProblems(fields, limits, (field) => ["input", "records", String(i), field]),
    ),
  );
  if (!allowDuplicates) {
    // A simultaneous import of the same file waits here, and is then refused.
    await holdUnit(session, unit);
    refuse(duplicateProblems(records, await disclosuresAlike(session, unit, records)));
  }
  return store(call, { unit, records }, services);
}

const limitsOf = ({ now }: Call, { calendar }: StepServices) => ({ now, calendar });

function recordProblems(
  fields: DisclosureFields,
  { unit, ...limits }: Omit<FieldLimits, "unitKind"> & { readonly unit: UnitRow },
  at: (field: string) => readonly string[],
): Problem[] {
  return [
    ...fieldProblems(fields, { ...limits, unitKind: unit.kind }, at),
    ...dissolvedProblems(unit, fields.formedOn, at("formedOn")),
  ];
}

const numberProblems = (count: number): Problem[] =>
  count >= 1 && count <= MOST_RECORDS
    ? []
    : [
        invalidInput(
          ["input", "records"],
          text(
            `一次可导入 1 至 ${MOST_RECORDS} 条，本次 ${count} 条，均未存入`,
            `1 to ${MOST_RECORDS} records at a time; these are ${count}, and none was stored`,
          ),
        ),
      ];

type Alike = Pick<DisclosureRow, "title" | "category" | "documentNumber" | "formedOn">;

/** Records of a unit that were formed on the same days as some others; a withdrawn record counts no more. */
const disclosuresAlike = (
  session: Session,
  unit: UnitRow,
  others: readonly Pick<DisclosureRow, "formedOn">[],
): Promise<Alike[]> =>
  session.query<Alike>(
    sql`select r.title, r.category, r.document_number as documentNumber, r.formed_on as formedOn
        from ${session.from(withStaged(DISCLOSURES), "r")}
        where r.unit_id = ${unit.id} and r.status <> 'WITHDRAWN'
          and r.formed_on in ${[...new Set(others.map(({ formedOn }) => formedOn))]}`,
  );

async function store(
  call: Call,
  { unit, records }: { readonly unit: UnitRow; readonly records: readonly DisclosureFields[] },
  { calendar, onChange }: StepServices,
): Promise<{ ids: string[] }> {
  const { session, now } = call;
  const here = (await calendarsOf(session, calendar))(unit);
  const rows = records.map((fields): DisclosureRow => ({
    ...fields,
    ...{ id: newId(), unitId: unit.id, revision: 1, createdAt: now.toISOString() },
    ...{ status: "DRAFT", publishedOn: null, repealedOn: null },
    channels: encodeChannels(fields.channels),
    dueOn: dueDate(fields.formedOn, here),
  }));
  await addRecords(call, DISCLOSURE, { unit, rows }, () => ({ on: dateInShanghai(now), note: null }));
  await onChange(session, unit, Math.min(...rows.map(({ formedOn }) => yearOf(formedOn))));
  return { ids: rows.map(({ id }) => id) };
}

/** What is given replaces what is there: undefined, and null where there must be something, leave it. */
export type Amendment = { readonly [Field in keyof DisclosureFields]?: DisclosureFields[Field] | null };

/** Changes a draft; once a review has passed it, it must be returned first. */
export async function amendDisclosure(
  call: Call,
  { target, amendment }: { readonly target: ListedTarget; readonly amendment: Amendment },
  services: StepServices,
): Promise<{ ids: string[] }> {
  const calendars = await calendarsOf(call.session, services.calendar);
  const limits = limitsOf(call, services);
  return moveDisclosures(
    call,
    [target],
    {
      verbs: "amend",
      problems: ({ record, unit }) =>
        fieldProblems(amended(record, amendment), { ...limits, unitKind: unit.kind }, (field) => [
          "input",
          field,
        ]),
      values: ({ record, unit }) => {
        const fields = amended(record, amendment);
        const dueOn = dueDate(fields.formedOn, calendars(unit));
        return { ...fields, channels: encodeChannels(fields.channels), dueOn };
      },
    },
    services,
  );
}

const amended = (row: DisclosureRow, by: Amendment): DisclosureFields => ({
  title: by.title ?? row.title,
  category: by.category ?? row.category,
  channels: by.channels ?? decodeChannels(row.channels),
  items: by.items ?? row.items,
  formedOn: by.formedOn ?? row.formedOn,
  documentKind: by.documentKind === undefined ? row.documentKind : by.documentKind,
  documentNumber: by.documentNumber === undefined ? row.documentNumber : by.documentNumber,
});
