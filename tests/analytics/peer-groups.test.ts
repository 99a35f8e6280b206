import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PEER_GROUPS } from "../../src/questions/rank/api.js";
import { SYSTEM } from "../access/rows.js";
import { counting, received } from "../comparison/expected.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { enrol, plantCases } from "./planted-cases.js";

const FIGURE = "requests.received.total";
const DISTRICT = "371003";
/** Two towns and a street. */
const [ZEKU, ALPHA, STREET] = ["371003104", "371003102", "371003001"] as const;
const FIELDS = "id name revision changedAt unit { code } units { code }";
const SAVE = `mutation ($input: SavePeerGroupInput!) {
  savePeerGroup(input: $input) { group { ${FIELDS} } problems { code message path } }
}`;
const DELETE = `mutation ($input: DeletePeerGroupInput!) {
  deletePeerGroup(input: $input) { deletedId problems { code path } }
}`;
const OF_UNIT = `query ($code: String!) { unit(code: $code) { peerGroups { ${FIELDS} } } }`;
const NODE = `query ($id: ID!) { node(id: $id) { ... on CustomPeerGroup { ${FIELDS} } } }`;
const RANK = `query ($input: RankReportsInput!) { rankReports(input: $input) { group rows { unit { code } rank peers } } }`;
const REQUESTS = `query ($input: RequestStatisticsInput!) {
  requestStatistics(input: $input) { rows { keys values } coverage { units } }
}`;
const REPORTS = `query ($input: ReportStatisticsInput!) {
  reportStatistics(input: $input) { rows { keys values } coverage { units } }
}`;

let app: TestApp;
let officer: Client;
beforeAll(async () => {
  app = await startTestApp({ seed: "reports" });
  officer = app.as(`officer.${DISTRICT}`);
  for (const [code, times] of [
    [ZEKU, 3],
    [ALPHA, 4],
    [STREET, 5],
    ["371002001", 6],
  ] as const)
    await plantCases(app, code, { requests: [{ on: "2025-06-01", times }] });
});
afterAll(() => app.close());

const GROUP = { unitCode: DISTRICT, units: [STREET, ZEKU] };
async function save(client: Client, more: object): Promise<any> {
  const { data, errors } = await client.query(SAVE, { input: { ...GROUP, ...more } });
  expect(errors).toBeUndefined();
  return data.savePeerGroup;
}
const made = async (name: string, more: object = {}): Promise<any> => {
  const { group, problems } = await save(officer, { name, ...more });
  expect(problems).toEqual([]);
  return group;
};
const stored = () => app.app.database.read(SYSTEM, (session) => session.rows(PEER_GROUPS).find({}));
const codes = (units: readonly { code: string }[]): string[] => units.map(({ code }) => code);
const refusal = ({ data, errors }: any): unknown[] => [
  data,
  errors?.[0]?.extensions.code,
  errors?.[0]?.extensions.argument,
];

