import type { Permission } from "../../access/index.js";
import { text } from "../../kernel/text.js";
import type { RecordKind } from "../../records/index.js";
import { REMEDIES, type RemedyRow } from "./remedy.entity.js";
import { REMEDY_STATES, type RemedyState } from "./remedy.terms.js";

type RemedyVerb = "conclude" | "recordArrival" | "amend";

const permission = "remedy:record" satisfies Permission;

/**
 * A case is pending until it is concluded. The ruling of a second instance replaces the first, as one case counts once, by
 * its latest outcome; so a concluded case can be concluded anew.
 */
export const REMEDY: RecordKind<RemedyRow, RemedyState, RemedyVerb> = {
  type: "Remedy",
  table: REMEDIES,
  path: ["input", "remedyId"],
  states: REMEDY_STATES,
  // Ids of other records, and who recorded the case, whom the entry names itself.
  told: { omitted: ["requestId", "reviewId", "recordedBy"], personal: ["note"] },
  initial: "PENDING",
  stateOf: ({ concludedOn }) => (concludedOn === null ? "PENDING" : "CONCLUDED"),
  steps: {
    conclude: {
      mutation: "concludeRemedy",
      name: text("登记审理结果", "record the outcome"),
      permission,
      from: ["PENDING", "CONCLUDED"],
      to: "CONCLUDED",
    },
    recordArrival: {
      mutation: "recordRulingArrival",
      name: text("补登决定书送达日期", "record the arrival of the ruling"),
      permission,
      from: ["CONCLUDED"],
      to: null,
    },
    amend: {
      mutation: "amendRemedy",
      name: text("更正案件信息", "amend the case's particulars"),
      permission,
      from: ["PENDING"],
      to: null,
    },
  },
};
