import { describe, expect, it } from "vitest";
import { depthAmong, narrowed, ownUnits, unitIn } from "./here";
import type { Viewer } from "./viewer";

const unit = (code: string, ...above: string[]): Viewer["memberships"][number]["unit"] => ({
  ...{ id: code, code, name: code, shortName: code, kind: "TOWN", filesReport: true },
  ancestors: above.map((one) => ({ id: one, code: one })),
});
const viewer: Viewer = {
  mustChangePassword: false,
  user: null,
  memberships: [
    { role: "CLERK", unit: unit("371003104", "37", "3710", "371003") },
    { role: "REVIEWER", unit: unit("371003003", "37", "3710", "371003") },
    { role: "OFFICER", unit: unit("371003", "37", "3710") },
    { role: "ANALYST", unit: unit("371003", "37", "3710") },
  ],
};

describe("a person with roles at several units", () => {
  it("has each of them once, as they stand in the tree", () => {
    const units = ownUnits(viewer);
    expect(units.map(({ code }) => code)).toEqual(["371003", "371003003", "371003104"]);
    expect(units.map((one) => depthAmong(units, one))).toEqual([0, 1, 1]);
  });

  it("works for one of them with its roles alone, or for all", () => {
    expect(narrowed(viewer, "371003").memberships.map(({ role }) => role)).toEqual(["OFFICER", "ANALYST"]);
    expect(narrowed(viewer, "").memberships).toHaveLength(4);
  });

  it.each([
    ["/ledgers/requests/371003104/x", "371003104"],
    ["/report/371003003/2023/form", "371003003"],
    ["/district/371003/2023/board", "371003"],
    ["/admin/users/371003", "371003"],
    ["/history/371003", "371003"],
    ["/search?q=371003", null],
    ["/", null],
  ])("is, at %s, at %s", (address, code) => expect(unitIn(address)).toBe(code));
});
