import { text } from "../../kernel/text.js";
import type { Session } from "../../platform/db/index.js";
import { TooComplex } from "../../platform/graphql/exceeded.js";
import { FIRST_YEAR, isExpected } from "../../reports/index.js";
import type { TreeTime } from "../../units/api.js";
import type { UnitRow } from "../../units/index.js";
import { Column } from "./column.js";
import { comparedThen, type Belonged } from "./compared-then.js";
import { comparedUnits } from "./compared-units.js";
import type { CompareRequest, RowOrder } from "./comparison-request.js";
import { coverageOf, type Coverage } from "./coverage.js";
import { packedVersions, type Newest, type PackedVersion } from "./newest-version.read-model.js";
import { YearFigures } from "./year-figures.js";

/** Most values: each selected list (values, ranks, ...) holds as many again, up to a few MB of JSON. */
const MAX_VALUES = 200_000;

export interface ComparedRow {
  readonly unit: UnitRow;
  /** Index of the unit in every column. */
  readonly at: number;
}

export interface Comparison {
  readonly tree: TreeTime;
  readonly columns: readonly Column[];
  readonly rows: readonly ComparedRow[];
  readonly coverage: readonly Coverage[];
}

/** Parts of an answer that are computed only if selected. */
export interface Wanted {
  /** Changes need the years before, which doubles the reading; without them those years are not read. */
  readonly changes: boolean;
  readonly coverage: boolean;
}

/** Three statements, however many units, years and indicators. */
export async function compare(
  session: Session,
  request: CompareRequest,
  wanted: Wanted,
): Promise<Comparison> {
  const { selected, belonged }: Selected =
    request.tree === "THEN"
      ? await comparedThen(session, request)
      : { selected: await comparedUnits(session, request), belonged: ALWAYS };
  refuseTooMuch(selected.length * request.years.length * request.indicators.length);
  const versions = await packedVersions(session, {
    units: selected,
    years: wanted.changes ? withYearsBefore(request.years) : request.years,
    scope: request.scope,
    atLeast: request.atLeast,
  });
  return tabulate(request, { selected, belonged }, standing(versions, selected, belonged), wanted);
}

interface Selected {
  readonly selected: readonly UnitRow[];
  readonly belonged: Belonged;
}

const ALWAYS: Belonged = () => true;

/** Leaves out the reports of units that stood elsewhere in the year. */
function standing(
  versions: Newest<PackedVersion>,
  selected: readonly UnitRow[],
  belonged: Belonged,
): Newest<PackedVersion> {
  if (belonged === ALWAYS) return versions;
  return new Map(
    [...versions].map(([year, ofYear]) => {
      const elsewhere = new Set(selected.filter((unit) => !belonged(unit, year)).map(({ path }) => path));
      return [year, new Map([...ofYear].filter(([path]) => !elsewhere.has(path)))];
    }),
  );
}

/** Compares units from given versions. */
export function tabulate(
  request: CompareRequest,
  { selected, belonged = ALWAYS }: Pick<Selected, "selected"> & Partial<Selected>,
  versions: Newest<PackedVersion>,
  { coverage }: Pick<Wanted, "coverage"> = { coverage: true },
): Comparison {
  const { years, scope } = request;
  const units = request.units
    ? selected
    : selected.filter((unit) => hasPart(unit, { ...request, belonged }, versions));
  const columns = columnsOf(request, units, versions);
  const rows = units.map((unit, at) => ({ unit, at }));
  return {
    tree: request.tree,
    columns,
    rows: request.order ? ordered(rows, columns, request.order) : rows,
    coverage: coverage
      ? years.map((year) => {
          const units = selected.filter((unit) => belonged(unit, year));
          return coverageOf(units, { year, scope }, versionsOf(versions, year));
        })
      : [],
  };
}

/** A unit that neither had to file nor did, such as a development zone, gets no row unless requested by name. */
const hasPart = (
  unit: UnitRow,
  { years, scope, belonged }: CompareRequest & Pick<Selected, "belonged">,
  versions: Newest<PackedVersion>,
): boolean =>
  years.some(
    (year) =>
      belonged(unit, year) &&
      isExpected(unit, { year, scope, filed: versionsOf(versions, year).has(unit.path) }),
  );

function columnsOf(
  { years, indicators }: CompareRequest,
  units: readonly UnitRow[],
  versions: Newest<PackedVersion>,
): Column[] {
  const known = new Map<number, YearFigures>();
  const figuresOf = (year: number): YearFigures => {
    const ofYear = versionsOf(versions, year);
    const figures = known.get(year) ?? new YearFigures(units.map((unit) => ofYear.get(unit.path)));
    known.set(year, figures);
    return figures;
  };
  return years.flatMap((year) => {
    const [now, before] = [figuresOf(year), figuresOf(year - 1)];
    return indicators.map(
      (indicator) => new Column(indicator, year, now.of(indicator), () => before.of(indicator)),
    );
  });
}

/** Missing values come last in either direction; ties are in the order of the tree. */
function ordered(
  rows: readonly ComparedRow[],
  columns: readonly Column[],
  { column, descending }: RowOrder,
): ComparedRow[] {
  const values = columns[column]?.values ?? [];
  return [...rows].sort((a, b) => {
    const [left, right] = [values[a.at] ?? null, values[b.at] ?? null];
    const inTree = a.unit.path < b.unit.path ? -1 : 1;
    if (left === right) return inTree;
    if (left === null || right === null) return left === null ? 1 : -1;
    return descending ? right - left : left - right;
  });
}

const NO_VERSIONS: ReadonlyMap<string, PackedVersion> = new Map();

const versionsOf = (versions: Newest<PackedVersion>, year: number): ReadonlyMap<string, PackedVersion> =>
  versions.get(year) ?? NO_VERSIONS;

const withYearsBefore = (years: readonly number[]): readonly number[] =>
  [...new Set([...years, ...years.map((year) => year - 1)])].filter((year) => year >= FIRST_YEAR);

function refuseTooMuch(values: number): void {
  if (values > MAX_VALUES)
    throw new TooComplex(
      text(
        `单位数 × 年度数 × 指标数不得超过 ${MAX_VALUES}，请缩小范围`,
        `Units × years × indicators must not exceed ${MAX_VALUES}: ask for less`,
      ),
      { limit: MAX_VALUES },
    );
}
