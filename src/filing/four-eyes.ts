import { signedIn, type Call } from "../access/index.js";
import { stepIn, stepsOf, type Step } from "../history/index.js";
import { text, type Text } from "../kernel/text.js";
import { settingsOf } from "../settings/index.js";
import type { UnitRow } from "../units/index.js";
import type { ReportRow } from "../reports/index.js";
import type { ReportVerb } from "./report.workflow.js";
import { notAllowedNow, Refusal } from "../kernel/problem.js";

interface Separation {
  /** A person who took one of these steps since the last publication may not take this step. */
  readonly after: readonly string[];
  readonly message: Text;
}

const hint = text(
  "；确只有一人的单位，可由主管部门设定 reports.onePerson，报告将注明同一人办理",
  "; if there is only one person, the district office may change the setting reports.onePerson, and the report then says so",
);

/** 编报与报送、报送与审定由不同的人办理, whichever roles one person holds. */
const SEPARATED: Readonly<Partial<Record<ReportVerb, Separation>>> = {
  submit: {
    after: ["saveReport", "applyImport", "deriveReport", "requestReview"],
    message: text(
      `编报人不能报送自己编制的报告，须由另一人报送${hint.zh}`,
      `The person who drafted a report cannot submit it: another person must${hint.en}`,
    ),
  },
  approve: {
    after: ["submitReport"],
    message: text(
      `报送人不能审定自己报送的报告，须由另一人审定${hint.zh}`,
      `The person who submitted a report cannot approve it: another person must${hint.en}`,
    ),
  },
};

/** Why a person may not take two steps in turn. */
export const samePersonMessage = (verb: ReportVerb): Text | null => SEPARATED[verb]?.message ?? null;

/**
 * True if the same person takes this step and the one before (同一人办理); refused unless the unit's setting allows it.
 */
export async function isSamePerson(
  { session, viewer }: Pick<Call, "session" | "viewer">,
  verb: ReportVerb,
  { unit, report }: { readonly unit: UnitRow; readonly report: ReportRow },
): Promise<boolean> {
  const separation = SEPARATED[verb];
  if (!separation) return false;
  const events = (await stepsOf(session, "AnnualReport", [report.id])).map(stepIn);
  if (!tookStepBefore(verb, signedIn(viewer).id, events)) return false;
  if ((await settingsOf(session))(unit)["reports.onePerson"]) return true;
  throw new Refusal(notAllowedNow(["input", "reportId"], separation.message));
}

/** Whether this person took the step before this one, since the last publication. */
export function tookStepBefore(
  verb: ReportVerb,
  personId: string,
  events: readonly Pick<Step, "actorId" | "action" | "revision">[],
): boolean {
  const after = SEPARATED[verb]?.after ?? [];
  const taken = events.findLast(({ actorId, action }) => actorId === personId && after.includes(action));
  const published = events.findLast(({ action }) => action === "publishReport");
  return taken !== undefined && taken.revision > (published?.revision ?? 0);
}