describe("a stored peer group", () => {
  it("O6 is named by an officer, read by who works at or below the government, changed and deleted", async () => {
    app.clock.set("2026-01-21T02:00:00Z");
    const group = await made("沿海镇街", { units: [ZEKU, STREET, ZEKU] });
    expect(group).toEqual({
      ...{ id: group.id, name: "沿海镇街", revision: 1, changedAt: "2026-01-21T02:00:00.000Z" },
      ...{ unit: { code: DISTRICT }, units: [{ code: STREET }, { code: ZEKU }] },
    });
    expect((await app.as(`clerk.${ZEKU}`).query(NODE, { id: group.id })).data.node).toEqual(group);
    const changed = await made("沿海各镇", { groupId: group.id, units: [ZEKU, ALPHA], expectedRevision: 1 });
    expect(changed).toMatchObject({ id: group.id, name: "沿海各镇", revision: 2 });
    expect(codes(changed.units)).toEqual([ALPHA, ZEKU]);
    const listed = async (client: Client) =>
      (await client.query(OF_UNIT, { code: DISTRICT })).data.unit.peerGroups;
    for (const client of [officer, app.as(`analyst.${DISTRICT}`), app.as(`clerk.${ZEKU}`)])
      expect(await listed(client)).toEqual([changed]);
    for (const client of [app.anonymous, app.as("officer.371002"), app.as(`admin.${DISTRICT}`)]) {
      expect(await listed(client)).toBeNull();
      expect((await client.query(NODE, { id: group.id })).data.node).toBeNull();
    }
    const input = { groupId: group.id, expectedRevision: 2 };
    expect((await officer.query(DELETE, { input })).data.deletePeerGroup).toEqual({
      deletedId: group.id,
      problems: [],
    });
    expect((await officer.query(NODE, { id: group.id })).data.node).toBeNull();
    expect(await stored()).toEqual([]);
  });

  it("is an analyst's to name, too, and one key names it once", async () => {
    const analyst = app.as(`analyst.${DISTRICT}`);
    const input = { name: "分析员的组", idempotencyKey: "once" };
    const first = await save(analyst, input);
    expect(await save(analyst, input)).toEqual(first);
    expect(await stored()).toMatchObject([{ name: "分析员的组", revision: 1 }]);
    await officer.query(DELETE, { input: { groupId: first.group.id, expectedRevision: 1 } });
  });

  it("is refused with every problem at its place, and nothing is stored", async () => {
    const group = await made("甲组");
    const { problems } = await save(officer, {
      name: "甲组",
      units: [DISTRICT, ZEKU, "371002001", "no such"],
    });
    expect(problems).toEqual([
      { code: "INVALID_INPUT", message: "已有名为“甲组”的可比组", path: ["input", "name"] },
      ...["0", "2", "3"].map((at) => ({
        code: "INVALID_INPUT",
        message: expect.stringContaining("之下没有这个单位") as unknown,
        path: ["input", "units", at],
      })),
    ]);
    for (const units of [[], [ZEKU], [ZEKU, ZEKU], Array.from({ length: 501 }, () => ZEKU)])
      expect((await save(officer, { name: "", units })).problems).toMatchObject([
        { path: ["input", "name"] },
        { message: "须为 2 至 500 个不同的单位", path: ["input", "units"] },
      ]);
    expect(
      (await save(officer, { groupId: group.id, name: "甲组", expectedRevision: 7 })).problems,
    ).toMatchObject([{ code: "STALE_REVISION" }]);
    expect((await save(officer, { groupId: group.id, name: "甲组" })).problems).toMatchObject([
      { code: "ALREADY_EXISTS", path: ["input", "expectedRevision"] },
    ]);
    const late = { groupId: group.id, expectedRevision: 7 };
    expect((await officer.query(DELETE, { input: late })).data.deletePeerGroup.problems).toMatchObject([
      { code: "STALE_REVISION" },
    ]);
    expect(await stored()).toMatchObject([{ name: "甲组", revision: 1 }]);
    // Its own name is not taken, and another's case is another name.
    expect(await made("甲组", { groupId: group.id, expectedRevision: 1 })).toMatchObject({ revision: 2 });
    const names = [{ ...group, revision: 2 }, await made("A 组"), await made("a 组")];
    for (const { id: groupId, revision: expectedRevision } of names)
      await officer.query(DELETE, { input: { groupId, expectedRevision } });
  });

  it("stays with the government that named it", async () => {
    const group = await made("文登的组");
    const both = await enrol(app, "analyst.of.both", [
      { unitCode: DISTRICT, role: "ANALYST" },
      { unitCode: "371002", role: "ANALYST" },
    ]);
    const moved = {
      name: "移走",
      unitCode: "371002",
      groupId: group.id,
      units: ["371002001", "371002002"],
      expectedRevision: 1,
    };
    expect(refusal(await both.query(SAVE, { input: moved }))).toEqual([null, "NOT_FOUND", undefined]);
    for (const groupId of [group.id, "x"])
      expect(
        refusal(await app.as("officer.371002").query(DELETE, { input: { groupId, expectedRevision: 1 } })),
      ).toEqual([null, "NOT_FOUND", undefined]);
    await officer.query(DELETE, { input: { groupId: group.id, expectedRevision: 1 } });
  });

  it("O6 ranks the public, too, by the figures that are public, and is not named in the answer", async () => {
    const group = await made("内部叫法", { units: [ZEKU, ALPHA, STREET] });
    const input = { under: DISTRICT, year: 2023, indicator: FIGURE, units: [ALPHA, STREET] };
    const asked = { input: { ...input, group: { kind: "NAMED", groupId: group.id } } };
    const answer = await app.anonymous.query(RANK, asked);
    expect(answer.data.rankReports.rows).toHaveLength(2);
    expect(JSON.stringify(answer)).not.toContain("内部叫法");
    await officer.query(DELETE, { input: { groupId: group.id, expectedRevision: 1 } });
  });

  it("is whom reports are ranked among", async () => {
    const group = await made("比一比", { units: [ZEKU, ALPHA, STREET] });
    const rank = async (peers: object) => {
      const input = { under: DISTRICT, year: 2023, indicator: FIGURE, units: [ZEKU, STREET], group: peers };
      return officer.query(RANK, { input });
    };
    const stored = await rank({ kind: "NAMED", groupId: group.id });
    expect(stored.data.rankReports.rows.map(({ peers }: any) => peers)).toEqual([2, 2]);
    expect(stored).toEqual(await rank({ kind: "NAMED", units: [ZEKU, ALPHA, STREET] }));
    for (const [peers, code, leaf] of [
      [{ kind: "NAMED", groupId: "x" }, "NOT_FOUND", "groupId"],
      [{ kind: "NAMED", groupId: group.id, units: [ZEKU] }, "BAD_USER_INPUT", "groupId"],
      [{ kind: "SAME_KIND_IN_CITY", groupId: group.id }, "BAD_USER_INPUT", "groupId"],
    ] as const)
      expect(refusal(await rank(peers))).toEqual([null, code, ["input", "group", leaf]]);
    await officer.query(DELETE, { input: { groupId: group.id, expectedRevision: 1 } });
    const gone = await rank({ kind: "NAMED", groupId: group.id });
    expect(refusal(gone)).toEqual([null, "NOT_FOUND", ["input", "group", "groupId"]]);
  });
});

