import { expect, it } from "vitest";
import { isCreditCode } from "./credit-code.js";

it("U2 a social-credit code is checked by its last character", () => {
  for (const code of ["91350100M000100Y43", "91110000802100433B"])
    expect([code, isCreditCode(code)]).toEqual([code, true]);
  for (const code of [
    "91350100M000100Y44",
    "91350100M000100Y4",
    "91350100m000100Y43",
    "91350100I000100Y43",
    "",
  ])
    expect([code, isCreditCode(code)]).toEqual([code, false]);
});
