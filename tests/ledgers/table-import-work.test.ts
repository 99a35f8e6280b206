import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pino } from "pino";
import { openAppDatabase } from "../../src/app/app-database.js";
import { TABLE_IMPORT_ROWS } from "../../src/intake/table-import.entity.js";
import { SYSTEM } from "../access/rows.js";
import type { TestDatabase } from "../harness/database.js";
import { STAGINGS } from "../../src/platform/db/index.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";

const CODE = "371003003";
const ROWS = 240;
let app: TestApp;
let second: TestApp | null = null;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  await second?.app.close();
  await app.drop();
});

const clerk = (): Client => (second ?? app).as(`clerk.${CODE}`);

async function upload(csv: string): Promise<string> {
  await clerk().query("{ __typename }");
  const { body } = await (second ?? app).request
    .post(`/uploads?name=${encodeURIComponent("台账.csv")}`)
    .set("content-type", "application/octet-stream")
    .set("authorization", `Bearer ${clerk().token}`)
    .send(Buffer.from(csv));
  expect(body.errors).toBeUndefined();
  return body.upload.id as string;
}

const FIELDS = `id state preview fileName rowCount rowsRead rowsWritten problemCount startedBy endedAt
  unit { code } rowProblems { row column message }`;
const START = `mutation ($input: StartTableImportInput!) { startTableImport(input: $input) {
  tableImport { ${FIELDS} } problems { code path } } }`;
const CANCEL = `mutation ($input: CancelTableImportInput!) { cancelTableImport(input: $input) {
  tableImport { state } problems { code path } } }`;
const start = async (kind: string, csv: string, preview: boolean) => {
  const input = { kind, uploadId: await upload(csv), unitCode: CODE, preview };
  const { data, errors } = await clerk().query(START, { input });
  expect(errors).toBeUndefined();
  return data.startTableImport;
};
const poll = async (id: string) =>
  (await clerk().query(`query ($id: ID!) { node(id: $id) { ... on TableImport { ${FIELDS} } } }`, { id }))
    .data.node;

/** Until the import is seen entering rows. */
async function midway(id: string): Promise<void> {
  for (;;) {
    const { state, rowsWritten } = await poll(id);
    if (state === "WRITING" && rowsWritten > 0) return;
    expect(["QUEUED", "CHECKING", "WRITING"]).toContain(state);
  }
}

/** The database with its one import in the hands of a process, until then. */
async function leftBy(worker: string, leasedUntil: string): Promise<TestDatabase> {
  const database = await openAppDatabase(app.config, pino({ level: "silent" }));
  await database.write(SYSTEM, (session) =>
    session.rows(TABLE_IMPORT_ROWS).update({ state: "WRITING" }, { worker, leasedUntil }),
  );
  await database.close();
  return { url: app.config.databaseUrl, drop: () => Promise.resolve() };
}

const counts = async () => {
  const { data } = await clerk().query(
    `query ($code: String!) { unit(code: $code) {
      disclosures(first: 1) { totalCount } requests(first: 1) { totalCount } } }`,
    { code: CODE },
  );
  const { disclosures, requests } = data.unit;
  return [disclosures.totalCount, requests.totalCount];
};

const day = (i: number): string => `2025/${1 + (i % 9)}/${1 + (i % 28)}`;
const disclosures = (mark: string): string =>
  [
    "形成日期,信息标题,类别,渠道",
    ...Array.from({ length: ROWS }, (_, i) => `${day(i)},${mark}第${i}号公告,财政信息,政府网站`),
  ].join("\n");
/** Without numbers: the ledger gives them, one after another across all transactions. */
const requests = (count: number): string =>
  [
    "收到日期,收件方式,申请人类别,申请人,申请内容",
    ...Array.from({ length: count }, (_, i) => `2025-03-04,当面,自然人,某甲${i},第${i}件`),
  ].join("\n");

