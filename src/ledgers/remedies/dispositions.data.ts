import { text, type Text } from "../../kernel/text.js";
import type { RemedyRoute, RemedyRuling } from "./remedy.terms.js";

interface Disposition {
  readonly name: Text;
  /** The column of table 四 that it counts in. */
  readonly ruling: RemedyRuling;
  readonly basis: string;
  readonly routes: readonly RemedyRoute[];
}

const inReview = (zh: string, en: string, ruling: RemedyRuling, articles: string): Disposition => ({
  name: text(zh, en),
  ruling,
  basis: `行政复议法 ${articles}`,
  routes: ["REVIEW"],
});

const inCourt = (zh: string, en: string, ruling: RemedyRuling, basis: string): Disposition => ({
  name: text(zh, en),
  ruling,
  basis,
  routes: ["LITIGATION_DIRECT", "LITIGATION_AFTER_REVIEW"],
});

/**
 * What a reviewing organ or a court rules, in the law's own words. No official definition of table 四's columns was
 * found: this mapping is ours, and a ruling may be given without one of these.
 */
export const DISPOSITIONS = {
  REVIEW_UPHELD: inReview("维持", "upheld", "UPHELD", "§68"),
  REVIEW_CLAIM_REJECTED: inReview("驳回复议请求", "claim rejected", "UPHELD", "§69"),
  REVIEW_ALTERED: inReview("变更", "altered", "CORRECTED", "§63"),
  REVIEW_REVOKED: inReview("撤销", "revoked", "CORRECTED", "§64"),
  REVIEW_FOUND_UNLAWFUL: inReview("确认违法", "found unlawful", "CORRECTED", "§65"),
  REVIEW_ORDERED_TO_ACT: inReview("责令履行", "ordered to act", "CORRECTED", "§66"),
  REVIEW_FOUND_VOID: inReview("确认无效", "found void", "CORRECTED", "§67"),
  REVIEW_NOT_ACCEPTED: inReview("不予受理", "not accepted", "OTHER", "§30"),
  REVIEW_DISMISSED: inReview("驳回申请", "application dismissed", "OTHER", "§33"),
  REVIEW_TERMINATED: inReview(
    "终止（含撤回、和解）",
    "terminated, withdrawn or settled",
    "OTHER",
    "§41、§74",
  ),
  REVIEW_MEDIATED: inReview("调解", "mediated", "OTHER", "§73"),
  REVIEW_NOT_DECIDED: inReview("复议机关逾期未作决定", "not decided in time", "OTHER", "§34"),
  SUIT_CLAIM_DISMISSED: inCourt("判决驳回诉讼请求", "claim dismissed", "UPHELD", "行政诉讼法 §69"),
  SUIT_UPHELD: inCourt("判决维持", "upheld (old law)", "UPHELD", "行政诉讼法(1989) §54(1)"),
  SUIT_REVOKED: inCourt("判决撤销", "revoked", "CORRECTED", "行政诉讼法 §70"),
  SUIT_ORDERED_TO_ACT: inCourt("判决责令履行", "ordered to act", "CORRECTED", "行政诉讼法 §72"),
  SUIT_FOUND_UNLAWFUL: inCourt("判决确认违法", "found unlawful", "CORRECTED", "行政诉讼法 §74"),
  SUIT_FOUND_VOID: inCourt("判决确认无效", "found void", "CORRECTED", "行政诉讼法 §75"),
  SUIT_ALTERED: inCourt("判决变更", "altered", "CORRECTED", "行政诉讼法 §77"),
  SUIT_DISMISSED: inCourt("裁定驳回起诉", "suit dismissed", "OTHER", "法释〔2018〕1号 §69"),
  SUIT_WITHDRAWN: inCourt("裁定准许撤诉", "withdrawal allowed", "OTHER", "行政诉讼法 §62"),
  SUIT_CLOSED: inCourt("裁定终结诉讼", "proceedings closed", "OTHER", "法释〔2018〕1号 §88"),
} as const satisfies Record<string, Disposition>;

export type RemedyDisposition = keyof typeof DISPOSITIONS;

export const dispositionOf = (code: RemedyDisposition): Disposition => DISPOSITIONS[code];
