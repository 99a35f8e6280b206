import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fromGlobalId } from "../../src/platform/graphql/global-id.js";
import { plantCases } from "../analytics/planted-cases.js";
import { STATISTICS } from "./cases-statistics.js";
import { fetchAs } from "./files.js";
import { CASES } from "./isolation-cases.js";
import type { Caller } from "./people.js";
import { plantQueries } from "./plant-queries.js";
import { plantReport } from "./plant.js";
import { emptyNeighbour, startWorld, type World } from "./tenants.js";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.app.close());

/** Whatever is made of many rows, of many units. */
const ASKED = [
  ...STATISTICS,
  ...CASES.filter(({ about }) => /^Query\.(compareReports|savedQueries) /.test(about[0] ?? "")),
];

/** Every answer, by the case and what was asked; the tenants share some questions. */
async function answersFor(caller: Caller): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const one of ASKED)
    for (const tenant of world.tenants)
      for (const { variables } of one.probes(tenant, caller, world)) {
        const asked = `${one.about.join()} ${JSON.stringify(variables)}`;
        if (answers.has(asked)) continue;
        const answer = await world.people.as(caller).query(one.document(world.app.app.schema), variables);
        answers.set(asked, JSON.stringify(answer));
      }
  return answers;
}

const NEIGHBOUR = "371002-xfj";

/** More of everything at 环翠区 that is not published, of many units and years. */
async function plantMore(): Promise<void> {
  const { app } = world;
  const { database } = app.app;
  const working = { note: "不得外传", figure: 930_000_017 };
  const states = ["SUBMITTED", "APPROVED", "RETURNED", "DRAFT"] as const;
  for (const [i, status] of states.entries())
    for (const unitCode of [NEIGHBOUR, "371002"])
      await plantReport(database, { unitCode, year: 2022 + i, status, working });
  const on = "2025-03-03";
  const done = {
    on,
    decided: "2025-03-20",
    outcome: "GRANTED",
    article: "另一条",
    days: 9,
    times: 5,
  } as const;
  for (const code of [NEIGHBOUR, "371002001"])
    await plantCases(app, code, {
      requests: [done],
      remedies: [{ on, concluded: "2025-05-05", times: 5 }],
      proposals: [{ on, answered: "2025-04-04", resultClass: "丙", times: 5 }],
      disclosures: [{ on, category: "另一类", times: 5 }],
      interpretations: [{ on, times: 5 }],
    });
  const [, huancuilou] = world.tenants;
  await plantQueries(database, "371002001", fromGlobalId(huancuilou?.user.id ?? "")?.id ?? "");
}

describe("what is not published of one district", () => {
  const INSIDER: Caller = "foreign officer";
  const BOARD = '/queries/library.filing-board.csv?var.under="371003"&var.year=2025';
  const outsiders = ["public", "foreign clerk", "analyst"] as const;

  it("makes no difference to anybody's answers elsewhere, byte for byte, and all to its own officer's", async () => {
    const before = new Map<Caller, Map<string, string>>();
    for (const caller of [...outsiders, INSIDER]) before.set(caller, await answersFor(caller));
    const { etag = "" } = await fetchAs(world.app, world.app.anonymous, BOARD);
    await plantMore();
    for (const caller of outsiders)
      expect([caller, await answersFor(caller)]).toEqual([caller, before.get(caller)]);
    const headers = { "if-none-match": etag };
    expect((await fetchAs(world.app, world.app.anonymous, BOARD, { headers })).status).toBe(304);

    const seen = await answersFor(INSIDER);
    const differing = [...seen].filter(([asked, answer]) => before.get(INSIDER)?.get(asked) !== answer);
    const fields = new Set(differing.map(([asked]) => asked.split(" ")[0]));
    expect(fields).toEqual(new Set(ASKED.map(({ about }) => about[0]?.split(" ")[0])));
  });
});

describe("the requests of few", () => {
  const QUESTION = `query ($input: RequestStatisticsInput!) { requestStatistics(input: $input) {
    rows { keys values numerators denominators } totals { values numerators denominators } coverage { groups suppressed } } }`;
  const DIMENSIONS = ["APPLICANT_KIND", "OUTCOME", "ARTICLE", "MONTH", "YEAR", "STATE", "UNIT_KIND"];
  const of = (name: string, more: object = {}) => ({ name: name.toLowerCase(), function: name, ...more });
  const MEASURES = [
    ...["COUNT", "SHARE"].map((name) => of(name)),
    ...["SUM", "MEAN", "MEDIAN", "MAX"].map((name) => of(name, { field: "WORKING_DAYS" })),
    of("RATIO", { where: { outcomes: ["GRANTED"] } }),
  ];

  async function countsFor(caller: Caller, under: string): Promise<string[]> {
    const answers = [];
    for (const dimension of DIMENSIONS) {
      const input = { scope: { under }, groupBy: [dimension], measures: MEASURES, totals: true };
      answers.push(JSON.stringify(await world.people.as(caller).query(QUESTION, { input })));
    }
    return answers;
  }

  /** As the noise is chosen by keys, only this mode keeps an answer byte for byte. */
  async function suppress(): Promise<void> {
    const document = `mutation ($input: ChangeSettingInput!) { changeSetting(input: $input) { problems { message } } }`;
    const input = { unitCode: "371003", key: "analytics.protection", value: "SUPPRESSED" };
    const { data } = await world.people.as("officer").query(document, { input });
    expect(data).toEqual({ changeSetting: { problems: [] } });
  }

  it("one or two are the same to the district's analyst, byte for byte, and not to its officer", async () => {
    await suppress();
    const [huanshan] = world.tenants;
    const under = huanshan ? emptyNeighbour(huanshan) : "";
    const requests = [{ on: "2025-02-03", decided: "2025-02-10", days: 6, article: "§36(2)" }];
    await plantCases(world.app, under, { requests });
    const analyst = await countsFor("analyst", under);
    const officer = await countsFor("officer", under);
    await plantCases(world.app, under, { requests });
    expect(await countsFor("analyst", under)).toEqual(analyst);
    expect(await countsFor("officer", under)).not.toEqual(officer);
    for (const answer of analyst) expect(answer).not.toMatch(/"(values|numerators)":\[[^\]]*[1-9]/);
    // A third one, and there is nobody left to make out.
    await plantCases(world.app, under, { requests });
    expect(
      (await countsFor("analyst", under)).filter((answer) => answer.includes('"values":[3')),
    ).toHaveLength(DIMENSIONS.length);
  });
});
