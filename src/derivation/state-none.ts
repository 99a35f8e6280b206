import { append, changesBetween } from "../history/index.js";
import { authorize, type Call, signedIn } from "../access/index.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import { notAllowedNow, refuse, type Problem, Refusal } from "../kernel/problem.js";
import { text } from "../kernel/text.js";
import { newId, type Session } from "../platform/db/index.js";
import { dateProblems, feedCounts, firstDayOf, lineProblems, type LedgerServices } from "../records/index.js";
import { holdUnit, unitByCode, type UnitRow } from "../units/index.js";
import { LEDGER_PARTS, type LedgerPart } from "./ledger-parts.data.js";
import { NONE_STATEMENTS, type NoneStatementRow } from "./none-statement.entity.js";
import { reportableFormat, yearProblem } from "../reports/index.js";

export interface StatedPart {
  readonly unitCode: string;
  readonly year: number;
  readonly part: LedgerPart;
}

export interface StateNone extends StatedPart {
  readonly statedBy: string;
  readonly statedOn: CalendarDate;
}

const NAME_LENGTH = 60;

/** 无此类事项: from now on 0 feeds the report's cells, with the name of the person. Refused if records exist. */
export async function stateNone(
  call: Call,
  input: StateNone,
  services: LedgerServices,
): Promise<NoneStatementRow> {
  const { session, viewer, now } = call;
  const unit = authorize(viewer, "none:state", await unitByCode(session, input.unitCode));
  const problems = inputProblems(input, now, services.calendar);
  refuse(problems);
  await holdUnit(session, unit);
  await refuseRecorded(session, unit, input);
  const { year, part, statedBy, statedOn } = input;
  if (await standing(session, unit, input))
    throw new Refusal({ code: "ALREADY_EXISTS", message: ALREADY_STATED, path: ["input", "part"] });
  const row: NoneStatementRow = {
    id: newId(),
    unitId: unit.id,
    ...{ part, year, statedBy, statedOn },
    enteredBy: signedIn(viewer).displayName,
    enteredAt: now.toISOString(),
    endedAt: "",
    endedBy: null,
  };
  await session.rows(NONE_STATEMENTS).insert(unit, row);
  const changes = changesBetween({}, { part, year, statedBy, statedOn });
  append(call, { unit, subject: { type: "NoneStatement", id: row.id }, changes });
  await services.onChange(session, unit, year);
  return row;
}

/** Withdraws the statement; it stays on record with both dates. Cells that it filled stay until the next derivation. */
export async function withdrawNone(
  call: Call,
  input: StatedPart,
  { onChange }: Pick<LedgerServices, "onChange">,
): Promise<NoneStatementRow> {
  const { session, viewer, now } = call;
  const unit = authorize(viewer, "none:state", await unitByCode(session, input.unitCode));
  await holdUnit(session, unit);
  const statement = await standing(session, unit, input);
  if (!statement) throw new Refusal(notAllowedNow(["input", "part"], NOTHING_STATED));
  const end = { endedAt: now.toISOString(), endedBy: signedIn(viewer).displayName };
  await session.rows(NONE_STATEMENTS).update({ id: statement.id, unitId: unit.id }, end);
  const { id, part, year, statedBy, statedOn } = statement;
  const changes = changesBetween<object>({ statedBy, statedOn }, {});
  append(call, { unit, subject: { type: "NoneStatement", id }, changes, details: { part, year } });
  await onChange(session, unit, input.year);
  return { ...statement, ...end };
}

const ALREADY_STATED = text(
  "该单位该年度该类事项已声明“无此类事项”",
  "It has already been stated that there was none of this in that year",
);
const NOTHING_STATED = text(
  "该单位该年度该类事项没有有效的“无此类事项”声明",
  "There is no valid statement for this part and year",
);

const standing = (
  session: Session,
  unit: UnitRow,
  { year, part }: StatedPart,
): Promise<NoneStatementRow | null> =>
  session.rows(NONE_STATEMENTS).one({ unitId: unit.id, year, part, endedAt: "" });

function inputProblems(
  { year, statedBy, statedOn }: StateNone,
  now: Date,
  calendar: LedgerServices["calendar"],
): Problem[] {
  if (!reportableFormat(year, now)) return [yearProblem(["input", "year"], now)];
  const notBefore = { date: firstDayOf(year), what: text("该年度首日", "the first day of that year") };
  return [
    ...lineProblems(statedBy, ["input", "statedBy"], NAME_LENGTH),
    ...dateProblems(statedOn, ["input", "statedOn"], { now, calendar, notBefore }),
  ];
}

async function refuseRecorded(session: Session, unit: UnitRow, { year, part }: StatedPart): Promise<void> {
  const { feed, kind } = LEDGER_PARTS[part];
  const counts = await feedCounts(session, feed, { unitIds: [unit.id], year });
  if (counts.some(({ first }) => kind === null || first === kind))
    throw new Refusal(
      notAllowedNow(
        ["input", "part"],
        text(
          "台账中有计入该年度的记录，不能声明“无此类事项”",
          "The ledger holds records that count in that year",
        ),
      ),
    );
}
