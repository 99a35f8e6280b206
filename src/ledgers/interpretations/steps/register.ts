import { authorize, type Call } from "../../../access/index.js";
import { yearOf } from "../../../kernel/calendar-date.js";
import { invalidInput, refuse, type Problem } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import { newId } from "../../../platform/db/index.js";
import { addRecords, type StepServices } from "../../../records/index.js";
import { calendarsOf, settingsOf } from "../../../settings/index.js";
import { dissolvedProblems, unitByCode, type UnitRow } from "../../../units/index.js";
import { INTERPRETATION } from "../interpretation.js";
import { dueOn, fieldProblems, sameProblems, type InterpretationFields } from "../interpretation.rules.js";

type Optional = Exclude<
  keyof InterpretationFields,
  "documentTitle" | "documentClass" | "documentPublishedOn" | "form"
>;

/** Fields that are left out are empty; without publishedOn the interpretation is still awaited. */
export type GivenFields = Omit<InterpretationFields, Optional> & {
  readonly [Field in Optional]?: InterpretationFields[Field] | null;
};

const MOST_RECORDS = 1000;

/** Enters one document and form. */
export async function registerInterpretation(
  call: Call,
  { unitCode, ...given }: GivenFields & { readonly unitCode: string },
  services: StepServices,
): Promise<{ id: string }> {
  const [id] = await store(
    call,
    { unitCode, records: [given], at: (_, field) => ["input", ...field] },
    services,
  );
  return { id: id ?? "" };
}

/** Enters many, or with a problem in any of them none. */
export async function importInterpretations(
  call: Call,
  { unitCode, records }: { readonly unitCode: string; readonly records: readonly GivenFields[] },
  services: StepServices,
): Promise<{ ids: readonly string[] }> {
  const at = (i: number, field: readonly string[]) => ["input", "records", String(i), ...field];
  return { ids: await store(call, { unitCode, records, at }, services) };
}

interface Entered {
  readonly unitCode: string;
  readonly records: readonly GivenFields[];
  readonly at: (index: number, field: readonly string[]) => string[];
}

async function store(
  call: Call,
  { unitCode, records, at }: Entered,
  { calendar, onChange }: StepServices,
): Promise<string[]> {
  const { session, viewer, now } = call;
  const unit = authorize(viewer, "interpretation:record", await unitByCode(session, unitCode));
  refuse(numberProblems(records.length));
  const all = records.map(complete);
  refuse(
    all.flatMap((fields, i) => [
      ...fieldProblems(fields, { now, calendar }, (field) => at(i, [field])),
      ...dissolvedProblems(unit, fields.documentPublishedOn, at(i, ["documentPublishedOn"])),
    ]),
  );
  const unsaved = all.map((fields) => ({ id: null, ...fields }));
  refuse(await sameProblems(session, unit, unsaved, (i) => at(i, ["documentTitle"])));
  const days = (await settingsOf(session))(unit)["interpretations.dueDays"];
  const here = (await calendarsOf(session, calendar))(unit);
  const rows = all.map((fields) => ({
    ...fields,
    ...newRow(unit, now),
    dueOn: dueOn(fields, days, here),
  }));
  await addRecords(call, INTERPRETATION, { unit, rows }, ({ publishedOn, documentPublishedOn }) => ({
    on: publishedOn ?? documentPublishedOn,
    note: null,
  }));
  await onChange(
    session,
    unit,
    Math.min(...all.map(({ documentPublishedOn }) => yearOf(documentPublishedOn))),
  );
  return rows.map(({ id }) => id);
}

const complete = (given: GivenFields): InterpretationFields => ({
  documentTitle: given.documentTitle,
  documentNumber: given.documentNumber ?? null,
  documentClass: given.documentClass,
  wideEffect: given.wideEffect ?? false,
  documentPublishedOn: given.documentPublishedOn,
  documentLink: given.documentLink ?? null,
  form: given.form,
  title: given.title ?? null,
  authorUnit: given.authorUnit ?? null,
  interpreter: given.interpreter ?? null,
  contact: given.contact ?? null,
  signedOffBy: given.signedOffBy ?? null,
  publishedOn: given.publishedOn ?? null,
  address: given.address ?? null,
  channel: given.channel ?? null,
});

const newRow = ({ id: unitId }: UnitRow, now: Date) => ({
  ...{ id: newId(), unitId, revision: 1, voided: false, createdAt: now.toISOString() },
});

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
