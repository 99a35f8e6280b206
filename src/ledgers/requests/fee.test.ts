import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { feeByPages, feeByPieces, feeOfPiece, feeTiers } from "./fee.js";

const quantity = fc.integer({ min: 0, max: 3000 });

describe("信息处理费按件 · the fee by piece", () => {
  it.each([
    [0, 0],
    [1, 0],
    [10, 0],
    [11, 100],
    [30, 2000],
    [31, 2200],
    [40, 4000],
    [41, 4300],
    [50, 7000],
    [51, 7400],
  ])("%i pieces in a month cost %i yuan", (pieces, yuan) => expect(feeByPieces(pieces)).toBe(yuan));

  it.each([
    [0, 0],
    [10, 0],
    [11, 100],
    [30, 100],
    [31, 200],
    [40, 200],
    [41, 300],
    [50, 300],
    [101, 900],
  ])("piece %i adds %i yuan", (n, yuan) => expect(feeOfPiece(n)).toBe(yuan));

  it("adds up from what each piece adds", () => {
    fc.assert(
      fc.property(quantity, (n) => {
        expect(feeByPieces(n + 1) - feeByPieces(n)).toBe(feeOfPiece(n + 1));
      }),
    );
  });

  it("tells the blocks it is made of", () => {
    expect(feeTiers("BY_PIECE", 45)).toEqual([
      { from: 1, to: 10, unitPrice: 0, quantity: 10, amount: 0 },
      { from: 11, to: 30, unitPrice: 100, quantity: 20, amount: 2000 },
      { from: 31, to: 40, unitPrice: 200, quantity: 10, amount: 2000 },
      { from: 41, to: 50, unitPrice: 300, quantity: 5, amount: 1500 },
    ]);
  });
});

describe("信息处理费按量 · the fee by page", () => {
  it.each([
    [0, 0],
    [30, 0],
    [31, 10],
    [44, 140],
    [57, 270],
    [72, 420],
    [100, 700],
    [101, 720],
    [109, 880],
    [119, 1080],
    [200, 2700],
    [201, 2740],
  ])("%i pages cost %i yuan", (pages, yuan) => expect(feeByPages(pages)).toBe(yuan));

  it("has one open-ended tier at the top", () => {
    expect(feeTiers("BY_PAGE", 250).at(-1)).toEqual({
      from: 201,
      to: null,
      unitPrice: 40,
      quantity: 50,
      amount: 2000,
    });
  });
});

describe.each(["BY_PIECE", "BY_PAGE"] as const)("the fee %s", (method) => {
  const fee = method === "BY_PIECE" ? feeByPieces : feeByPages;

  it("never falls, and every further one costs no less than the one before", () => {
    fc.assert(
      fc.property(quantity, (n) => {
        expect(fee(n + 1)).toBeGreaterThanOrEqual(fee(n));
        expect(fee(n + 2) - fee(n + 1)).toBeGreaterThanOrEqual(fee(n + 1) - fee(n));
      }),
    );
  });

  it("charges every one once", () => {
    fc.assert(
      fc.property(quantity, (n) => {
        const tiers = feeTiers(method, n);
        expect(tiers.reduce((sum, tier) => sum + tier.quantity, 0)).toBe(n);
        expect(tiers.reduce((sum, tier) => sum + tier.amount, 0)).toBe(fee(n));
      }),
    );
  });
});
