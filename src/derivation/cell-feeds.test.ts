import { describe, expect, it } from "vitest";
import { APPLICANT_KINDS, REQUEST_OUTCOMES } from "../ledgers/requests/index.js";
import { FORMATS, formatByCode, type Cell, type Format } from "../forms/index.js";
import { CELL_FEEDS } from "./cell-feeds.data.js";
import { fedValue, isFedBy, type Tally } from "./ledger-values.js";

const formOf = (code: string): Format => {
  const format = formatByCode(code);
  if (!format) throw new Error(`no form ${code}`);
  return format;
};
const fedCells = (format: Format): Cell[] =>
  format.cells.filter(({ code }) => CELL_FEEDS.get(code)?.feed.ledger === "requests");

const tally = (phase: string, first: string, second: string | null, amount = "1"): Tally => ({
  phase,
  first,
  second,
  amount,
});

describe("cell feeds", () => {
  it("feed every cell of the form of 2021", () => {
    expect(formOf("2021").cells.filter(({ code }) => !CELL_FEEDS.has(code))).toEqual([]);
  });

  it("feed every cell of the form of 2019 but items, other services and procurement", () => {
    const unfed = formOf("2019").cells.filter(({ code }) => !CELL_FEEDS.has(code));
    expect(unfed.map(({ code }) => code)).toEqual([
      "proactive.licences.itemsLastYear",
      "proactive.licences.itemsDelta",
      "proactive.otherServices.itemsLastYear",
      "proactive.otherServices.itemsDelta",
      "proactive.otherServices.decisions",
      "proactive.penalties.itemsLastYear",
      "proactive.penalties.itemsDelta",
      "proactive.coercions.itemsLastYear",
      "proactive.coercions.itemsDelta",
      "proactive.fees.itemsLastYear",
      "proactive.fees.itemsDelta",
      "proactive.procurement.projects",
      "proactive.procurement.amount",
    ]);
  });

  it("are of cells that a form has, in phases that their ledger has", () => {
    for (const [code, { feed, phases }] of CELL_FEEDS) {
      expect([code, FORMATS.some((format) => format.position(code) !== undefined)]).toEqual([code, true]);
      expect(Object.keys(feed.phases)).toEqual(expect.arrayContaining([...phases]));
    }
  });

  it.each(["2019", "2021"])(
    "of %s: each decided outcome is in one leaf of its column, and in its totals",
    (form) => {
      const format = formOf(form);
      for (const kind of Object.keys(APPLICANT_KINDS))
        for (const outcome of Object.keys(REQUEST_OUTCOMES)) {
          const counted = fedCells(format).filter(({ code }) => {
            const feed = CELL_FEEDS.get(code);
            return feed && isFedBy(feed, tally("decided", kind, outcome));
          });
          const [leaf, ...others] = counted.filter(({ computed }) => !computed);
          expect(others).toEqual([]);
          const totals = counted.filter(({ computed }) => computed).map(({ code }) => code);
          expect(totals.sort()).toEqual(
            [`${leaf?.row}.total`, `requests.total.${leaf?.column}`, "requests.total.total"].sort(),
          );
        }
    },
  );

  it("put outcomes on their rows and applicants in their columns", () => {
    const cells = Object.keys(REQUEST_OUTCOMES).map((outcome) =>
      fedCells(formOf("2021"))
        .filter(({ computed }) => !computed)
        .filter(({ code }) => {
          const feed = CELL_FEEDS.get(code);
          return feed && isFedBy(feed, tally("decided", "LEGAL_SERVICE", outcome));
        })
        .map(({ code }) => code),
    );
    expect(cells[0]).toEqual(["requests.granted.legalService"]);
    expect(cells[2]).toEqual(["requests.denied.stateSecret.legalService"]);
    expect(cells[20]).toEqual(["requests.other.misc.legalService"]);
  });

  it("add up exactly, fees to six decimals", () => {
    const [fees] = formOf("2021").cells.filter(({ code }) => code === "proactive.fees.amount");
    const feed = CELL_FEEDS.get("proactive.fees.amount");
    if (!fees || !feed) throw new Error("fees are fed");
    const tallies = [
      tally("signedOff", "proactive.fees.amount", null, "0.1"),
      tally("signedOff", "proactive.fees.amount", null, "0.200001"),
      tally("signedOff", "proactive.licences.decisions", null, "7"),
    ];
    expect(fedValue(fees, feed, tallies)).toBe(300_001);
    expect(() => fedValue({ scale: 0 }, feed, tallies)).toThrow(/0 decimals/);
  });
});
