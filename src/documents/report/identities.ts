import { APPLICANT_COLUMNS, type Cell, type Figures } from "../../forms/index.js";

/** Two sums of a report that must be equal. */
export interface Identity {
  readonly name: string;
  readonly left: Side;
  readonly right: Side;
}

interface Side {
  readonly codes: readonly string[];
  /** The sum now; a blank counts as 0. */
  readonly value: number;
}

/** The identities of the form: those printed on it, and every total against its parts. */
export function identitiesOf(figures: Figures): Identity[] {
  const { format, values } = figures;
  const valueOf = (code: string): number => values[format.position(code) ?? -1] ?? 0;
  const side = (codes: readonly string[]): Side => ({
    codes,
    value: codes.reduce((sum, code) => sum + valueOf(code), 0),
  });
  const flow = APPLICANT_COLUMNS.map(({ key, name }): Identity => ({
    name: `表三 ${name.zh}：一 + 二 = 三（七）+ 四`,
    left: side([`requests.received.${key}`, `requests.carriedIn.${key}`]),
    right: side([`requests.total.${key}`, `requests.carriedOut.${key}`]),
  }));
  const applicants = APPLICANT_COLUMNS.filter(({ sumOf }) => sumOf.length === 0);
  const rowTotal: Identity = {
    name: "表三 （七）总计：六类申请人之和 = 总计",
    left: side(applicants.map(({ key }) => `requests.total.${key}`)),
    right: side(["requests.total.total"]),
  };
  const totals = format.cells.filter((cell) => cell.computed).map((cell) => totalOf(cell, side));
  return [...flow, rowTotal, ...totals];
}

const totalOf = ({ code, parts, label }: Cell, side: (codes: readonly string[]) => Side): Identity => ({
  name: `${label}：各项之和 = 总计`,
  left: side(parts),
  right: side([code]),
});
