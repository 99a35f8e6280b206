import { describe, expect, it } from "vitest";
import { formGrid, formatOf } from "../../forms/index.js";
import { blockOf, neighbour, placed, spotsOf } from "./grid-keys.js";

const format = formatOf("2021");
const values = format.cells.map(() => null);
const spots = spotsOf(formGrid("requests", { format, values }));

describe("the printed table by keyboard", () => {
  it("has each cell of the form once, and every step back undoes the step there", () => {
    const codes = format.cells.filter(({ table }) => table === "requests").map(({ code }) => code);
    expect(spots.map(({ code }) => code).sort()).toEqual([...codes].sort());
    for (const { code } of spots) {
      const below = neighbour(spots, code, "down");
      if (below) expect(neighbour(spots, below.code, "up")?.code).toBe(code);
      const right = neighbour(spots, code, "right");
      if (right) expect(neighbour(spots, right.code, "left")?.code).toBe(code);
    }
  });

  it("takes a block of a spreadsheet from the cell on, and tells what reaches over the edge", () => {
    const block = blockOf("1\t2\r\n3\t4\r\n") ?? [];
    expect(placed(spots, "requests.received.naturalPerson", block)).toEqual({
      cells: {
        "requests.received.naturalPerson": "1",
        "requests.received.enterprise": "2",
        "requests.carriedIn.naturalPerson": "3",
        "requests.carriedIn.enterprise": "4",
      },
      over: 0,
    });
    expect(placed(spots, "requests.received.total", block).over).toBe(2);
    expect(blockOf("12")).toBeNull();
  });
});
