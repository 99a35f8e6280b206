import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { faults } from "../reports/factories.js";
import { adminOf, unitOf } from "./life.js";

const IMPORT = `mutation ($input: ImportUnitsInput!) { importUnits(input: $input) {
  done rows { row code name action changes { field before after } } rowProblems { row column message }
  problems { code path message } } }`;

let app: TestApp;
let city: Client;
beforeAll(async () => {
  app = await startTestApp();
  city = await adminOf(app, "3710");
});
afterAll(() => app.close());

const ask = (client: Client, csv: string, more: object = {}) =>
  client.query(IMPORT, { input: { csv, preview: false, ...more } });
const load = async (csv: string, more: object = {}, client = city): Promise<any> =>
  (await ask(client, csv, more)).data.importUnits;
const registered = async (): Promise<number> =>
  (await city.query("{ units { totalCount } }")).data.units.totalCount;
const wrong = ({ rowProblems }: any): string[] =>
  rowProblems.map(({ row, column }: { row: number; column: string | null }) => `${row} ${column ?? "-"}`);

const FILE = [
  "代码,全称,简称,类别,上级代码,设立日期,编制年报",
  // What stands above may come later in the file.
  "371083001,乳山市城区街道办事处,城区街道,街道,,2024/3/1,是",
  "371083,乳山市人民政府,乳山市,县级市,3710,,",
  '371083-fgj,"乳山市发展和改革局",市发改局,部门,371083,2019年3月1日,',
].join("\r\n");

describe("importUnits", () => {
  it("U3 shows first what it would do, and does it all at once", async () => {
    const before = await registered();
    const seen = await load(FILE, { preview: true });
    expect(seen).toMatchObject({ done: false, rowProblems: [], problems: [] });
    expect(seen.rows.map(({ row, code, action }: any) => [row, code, action])).toEqual([
      [2, "371083001", "CREATE"],
      [3, "371083", "CREATE"],
      [4, "371083-fgj", "CREATE"],
    ]);
    expect(await registered()).toBe(before);

    const done = await load(`\uFEFF${FILE}`);
    expect(done).toMatchObject({ done: true, rows: seen.rows });
    expect(await registered()).toBe(before + 3);
    expect(await unitOf(city, "371083001")).toMatchObject({
      kind: "SUBDISTRICT",
      parent: { code: "371083" },
      establishedOn: "2024-03-01",
      filesReport: true,
      history: [{ action: "IMPORT_UNITS", on: "2024-03-01" }],
    });
    expect(await unitOf(city, "371083")).toMatchObject({ filesReport: false, parent: { code: "3710" } });
    expect((await unitOf(city, "371083-fgj")).establishedOn).toBe("2019-03-01");
    // The same file again says what the register says.
    expect((await load(FILE)).rows.map(({ action }: any) => action)).toEqual(["NONE", "NONE", "NONE"]);
    expect((await unitOf(city, "371083")).revision).toBe(1);
  });

  it("U3 changes what a file says differently, and leaves alone what it leaves empty", async () => {
    const csv = "code\tname\tkind\tshortName\tfilesReport\n371003104\t泽库镇人民政府\tTOWN\t\tno";
    const before = await unitOf(city, "371003104");
    const { done, rows } = await load(csv);
    expect(done).toBe(true);
    expect(rows[0]).toMatchObject({ row: 2, action: "CHANGE" });
    expect(rows[0].changes.map(({ field }: any) => field).sort()).toEqual(["aliases", "filesReport", "name"]);
    expect(await unitOf(city, "371003104")).toMatchObject({
      name: "泽库镇人民政府",
      filesReport: false,
      aliases: [...before.aliases.filter((alias: string) => alias !== "泽库镇人民政府"), before.name],
      revision: 2,
    });
  });

  it("U3 tells each fault by row and column, and then does nothing", async () => {
    const csv = [
      "单位代码,单位名称,简称,类别,上级代码,设立日期,是否编制年报,信用代码",
      "371084,荣成市人民政府,荣成市,县级市,3710,,,",
      "371084001,某街道办事处,某街道,街道办,371084,,,",
      "371084002,某镇人民政府,某镇,镇,371084,2024-13-01,也许,",
      "999001,某镇人民政府,某镇,镇,371084,,,",
      "371084,荣成市人民政府,荣成市,县级市,3710,,,",
      "371084003,某,某镇,镇,371084,,,123",
      ",某镇人民政府,某镇,镇,371084,,,",
      "440101,广州市某区人民政府,某区,区,4401,,,",
    ].join("\n");
    const before = await registered();
    const answer = await load(csv);
    expect(answer.done).toBe(false);
    expect(wrong(answer).sort()).toEqual(
      [
        "3 类别",
        "4 设立日期",
        "4 是否编制年报",
        "5 单位代码",
        "6 单位代码",
        "7 单位名称",
        "7 信用代码",
        "8 单位代码",
        "9 上级代码",
      ].sort(),
    );
    expect(await registered()).toBe(before);
  });

  it.each([
    ["", "1 -"],
    ["代码,全称\n371085,某市人民政府", "1 类别"],
    ['代码,全称,类别\n371085,"某市', "2 -"],
    ["´úÂë,È«³Æ,Àà±ð\n371085", "1 -"],
    ["代码,全称,类别,邮编\n371085,某市人民政府,区,1", "1 邮编"],
  ])("U3 %j is refused in clear words", async (csv, place) => {
    expect(wrong(await load(csv))).toEqual([place]);
  });

  it("U3 is for whoever administers the units concerned", async () => {
    const csv = "代码,全称,类别\n371002005,某街道办事处,街道\n371002001,改名街道办事处,街道";
    const district = app.as("admin.371003");
    expect(wrong(await load(csv, {}, district))).toEqual(["2 上级代码", "3 代码"]);
    expect(faults(await ask(app.as("officer.371003"), csv))).toEqual(["FORBIDDEN"]);
    expect(faults(await ask(app.anonymous, csv))).toEqual(["UNAUTHENTICATED"]);
    const key = { idempotencyKey: "import once" };
    const once = "代码,全称,类别\n371002006,某街道办事处,街道";
    expect(await load(once, key)).toEqual(await load(once, key));
  });
});
