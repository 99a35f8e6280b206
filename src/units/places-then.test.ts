import { expect, it } from "vitest";
import { placesThen } from "./places-then.js";

it("U2 what moved stood elsewhere with all below it, and what did not stood where it stands", () => {
  const then = placesThen([
    { path: "37/3706/371081/", parentPath: "37/3710/" },
    { path: "37/3706/371081/371081001/", parentPath: "37/3710/371002/" },
    { path: "37/", parentPath: null },
  ]);
  expect(then("37/3706/371081/371081002/")).toBe("37/3710/371081/371081002/");
  expect(then("37/3706/371081/371081001/")).toBe("37/3710/371002/371081001/");
  expect(then("37/3706/")).toBe("37/3706/");
  expect(then("38/")).toBe("38/");
});

it("F2 a root that was put below others was one then, and a parent that went below its child was above it", () => {
  const then = placesThen([
    { path: "44/4401/", parentPath: null },
    { path: "44/4401/440103/", parentPath: null },
    { path: "45/4501/", parentPath: "46/" },
  ]);
  expect([then("44/4401/440103/1/"), then("44/4401/"), then("45/4501/")]).toEqual([
    "440103/1/",
    "4401/",
    "46/4501/",
  ]);
});
