import { describe, expect, it } from "vitest";

type Told = (described: { readonly name: string; readonly description: string }) => {
  readonly label: readonly [string, string];
};
// A script of the build, and so without types of its own.
const SCRIPT = new URL("../../scripts/console-api.mjs", import.meta.url).href;
const { told } = (await import(SCRIPT)) as { readonly told: Told };

const named = (description: string) => told({ name: "name", description }).label;

describe("the name of something in a description of the schema", () => {
  it.each([
    ["县（市、区） · County or district", "县（市、区）", "County or district"],
    ["县（区）级 · district", "县（区）级", "district"],
    [
      "终止（含撤回、和解）（行政复议法 §41、§74，计入其他结果） · terminated; counts as OTHER",
      "终止（含撤回、和解）",
      "terminated",
    ],
    ["收到日期（条例 §31）；平常信函未确认的不给 · Received on (§31); left out", "收到日期", "Received on"],
    [
      "行政规范性文件（表二） · Normative documents (table 2)",
      "行政规范性文件（表二）",
      "Normative documents (table 2)",
    ],
    [
      "由表格（.csv）批量新建用户：可预览 · Adds users from a table: with a preview",
      "由表格批量新建用户",
      "Adds users from a table",
    ],
    ["部门 · Department", "部门", "Department"],
    ["（一）予以公开 · Granted", "（一）予以公开", "Granted"],
  ])("of “%s” is %s, %s", (description, zh, en) => expect(named(description)).toEqual([zh, en]));

  it("is the identifier where there is no description", () => expect(named("")).toEqual(["name", "name"]));
});
