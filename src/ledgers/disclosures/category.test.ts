import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { categoriesOf, namesAlike, type NamedItem } from "./category.js";

const item = (category: string, title: string, ...synonyms: string[]): NamedItem => ({
  category,
  title,
  synonyms,
  retiredOn: null,
});
const ITEMS = [
  item("财政信息", "预算决算", "财政数据", "财政预决算"),
  item("财政信息", "其他"),
  item("重点领域", "社会救助"),
  item("重点领域", "其他"),
];

describe("the category of a record", () => {
  const categoryOf = categoriesOf(ITEMS);

  it("is the one that the catalogue gives its name", () => {
    expect(["财政信息", "财政数据", "财政预决算", "预算决算"].map(categoryOf)).toEqual(
      Array(4).fill("财政信息"),
    );
    expect(categoryOf("社会救助")).toBe("重点领域");
  });

  it("stays its own where the catalogue does not know it, or knows it twice", () => {
    expect(categoryOf("人事信息")).toBe("人事信息");
    expect(categoryOf("其他")).toBe("其他");
    expect(categoriesOf([])("财政数据")).toBe("财政数据");
  });

  it("is a category's own name before it is a synonym or a title", () => {
    const clash = categoriesOf([item("甲", "乙", "丙"), item("乙", "丁"), item("戊", "丙")]);
    expect([clash("乙"), clash("丙"), clash("丁")]).toEqual(["乙", "甲", "乙"]);
  });

  it("is told by retired items where no other knows the name", () => {
    const retired = { ...item("财政数据", "三公经费", "决算"), retiredOn: "2025-01-01" };
    const of = categoriesOf([
      ...ITEMS,
      retired,
      { ...item("民生", "其他", "社会救助"), retiredOn: "2025-01-01" },
    ]);
    expect(["三公经费", "决算", "财政数据"].map(of)).toEqual(["财政信息", "财政信息", "财政信息"]);
    expect(of("社会救助")).toBe("重点领域");
    expect(categoriesOf([retired])("决算")).toBe("财政数据");
  });

  it("has all the names that mean it", () => {
    expect(namesAlike(ITEMS, "财政数据")).toEqual(["财政信息", "财政数据", "财政预决算", "预算决算"].sort());
    expect(namesAlike(ITEMS, "其他")).toEqual(["其他"]);
    expect(namesAlike(ITEMS, "人事信息")).toEqual(["人事信息"]);
  });

  it("is a category that is its own, and its names are those that lead to it", () => {
    const name = fc.constantFrom("甲", "乙", "丙", "丁", "戊");
    const items = fc.array(
      fc
        .tuple(name, name, fc.array(name), fc.constantFrom(null, "2025-01-01"))
        .map(([c, t, synonyms, retiredOn]) => ({ ...item(c, t, ...synonyms), retiredOn })),
    );
    fc.assert(
      fc.property(items, name, (catalogue, one) => {
        const of = categoriesOf(catalogue);
        expect(of(of(one))).toBe(of(one));
        const alike = namesAlike(catalogue, one);
        expect(alike).toContain(one);
        expect(new Set(alike.map(of))).toEqual(new Set([of(one)]));
      }),
    );
  });
});
