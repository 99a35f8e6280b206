import { addMonths, type CalendarDate } from "../../kernel/calendar-date.js";
import { fold } from "../../kernel/fold.js";
import { invalidInput, type Problem } from "../../kernel/problem.js";
import { text } from "../../kernel/text.js";
import { withStaged, type Session } from "../../platform/db/index.js";
import { lineProblems, optionalLine } from "../../records/index.js";
import { settingsOf, type Settings } from "../../settings/index.js";
import { holdUnit, type UnitRow } from "../../units/index.js";
import { PROPOSALS, type ProposalRow } from "./proposal.entity.js";
import { PROPOSAL_KINDS, type ProposalKind } from "./proposal.terms.js";

type MonthsKey = Extract<keyof Settings, `proposals.${string}Months`>;

/** Which setting holds the months to answer in: the usual ones, and those for what is broad or difficult. */
const PERIODS: Readonly<Record<ProposalKind, { readonly usual: MonthsKey; readonly broad: MonthsKey }>> = {
  CONGRESS_SUGGESTION: { usual: "proposals.congressMonths", broad: "proposals.congressBroadMonths" },
  CPPCC_PROPOSAL: { usual: "proposals.cppccMonths", broad: "proposals.cppccBroadMonths" },
};

/** 办理期限 from the day of 交办 (代表法 §51 and what the district decided). */
export const answerDue = (
  settings: Settings,
  { kind, broad, assignedOn }: { kind: ProposalKind; broad: boolean; assignedOn: CalendarDate },
): CalendarDate => addMonths(assignedOn, settings[PERIODS[kind][broad ? "broad" : "usual"]]);

export const redoDue = (settings: Settings, ratedOn: CalendarDate): CalendarDate =>
  addMonths(ratedOn, settings["proposals.redoMonths"]);

export const settingsFor = async (session: Session, unit: UnitRow): Promise<Settings> =>
  (await settingsOf(session))(unit);

/** Without a valid answer; the history keeps earlier answers. */
export const UNANSWERED = {
  answeredOn: null,
  answerNumber: null,
  resultClass: null,
  published: false,
} as const satisfies Partial<ProposalRow>;

/** Before which day the rating or the publication of an answer cannot lie. */
export const notBeforeAnswer = ({ answeredOn }: Pick<ProposalRow, "answeredOn">) =>
  answeredOn === null ? null : { date: answeredOn, what: text("答复日期", "the day it was answered") };

const TITLE_LENGTH = 300;
const NUMBER_LENGTH = 60;
const SESSION_LENGTH = 100;
const ANSWER_NUMBER_LENGTH = 100;

export const particularsProblems = ({
  title,
  number,
  session,
}: Pick<ProposalRow, "title" | "number" | "session">): Problem[] => [
  ...lineProblems(title, ["input", "title"], TITLE_LENGTH),
  ...lineProblems(number, ["input", "number"], NUMBER_LENGTH),
  ...optionalLine(session, ["input", "session"], SESSION_LENGTH),
];

/** A case entered twice would count twice; of two simultaneous entries the second waits here and is refused. */
export async function sameProposalProblems(
  db: Session,
  unit: UnitRow,
  proposal: Pick<ProposalRow, "kind" | "level" | "session" | "number"> & { readonly id: string | null },
): Promise<Problem[]> {
  const { id, kind, level, session, number } = proposal;
  await holdUnit(db, unit);
  const alike = await db
    .rows(withStaged(PROPOSALS))
    .find({ unitId: unit.id, kind, level, numberKey: fold(number) });
  const same = alike.filter((row) => fold(row.session ?? "") === fold(session ?? "") && row.id !== id);
  if (same.length === 0) return [];
  const { zh, en } = PROPOSAL_KINDS[kind];
  return [
    {
      code: "ALREADY_EXISTS",
      path: ["input", "number"],
      message: text(
        `台账中已有同一届次、同一编号的${zh}：${number}`,
        `The ledger has this ${en} already: ${number}`,
      ),
    },
  ];
}

export const dueOnProblems = (dueOn: CalendarDate, assignedOn: CalendarDate): Problem[] =>
  dueOn > assignedOn
    ? []
    : [
        invalidInput(
          ["input", "dueOn"],
          text(
            `办理期限须晚于交办日期 ${assignedOn}`,
            `It is due later than it was assigned (${assignedOn})`,
          ),
        ),
      ];

export const answerNumberProblems = (answerNumber: string | null): Problem[] =>
  optionalLine(answerNumber, ["input", "answerNumber"], ANSWER_NUMBER_LENGTH);

/** The district defines the classes; who only gives an opinion has no result of its own. */
export function resultClassProblems(
  { role }: Pick<ProposalRow, "role">,
  resultClass: string | null,
  settings: Settings,
): Problem[] {
  const wrong = (zh: string, en: string): Problem[] => [invalidInput(["input", "resultClass"], text(zh, en))];
  if (role === "CO_ORGANIZER")
    return resultClass === null
      ? []
      : wrong("会办件不计办理结果", "A co-organizer's opinion has no result of its own");
  const classes = settings["proposals.resultClasses"];
  return resultClass !== null && classes.includes(resultClass)
    ? []
    : wrong(
        `请填办理结果分类，须为 ${classes.join("、")} 之一`,
        `Give the class of the result: one of ${classes.join(", ")}`,
      );
}
