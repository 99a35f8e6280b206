import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../harness/app.js";
import { plant } from "../ledgers/planted-rows.js";

const OF_2024 = 600;
const OF_2023 = 300;
const ELSEWHERE = 200;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  const requests = (countedOn: string, times: number) => Array.from({ length: times }, () => ({ countedOn }));
  await plant(app, "371003003", {
    requests: [...requests("2024-03-01", OF_2024), ...requests("2023-03-01", OF_2023)],
  });
  await plant(app, "371003104", { requests: requests("2024-05-01", ELSEWHERE) });
  // What was counted at the start is old by now; the first one who asks has it counted again.
  app.clock.advance(600_000);
  const before = await priceOf("analyst.371003", STATISTIC, statistic());
  while ((await priceOf("analyst.371003", STATISTIC, statistic())) === before);
});
afterAll(() => app.close());

const STATISTIC = `query ($input: RequestStatisticsInput!) { requestStatistics(input: $input) { coverage { units } } }`;
const COUNT = { name: "n", function: "COUNT" };
const MEDIAN = { name: "m", function: "MEDIAN", field: "WORKING_DAYS" };

const statistic = (scope: object = { under: "371003" }, more: object = {}) => ({
  input: { scope, groupBy: [], measures: [COUNT], ...more },
});

async function priceOf(login: string, query: string, variables: object): Promise<number> {
  const client = app.as(login);
  await client.query("{ __typename }");
  const post = app.request.post("/graphql").set("authorization", `Bearer ${client.token}`);
  const { body } = await post.send({ query, variables });
  return body.extensions.cost.price as number;
}

describe("O1 the price of a statistic follows the rows that it will read", () => {
  const price = (variables: object, login = "analyst.371003") => priceOf(login, STATISTIC, variables);
  const ALL = (OF_2024 + OF_2023 + ELSEWHERE) / 10;

  it("by the place", async () => {
    const nothing = await price(statistic({ under: "371003102" }));
    expect(nothing).toBe(2_000 + 2);
    expect((await price(statistic())) - nothing).toBe(ALL);
    expect((await price(statistic({ under: "371003104" }))) - nothing).toBe(ELSEWHERE / 10);
    const named = statistic({ under: "371003", units: ["371003104", "371003102"] });
    expect((await price(named)) - nothing).toBe(ELSEWHERE / 10);
  });

  it("by the years, and once more for each field that is measured", async () => {
    const base = 2_000 + 2;
    const narrow = await price(statistic(undefined, { where: { years: [2023] } }));
    expect(narrow - base).toBe(OF_2023 / 10);
    const measured = await price(statistic(undefined, { measures: [COUNT, MEDIAN] }));
    expect(measured - base).toBe(2_000 + 2 * ALL);
    const twice = [MEDIAN, { ...MEDIAN, name: "p", function: "MEAN" }];
    expect((await price(statistic(undefined, { measures: twice }))) - base).toBe(2_000 + 2 * ALL);
  });

  it("and so does that of a list, which counts what it searches", async () => {
    const LIST = `query ($code: String!, $subtree: Boolean, $text: String) {
      unit(code: $code) { ...F }
    }
    fragment F on Unit { requests(subtree: $subtree, first: 1, filter: { text: $text }) { totalCount } }`;
    const list = (code: string, subtree: boolean) =>
      priceOf("officer.371003", LIST, { code, subtree, text: "会议纪要" });
    const least = await list("371003102", false);
    expect((await list("371003", true)) - least).toBe(ALL);
    expect((await list("371003", false)) - least).toBe(0);
    expect((await list("371003003", false)) - least).toBe((OF_2024 + OF_2023) / 10);
  });

  it("P1 yet only by hundreds of a unit, however often it is named: a price counts no cases for an analyst", async () => {
    const few = async (code: string, times: number) => {
      const units = Array.from({ length: times }, () => code);
      return (await price(statistic({ under: "371003", units }))) - (2_000 + 2);
    };
    await plant(app, "371003105", {
      requests: Array.from({ length: 7 }, () => ({ countedOn: "2024-05-01" })),
    });
    app.clock.advance(600_000);
    const grown = () => price(statistic({ under: "371003105" }), "officer.371003");
    for (let asked = 0; asked < 5; asked++) await grown();
    expect([await few("371003105", 1), await few("371003105", 1000)]).toEqual([0, 0]);
    expect(await few("371003104", 1000)).toBe(ELSEWHERE / 10);
  });

  it("O2 the answer of a change reads no ledger at length: it would hold everybody's way to write meanwhile", async () => {
    const officer = app.as("officer.371003");
    const change = (searches: number, value: number) => {
      const lists = Array.from(
        { length: searches },
        (_, i) => `r${i}: requests(subtree: true, filter: { text: "字${i}" }) { totalCount }`,
      );
      return officer.query(
        `mutation ($input: ChangeSettingInput!) { changeSetting(input: $input) { unit { code ${lists.join(" ")} } } }`,
        { input: { unitCode: "371003", key: "requests.dueSoonDays", value } },
      );
    };
    const value = async () =>
      (await officer.query(`{ unit(code: "371003") { settings { key value } } }`)).data.unit.settings.find(
        ({ key }: any) => key === "requests.dueSoonDays",
      ).value;
    const before = await value();
    const refused = await change(20, 7);
    expect(refused.errors?.map(({ extensions }) => extensions["code"])).toEqual(["TOO_COMPLEX"]);
    expect(await value()).toBe(before);
    expect((await change(2, 7)).data.changeSetting.unit).toMatchObject({ r1: { totalCount: 0 } });
    expect(await value()).toBe(7);
  });

  it("yet tells nobody how many there are where he may not look", async () => {
    const foreign = await price(statistic({ under: "371003003" }), "clerk.371003104");
    expect(foreign).toBe(await price(statistic({ under: "no-such-unit" }), "clerk.371003104"));
    const above = await price(statistic({ under: "371003" }), "clerk.371003104");
    expect(above - foreign).toBe(ELSEWHERE / 10);
  });
});
