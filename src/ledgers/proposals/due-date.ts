import { addMonths, type CalendarDate } from "../../kernel/calendar-date.js";
import { settingsOf, type Settings } from "../../settings/index.js";
import type { Session } from "../../platform/db/index.js";
import type { UnitRow } from "../../units/index.js";
import type { ProposalKind } from "./proposal.terms.js";

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
