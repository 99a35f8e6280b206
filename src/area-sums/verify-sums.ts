import { TenantScope } from "../kernel/tenant-scope.js";
import type { Database, Session } from "../platform/db/index.js";
import { formatOf } from "../forms/index.js";
import type { ReportStage } from "../reports/index.js";
import { addUpAreas } from "./adding-up.js";
import { Summing, type CellSums } from "./cell-sums.js";
import { unpackSums } from "./packing-sums.js";
import {
  areasBelow,
  holdSums,
  portions,
  storedSums,
  storedVersions,
  type Portion,
} from "./rebuilding.read-model.js";

const SCOPE = TenantScope.system("compare the areas' sums with the versions");

/** One number of a sum that differs from the versions. */
export interface SumDifference {
  readonly stage: ReportStage;
  readonly year: number;
  readonly path: string;
  /** `reports`, a cell's code, or a cell's code followed by `blank`. */
  readonly what: string;
  readonly stored: string;
  readonly found: string;
}

/** Compares the sums with the versions, and changes nothing. */
export async function verifySums(database: Database): Promise<SumDifference[]> {
  const differences: SumDifference[] = [];
  for (const portion of await database.read(SCOPE, portions))
    differences.push(...(await database.write(SCOPE, (session) => differencesIn(session, portion))));
  return differences;
}

interface Sum {
  readonly stage: ReportStage;
  readonly path: string;
  readonly format: string;
  readonly sums: CellSums;
}

async function differencesIn(session: Session, portion: Portion): Promise<SumDifference[]> {
  await holdSums(session, portion);
  const stored = (await storedSums(session, portion)).map((row): Sum => ({
    ...row,
    sums: unpackSums(formatOf(row.format).cells.length, row.filed, row.cells),
  }));
  const areas = await areasBelow(session, portion.root);
  const found = addUpAreas(areas, await storedVersions(session, portion));
  return compareSums(stored, found).map((difference) => ({ ...difference, year: portion.year }));
}

const keyOf = ({ stage, path }: Sum): string => `${stage} ${path}`;

/** A returned report may leave a row of zero reports, which equals a missing row. */
function compareSums(stored: readonly Sum[], found: readonly Sum[]): Omit<SumDifference, "year">[] {
  const storedByKey = new Map(stored.map((sum) => [keyOf(sum), sum]));
  const foundByKey = new Map(found.map((sum) => [keyOf(sum), sum]));
  const all = new Map([...storedByKey, ...foundByKey]);
  return [...all]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, { stage, path, format }]) => {
      const cells = formatOf(format).cells.map(({ code }) => code);
      const nothing = new Summing(cells.length);
      const [was, is] = [storedByKey.get(key)?.sums ?? nothing, foundByKey.get(key)?.sums ?? nothing];
      return numbersThatDiffer(cells, was, is).map((difference) => ({ stage, path, ...difference }));
    });
}

type Difference = Pick<SumDifference, "what" | "stored" | "found">;

function numbersThatDiffer(codes: readonly string[], stored: CellSums, found: CellSums): Difference[] {
  const pairs = [
    { what: "reports", was: stored.reports, is: found.reports },
    ...codes.flatMap((code, i) => [
      { what: code, was: stored.values[i] ?? 0, is: found.values[i] ?? 0 },
      { what: `${code} blank`, was: stored.blanks[i] ?? 0, is: found.blanks[i] ?? 0 },
    ]),
  ];
  return pairs
    .filter(({ was, is }) => was !== is)
    .map(({ what, was, is }) => ({ what, stored: String(was), found: String(is) }));
}
