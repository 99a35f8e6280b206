import { describe, expect, it } from "vitest";
import { EVERYWHERE, NOWHERE, reaches, TenantScope } from "./tenant-scope.js";

const town = { id: "t", path: "37/3710/371003/371003104/" };

describe("a reach", () => {
  it("holds a unit by its id, and whatever lies at or below a place", () => {
    expect(reaches(EVERYWHERE, town)).toBe(true);
    expect(reaches(NOWHERE, town)).toBe(false);
    expect(reaches({ all: false, units: ["t"], subtrees: [] }, town)).toBe(true);
    expect(reaches({ all: false, units: [], subtrees: ["37/3710/371003/"] }, town)).toBe(true);
    expect(reaches({ all: false, units: ["x"], subtrees: ["37/3710/37100/"] }, town)).toBe(false);
  });
});

describe("a tenant scope", () => {
  it("cannot be made by hand", () => {
    const Maker = TenantScope as unknown as new (...args: unknown[]) => TenantScope;
    expect(() => new Maker(Symbol("tenant scope"), { working: EVERYWHERE })).toThrow(
      "granted, not constructed",
    );
  });

  it("cannot be widened once granted", () => {
    const scope = TenantScope.system("test") as { working: unknown };
    expect(() => (scope.working = NOWHERE)).toThrow(TypeError);
  });
});
