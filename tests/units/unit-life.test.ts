import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { verifySums } from "../../src/area-sums/api.js";
import { enrol } from "../analytics/planted-cases.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { faults, newOffice, reportAt } from "../reports/factories.js";
import { adminOf, ask, change, changed, complaints, unitOf } from "./life.js";

const LICENCES = "proactive.licences.decisions";
const ROLL_UP = `query ($under: String!) {
  areaSums(under: $under, by: DISTRICT, years: [2025], indicators: ["${LICENCES}"], atLeast: SUBMITTED) {
    rows { keys values } } }`;
const COMPARE = `query ($input: CompareReportsInput!) { compareReports(input: $input) { rows { unit { code } values } } }`;

let app: TestApp;
let city: Client;
let province: Client;
let district: Client;
beforeAll(async () => {
  app = await startTestApp();
  city = await adminOf(app, "3710");
  province = await adminOf(app, "37");
  district = app.as("admin.371003");
});
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-01-20T09:00:00+08:00"));

let number = 0;
const newTown = async (more: object = {}): Promise<string> => {
  const code = `371003${700 + ++number}`;
  const names = { name: `文登区新${number}镇人民政府`, shortName: `新${number}镇` };
  const { unit, problems } = (
    await ask(district, "createUnit", { parentCode: "371003", code, kind: "TOWN", ...names, ...more })
  ).data.createUnit;
  if (!unit) throw new Error(JSON.stringify(problems));
  return code;
};

/** What the districts of the city have received, by their code. */
const sums = async (): Promise<Record<string, number>> => {
  const { rows } = (await city.query(ROLL_UP, { under: "3710" })).data.areaSums;
  return Object.fromEntries(rows.map(({ keys, values }: any) => [keys[0], values[0]]));
};
const verified = async () => expect(await verifySums(app.app.database)).toEqual([]);

describe("amendUnit", () => {
  it("U2 mends what the register says, keeps the rest and writes it down", async () => {
    const unitCode = await newTown();
    const amended = await changed(district, "amendUnit", {
      unitCode,
      filesReport: false,
      establishedOn: "2024-03-01",
      creditCode: "91350100M000100Y43",
      aliases: ["新镇"],
      on: "2026-01-05",
    } as any);
    expect(amended).toMatchObject({
      kind: "TOWN",
      filesReport: false,
      establishedOn: "2024-03-01",
      creditCode: "91350100M000100Y43",
      aliases: ["新镇"],
      revision: 2,
    });
    expect(amended.history).toEqual([
      expect.objectContaining({ action: "CREATE_UNIT", on: "2026-01-20", reason: null, revision: 1 }),
      {
        on: "2026-01-05",
        action: "AMEND_UNIT",
        reason: "威政字〔2026〕3号",
        revision: 2,
        changes: expect.arrayContaining([
          { field: "establishedOn", before: null, after: "2024-03-01" },
          { field: "filesReport", before: "true", after: "false" },
        ]),
      },
    ]);
    expect((await city.query(`{ units(text: "新镇") { nodes { code } } }`)).data.units.nodes).toEqual([
      { code: unitCode },
    ]);
    // Null clears; nothing given changes nothing, and costs no revision.
    const cleared = await changed(district, "amendUnit", {
      unitCode,
      establishedOn: null,
      creditCode: null,
    } as any);
    expect(cleared).toMatchObject({ establishedOn: null, creditCode: null, filesReport: false, revision: 3 });
    expect((await changed(district, "amendUnit", { unitCode })).revision).toBe(3);
  });

  it("U2 a change of kind fits into the tree", async () => {
    const unitCode = await newTown();
    const refused = async (more: object) =>
      complaints(await change(city, "amendUnit", { unitCode, ...more }));
    expect(await refused({ kind: "CITY" })).toEqual(["INVALID_INPUT input.kind"]);
    expect((await changed(district, "amendUnit", { unitCode, kind: "SUBDISTRICT" } as any)).kind).toBe(
      "SUBDISTRICT",
    );
    expect(
      complaints(await change(city, "amendUnit", { unitCode: "371003", kind: "PROVINCE" } as any)),
    ).toEqual(["INVALID_INPUT input.kind"]);
  });

  it.each([
    [{ on: "2026-01-21" }, ["INVALID_INPUT input.on"]],
    [{ reason: " " }, ["INVALID_INPUT input.reason"]],
    [{ creditCode: "91350100M000100Y44" }, ["INVALID_INPUT input.creditCode"]],
    [{ aliases: ["x"] }, ["INVALID_INPUT input.aliases.0"]],
    [{ expectedRevision: 7 }, ["STALE_REVISION input.expectedRevision"]],
  ])("U2 %j is refused with its place", async (more, said) => {
    const unitCode = await newTown();
    expect(
      complaints(await change(district, "amendUnit", { unitCode, filesReport: false, ...more } as any)),
    ).toEqual(said);
    expect(await unitOf(city, unitCode)).toMatchObject({ revision: 1, filesReport: true });
  });

  it("U2 two units never have one credit code", async () => {
    const creditCode = "91110000802100433B";
    await newTown({ creditCode });
    const unitCode = await newTown();
    expect(complaints(await change(district, "amendUnit", { unitCode, creditCode } as any))).toEqual([
      "ALREADY_EXISTS input.creditCode",
    ]);
  });
});

