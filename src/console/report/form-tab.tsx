import { useCallback, useEffect, useMemo, useState } from "react";
import type { Format } from "../../forms/index";
import { nameOf, t } from "../texts";
import { CellPanel } from "./cell-panel";
import { type reckoned, shownIn } from "./draft";
import { Findings, type Shown as Finding } from "./findings";
import { focusCell, FormTable, type Shown } from "./form-table";
import type { Report, UnitOfReport } from "./report-query";
import type { Draft } from "./use-draft";

/** The three tables as printed, and beside them what is wrong and what is known of the chosen cell. */
export function FormTab({
  unit,
  report,
  format,
  draft,
  sums,
  findings,
  live,
  editable,
  year,
  again,
}: {
  readonly unit: UnitOfReport;
  readonly report: Report | null;
  readonly format: Format;
  readonly draft: Draft;
  readonly sums: ReturnType<typeof reckoned>;
  readonly findings: readonly Finding[];
  readonly live: boolean;
  readonly editable: boolean;
  readonly year: number;
  readonly again: () => void;
}) {
  const [code, setCode] = useState<string | null>(null);
  const shown = useShown(format, draft, sums, findings);
  const type = useCallback(
    (cells: Readonly<Record<string, string>>) => draft.type("cells", cells),
    [draft.type],
  );
  // An address may name a cell, as the search's does.
  useEffect(() => focusCell(location.hash.slice(1)), []);
  const previous = report?.previous?.cells.find(({ indicator }) => indicator.code === code)?.value ?? null;
  return (
    <div className="beside">
      <div>
        <p className="help">{t.report.keys}</p>
        {format.tables.map(({ key, heading }) => (
          <FormTable
            key={key}
            table={key}
            {...{ format, heading, editable, shown }}
            onType={type}
            onSelect={setCode}
            onUndo={draft.undo}
          />
        ))}
      </div>
      <aside aria-label={t.report.findings}>
        <CellPanel
          {...{ code, report, previous, editable }}
          name={nameOfCell(format, code)}
          difference={draft.sheet.differences[code ?? ""] ?? ""}
          onDifference={(text) => code !== null && draft.type("differences", { [code]: text })}
        />
        <h2>
          {t.report.findings}（{findings.length}）
        </h2>
        <Findings
          {...{ findings, live }}
          texts={draft.sheet.texts}
          onText={editable ? (texts) => draft.type("texts", texts) : null}
          base={`/report/${unit.code}/${year}`}
          revision={report?.revision ?? null}
          onJump={(to) => focusCell(to)}
          onDone={again}
        />
      </aside>
    </div>
  );
}

const RANK = ["INFO", "WARNING", "ERROR"];

/** What each cell shows, made once for what is typed and found; a cell that shows the same is not drawn again. */
function useShown(
  format: Format,
  draft: Draft,
  sums: ReturnType<typeof reckoned>,
  findings: readonly Finding[],
): (code: string) => Shown {
  const worst = useMemo(() => {
    const found = new Map<string, Finding>();
    for (const finding of findings)
      for (const code of finding.codes) {
        const known = found.get(code);
        if (!known || RANK.indexOf(finding.severity) > RANK.indexOf(known.severity)) found.set(code, finding);
      }
    return found;
  }, [findings]);
  return useCallback(
    (code: string): Shown => {
      const cell = format.cells[format.position(code) ?? 0];
      const finding = worst.get(code);
      const total = cell?.computed ?? false;
      return {
        typed: draft.sheet.cells[code] ?? "",
        computed: total ? shownIn(format, sums.values, code) : "",
        total,
        label: cell ? nameOf(cell) : code,
        severity: finding?.severity ?? null,
        says: finding?.message ?? "",
      };
    },
    [format, draft.sheet.cells, sums.values, worst],
  );
}

function nameOfCell({ cells }: Format, code: string | null): string {
  const cell = cells.find((one) => one.code === code);
  return cell ? nameOf(cell) : "";
}
