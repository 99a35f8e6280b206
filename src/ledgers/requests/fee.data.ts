import { text, type Text } from "../../kernel/text.js";

/** A bracket of a tariff: what each piece or page from one number up to another costs, in yuan. */
export interface FeeBracket {
  readonly from: number;
  /** null: open-ended. */
  readonly to: number | null;
  readonly unitPrice: number;
  /** In an open-ended bracket, each block of `every` costs `by` more than the one before. */
  readonly rising?: { readonly every: number; readonly by: number };
}

/** 国办函〔2020〕109号: one method a request; progressive prices, each bracket priced separately. */
export const TARIFFS = {
  /** 按件: all pieces of one applicant in one calendar month, whatever was decided. */
  BY_PIECE: [
    { from: 1, to: 10, unitPrice: 0 },
    { from: 11, to: 30, unitPrice: 100 },
    { from: 31, to: null, unitPrice: 200, rising: { every: 10, by: 100 } },
  ],
  /** 按量: the pages handed over on paper, by e-mail or as copied data. */
  BY_PAGE: [
    { from: 1, to: 30, unitPrice: 0 },
    { from: 31, to: 100, unitPrice: 10 },
    { from: 101, to: 200, unitPrice: 20 },
    { from: 201, to: null, unitPrice: 40 },
  ],
} as const satisfies Record<string, readonly FeeBracket[]>;
export type FeeMethod = keyof typeof TARIFFS;

export const FEE_METHODS: Readonly<Record<FeeMethod, Text>> = {
  BY_PIECE: text(
    "按件：同一申请人一个自然月内的件数",
    "By piece: those of one applicant in a calendar month",
  ),
  BY_PAGE: text("按量：页数", "By page"),
};

export const FEE_BASIS = "国办函〔2020〕109号";
