import type { Permission } from "../../access/index.js";
import { StateMachine } from "../../kernel/state-machine.js";
import { text } from "../../kernel/text.js";
import type { LegalStep } from "../../records/index.js";
import type { RemedyRow } from "./remedy.entity.js";
import { REMEDY_STATES, type RemedyState } from "./remedy.terms.js";

export type RemedyVerb = "concludeRemedy" | "recordRulingArrival" | "amendRemedy";

const RECORD = "remedy:record" satisfies Permission;

/**
 * A case is pending until it is concluded. What a second instance rules comes in its stead, as one case counts once, by
 * its latest outcome; so a concluded case can be concluded anew. Who may is said by a permission.
 */
export const REMEDY_WORKFLOW = new StateMachine<RemedyState, RemedyVerb, typeof RECORD>(
  "PENDING",
  Object.keys(REMEDY_STATES) as RemedyState[],
  [
    { verb: "concludeRemedy", from: ["PENDING", "CONCLUDED"], to: "CONCLUDED", role: RECORD },
    { verb: "recordRulingArrival", from: ["CONCLUDED"], to: "CONCLUDED", role: RECORD },
    { verb: "amendRemedy", from: ["PENDING"], to: "PENDING", role: RECORD },
  ],
);

export const REMEDY_STEPS: Readonly<Record<RemedyVerb, LegalStep>> = {
  concludeRemedy: { mutation: "concludeRemedy", name: text("登记审理结果", "record the outcome") },
  recordRulingArrival: {
    mutation: "recordRulingArrival",
    name: text("补登决定书送达日期", "record the arrival of the ruling"),
  },
  amendRemedy: { mutation: "amendRemedy", name: text("更正案件信息", "amend the case's particulars") },
};

export const remedyState = ({ concludedOn }: Pick<RemedyRow, "concludedOn">): RemedyState =>
  concludedOn === null ? "PENDING" : "CONCLUDED";
