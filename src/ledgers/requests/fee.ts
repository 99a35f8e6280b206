import { TARIFFS, type FeeBracket, type FeeMethod } from "./fee.data.js";

/** The part of a quantity in one bracket or block, in yuan. */
export interface FeeTier {
  readonly from: number;
  /** Last number at this price; null: all further ones. */
  readonly to: number | null;
  readonly unitPrice: number;
  readonly quantity: number;
  readonly amount: number;
}

/** The month's total for the pieces of one applicant. */
export const feeByPieces = (countInMonth: number): number => amountOf(feeTiers("BY_PIECE", countInMonth));

export const feeByPages = (pages: number): number => amountOf(feeTiers("BY_PAGE", pages));

/** Price of the n-th piece of a month. */
export function feeOfPiece(n: number): number {
  const brackets: readonly FeeBracket[] = TARIFFS.BY_PIECE;
  const bracket = brackets.findLast(({ from }) => from <= n);
  if (!bracket) return 0;
  const { from, unitPrice, rising } = bracket;
  return rising ? unitPrice + Math.floor((n - from) / rising.every) * rising.by : unitPrice;
}

export const amountOf = (tiers: readonly FeeTier[]): number =>
  tiers.reduce((sum, { amount }) => sum + amount, 0);

/** The tiers of a quantity, from the free one up; unused tiers are left out. */
export const feeTiers = (method: FeeMethod, quantity: number): FeeTier[] =>
  TARIFFS[method].flatMap((bracket) => blocksOf(bracket, quantity));

function blocksOf(bracket: FeeBracket, quantity: number): FeeTier[] {
  const { rising } = bracket;
  if (!rising) return tier(bracket, quantity);
  const blocks = Math.max(0, Math.ceil((quantity - bracket.from + 1) / rising.every));
  return Array.from({ length: blocks }, (_, block) => {
    const from = bracket.from + block * rising.every;
    const unitPrice = bracket.unitPrice + block * rising.by;
    return tier({ from, to: from + rising.every - 1, unitPrice }, quantity);
  }).flat();
}

function tier({ from, to, unitPrice }: FeeBracket, quantity: number): FeeTier[] {
  const within = Math.min(quantity, to ?? quantity) - from + 1;
  return within > 0 ? [{ from, to, unitPrice, quantity: within, amount: within * unitPrice }] : [];
}
