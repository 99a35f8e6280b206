import { describe, expect, it } from "vitest";
import { allOf, anyOf, containing, raw, sql } from "./sql.js";
import { atOrBelow, withinReach, withinReachByPath } from "./table.js";

describe("sql pieces", () => {
  it("keep values out of the text, in order", () => {
    const piece = sql`select ${raw("a")} from t where ${anyOf([sql`b = ${1}`, sql`c in ${["x", "y"]}`])} and d = ${"'"}`;
    expect(piece.text).toBe("select a from t where (b = ? or c in (?, ?)) and d = ?");
    expect(piece.params).toEqual([1, "x", "y", "'"]);
  });

  it("of nothing: any of none is false, all of none is true, in none matches nothing", () => {
    expect(anyOf([]).text).toBe("0=1");
    expect(allOf([]).text).toBe("1=1");
    expect(sql`a in ${[]}`.text).toBe("a in (null)");
  });

  it("escape what like would read as a wildcard", () => {
    expect(containing("100%_!")).toBe("%100!%!_!!%");
  });
});

describe("a reach in sql", () => {
  it("is nothing for nobody, and everything only when it says so", () => {
    expect(withinReach({ all: false, units: [], subtrees: [] }, "t").text).toBe("0=1");
    expect(withinReachByPath({ all: false, units: [], subtrees: [] }, "t").text).toBe("0=1");
    expect(withinReach({ all: true }, "t").text).toBe("1=1");
  });

  it("takes a place in the tree as a range that no neighbour falls into", () => {
    const { params } = atOrBelow("path", "37/3710/");
    expect(params).toEqual(["37/3710/", "37/37100"]);
    const inside = (path: string) => path >= (params[0] as string) && path < (params[1] as string);
    expect(["37/3710/", "37/3710/371003/", "37/3710/371003-fgj/"].every(inside)).toBe(true);
    expect(["37/371/", "37/37100/", "37/3711/", "37/"].some(inside)).toBe(false);
  });
});
