import { type ClipboardEvent, type KeyboardEvent, memo, useMemo, useRef } from "react";
import { type Format, type Grid, formGrid, type TableKey } from "../../forms/index";
import { t } from "../texts";
import { blockOf, neighbour, placed, type Spot, spotsOf } from "./grid-keys";

/** What a cell shows: what was typed, or the total computed for it; what is wrong with it. */
export interface Shown {
  readonly typed: string;
  readonly computed: string;
  readonly total: boolean;
  readonly label: string;
  /** The worst finding, and its words. */
  readonly severity: string | null;
  readonly says: string;
}

export interface FormTableProps {
  readonly table: TableKey;
  readonly format: Format;
  readonly heading: string;
  readonly editable: boolean;
  readonly shown: (code: string) => Shown;
  readonly onType: (cells: Readonly<Record<string, string>>) => void;
  readonly onSelect: (code: string) => void;
  readonly onUndo: () => void;
}

/** The table as it is printed, an input a figure: arrows and Enter move as in a spreadsheet, blocks can be pasted. */
export function FormTable({
  table,
  format,
  heading,
  editable,
  shown,
  onType,
  onSelect,
  onUndo,
}: FormTableProps) {
  const box = useRef<HTMLDivElement>(null);
  const grid = useMemo(
    () => formGrid(table, { format, values: format.cells.map(() => null) }),
    [table, format],
  );
  const spots = useMemo(() => spotsOf(grid), [grid]);
  const go = (spot: Spot | undefined) => spot && focusCell(spot.code, box.current);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    const step = moveOf(event, input);
    if (step === "undo") {
      event.preventDefault();
      onUndo();
    } else if (step === "edit") input.setSelectionRange(input.value.length, input.value.length);
    else if (step) {
      event.preventDefault();
      go(neighbour(spots, input.name, step));
    }
  };
  const onPaste = (event: ClipboardEvent<HTMLDivElement>) => {
    const input = event.target;
    const block = blockOf(event.clipboardData.getData("text/plain"));
    if (!editable || !block || !(input instanceof HTMLInputElement)) return;
    event.preventDefault();
    onType(placed(spots, input.name, block).cells);
  };
  return (
    <section className={`form-table ${table}`}>
      <h2 id={`table-${table}`}>{heading}</h2>
      <div className="wide" ref={box} onKeyDown={onKeyDown} onPaste={onPaste}>
        <GridTable {...{ grid, heading, editable, shown, onType, onSelect }} />
      </div>
    </section>
  );
}

type Move = "up" | "down" | "left" | "right" | "undo" | "edit";

/** Sideways arrows move within the text while it is being edited: when it is not selected whole. */
function moveOf(event: KeyboardEvent, input: HTMLInputElement): Move | null {
  const { key, ctrlKey, metaKey, shiftKey } = event;
  if ((ctrlKey || metaKey) && key === "z") return "undo";
  if (key === "F2") return "edit";
  if (key === "ArrowUp" || (key === "Enter" && shiftKey)) return "up";
  if (key === "ArrowDown" || key === "Enter") return "down";
  const { selectionStart, selectionEnd, value } = input;
  const whole = selectionStart === 0 && selectionEnd === value.length;
  if (key === "ArrowLeft" && (whole || selectionEnd === 0)) return "left";
  if (key === "ArrowRight" && (whole || selectionStart === value.length)) return "right";
  return null;
}

/** Also from a list elsewhere on the page: a finding leads to its cell. */
export function focusCell(code: string, within: ParentNode | null = document): void {
  const input = within?.querySelector<HTMLInputElement>(`input[name="${CSS.escape(code)}"]`);
  input?.focus();
  input?.scrollIntoView({ block: "center", inline: "nearest" });
}

function GridTable({
  grid,
  heading,
  ...cells
}: Pick<FormTableProps, "heading" | "editable" | "shown" | "onType" | "onSelect"> & { readonly grid: Grid }) {
  const total = grid.widths.reduce((sum, width) => sum + width, 0);
  const row = (at: number) => (
    <tr key={at}>
      {grid.rows[at]?.map(({ text, kind, colSpan, rowSpan, code }, i) =>
        code === undefined ? (
          <th key={i} {...{ colSpan, rowSpan }} scope={scopeOf(kind, colSpan, rowSpan)}>
            {text}
          </th>
        ) : (
          <td key={code} {...{ colSpan, rowSpan }}>
            <CellInput
              code={code}
              {...cells.shown(code)}
              editable={cells.editable}
              onType={cells.onType}
              onSelect={cells.onSelect}
            />
          </td>
        ),
      )}
    </tr>
  );
  const rows = grid.rows.map((_, at) => row(at));
  return (
    <table className="form">
      <caption className="hidden">{heading}</caption>
      <colgroup>
        {grid.widths.map((width, i) => (
          <col key={i} width={`${((width / total) * 100).toFixed(2)}%`} />
        ))}
      </colgroup>
      {grid.headRows > 0 && <thead>{rows.slice(0, grid.headRows)}</thead>}
      <tbody>{rows.slice(grid.headRows)}</tbody>
    </table>
  );
}

const scopeOf = (kind: string, colSpan: number, rowSpan: number): string =>
  kind === "head" ? (colSpan > 1 ? "colgroup" : "col") : rowSpan > 1 ? "rowgroup" : "row";

type CellProps = Shown & {
  readonly code: string;
  readonly editable: boolean;
  readonly onType: FormTableProps["onType"];
  readonly onSelect: FormTableProps["onSelect"];
};

const CellInput = memo(function CellInput(props: CellProps) {
  const { code, typed, computed, total, label, severity, says, editable, onType, onSelect } = props;
  const hint = [says, total ? t.report.computed : ""].filter((part) => part !== "").join("；");
  return (
    <>
      <input
        name={code}
        className={`figure ${total ? "total" : ""} ${severity?.toLowerCase() ?? ""}`}
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={severity === "ERROR" || undefined}
        aria-description={hint || undefined}
        title={hint || undefined}
        readOnly={!editable}
        value={typed}
        placeholder={computed}
        onChange={(event) => onType({ [code]: event.target.value })}
        onFocus={(event) => {
          event.target.select();
          onSelect(code);
        }}
      />
      {severity !== null && (
        <span className={`mark ${severity.toLowerCase()}`} aria-hidden="true">
          {severity === "ERROR" ? "✖" : severity === "WARNING" ? "⚠" : "i"}
        </span>
      )}
    </>
  );
});
