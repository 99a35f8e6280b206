import { describe, expect, it } from "vitest";
import { countingAt, replacements, type Countable } from "./counting.js";

const version = (number: number, status: Countable["status"]): Countable => ({ number, status });

describe("which version counts", () => {
  const versions = [version(1, "PUBLISHED"), version(3, "SUBMITTED"), version(2, "RETURNED")];

  it("is the newest that has come far enough", () => {
    expect(countingAt(versions, "SUBMITTED")?.number).toBe(3);
    expect(countingAt(versions, "APPROVED")?.number).toBe(1);
    expect(countingAt(versions, "PUBLISHED")?.number).toBe(1);
    expect(countingAt([version(1, "RETURNED")], "SUBMITTED")).toBeNull();
  });

  it("changes at the stages that a step reaches or leaves", () => {
    const stagesOf = (before: readonly Countable[], after: readonly Countable[]) =>
      replacements(before, after).map(
        ({ stage, before: was, after: is }) => `${stage} ${was?.number ?? "-"} ${is?.number ?? "-"}`,
      );
    const submitted = [version(1, "SUBMITTED")];
    const approved = [version(1, "APPROVED")];
    expect(stagesOf([], submitted)).toEqual(["SUBMITTED - 1"]);
    expect(stagesOf(submitted, approved)).toEqual(["APPROVED - 1"]);
    expect(stagesOf(approved, [version(1, "RETURNED")])).toEqual(["SUBMITTED 1 -", "APPROVED 1 -"]);
    expect(stagesOf(approved, [version(1, "PUBLISHED")])).toEqual(["PUBLISHED - 1"]);
    const revised = [version(1, "PUBLISHED"), version(2, "SUBMITTED")];
    expect(stagesOf([version(1, "PUBLISHED")], revised)).toEqual(["SUBMITTED 1 2"]);
    expect(stagesOf(revised, [version(1, "PUBLISHED"), version(2, "RETURNED")])).toEqual(["SUBMITTED 2 1"]);
  });
});