describe("a peer group as a scope", () => {
  const requests = (client: Client, scope: object) =>
    client.query(REQUESTS, {
      input: {
        scope: { under: DISTRICT, ...scope },
        groupBy: ["UNIT"],
        measures: [{ name: "n", function: "COUNT" }],
      },
    });
  const counted = async (client: Client, scope: object): Promise<unknown> => {
    const { data, errors } = await requests(client, scope);
    expect(errors).toBeUndefined();
    const { rows, coverage } = data.requestStatistics;
    return [coverage.units, Object.fromEntries(rows.map(({ keys, values }: any) => [keys[0], values[0]]))];
  };
  const IN_DISTRICT = { peersOf: ZEKU, peers: { kind: "SAME_KIND_IN_DISTRICT" } };
  const named = (units: readonly string[]) => ({ peersOf: ZEKU, peers: { kind: "NAMED", units } });

  it("counts the unit and its peers", async () => {
    const towns = (await counted(officer, { kinds: ["TOWN"] })) as [number, object];
    expect(Object.values(towns[1])).toEqual([4, 3]);
    expect(await counted(officer, IN_DISTRICT)).toEqual(towns);
    const two = (await counted(officer, named([STREET]))) as [number, object];
    expect([two[0], Object.values(two[1])]).toEqual([2, [5, 3]]);
    expect(await counted(officer, { ...named([STREET]), kinds: ["TOWN"] })).toEqual(
      await counted(officer, { units: [ZEKU] }),
    );
  });

  it("goes by a stored group as by its units", async () => {
    const group = await made("统计的组", { units: [ALPHA, STREET] });
    const scope = { peersOf: ZEKU, peers: { kind: "NAMED", groupId: group.id } };
    expect(await counted(officer, scope)).toEqual(await counted(officer, { units: [ZEKU, ALPHA, STREET] }));
    await officer.query(DELETE, { input: { groupId: group.id, expectedRevision: 1 } });
    expect(refusal(await requests(officer, scope))).toEqual([
      null,
      "NOT_FOUND",
      ["input", "scope", "peers", "groupId"],
    ]);
  });

  it("leaves out whatever is not under, and whatever the caller may not read", async () => {
    const own = (await counted(officer, { units: [ZEKU] })) as [number, object];
    expect(await counted(officer, named(["371002001"]))).toEqual(own);
    const clerk = app.as(`clerk.${ZEKU}`);
    expect(await counted(clerk, { under: ZEKU, ...named([STREET, ALPHA]) })).toEqual(own);
    expect(await counted(officer, { under: STREET, ...named(["371002001"]) })).toEqual([0, {}]);
  });

  it.each(["requestStatistics", "disclosureStatistics", "remedyStatistics"])(
    "G4 %s: a reviewer of the government names no unit outside his reach",
    async (field) => {
      const reviewer = await enrol(app, `reviewer.${field.toLowerCase()}`, [
        { unitCode: DISTRICT, role: "REVIEWER" },
      ]);
      const ask = (units: readonly string[]) =>
        reviewer.query(
          `query ($units: [String!]) { ${field}(input: { scope: { under: "${DISTRICT}", units: $units } groupBy: []
            measures: [{ name: "n", function: COUNT }] }) { rows { values } } }`,
          { units },
        );
      expect((await ask([DISTRICT])).errors).toBeUndefined();
      const none = await ask([DISTRICT, "371009999"]);
      expect(refusal(none)).toEqual([null, "NOT_FOUND", ["input", "scope", "units", "1"]]);
      for (const unit of [ZEKU, "371002", "37"]) expect(await ask([DISTRICT, unit])).toEqual(none);
    },
  );

  it("is one of reports, too, with all that the caller may see of them", async () => {
    const ask = (scope: object) =>
      officer.query(REPORTS, {
        input: {
          ...{ scope: { under: "37", ...scope }, years: [2023], groupBy: [] },
          measures: [{ name: "sum", function: "SUM", field: FIGURE }],
        },
      });
    const some = [ZEKU, STREET, "371002001"];
    const answer = await ask(named(some));
    expect(answer).toEqual(await ask({ units: some }));
    expect(answer.data.reportStatistics.coverage.units).toBe(3);
    const own = counting(STREET, 2023, "SUBMITTED");
    const street = await ask({ under: STREET, ...named(some) });
    expect(street.data.reportStatistics.rows[0].values).toEqual([received(own?.cells ?? {})]);
    expect((await ask(IN_DISTRICT)).data).toEqual((await ask({ under: DISTRICT, kinds: ["TOWN"] })).data);
  });

  it("takes as many statements for two peers as for all", async () => {
    const counts: number[] = [];
    for (const scope of [named([STREET]), named([STREET, ALPHA]), IN_DISTRICT]) {
      app.statements();
      await counted(officer, scope);
      counts.push(app.statements().length);
    }
    expect(counts[0]).toBe(counts[1]);
    expect(Math.max(...counts)).toBeLessThanOrEqual(12);
  });

  const PEERS = { kind: "SAME_KIND_IN_CITY" };
  it.each<[string, object, string, string[]]>([
    ["peers of nobody", { peers: PEERS }, "BAD_USER_INPUT", ["peersOf"]],
    ["no peers", { peersOf: ZEKU }, "BAD_USER_INPUT", ["peers"]],
    ["units besides", { ...IN_DISTRICT, units: [ZEKU] }, "BAD_USER_INPUT", ["peersOf"]],
    ["no such unit", { peersOf: "nowhere", peers: PEERS }, "NOT_FOUND", ["peersOf"]],
    ["no such peer", named(["nowhere"]), "NOT_FOUND", ["peers", "units", "0"]],
    [
      "what is ranked",
      { peersOf: ZEKU, peers: { kind: "RANKED_UNITS" } },
      "BAD_USER_INPUT",
      ["peers", "kind"],
    ],
    [
      "the nearest",
      { peersOf: ZEKU, peers: { kind: "NEAREST", indicators: [FIGURE] } },
      "BAD_USER_INPUT",
      ["peers", "kind"],
    ],
  ])("refuses %s", async (_name, scope, code, at) =>
    expect(refusal(await requests(officer, scope))).toEqual([null, code, ["input", "scope", ...at]]),
  );
});
