import type { Permission } from "../../access/index.js";
import { text, type Text } from "../../kernel/text.js";
import type { RecordKind, Step } from "../../records/index.js";
import { decodeChannels } from "./channels.js";
import { DISCLOSURES, type DisclosureRow, type DisclosureStatus } from "./disclosure.entity.js";
import { eventsOfDisclosure } from "./disclosure.loader.js";
import { reviewBar } from "./review.rules.js";

type DisclosureVerb =
  | "amend"
  | "secrecyReview"
  | "firstReview"
  | "finalReview"
  | "returnDraft"
  | "return"
  | "publish"
  | "repeal"
  | "withdraw";
type DisclosureStep = Step<DisclosureStatus, DisclosureRow>;

/** A status names the last step that the record has passed. */
export const STATUS_NAMES: Readonly<Record<DisclosureStatus, Text>> = {
  DRAFT: text("草稿", "a draft"),
  SECRECY_REVIEW: text("已过保密审查", "past the confidentiality review"),
  FIRST_REVIEW: text("已过初审", "past the first review"),
  FINAL_REVIEW: text("已过终审", "past the final review"),
  PUBLISHED: text("已公开", "published"),
  WITHDRAWN: text("已撤回", "withdrawn"),
};

const REVIEW = "disclosure:review" satisfies Permission;
const APPROVE = "disclosure:approve" satisfies Permission;
const PUBLISH = "disclosure:publish" satisfies Permission;

const review = (
  permission: Permission,
  from: DisclosureStatus,
  to: "SECRECY_REVIEW" | "FIRST_REVIEW" | "FINAL_REVIEW",
): Omit<DisclosureStep, "entry"> => ({
  mutation: "reviewDisclosure",
  name: text("审查", "review"),
  permission,
  from: [from],
  to,
  personalBar: (_, { taken, actorId }) => reviewBar(taken, actorId, to),
});

const sendBack = {
  mutation: "reviewDisclosure",
  name: text("退回修改", "return it for changes"),
  entry: "returnDisclosure",
} as const;

function repealBar({ documentKind, repealedOn }: DisclosureRow): Text | null {
  if (!documentKind)
    return text(
      "只有规章、行政规范性文件可以废止（条例 §20 第一项）；其他信息不再公开的，请撤回",
      "Only a regulation or normative document is repealed (条例 §20(1)); withdraw other records",
    );
  if (!repealedOn) return null;
  return text(`该文件已于 ${repealedOn} 废止，不能再次废止`, `It was repealed on ${repealedOn} already`);
}

/** 先审查后公开 (条例 §17): 保密审查, 初审 by the leader in charge, 终审 by the head, and only then the public. */
const steps: Readonly<Record<DisclosureVerb, DisclosureStep>> = {
  amend: {
    mutation: "amendDisclosure",
    name: text("修改", "amend"),
    permission: "disclosure:register",
    from: ["DRAFT"],
    to: null,
  },
  secrecyReview: { ...review(REVIEW, "DRAFT", "SECRECY_REVIEW"), entry: "secrecyReview" },
  firstReview: { ...review(APPROVE, "SECRECY_REVIEW", "FIRST_REVIEW"), entry: "firstReview" },
  finalReview: { ...review(APPROVE, "FIRST_REVIEW", "FINAL_REVIEW"), entry: "finalReview" },
  returnDraft: { ...sendBack, permission: REVIEW, from: ["DRAFT"], to: null },
  return: {
    ...sendBack,
    permission: APPROVE,
    from: ["SECRECY_REVIEW", "FIRST_REVIEW", "FINAL_REVIEW"],
    to: "DRAFT",
  },
  publish: {
    mutation: "publishDisclosure",
    name: text("公开", "publish"),
    permission: PUBLISH,
    from: ["FINAL_REVIEW"],
    to: "PUBLISHED",
  },
  repeal: {
    mutation: "repealDocument",
    name: text("废止", "repeal"),
    permission: PUBLISH,
    from: ["PUBLISHED"],
    to: null,
    bar: repealBar,
  },
  withdraw: {
    mutation: "withdrawDisclosure",
    name: text("撤回", "withdraw"),
    permission: "disclosure:withdraw",
    // A draft that was made by mistake would otherwise be overdue for ever.
    from: ["DRAFT", "PUBLISHED"],
    to: "WITHDRAWN",
  },
};

export const DISCLOSURE: RecordKind<DisclosureRow, DisclosureStatus, DisclosureVerb> = {
  type: "Disclosure",
  table: DISCLOSURES,
  path: ["input", "disclosureId"],
  told: { worded: { channels: decodeChannels } },
  taken: eventsOfDisclosure,
  states: STATUS_NAMES,
  initial: "DRAFT",
  stateOf: ({ status }) => status,
  steps,
};
