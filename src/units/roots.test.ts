import { expect, it } from "vitest";
import { aboveByCode, codesAbove } from "./roots.js";
import type { UnitKind } from "./unit-kind.js";

const unit = (code: string, kind: UnitKind) => ({ code, kind });

it("F2 a code says below which government a unit belongs", () => {
  expect(codesAbove({ code: "371003" })).toEqual(["37100", "3710", "371", "37", "3"]);
  const governments = [unit("37", "PROVINCE"), unit("3710", "CITY"), unit("371", "DISTRICT")];
  const above = (code: string, kind: UnitKind) => aboveByCode(unit(code, kind), governments)?.code;
  expect(above("371003", "DISTRICT")).toBe("3710");
  expect(above("3706", "CITY")).toBe("37");
  // A district is above no city, whatever the codes say.
  expect(above("3711", "CITY")).toBe("37");
  expect(above("371003-fgj", "DEPARTMENT")).toBe("3710");
  expect(above("38", "PROVINCE")).toBeUndefined();
});
