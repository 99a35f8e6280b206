import { beforeAll, describe, expect, it } from "vitest";
import { codeProblems, nameProblems, parentProblems } from "../../src/units/unit.rules.js";
import { parseDivisions, readDivisions } from "./divisions.js";
import { nationalUnits, type NationalUnit } from "./units.js";

describe("the country", () => {
  let units: NationalUnit[];
  beforeAll(() => {
    units = nationalUnits(readDivisions("seeds/national/divisions.txt.br"));
  });

  it("has its 31 provinces with all below them", () => {
    const counts: Record<string, number> = {};
    for (const { kind } of units) counts[kind] = (counts[kind] ?? 0) + 1;
    expect(counts).toEqual({
      PROVINCE: 31,
      CITY: 342,
      DISTRICT: 2854,
      DEPARTMENT: 2854 * 14,
      SUBDISTRICT: 9067,
      TOWN: 29575,
    });
  });

  it("keeps the rules of codes, names and levels", () => {
    const byId = new Map(units.map((unit) => [unit.id, unit]));
    const broken = units.filter((unit) => {
      const parent = unit.parentId === null ? null : byId.get(unit.parentId);
      if (!parent) return unit.kind !== "PROVINCE";
      const { code, kind } = unit;
      const problems = [nameProblems(unit), codeProblems(code, kind, parent), parentProblems(kind, parent)];
      return problems.flat().length > 0 || unit.path !== `${parent.path}${code}/`;
    });
    expect(broken).toEqual([]);
    expect(new Set(units.map(({ code }) => code)).size).toBe(units.length);
    expect(Math.max(...units.map(({ name }) => name.length))).toBeLessThanOrEqual(60);
  });

  it("knows 环山路街道, and a township of a zone below its city", () => {
    const of = (code: string) => units.find((unit) => unit.code === code);
    expect(of("371003003")).toMatchObject({
      name: "山东省威海市文登区环山路街道办事处",
      path: "37/3710/371003/371003003/",
      kind: "SUBDISTRICT",
    });
    expect(of("371003-fgj")).toMatchObject({ name: "山东省威海市文登区发展和改革局", kind: "DEPARTMENT" });
    expect(of("1101")).toMatchObject({ name: "北京市市辖区", kind: "CITY" });
    expect(of("110101")).toMatchObject({ name: "北京市东城区人民政府" });
    expect(units.some(({ code, path }) => code.length === 9 && path.split("/").length === 4)).toBe(true);
  });
});

describe("the file of divisions", () => {
  it("gives the code that each line adds to", () => {
    expect(
      parseDivisions("37山东省\n\t10威海市|71001园区街道\n\t\t03文登区|001龙山路街道|100文登营镇\n"),
    ).toEqual([
      { code: "37", name: "山东省", kind: "PROVINCE", parentCode: null },
      { code: "3710", name: "威海市", kind: "CITY", parentCode: "37" },
      { code: "371071001", name: "园区街道", kind: "SUBDISTRICT", parentCode: "3710" },
      { code: "371003", name: "文登区", kind: "DISTRICT", parentCode: "3710" },
      { code: "371003001", name: "龙山路街道", kind: "SUBDISTRICT", parentCode: "371003" },
      { code: "371003100", name: "文登营镇", kind: "TOWN", parentCode: "371003" },
    ]);
  });
});
