import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { plantReport } from "../access/plant.js";
import { newOffice } from "../reports/factories.js";
import { adminOf, changed } from "./life.js";

const FIGURE = "requests.received.naturalPerson";
const BOARD = `query ($under: String!, $year: Int!, $tree: TreeTime) {
  filingBoard(under: $under, year: $year, tree: $tree) { tree coverage { expected included } filings { unit { code } } } }`;
const COMPARE = `query ($input: CompareReportsInput!) { compareReports(input: $input) {
  tree rows { unit { code } values } coverage { year expected included } } }`;

let app: TestApp;
let city: Client;
/** Founded in 文登区 and moved to 环翠区 in 2024. */
let moved: string;
beforeAll(async () => {
  app = await startTestApp();
  city = await adminOf(app, "3710");
  moved = (await newOffice(app)).code;
  for (const year of [2023, 2024])
    await plantReport(app.app.database, { unitCode: moved, year, status: "PUBLISHED" });
  await changed(city, "moveUnit", {
    unitCode: moved,
    parentCode: "371002",
    on: "2024-06-01",
  } as object as never);
});
afterAll(() => app.close());

const onBoard = async (under: string, year: number, tree?: string): Promise<[string, boolean]> => {
  const board = (await app.anonymous.query(BOARD, { under, year, tree })).data.filingBoard;
  return [board.tree, board.filings.some(({ unit }: any) => unit.code === moved)];
};
const compared = async (under: string, more: object = {}): Promise<any> => {
  const input = { under, kinds: ["TOWN"], years: [2023, 2024], indicators: [FIGURE], ...more };
  return (await app.anonymous.query(COMPARE, { input })).data.compareReports;
};
const rowOf = ({ rows }: any) => rows.find(({ unit }: any) => unit.code === moved)?.values ?? null;

describe("a unit that was moved", () => {
  it("U2 is on the board of where it stands, or of where it stood", async () => {
    expect(await onBoard("371002", 2023)).toEqual(["NOW", true]);
    expect(await onBoard("371003", 2023)).toEqual(["NOW", false]);
    expect(await onBoard("371002", 2023, "THEN")).toEqual(["THEN", false]);
    expect(await onBoard("371003", 2023, "THEN")).toEqual(["THEN", true]);
    // Where it stood on the last day of the year.
    expect(await onBoard("371002", 2024, "THEN")).toEqual(["THEN", true]);
    expect(await onBoard("371003", 2024, "THEN")).toEqual(["THEN", false]);
    // Both lie below the city whenever.
    expect(await onBoard("3710", 2023, "THEN")).toEqual(["THEN", true]);
  });

  it("U2 is compared below whom it stands, or in each year below whom it stood", async () => {
    expect(rowOf(await compared("371002"))).toEqual([7, 7]);
    expect(rowOf(await compared("371003"))).toBeNull();
    const before = await compared("371003", { tree: "THEN" });
    expect([before.tree, rowOf(before)]).toEqual(["THEN", [7, null]]);
    const after = await compared("371002", { tree: "THEN" });
    expect(rowOf(after)).toEqual([null, 7]);
    expect(after.coverage.map(({ year, included }: any) => [year, included])).toEqual([
      [2023, 0],
      [2024, 1],
    ]);
    // By name, and as one of the children.
    expect(rowOf(await compared("371003", { tree: "THEN", kinds: null, units: [moved] }))).toEqual([7, null]);
    expect(rowOf(await compared("371002", { tree: "THEN", kinds: null, years: [2023] }))).toBeNull();
    expect(rowOf(await compared("371003", { tree: "THEN", kinds: null, years: [2023] }))).toEqual([7]);
  });
});
