import { useAnswer } from "../../ui/use-answer";
import { figure, label, nameOf, t } from "../../texts";
import { Waiting } from "../../ui/parts";
import type { UnitKind } from "../compare/compare-choice";
import type { Office } from "../part-page";
import { columnAt, FIGURES, type Figures, type Filing, RATIO_UNITS, writeChange, writerOf } from "../queries";
import { MAIN, type Reviewed } from "./review-query";
import { SortedTable } from "../sorted-table";

interface FigureRow {
  readonly code: string;
  readonly name: string;
  readonly now: string;
  readonly before: string;
  readonly change: string;
  readonly ledger: string;
  readonly differs: boolean;
  readonly peers: string;
  /** The cell can be opened for correction; a derived figure cannot. */
  readonly cell: boolean;
}

/** The main figures beside last year's, the ledgers' and the peers' median: one query for all units of a kind. */
export function ReviewFigures({
  office,
  filing,
  report,
  opened,
  onOpen,
}: {
  readonly office: Office;
  readonly filing: Filing;
  readonly report: Reviewed;
  readonly opened: ReadonlySet<string>;
  readonly onOpen: (opened: ReadonlySet<string>) => void;
}) {
  const { code: under, year } = office;
  const kinds: UnitKind[] = [filing.unit.kind];
  const input = { under, kinds, indicators: MAIN, years: [year, year - 1] };
  const [answer] = useAnswer({ query: FIGURES, variables: { input } });
  const figures = answer.data?.compareReports;
  if (!figures) return <Waiting answer={answer} />;
  const toggle = (code: string) => {
    const next = new Set(opened);
    if (!next.delete(code)) next.add(code);
    onOpen(next);
  };
  return (
    <section className="card">
      <h3>{t.review.figures}</h3>
      <SortedTable
        caption={t.review.figures}
        rows={rowsOf(figures, { report, unit: filing.unit.code, year })}
        keyOf={({ code }) => code}
        columns={[
          { key: "name", title: t.compare.indicators, cell: ({ name }) => name },
          { key: "now", title: t.review.now, number: true, cell: ({ now }) => <strong>{now}</strong> },
          { key: "before", title: t.review.lastYear, number: true, cell: ({ before }) => before },
          { key: "change", title: t.review.changed, number: true, cell: ({ change }) => change },
          {
            key: "ledger",
            title: t.review.ledger,
            number: true,
            cell: ({ ledger, differs }) =>
              differs ? <strong className="orange">≠ {ledger}</strong> : ledger,
          },
          {
            key: "peers",
            title: t.review.peers(label("UnitKind", filing.unit.kind)),
            number: true,
            cell: ({ peers }) => peers,
          },
          {
            key: "open",
            title: t.review.openCell,
            cell: ({ code, name, cell }) =>
              cell && (
                <input
                  type="checkbox"
                  aria-label={`${t.review.openCell} ${name}`}
                  checked={opened.has(code)}
                  onChange={() => toggle(code)}
                />
              ),
          },
        ]}
      />
    </section>
  );
}

/** Rates differ by points, not by per cent of per cents; null for what is no rate. */
function changed(unit: string, now: number | null | undefined, before: number | null | undefined) {
  if (!RATIO_UNITS.test(unit)) return null;
  return now == null || before == null ? "" : t.review.points(POINTS.format((now - before) * 100));
}
const POINTS = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 1, signDisplay: "exceptZero" });

function rowsOf(
  figures: Figures,
  { report, unit, year }: { readonly report: Reviewed; readonly unit: string; readonly year: number },
): FigureRow[] {
  const values = figures.rows.find((row) => row.unit.code === unit);
  return MAIN.map((code): FigureRow => {
    const at = columnAt(figures, code, year);
    const column = figures.columns[at];
    const write = writerOf(column?.indicator.unit ?? "");
    const told = (value: number | null | undefined) => (value == null ? "–" : write(value));
    const cell = report.cells.find(({ indicator }) => indicator.code === code);
    const before = values?.values[columnAt(figures, code, year - 1)];
    const now = cell?.value ?? values?.values[at] ?? null;
    return {
      code,
      name: column ? nameOf(column.indicator).split(" · ").slice(1).join(" · ") : code,
      now: told(now === null ? null : Number(now)),
      before: told(before),
      change:
        changed(column?.indicator.unit ?? "", values?.values[at], before) ?? writeChange(values?.changes[at]),
      ledger: cell?.ledgerValue == null ? "" : figure(cell.ledgerValue),
      differs: cell?.ledgerValue != null && Number(cell.ledgerValue) !== Number(cell.value),
      peers: told(column?.median),
      cell: cell !== undefined,
    };
  }).filter(({ now, before, peers }) => !(now === "–" && before === "–" && peers === "–"));
}