describe("a table of more rows than one request takes", () => {
  it("is checked as a preview, and nothing is stored", async () => {
    const { tableImport, problems } = await start("DISCLOSURES", disclosures("甲"), true);
    expect(problems).toEqual([]);
    await app.settled();
    expect(await poll(tableImport.id)).toMatchObject({
      ...{ state: "CHECKED", preview: true, rowCount: ROWS, rowsRead: ROWS, rowsWritten: 0 },
      ...{ problemCount: 0, unit: { code: CODE }, fileName: "台账.csv" },
    });
    expect(await counts()).toEqual([0, 0]);
  });

  it("is unseen until all of it is there, and goes on where a server stopped", async () => {
    const { tableImport } = await start("DISCLOSURES", disclosures("甲"), false);
    await midway(tableImport.id);
    expect(await counts()).toEqual([0, 0]);
    await app.app.close();
    // A process that was killed leaves its name and its lease.
    second = await startTestApp({ database: await leftBy("killed", "2026-01-20T01:00:59.000Z") });
    expect(await poll(tableImport.id)).toMatchObject({ state: "WRITING" });
    await second.app.close();
    second = await startTestApp({ database: await leftBy("killed", "2026-01-20T00:59:59.000Z") });
    expect(await poll(tableImport.id)).toMatchObject({ state: "DONE", rowCount: ROWS, rowsWritten: ROWS });
    expect(await counts()).toEqual([ROWS, 0]);
    const { data } = await clerk().query(
      `query ($code: String!) { history(unit: $code, operations: [IMPORT_TABLE]) { totalCount nodes { changes { field after } } } }`,
      { code: CODE },
    );
    expect(data.history.totalCount).toBe(1);
    expect(data.history.nodes[0].changes).toContainEqual({ field: "rows", after: String(ROWS) });
  });

  it("with faults is told by row and column, with the total, also what is there already or twice", async () => {
    const [header, one, ...rest] = disclosures("乙").split("\n");
    const file = [
      header,
      one,
      one,
      "2025/13/1,坏日期,财政信息,政府网站",
      disclosures("甲").split("\n")[5],
      ...rest.slice(1),
    ];
    const { tableImport } = await start("DISCLOSURES", file.join("\n"), false);
    await second?.settled();
    const { state, problemCount, rowProblems } = await poll(tableImport.id);
    expect([state, problemCount]).toEqual(["REFUSED", 3]);
    expect(rowProblems.map(({ row, column }: any) => [row, column])).toEqual([
      [3, null],
      [4, "形成日期"],
      [5, null],
    ]);
    expect(rowProblems[0].message).toContain("第 2 行");
    expect(await counts()).toEqual([ROWS, 0]);
  });

  it("that is cancelled midway leaves nothing behind, and its numbers are free again", async () => {
    const { tableImport } = await start("REQUESTS", requests(150), false);
    await midway(tableImport.id);
    const { data } = await clerk().query(CANCEL, { input: { tableImportId: tableImport.id } });
    expect(data.cancelTableImport).toEqual({ tableImport: { state: "TAKING_BACK" }, problems: [] });
    await second?.settled();
    expect(await poll(tableImport.id)).toMatchObject({ state: "CANCELLED", rowsWritten: 0 });
    expect(await counts()).toEqual([ROWS, 0]);
    const left = await second?.app.database.read(SYSTEM, (session) => session.rows(STAGINGS).find({}));
    expect(left).toEqual([]);
    const again = await start("REQUESTS", requests(15), false);
    await second?.settled();
    expect(await poll(again.tableImport.id)).toMatchObject({ state: "DONE", rowsWritten: 15 });
    expect(await counts()).toEqual([ROWS, 15]);
    const twice = await start("REQUESTS", requests(15), false);
    await second?.settled();
    expect(await poll(twice.tableImport.id)).toMatchObject({ state: "REFUSED", problemCount: 15 });
    const over = await clerk().query(CANCEL, { input: { tableImportId: tableImport.id } });
    expect(over.data.cancelTableImport.problems).toMatchObject([{ code: "NOT_ALLOWED_NOW" }]);
  });
});
