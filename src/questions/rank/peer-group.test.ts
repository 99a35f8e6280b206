import { describe, expect, it } from "vitest";
import type { UnitKind } from "../../units/index.js";
import { governmentAbove, sameKindGroups } from "./peer-group.js";

const unit = (path: string, kind: UnitKind) => ({ path, kind });

describe("units of the same kind under the same government", () => {
  const pool = [
    unit("37/3710/371003/a/", "TOWN"),
    unit("37/3710/371003/b/", "SUBDISTRICT"),
    unit("37/3710/371003/c/", "TOWN"),
    unit("37/3710/371002/d/", "TOWN"),
    unit("37/3710/e/", "DEPARTMENT"),
    unit("37/3710/371003/f/", "DEPARTMENT"),
    unit("11/110101/g/", "TOWN"),
  ];
  const groupsBy = (...above: string[]) =>
    sameKindGroups(pool, new Set(above)).map((group) => group.join(""));
  const PROVINCES = ["37/", "11/"];
  const CITIES = [...PROVINCES, "37/3710/"];
  const DISTRICTS = [...CITIES, "37/3710/371003/", "37/3710/371002/", "11/110101/"];

  it("in a district; a city's own departments are a group of their own", () =>
    expect(groupsBy(...DISTRICTS)).toEqual(["02", "1", "02", "3", "4", "5", "6"]));

  it("in a city, or in the province where no city is in between", () =>
    expect(groupsBy(...CITIES)).toEqual(["023", "1", "023", "023", "45", "45", "6"]));

  it("in a province, and in the country", () => {
    expect(groupsBy(...PROVINCES)).toEqual(["023", "1", "023", "023", "45", "45", "6"]);
    expect(groupsBy()).toEqual(["0236", "1", "0236", "0236", "45", "45", "0236"]);
  });

  it("one list a group, so that it is reckoned once", () => {
    const [first, , third] = sameKindGroups(pool, new Set(DISTRICTS));
    expect(first).toBe(third);
  });

  it("no unit is above itself", () => {
    const above = new Set(DISTRICTS);
    expect(governmentAbove("37/3710/371003/", above)).toBe("37/3710/");
    expect(governmentAbove("37/", above)).toBe("");
    expect(governmentAbove("37/3710/371003/a/", new Set(PROVINCES))).toBe("37/");
  });
});