describe("moveUnit", () => {
  it("U2 takes the subtree, its reports, rights and sums along", async () => {
    const office = await newOffice(app);
    const { code, clerk } = office;
    await reportAt(app, "PUBLISHED", office, 2025, { [LICENCES]: "7" });
    await reportAt(app, "SUBMITTED", office, 2024, { [LICENCES]: "5" });
    await reportAt(app, "PUBLISHED", await newOffice(app), 2025, { [LICENCES]: "3" });
    const before = await sums();
    const moved = await changed(city, "moveUnit", {
      unitCode: code,
      parentCode: "371002",
      on: "2026-01-10",
    } as any);
    expect(moved).toMatchObject({
      code,
      parent: { code: "371002" },
      ancestors: [{ code: "37" }, { code: "3710" }, { code: "371002" }],
      formerPlaces: [{ until: "2026-01-10", parent: { code: "371003" } }],
    });
    await verified();
    expect(await sums()).toEqual({
      ...before,
      "371003": (before["371003"] ?? 0) - 7,
      "371002": (before["371002"] ?? 0) + 7,
    });
    // Who worked for it still does; who stood above it no more, and who stands above it now does.
    const draft = `query ($code: String!) { unit(code: $code) { report(year: 2024) { status } } }`;
    const seen = async (client: Client) =>
      (await client.query(draft, { code })).data.unit.report?.status ?? null;
    expect([
      await seen(clerk),
      await seen(app.as("officer.371003")),
      await seen(app.as("officer.371002")),
    ]).toEqual(["SUBMITTED", null, "SUBMITTED"]);
    const input = { under: "371002", units: [code], years: [2025], indicators: [LICENCES] };
    expect((await app.anonymous.query(COMPARE, { input })).data.compareReports.rows).toEqual([
      { unit: { code }, values: [7] },
    ]);
    // It goes on from there: another report counts where it stands.
    await reportAt(app, "SUBMITTED", office, 2023, { [LICENCES]: "1" });
    await verified();
  });

  it("U2 a whole government moves with all below it", async () => {
    const codes = ["371081", "371081001", "371081-xfj"];
    const make = (code: string, parentCode: string, kind: string) =>
      ask(city, "createUnit", { code, parentCode, kind, name: `示例${code}`, shortName: `例${code}` });
    for (const [i, kind] of ["DISTRICT", "TOWN", "DEPARTMENT"].entries())
      expect((await make(codes[i]!, i === 0 ? "3710" : "371081", kind)).data.createUnit.problems).toEqual([]);
    const other = await ask(province, "createUnit", {
      code: "3706",
      parentCode: "37",
      kind: "CITY",
      name: "烟台市人民政府",
      shortName: "烟台市",
    });
    expect(other.data.createUnit.unit).toMatchObject({ filesReport: false });
    await changed(province, "moveUnit", { unitCode: "371081", parentCode: "3706" } as any);
    for (const code of codes.slice(1))
      expect((await unitOf(city, code)).ancestors.map((a: any) => a.code)).toEqual(["37", "3706", "371081"]);
    expect((await city.query(`{ units(under: "3706") { totalCount } }`)).data.units.totalCount).toBe(4);
    await verified();
  });

  it("U2 is refused where the tree would not be one, with its place", async () => {
    const unitCode = await newTown();
    const leaf = await newTown();
    const refused = async (more: object, of = unitCode) =>
      complaints(await change(province, "moveUnit", { unitCode: of, ...more }));
    expect(await refused({ parentCode: "371003" })).toEqual(["INVALID_INPUT input.parentCode"]);
    expect(await refused({ parentCode: leaf })).toEqual(["INVALID_INPUT input.parentCode"]);
    expect(await refused({ parentCode: "371003" }, "3710")).toEqual(["INVALID_INPUT input.parentCode"]);
    expect(await refused({ parentCode: "371002", on: "2026-02-01" })).toEqual(["INVALID_INPUT input.on"]);
    expect(await refused({ parentCode: "371002", expectedRevision: 9 })).toEqual([
      "STALE_REVISION input.expectedRevision",
    ]);
    expect(await unitOf(city, unitCode)).toMatchObject({ revision: 1, formerPlaces: [] });
  });

  it("U2 is for whoever administers both places", async () => {
    const unitCode = await newTown();
    const given = { unitCode, parentCode: "371002", reason: "试", expectedRevision: 1 };
    const of = async (client: Client) => faults(await ask(client, "moveUnit", given));
    expect(await of(district)).toEqual(["NOT_FOUND"]);
    expect(await of(app.as("officer.371003"))).toEqual(["FORBIDDEN"]);
    expect(await of(app.anonymous)).toEqual(["UNAUTHENTICATED"]);
    const home = await adminOf(app, unitCode);
    expect(await of(home)).toEqual(["NOT_FOUND"]);
    // Of the unit and of where it would go, and not of where it stands.
    const places = [unitCode, "371002"].map((code) => ({ unitCode: code, role: "ADMIN" as const }));
    expect(await of(await enrol(app, `mover.${unitCode}`, places))).toEqual(["NOT_FOUND"]);
    expect((await unitOf(city, unitCode)).parent).toEqual({ code: "371003" });
  });

  it("U2 is done once however often it is sent", async () => {
    const unitCode = await newTown();
    const input = {
      unitCode,
      parentCode: "371002",
      reason: "威政字〔2026〕3号",
      expectedRevision: 1,
      idempotencyKey: "move once",
    };
    const answers = [await ask(city, "moveUnit", input), await ask(city, "moveUnit", input)];
    expect(answers[0]!.data).toEqual(answers[1]!.data);
    expect((await unitOf(city, unitCode)).formerPlaces).toHaveLength(1);
  });
});

