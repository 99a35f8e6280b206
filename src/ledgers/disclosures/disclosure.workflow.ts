import type { Permission, Role } from "../../access/index.js";
import { StateMachine } from "../../kernel/state-machine.js";
import { text, type Text } from "../../kernel/text.js";
import { legalSteps, type LegalStep } from "../../records/index.js";
import type { DisclosureRow, DisclosureStatus } from "./disclosure.entity.js";

export type DisclosureVerb = "amend" | "review" | "return" | "publish" | "withdraw" | "repeal";

/** A status names the last step that the record has passed. */
export const STATUS_NAMES: Readonly<Record<DisclosureStatus, Text>> = {
  DRAFT: text("草稿", "a draft"),
  SECRECY_REVIEW: text("已过保密审查", "past the confidentiality review"),
  FIRST_REVIEW: text("已过初审", "past the first review"),
  FINAL_REVIEW: text("已过终审", "past the final review"),
  PUBLISHED: text("已公开", "published"),
  WITHDRAWN: text("已撤回", "withdrawn"),
};
const STATUSES = Object.keys(STATUS_NAMES) as DisclosureStatus[];
const UNDER_REVIEW: readonly DisclosureStatus[] = ["SECRECY_REVIEW", "FIRST_REVIEW", "FINAL_REVIEW"];

/** 先审查后公开 (条例 §17): 保密审查, 初审 by the leader in charge, 终审 by the head, and only then the public. */
export const DISCLOSURE_WORKFLOW = new StateMachine<DisclosureStatus, DisclosureVerb, Role>(
  "DRAFT",
  STATUSES,
  [
    { verb: "amend", from: ["DRAFT"], to: "DRAFT", role: "CLERK" },
    { verb: "review", from: ["DRAFT"], to: "SECRECY_REVIEW", role: "CLERK" },
    { verb: "review", from: ["DRAFT"], to: "SECRECY_REVIEW", role: "REVIEWER" },
    { verb: "review", from: ["SECRECY_REVIEW"], to: "FIRST_REVIEW", role: "REVIEWER" },
    { verb: "review", from: ["FIRST_REVIEW"], to: "FINAL_REVIEW", role: "REVIEWER" },
    { verb: "return", from: ["DRAFT"], to: "DRAFT", role: "CLERK" },
    { verb: "return", from: ["DRAFT", ...UNDER_REVIEW], to: "DRAFT", role: "REVIEWER" },
    { verb: "publish", from: ["FINAL_REVIEW"], to: "PUBLISHED", role: "CLERK" },
    { verb: "publish", from: ["FINAL_REVIEW"], to: "PUBLISHED", role: "REVIEWER" },
    { verb: "repeal", from: ["PUBLISHED"], to: "PUBLISHED", role: "CLERK" },
    { verb: "repeal", from: ["PUBLISHED"], to: "PUBLISHED", role: "REVIEWER" },
    // A draft that was made by mistake would else be overdue for ever.
    { verb: "withdraw", from: ["DRAFT", "PUBLISHED"], to: "WITHDRAWN", role: "CLERK" },
    { verb: "withdraw", from: ["DRAFT", "PUBLISHED"], to: "WITHDRAWN", role: "REVIEWER" },
  ],
);

interface StepTo extends LegalStep {
  readonly permission: Permission;
}

const REVIEW: StepTo = {
  mutation: "reviewDisclosure",
  name: text("审查", "review"),
  permission: "disclosure:review",
};

export const STEPS: Readonly<Record<DisclosureVerb, StepTo>> = {
  amend: { mutation: "amendDisclosure", name: text("修改", "amend"), permission: "disclosure:register" },
  review: REVIEW,
  return: { ...REVIEW, name: text("退回修改", "return it for changes") },
  publish: { mutation: "publishDisclosure", name: text("公开", "publish"), permission: "disclosure:publish" },
  repeal: { mutation: "repealDocument", name: text("废止", "repeal"), permission: "disclosure:publish" },
  withdraw: {
    mutation: "withdrawDisclosure",
    name: text("撤回", "withdraw"),
    permission: "disclosure:withdraw",
  },
};

type Standing = Pick<DisclosureRow, "status" | "documentKind" | "repealedOn">;

/** What is open to a record as it stands, to one role or another; only a document in force can be repealed. */
export const openSteps = ({ status, documentKind, repealedOn }: Standing): LegalStep[] =>
  legalSteps(DISCLOSURE_WORKFLOW, status, STEPS).filter(
    (step) => step !== STEPS.repeal || (documentKind !== null && repealedOn === null),
  );
