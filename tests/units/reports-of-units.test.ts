import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import {
  findingsOf,
  newOffice,
  reportAt,
  saved,
  taken,
  wholeReport,
  type Office,
} from "../reports/factories.js";
import { changed } from "./life.js";

const RECEIVED = "requests.received.naturalPerson";
const CARRIED_OUT = "requests.carriedOut.naturalPerson";
const CARRIED_IN = "requests.carriedIn.naturalPerson";
const GRANTED = "requests.granted.naturalPerson";
const NAME = `query ($code: String!, $year: Int!) { unit(code: $code) { name report(year: $year) { status unitName } } }`;

let app: TestApp;
let district: Client;
beforeAll(async () => {
  app = await startTestApp();
  district = app.as("admin.371003");
});
afterAll(() => app.close());

const left = (count: string) => ({ [RECEIVED]: count, [CARRIED_OUT]: count });
const dissolve = (office: Office, heir: Office, on: string) =>
  changed(district, "dissolveUnit", {
    unitCode: office.code,
    successorCodes: [heir.code],
    on,
  } as object as never);

/** What X_CARRY finds in the successor's report of 2025 when it carries in so many. */
async function carry(heir: Office, carried: string): Promise<(string | null)[][]> {
  await saved(heir.clerk, wholeReport(heir, 2025, { [CARRIED_IN]: carried, [GRANTED]: carried }));
  return found(heir);
}

async function found(heir: Office): Promise<(string | null)[][]> {
  const findings = await findingsOf(heir.clerk, heir.code, 2025);
  return findings
    .filter(({ rule, status }) => rule.code === "X_CARRY" && status === "OPEN")
    .map(({ expected, actual, places }) => [expected, actual, places[0]?.indicator.code ?? null]);
}

it("U2 a successor carries in what its predecessors carried out, its own added", async () => {
  const [one, two, heir] = [await newOffice(app), await newOffice(app), await newOffice(app)];
  await reportAt(app, "PUBLISHED", one, 2024, left("4"));
  await reportAt(app, "PUBLISHED", two, 2024, left("2"));
  await reportAt(app, "PUBLISHED", heir, 2024, left("1"));
  await dissolve(one, heir, "2025-03-01");
  await dissolve(two, heir, "2025-04-01");
  expect(await carry(heir, "7")).toEqual([]);
});

it("U2 a new unit carries in what the one it took the place of carried out", async () => {
  const [old, heir] = [await newOffice(app), await newOffice(app)];
  await reportAt(app, "PUBLISHED", old, 2024, left("4"));
  await dissolve(old, heir, "2025-01-01");
  expect(await carry(heir, "3")).toEqual([
    ["4", "3", CARRIED_OUT],
    ["4", "3", "requests.carriedOut.total"],
  ]);
});

it("U2 what was taken over after the year counts in no carry-over of it", async () => {
  const [old, heir] = [await newOffice(app), await newOffice(app)];
  await reportAt(app, "PUBLISHED", old, 2024, left("4"));
  await reportAt(app, "PUBLISHED", heir, 2024, left("1"));
  await dissolve(old, heir, "2026-01-02");
  expect(await carry(heir, "1")).toEqual([]);
});

it("R4 a successor is told when it takes over, and when a predecessor's report changes, without anybody's saving", async () => {
  const [old, heir] = [await newOffice(app), await newOffice(app)];
  const report = await reportAt(app, "SUBMITTED", old, 2024, left("4"));
  const untold = await carry(heir, "3");
  await dissolve(old, heir, "2025-01-01");
  await app.settled();
  const tookOver = await found(heir);
  await taken(app.as("officer.371003"), "returnReport", report, { reason: "数据有误" });
  await app.settled();
  expect([untold, tookOver.map(([expected]) => expected), await found(heir)]).toEqual([[], ["4", "4"], []]);
});

const namesSeen = async (code: string, year = 2024): Promise<unknown[]> => {
  const seen = async (client: Client) =>
    (await client.query(NAME, { code, year })).data.unit.report?.unitName ?? null;
  return [await seen(app.as("officer.371003")), await seen(app.anonymous)];
};
const rename = (code: string, name: string) =>
  changed(district, "renameUnit", { unitCode: code, name, shortName: name } as object as never);

it("U5 G9 a report goes by one name, the organ's when it was first filed, at a second filing too", async () => {
  const office = await newOffice(app);
  const officer = app.as("officer.371003");
  const returned = await reportAt(app, "RETURNED", office, 2024);
  await rename(office.code, "二次报送前更名镇");
  let report = await taken(office.reviewer, "submitReport", returned);
  report = await taken(officer, "publishReport", await taken(officer, "approveReport", report));
  expect(await namesSeen(office.code)).toEqual([office.name, office.name]);

  // While a correction is under way and when it is published.
  await rename(office.code, "再次更名镇");
  report = await taken(officer, "reviseReport", report);
  expect(await namesSeen(office.code)).toEqual([office.name, office.name]);
  report = await taken(office.reviewer, "submitReport", report);
  expect(await namesSeen(office.code)).toEqual([office.name, office.name]);
  await taken(officer, "publishReport", await taken(officer, "approveReport", report));
  expect(await namesSeen(office.code)).toEqual([office.name, office.name]);
});

it("U5 a report that was not filed before the new name goes by that one for everybody", async () => {
  const office = await newOffice(app);
  await reportAt(app, "DRAFT", office, 2023);
  await rename(office.code, "报送前更名镇");
  expect(await namesSeen(office.code, 2023)).toEqual(["报送前更名镇", null]);
  await reportAt(app, "PUBLISHED", office, 2022);
  expect(await namesSeen(office.code, 2022)).toEqual(["报送前更名镇", "报送前更名镇"]);
});
