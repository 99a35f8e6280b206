import type { Permission } from "../../access/index.js";
import { text } from "../../kernel/text.js";
import type { RecordKind, Step } from "../../records/index.js";
import { INTERPRETATIONS, type InterpretationRow } from "./interpretation.entity.js";
import { INTERPRETATION_STATES, type InterpretationState } from "./interpretation.terms.js";

type InterpretationVerb = "publish" | "amend" | "void";

const permission = "interpretation:record" satisfies Permission;

const steps: Readonly<Record<InterpretationVerb, Step<InterpretationState>>> = {
  publish: {
    mutation: "publishInterpretation",
    name: text("登记发布", "record the publication"),
    permission,
    from: ["AWAITED"],
    to: "PUBLISHED",
  },
  amend: {
    mutation: "amendInterpretation",
    name: text("更正登记信息", "correct what was entered"),
    permission,
    from: ["AWAITED", "PUBLISHED"],
    to: null,
  },
  void: {
    mutation: "voidInterpretation",
    name: text("作废", "void a record entered by mistake"),
    permission,
    from: ["AWAITED", "PUBLISHED"],
    to: "VOID",
  },
};

/** 政策解读 as a record: a document awaits its interpretation until that is published; a mistake is voided. */
export const INTERPRETATION: RecordKind<InterpretationRow, InterpretationState, InterpretationVerb> = {
  type: "Interpretation",
  table: INTERPRETATIONS,
  path: ["input", "interpretationId"],
  states: INTERPRETATION_STATES,
  told: { personal: ["interpreter", "contact"] },
  initial: "AWAITED",
  stateOf: ({ voided, publishedOn }) => {
    if (voided) return "VOID";
    return publishedOn === null ? "AWAITED" : "PUBLISHED";
  },
  steps,
};
