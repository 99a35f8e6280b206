import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { buildSchema, getDirectiveValues, isObjectType } from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../harness/app.js";

/** 100,001 of the public's 5,000,000. */
const DEAR = "{ processingFee(method: BY_PIECE, quantity: 100000) { amount } }";
const CHEAP = '{ unit(code: "371003003") { code } }';
const ANALYST = "analyst.371003";
const CLERK = "clerk.371003003";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ budgetFactor: 1 });
  for (const login of [ANALYST, CLERK]) await app.as(login).query(CHEAP);
});
afterAll(() => app.close());
// A minute later every budget is whole again.
beforeEach(() => app.clock.advance(60_000));

async function ask(query: string, token: string | null = null) {
  const post = app.request.post("/graphql");
  if (token) post.set("authorization", `Bearer ${token}`);
  const { status, headers, body } = await post.send({ query });
  return { status, retryAfter: headers["retry-after"], body };
}

describe("the schema tells what a field costs", () => {
  it("by a directive in its SDL, and keeps the directive's meaning with it", () => {
    const schema = buildSchema(printSchemaWithDirectives(app.app.schema));
    const cost = schema.getDirective("cost");
    if (!cost) throw new Error("there is no @cost");
    const told = (type: string, name: string): unknown => {
      const object = schema.getType(type);
      const node = isObjectType(object) ? object.getFields()[name]?.astNode : undefined;
      return node && getDirectiveValues(cost, node);
    };
    expect(told("Query", "compareReports")).toEqual({
      weight: 50,
      multipliers: ["input.years", "input.indicators"],
      assumedSize: 50,
    });
    expect(told("Query", "processingFee")).toEqual({ weight: 1, multipliers: ["quantity"], assumedSize: 50 });
    expect(told("Query", "units")).toBeUndefined();
    expect(told("AnnualReport", "cells")).toEqual({ weight: 1, multipliers: ["codes"], assumedSize: 50 });
    expect(told("Unit", "name")).toBeUndefined();
    expect(cost.description).toContain("computed before anything runs");
  });

  it("also to who introspects it", async () => {
    const { data } = await app.anonymous.query("{ __schema { directives { name args { name } } } }");
    expect(data.__schema.directives).toContainEqual({
      name: "cost",
      args: [{ name: "weight" }, { name: "multipliers" }, { name: "assumedSize" }],
    });
  });
});

describe("what an answer cost", () => {
  it("stands in each, also of one that failed", async () => {
    const budget = 5_000_000;
    expect((await ask(CHEAP)).body.extensions).toEqual({
      cost: { price: 2, limit: 200_000, budget, left: budget - 2 },
    });
    const failed = (await ask('{ unit(code: "371003003") { requests { nodes { id } } } }')).body;
    expect(failed.errors).toHaveLength(1);
    expect(failed.extensions.cost.left).toBe(budget - 2 - failed.extensions.cost.price);
  });

  it("two hundred cells are cheap for everybody", async () => {
    const codes = JSON.stringify(Array.from({ length: 200 }, (_, at) => `some.indicator.${at}`));
    const query = `{ unit(code: "371003003") { reports { cells(codes: ${codes}) { value indicator { code } } } } }`;
    for (const client of [app.anonymous, app.as(CLERK), app.as(ANALYST)]) {
      const { body } = await ask(query, client.token);
      const refused = (body.errors ?? []).map((e: { extensions: { code: string } }) => e.extensions.code);
      expect(refused).not.toContain("TOO_COMPLEX");
      expect(body.extensions.cost.price).toBe(1 + 1 + 50 * (1 + 200 * 3));
    }
  });
});

describe("a cost of a million", () => {
  const cells = "cells { value indicator { code label unit } }";
  const query = `{ cheap: unit(code: "371003") { code } everything: units(first: 100) { nodes { reports { ${cells} } } } }`;
  const price = 2 + 1 + (1 + 100 * (1 + 50 * (1 + 50 * (1 + 1 + 3))));

  it("is refused at once, with the price, the limit and what costs most, before a statement runs", async () => {
    app.statements();
    const { status, body } = await ask(query);
    expect(app.statements()).toEqual([]);
    expect(price).toBeGreaterThan(1_000_000);
    expect([status, body.data]).toEqual([200, undefined]);
    expect(body.errors).toEqual([
      {
        message: `查询费用为 ${price}，上限 200000，其中 everything 最多；请减少 first 或字段`,
        extensions: { code: "TOO_COMPLEX", price, limit: 200_000, field: "everything" },
      },
    ]);
    expect(body.extensions.cost.left).toBe(5_000_000);
  });

  it("is too dear for every role, though an analyst may ask for more than the others", async () => {
    for (const [login, limit] of [
      [CLERK, 200_000],
      [ANALYST, 400_000],
    ] as const) {
      const { body } = await ask(query, app.as(login).token);
      expect(body.errors[0].extensions).toMatchObject({ code: "TOO_COMPLEX", limit });
    }
    const three = `{ ${["a", "b", "c"].map((alias) => `${alias}: ${DEAR.slice(2, -2)}`).join(" ")} }`;
    expect((await ask(three, app.as(CLERK).token)).body.errors[0].extensions.code).toBe("TOO_COMPLEX");
    expect((await ask(three, app.as(ANALYST).token)).body.errors).toBeUndefined();
  });
});

describe("the minute's budget", () => {
  it("once spent is RATE_LIMITED, for this caller alone, until it has grown back", async () => {
    const spend = async () => (await ask(DEAR)).body.extensions.cost;
    for (let left = 5_000_000 - 100_001; left >= 0; left -= 100_001)
      expect(await spend()).toEqual({ price: 100_001, limit: 200_000, budget: 5_000_000, left });
    const { status, retryAfter, body } = await ask(DEAR);
    expect([status, retryAfter, body.data]).toEqual([429, "1", undefined]);
    expect(body.errors).toEqual([
      {
        message: "每分钟的查询额度（5000000）已用完，请在 1 秒后再试",
        extensions: { code: "RATE_LIMITED", retryAfterSeconds: 1 },
      },
    ]);
    expect(body.extensions.cost.left).toBe(5_000_000 % 100_001);

    // Who is signed in does not spend of the address, and what costs little still fits.
    expect((await ask(DEAR, app.as(CLERK).token)).status).toBe(200);
    expect((await ask(CHEAP)).body.data).toEqual({ unit: { code: "371003003" } });

    app.clock.advance(Number(retryAfter) * 1000);
    expect((await ask(DEAR)).status).toBe(200);
  });

  it("stops a mutation before it does anything", async () => {
    while ((await ask(DEAR)).status === 200);
    const left = (await ask(CHEAP)).body.extensions.cost.left as number;
    expect(left).toBeLessThan(100_001);
    for (let spent = 0; spent < left - 1; spent += 2) {
      const pieces = Math.min(100_000, left - 2 - spent);
      const query = `{ processingFee(method: BY_PIECE, quantity: ${pieces}) { amount } }`;
      spent += (await ask(query)).body.extensions.cost.price;
    }
    app.statements();
    const signIn = `mutation { signIn(input: { login: "${CLERK}", password: "x" }) { token problems { message } } }`;
    const { status, body } = await ask(signIn);
    expect([status, body.data, body.errors[0].extensions.code]).toEqual([429, undefined, "RATE_LIMITED"]);
    expect(app.statements()).toEqual([]);
  });
});
