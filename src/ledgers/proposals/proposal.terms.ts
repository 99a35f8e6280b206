import { text, type Text } from "../../kernel/text.js";
import { dueFirst, newestFirst, oldestFirst } from "../../records/index.js";

export const PROPOSAL_KINDS = {
  CONGRESS_SUGGESTION: text("人大代表建议", "suggestion of a people's congress deputy"),
  CPPCC_PROPOSAL: text("政协提案", "proposal of a CPPCC member"),
} as const satisfies Record<string, Text>;
export type ProposalKind = keyof typeof PROPOSAL_KINDS;

export const PROPOSAL_LEVELS = {
  NATIONAL: text("全国", "national"),
  PROVINCE: text("省级", "province"),
  CITY: text("市级", "city"),
  DISTRICT: text("县（区）级", "district"),
  TOWN: text("乡镇", "town"),
} as const satisfies Record<string, Text>;
export type ProposalLevel = keyof typeof PROPOSAL_LEVELS;

export const PROPOSAL_ROLES = {
  LEAD: text("主办", "answers it"),
  CO_ORGANIZER: text("会办", "gives the lead its opinion; does not count as handled"),
} as const satisfies Record<string, Text>;
export type ProposalRole = keyof typeof PROPOSAL_ROLES;

export const SATISFACTIONS = {
  SATISFIED: text("满意", "satisfied"),
  FAIRLY_SATISFIED: text("基本满意", "fairly satisfied"),
  DISSATISFIED: text("不满意", "dissatisfied"),
} as const satisfies Record<string, Text>;
export type Satisfaction = keyof typeof SATISFACTIONS;

export const PROPOSAL_STATES = {
  OPEN: text("待答复", "to be answered"),
  REDO: text("重新办理", "to be answered again"),
  ANSWERED: text("已答复", "answered"),
  RATED: text("已评价", "rated"),
} as const satisfies Record<string, Text>;
export type ProposalState = keyof typeof PROPOSAL_STATES;

const ASSIGNED = ["r.assigned_on", "交办日期", "by the day on which they were assigned"] as const;
export const PROPOSAL_ORDERS = {
  ASSIGNED_DESC: newestFirst(...ASSIGNED),
  ASSIGNED_ASC: oldestFirst(...ASSIGNED),
  DUE_ASC: dueFirst("r.due_on", "答复期限", "by the day on which the answer is due"),
};
