import { text, type Text } from "../../kernel/text.js";

/** 救济途径: the three groups of table 四. */
export const REMEDY_ROUTES = {
  REVIEW: text("行政复议", "administrative review"),
  LITIGATION_DIRECT: text("未经复议直接起诉", "suit without review"),
  LITIGATION_AFTER_REVIEW: text("复议后起诉", "suit after review"),
} as const satisfies Record<string, Text>;
export type RemedyRoute = keyof typeof REMEDY_ROUTES;

/** 审理结果: the columns of table 四 for what is concluded. */
export const REMEDY_RULINGS = {
  UPHELD: text("结果维持", "upheld"),
  CORRECTED: text("结果纠正", "corrected"),
  OTHER: text("其他结果", "other"),
} as const satisfies Record<string, Text>;
export type RemedyRuling = keyof typeof REMEDY_RULINGS;

export const REMEDY_STATES = {
  PENDING: text("尚未审结", "pending"),
  CONCLUDED: text("已审结", "concluded"),
} as const satisfies Record<string, Text>;
export type RemedyState = keyof typeof REMEDY_STATES;
