import { addDays, type CalendarDate } from "../../kernel/calendar-date.js";
import { invalidInput, type Path, type Problem } from "../../kernel/problem.js";
import { text } from "../../kernel/text.js";
import type { WorkingCalendar } from "../../kernel/working-calendar.js";
import { withStaged, type Session } from "../../platform/db/index.js";
import { dateProblems, lineProblems, optionalLine, type DateLimits } from "../../records/index.js";
import { holdUnit, type UnitRow } from "../../units/index.js";
import { documentKey, INTERPRETATIONS, type InterpretationRow } from "./interpretation.entity.js";
import { INTERPRETATION_FORMS } from "./interpretation.terms.js";

type Kept = "id" | "unitId" | "revision" | "createdAt" | "voided" | "dueOn" | "documentKey";
/** What a clerk enters of an interpretation. */
export type InterpretationFields = Omit<InterpretationRow, Kept>;

/** Rules and normative documents must be interpreted, others where they concern many people. */
export const mustInterpret = ({
  documentClass,
  wideEffect,
}: Pick<InterpretationRow, "documentClass" | "wideEffect">): boolean =>
  documentClass !== "OTHER" || wideEffect;

/** The last day to publish: so many working days after the document; 0 is the same day. */
export function dueOn(
  fields: Pick<InterpretationRow, "documentClass" | "wideEffect" | "documentPublishedOn">,
  days: number,
  calendar: WorkingCalendar,
): CalendarDate | null {
  if (!mustInterpret(fields)) return null;
  return days === 0 ? fields.documentPublishedOn : calendar.after(fields.documentPublishedOn, days);
}

const LINES: readonly (readonly [keyof InterpretationFields, number])[] = [
  ["documentNumber", 100],
  ["documentLink", 500],
  ["title", 300],
  ["authorUnit", 100],
  ["interpreter", 50],
  ["contact", 100],
  ["signedOffBy", 50],
  ["address", 500],
  ["channel", 100],
];

/** A draft may come out before its document, but not long before: further apart, one of the dates is a slip. */
const MOST_DAYS_BEFORE = 60;

/** Problems of the fields; `at` names the place of a field in the input. */
export function fieldProblems(
  fields: InterpretationFields,
  limits: Pick<DateLimits, "now" | "calendar">,
  at: (field: string) => Path,
): Problem[] {
  const { documentPublishedOn, publishedOn, title } = fields;
  const notBefore = {
    date: addDays(documentPublishedOn, -MOST_DAYS_BEFORE),
    what: text(`文件公布前 ${MOST_DAYS_BEFORE} 天`, `${MOST_DAYS_BEFORE} days before the document`),
  };
  const untitled = publishedOn !== null && title === null;
  return [
    ...lineProblems(fields.documentTitle, at("documentTitle"), 300),
    ...LINES.flatMap(([field, most]) => optionalLine(fields[field] as string | null, at(field), most)),
    ...dateProblems(documentPublishedOn, at("documentPublishedOn"), limits),
    ...dateProblems(publishedOn, at("publishedOn"), { ...limits, notBefore }),
    ...(untitled
      ? [invalidInput(at("title"), text("已发布的解读须填标题", "A published interpretation has a title"))]
      : []),
  ];
}

type Identified = Pick<InterpretationRow, "documentTitle" | "documentNumber" | "form"> & {
  readonly id: string | null;
};

/** A record entered twice would count twice; of two simultaneous entries the second waits here and is refused. */
export async function sameProblems(
  session: Session,
  unit: UnitRow,
  records: readonly Identified[],
  at: (index: number) => Path,
): Promise<Problem[]> {
  await holdUnit(session, unit);
  const keys = records.map(documentKey);
  const stored = await session
    .rows(withStaged(INTERPRETATIONS))
    .find({ unitId: unit.id, documentKey: [...new Set(keys)], voided: false });
  const taken = new Map(stored.map((row) => [`${row.form} ${documentKey(row)}`, row.id]));
  return records.flatMap(({ id, form, documentTitle }, i) => {
    const key = `${form} ${keys[i]}`;
    const known = taken.get(key);
    taken.set(key, id ?? "");
    if (known === undefined || known === id) return [];
    const { zh, en } = INTERPRETATION_FORMS[form];
    const message = text(
      `台账中已有《${documentTitle}》的${zh}解读`,
      `The ledger has this document's interpretation by ${en} already: ${documentTitle}`,
    );
    return [{ code: "ALREADY_EXISTS" as const, path: at(i), message }];
  });
}
