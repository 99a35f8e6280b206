import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, toyApp, toySchema, type Answer, type ToyApp } from "../http/toy-app.fixture.js";
import { Admission, type Lane, type Allowance, MinuteBudgets } from "./admission.js";

const lanes = (waitMs: number): readonly Lane[] => [
  { upTo: 100, places: { all: 2, each: 1, waiting: 2, waitMs } },
  { upTo: Infinity, places: { all: 1, each: 1, waiting: 2, waitMs } },
];
/** Nobody gives up while a busy machine is slow; where giving up is what is asked, at once. */
const PATIENT = lanes(3_600_000);
const HASTY = lanes(1);
const CHEAP = "{ tree { later } }";
const DEAR = "{ tree { later } trees(first: 100) { nodes { name colour } } }";
const SAVE = 'mutation { signIn(login: "x") }';
const ALLOWANCE: Allowance = { caller: "", request: 10_000, minute: 20_000 };

/** Operations wait here until the test lets them go on, one by one. */
let resting: (() => void)[] = [];
let toy: ToyApp;
let hasty: ToyApp;
beforeAll(async () => {
  const schema = toySchema();
  const later = (schema.getType("Tree") as unknown as { getFields(): Record<string, object> }).getFields()[
    "later"
  ];
  Object.assign(later ?? {}, {
    resolve: () => new Promise((resolve) => resting.push(() => resolve("later"))),
  });
  const appWith = (lanesOfApp: readonly Lane[]) =>
    toyApp({
      schema,
      lanes: lanesOfApp,
      clock: { now: () => new Date(0) },
      allowanceOf: ({ language }) => ({ ...ALLOWANCE, caller: language }),
    });
  [toy, hasty] = [await appWith(PATIENT), await appWith(HASTY)];
});
afterAll(() => Promise.all([toy.app.close(), hasty.app.close()]));
beforeEach(() => (resting = []));

const as = (caller: "zh" | "en", query: string, app = toy): Promise<Answer> =>
  ask(app, query, undefined, { "accept-language": caller });
const letGo = () => resting.shift()?.();
const turns = async (n = 5): Promise<void> => {
  for (let i = 0; i < n; i++) await new Promise(setImmediate);
};
async function untilResting(many: number): Promise<void> {
  while (resting.length < many) await turns(1);
}

describe("O1 operations in hand", () => {
  it("are so many of one caller, while another is served, and a save waits for no statistic", async () => {
    const dear = [as("en", DEAR), as("en", DEAR)];
    await untilResting(1);
    const cheap = as("zh", CHEAP);
    await untilResting(2);
    expect((await as("en", SAVE)).body.data).toEqual({ signIn: "token of x" });
    await turns();
    expect(resting).toHaveLength(2);
    letGo();
    await dear[0];
    await untilResting(2);
    while (resting.length > 0) letGo();
    for (const answer of [...(await Promise.all(dear)), await cheap]) expect(answer.status).toBe(200);
  });

  it("a change waits for no statistic either where it is dear itself", async () => {
    const admission = new Admission(PATIENT);
    const dear = { caller: "x", price: 1_000 };
    const leave = await admission.enter({ ...dear, changes: false });
    (await admission.enter({ ...dear, changes: true }))();
    leave();
  });

  it("are refused in clear words with Retry-After once a caller has too many waiting, and spend nothing", async () => {
    const left = (answer: Answer) => (answer.body.extensions?.["cost"] as { left: number }).left;
    const before = left(await as("en", "{ __typename }"));
    const begun = [as("en", CHEAP), as("en", CHEAP), as("en", CHEAP)];
    await untilResting(1);
    await turns();
    const refused = await as("en", CHEAP);
    expect([refused.status, refused.headers["retry-after"]]).toEqual([429, "5"]);
    expect(refused.body.errors).toEqual([
      {
        message:
          "Too many of your queries at once: 1 running and 2 waiting. Wait for some of them, and try again in 5 seconds",
        extensions: { code: "RATE_LIMITED", retryAfterSeconds: 5 },
      },
    ]);
    for (let i = 0; i < begun.length; i++) {
      await untilResting(1);
      letGo();
      await begun[i];
    }
    expect(before - left(await as("en", "{ __typename }"))).toBe(3 * 2 + 1);
  });

  it("are answered 503 with Retry-After when they have waited too long", async () => {
    const first = as("en", DEAR, hasty);
    await untilResting(1);
    const second = await as("zh", DEAR, hasty);
    expect([second.status, second.headers["retry-after"]]).toEqual([503, "5"]);
    expect(second.body.errors?.[0]?.extensions["code"]).toBe("UNAVAILABLE");
    letGo();
    expect((await first).status).toBe(200);
  });

  it("give their place back when they fail", async () => {
    for (let i = 0; i < 4; i++) expect((await as("en", "{ failHard }")).body.errors).toHaveLength(1);
  });

  it("never keep health or a page waiting", async () => {
    const begun = [as("en", CHEAP), as("zh", CHEAP)];
    await untilResting(2);
    expect((await toy.app.inject("/healthz")).statusCode).toBe(200);
    while (resting.length > 0) letGo();
    await Promise.all(begun);
  });
});

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
