import { afterAll, beforeAll, expect, it } from "vitest";
import { createAdmin } from "../../src/identity/api.js";
import { verifySums } from "../../src/area-sums/api.js";
import type { UnitKind } from "../../src/units/index.js";
import { unitFollowers } from "../../src/app/unit-followers.js";
import { startTestApp, type TestApp } from "../harness/app.js";
import { PASSWORD, signedIn } from "../reports/factories.js";
import { plantReport } from "../access/plant.js";
import { ask, change, changed, unitOf } from "./life.js";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

interface Given {
  readonly unitCode: string;
  readonly kind: UnitKind;
  readonly under?: string;
  readonly adopt?: boolean;
}

/** As the operator's command does. */
async function install({ unitCode, kind, under, adopt = false }: Given) {
  const { database, identity, calendar, vault } = app.app;
  const login = `root.${unitCode}`;
  const followers = unitFollowers({ clock: app.clock, calendar }, vault);
  const operator = { database, clock: app.clock, passwords: identity.passwords, followers };
  const newUnit = { name: `示例政府${unitCode}`, kind, ...(under !== undefined && { under }) };
  await createAdmin(operator, { login, displayName: "某人", password: PASSWORD, unitCode, newUnit, adopt });
  return signedIn(app, login);
}

const EXPECTED = `query ($code: String!) { unit(code: $code) { parent { code } expectedParent { code } } }`;
const placeOf = async (code: string) => (await app.anonymous.query(EXPECTED, { code })).data.unit;
const codesAbove = async (code: string): Promise<string[]> =>
  (await unitOf(app.anonymous, code)).ancestors.map((unit: { code: string }) => unit.code);

it("F2 governments installed from below are told where they belong, and put there with all of theirs", async () => {
  const district = await install({ unitCode: "440103", kind: "DISTRICT" });
  const town = {
    parentCode: "440103",
    code: "440103001",
    kind: "TOWN",
    name: "某镇人民政府",
    shortName: "某镇",
  };
  expect((await ask(district, "createUnit", town)).data.createUnit.problems).toEqual([]);
  await plantReport(app.app.database, { unitCode: "440103001", year: 2024, status: "PUBLISHED" });
  expect(await placeOf("440103")).toEqual({ parent: null, expectedParent: null });

  const city = await install({ unitCode: "4401", kind: "CITY" });
  expect(await placeOf("440103")).toEqual({ parent: null, expectedParent: { code: "4401" } });
  // Over the API it is told what to do instead of being founded twice.
  const twice = { ...town, parentCode: "4401", code: "440103", kind: "DISTRICT" };
  expect((await ask(city, "createUnit", twice)).data.createUnit.problems).toMatchObject([
    { code: "ALREADY_EXISTS", message: "单位 440103 已有，但没有上级：请用 moveUnit 移到 4401 之下" },
  ]);

  const province = await install({ unitCode: "44", kind: "PROVINCE", adopt: true });
  expect(await codesAbove("440103001")).toEqual(["44", "4401", "440103"]);
  expect(await placeOf("440103")).toEqual({ parent: { code: "4401" }, expectedParent: null });
  expect((await unitOf(province, "4401")).history.at(-1)).toMatchObject({ action: "MOVE_UNIT" });
  expect(await verifySums(app.app.database)).toEqual([]);
  // The city's board knows the town, and whoever administers the province amends it.
  const board = `{ filingBoard(under: "4401", year: 2024) { filings { unit { code } status } } }`;
  expect((await app.anonymous.query(board)).data.filingBoard.filings).toEqual([
    { unit: { code: "440103001" }, status: "PUBLISHED" },
  ]);
  expect(
    await changed(province, "amendUnit", { unitCode: "440103001", filesReport: false } as object as never),
  ).toMatchObject({
    filesReport: false,
  });
});

it("F2 a government made below another stands there, and files as one made over the API", async () => {
  await install({ unitCode: "45", kind: "PROVINCE" });
  const city = await install({ unitCode: "4501", kind: "CITY", under: "45" });
  expect(await unitOf(city, "4501")).toMatchObject({ parent: { code: "45" }, filesReport: false });
  const made = {
    parentCode: "4501",
    code: "450103",
    kind: "DISTRICT",
    name: "某区人民政府",
    shortName: "某区",
  };
  expect((await ask(city, "createUnit", made)).data.createUnit.unit.filesReport).toBe(false);
  await expect(install({ unitCode: "4602", kind: "CITY", under: "45" })).rejects.toThrow(
    "代码须以上级代码开头",
  );
  await expect(install({ unitCode: "4502", kind: "CITY", under: "99" })).rejects.toThrow("没有单位 99");
});

it("F2 whoever administers a root and the government above moves it over the API", async () => {
  const root = await install({ unitCode: "460105", kind: "DISTRICT" });
  const city = await install({ unitCode: "4601", kind: "CITY" });
  const both = await install({ unitCode: "46", kind: "PROVINCE" });
  for (const client of [root, city, both]) {
    const answer = await ask(client, "moveUnit", {
      unitCode: "460105",
      parentCode: "4601",
      reason: "归位",
      expectedRevision: 1,
    });
    expect(answer.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  }
  expect(await change(city, "amendUnit", { unitCode: "4601" })).toMatchObject({ problems: [] });
});
