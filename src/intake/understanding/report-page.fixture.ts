import { formatByCode, type Cell, type Format } from "../../forms/index.js";

/** A cell of a printed table; a figure knows its code. */
export interface PrintedCell {
  readonly text: string;
  readonly rows?: number | undefined;
  readonly columns?: number | undefined;
}

export type PrintedRow = readonly PrintedCell[];

export interface PrintedTables {
  readonly proactive: readonly PrintedRow[];
  readonly requests: readonly PrintedRow[];
  readonly remedies: readonly PrintedRow[];
}

/** Different figures in all cells, so that none can be taken for another: totals do not add up. */
export const figuresOf = (format: Format): Map<string, string> =>
  new Map(
    format.cells.map(({ code, kind, position }) => [
      code,
      kind === "decimal"
        ? `${position + 1000}.2449`
        : String(kind === "integer" ? -(position + 1) : position + 1),
    ]),
  );

export function formOf(code: "2019" | "2021"): Format {
  const format = formatByCode(code);
  if (!format) throw new Error(code);
  return format;
}

const plain = (text: string): PrintedCell => ({ text });

/** The three tables as the form prints them, header cells merged as there. */
export function printedTables(format: Format, values: ReadonlyMap<string, string>): PrintedTables {
  const valueOf = (cell: Cell): PrintedCell => plain(values.get(cell.code) ?? "");
  return {
    proactive: proactiveRows(format, valueOf),
    requests: requestRows(format, valueOf),
    remedies: remedyRows(format, valueOf),
  };
}

const cellsOf = (format: Format, table: Cell["table"]): Cell[] =>
  format.cells.filter((cell) => cell.table === table);
const grouped = (cells: readonly Cell[], key: (cell: Cell) => string): Cell[][] =>
  [...new Set(cells.map(key))].map((one) => cells.filter((cell) => key(cell) === one));

function proactiveRows(format: Format, valueOf: (cell: Cell) => PrintedCell): PrintedRow[] {
  return grouped(cellsOf(format, "proactive"), ({ block }) => block ?? "").flatMap((block) => {
    const rows = grouped(block, ({ row }) => row);
    const columns = rows[0] ?? [];
    const spans = [[], [3], [1, 2], [1, 1, 1]][columns.length] ?? [];
    return [
      [{ text: columns[0]?.block ?? "", columns: 4 }],
      [plain("信息内容"), ...columns.map(({ columnLabel }, i) => ({ text: columnLabel, columns: spans[i] }))],
      ...rows.map((cells) => [
        plain(cells[0]?.rowLabel ?? ""),
        ...cells.map((cell, i) => ({ ...valueOf(cell), columns: spans[i] })),
      ]),
    ];
  });
}

function requestRows(format: Format, valueOf: (cell: Cell) => PrintedCell): PrintedRow[] {
  const rows = grouped(cellsOf(format, "requests"), ({ row }) => row);
  const note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
  const header: PrintedRow[] = [
    [
      { text: note, rows: 3, columns: 3 },
      { text: "申请人情况", columns: 7 },
    ],
    [
      { text: "自然人", rows: 2 },
      { text: "法人或其他组织", columns: 5 },
      { text: "总计", rows: 2 },
    ],
    ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"].map(plain),
  ];
  const results = rows.filter(([cell]) => (cell?.rowPath.length ?? 0) > 0);
  const body = rows.map((cells) => {
    const [first] = cells;
    const [, group] = first?.rowPath ?? [];
    const label = first?.rowLabel ?? "";
    const values = cells.map(valueOf);
    if (!first || first.rowPath.length === 0) return [{ text: label, columns: 3 }, ...values];
    const head = results[0] === cells ? [{ text: "三、本年度办理结果", rows: results.length }] : [];
    if (group === undefined) return [...head, { text: label, columns: 2 }, ...values];
    const siblings = results.filter(([cell]) => cell?.rowPath[1] === group);
    return [
      ...head,
      ...(siblings[0] === cells ? [{ text: group, rows: siblings.length }] : []),
      plain(label),
      ...values,
    ];
  });
  return [...header, ...body];
}

function remedyRows(format: Format, valueOf: (cell: Cell) => PrintedCell): PrintedRow[] {
  const outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
  return [
    [
      { text: "行政复议", columns: 5 },
      { text: "行政诉讼", columns: 10 },
    ],
    [
      ...outcomes.map((text) => ({ text, rows: 2 })),
      { text: "未经复议直接起诉", columns: 5 },
      { text: "复议后起诉", columns: 5 },
    ],
    [...outcomes, ...outcomes].map(plain),
    cellsOf(format, "remedies").map(valueOf),
  ];
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\n", "<br>");

export const tableHtml = (rows: readonly PrintedRow[]): string =>
  `<table>${rows
    .map(
      (row) =>
        `<tr>${row
          .map(
            ({ text, rows: down = 1, columns = 1 }) =>
              `<td rowspan="${down}" colspan="${columns}">${escaped(text)}</td>`,
          )
          .join("")}</tr>`,
    )
    .join("")}</table>`;

export interface Page {
  readonly title?: string;
  readonly proactive?: string;
  readonly requests?: string;
  readonly remedies?: string;
  readonly end?: string;
}

/** A report as a web page; tables as given in HTML. */
export const pageHtml = ({
  title,
  proactive = "",
  requests = "",
  remedies = "",
  end = "",
}: Page): string => `<!doctype html>
<h1>${title ?? "清河镇人民政府2023年政府信息公开工作年度报告"}</h1>
<p>本报告由六部分组成，统计期限为2023年1月1日至12月31日。</p>
<h2>一、总体情况</h2><p>（一）主动公开。公开 12 条。</p><p>（二）依申请公开。</p>
<h2>二、主动公开政府信息情况</h2>${proactive}
<h2>三、收到和处理政府信息公开申请情况</h2>${requests}
<h2>四、政府信息公开行政复议、行政诉讼情况</h2>${remedies}
<h2>五、存在的主要问题及改进情况</h2><p>人手不足，将加强培训。</p>
<h2>六、其他需要报告的事项</h2><p>未收取信息处理费。</p>${end}
<p>清河镇人民政府</p><p>2024年1月12日</p>`;

/** A cell a line, as some sites and text extractors give tables. */
export const lines = (rows: readonly PrintedRow[]): string =>
  rows
    .flatMap((row) => row.filter(({ text }) => text !== "").map(({ text }) => `<p>${escaped(text)}</p>`))
    .join("");