describe("removeUnit", () => {
  it("U2 takes back a unit made by mistake, and keeps a note of it above", async () => {
    const unitCode = await newTown();
    expect(await changed(district, "removeUnit", { unitCode })).toBe(unitCode);
    expect(await unitOf(city, unitCode)).toBeNull();
    expect((await unitOf(city, "371003")).history.at(-1)).toMatchObject({
      action: "REMOVE_UNIT",
      changes: [{ field: "child", before: unitCode, after: null }],
    });
    await newTown({ code: unitCode });
  });

  it("U2 not while anything hangs on it, and says what", async () => {
    const { code, clerk } = await newOffice(app);
    const said = async (of: string) =>
      (await change(city, "removeUnit", { unitCode: of })).problems.map(({ code: c, message }) => [
        c,
        message,
      ]);
    expect(await said(code)).toEqual([["NOT_ALLOWED_NOW", "该单位已有用户、角色，不能删除；请改用撤销"]]);
    expect((await said("371003"))[0]![1]).toContain("下级单位");
    // One that has filed has reports and versions of them: both are reports, and told once.
    const filed = await newOffice(app);
    await reportAt(app, "SUBMITTED", filed);
    expect((await said(filed.code))[0]![1]!.match(/年报/g)).toHaveLength(1);
    expect(
      faults(await ask(clerk, "removeUnit", { unitCode: code, reason: "误设", expectedRevision: 1 })),
    ).toEqual(["FORBIDDEN"]);
  });
});
