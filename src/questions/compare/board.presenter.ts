import { presentUnit } from "../../units/index.js";
import type { Board } from "./board.js";
import type { FilingBoardType } from "./board.types.js";
import { presentCoverage } from "./comparison.presenter.js";

export const presentBoard = ({ year, tree, coverage, filings }: Board, asOf: Date): FilingBoardType => ({
  year,
  tree,
  coverage: presentCoverage(coverage, asOf),
  filings: filings.map(({ unit, ...filing }) => ({ ...filing, unit: presentUnit(unit) })),
});
