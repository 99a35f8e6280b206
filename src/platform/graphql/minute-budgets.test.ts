import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MinuteBudgets } from "./minute-budgets.js";

function budgetsAt(start = 0, maxCallers?: number) {
  let ms = start;
  const budgets = new MinuteBudgets({ now: () => new Date(ms) }, maxCallers);
  const spend = (price: number, caller = "a", minute = 600) =>
    budgets.spend({ caller, request: minute, minute }, price);
  return { spend, at: (to: number) => (ms = to) };
}

describe("a minute's budget", () => {
  it("is spent, refused without spending, and grows back", () => {
    const { spend, at } = budgetsAt();
    expect(spend(500)).toEqual({ left: 100, retryAfterSeconds: 0 });
    expect(spend(101)).toEqual({ left: 100, retryAfterSeconds: 1 });
    expect(spend(100)).toEqual({ left: 0, retryAfterSeconds: 0 });
    expect(spend(600)).toEqual({ left: 0, retryAfterSeconds: 60 });
    at(30_000);
    expect(spend(0)).toEqual({ left: 300, retryAfterSeconds: 0 });
    expect(spend(301)).toEqual({ left: 300, retryAfterSeconds: 1 });
    at(300_000);
    expect(spend(600)).toEqual({ left: 0, retryAfterSeconds: 0 });
  });

  it("is each caller's own", () => {
    const { spend } = budgetsAt();
    spend(600, "a");
    expect(spend(600, "b").retryAfterSeconds).toBe(0);
    expect(spend(1, "a").retryAfterSeconds).toBe(1);
  });

  it("survives a clock that is set back", () => {
    const { spend, at } = budgetsAt(600_000);
    spend(600);
    at(0);
    expect(spend(1)).toEqual({ left: 0, retryAfterSeconds: 1 });
    at(60_000);
    expect(spend(600).retryAfterSeconds).toBe(0);
  });

  it("is kept for the callers of late only", () => {
    const { spend } = budgetsAt(0, 2);
    for (const caller of ["a", "b"]) spend(600, caller);
    spend(1, "a"); // refused, and yet used
    spend(1, "c");
    expect(spend(1, "a").retryAfterSeconds).toBe(1);
    expect(spend(1, "b")).toEqual({ left: 599, retryAfterSeconds: 0 });
  });

  it("never lets more through than one budget and what grew back", () => {
    const steps = fc.array(fc.record({ wait: fc.nat(20_000), price: fc.integer({ min: 1, max: 600 }) }));
    fc.assert(
      fc.property(steps, (calls) => {
        const { spend, at } = budgetsAt();
        let now = 0;
        let spent = 0;
        for (const { wait, price } of calls) {
          at((now += wait));
          const { left, retryAfterSeconds } = spend(price);
          if (retryAfterSeconds === 0) spent += price;
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left).toBeLessThanOrEqual(600);
          expect(spent).toBeLessThanOrEqual(600 + now / 100 + 1e-6);
        }
      }),
    );
  });

  /** A refused caller passes after the stated time, and not a second earlier. */
  function expectToldRight(first: number, second: number, minute: number): void {
    const { spend, at } = budgetsAt();
    spend(first, "a", minute);
    const { retryAfterSeconds } = spend(second, "a", minute);
    if (retryAfterSeconds === 0) return;
    at((retryAfterSeconds - 1) * 1000);
    expect(spend(second, "a", minute).retryAfterSeconds).toBe(1);
    at(retryAfterSeconds * 1000);
    expect(spend(second, "a", minute).retryAfterSeconds).toBe(0);
  }

  it("G14 lets pass who waits as long as told: 593, then 447 of 600", () => expectToldRight(593, 447, 600));

  it("G14 whatever was spent, of whatever budget", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40_000_000 }), fc.nat(), fc.nat(), (minute, first, second) =>
        expectToldRight(1 + (first % minute), 1 + (second % minute), minute),
      ),
      { numRuns: 1000 },
    ));

  it("G14 however many steps it took: nothing is lost by rounding", () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 999 }), { maxLength: 60 }), (waits) => {
        const { spend, at } = budgetsAt();
        spend(600);
        let now = 0;
        for (const wait of waits) {
          at((now += wait));
          spend(0);
        }
        expect(spend(0).left).toBe(Math.min(600, Math.floor(now / 100)));
      }),
    ));
});
