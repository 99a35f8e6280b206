import type { Call } from "../access/index.js";
import { FORMATS, indicator } from "../forms/index.js";
import { append, changesBetween, textChanges } from "../history/index.js";
import { text, type Text } from "../kernel/text.js";
import type { UnitRow } from "../units/index.js";
import type { ImportedFile, ReportRow } from "../reports/index.js";

/** All but figures and texts, which have fields of their own. */
const columnsOf = ({ signedOn, dueOn, openCells, unitName, tablesChangedOn, ...report }: ReportRow) => {
  const { latestVersion, firstSubmittedAt, submittedAt, publishedAt } = report;
  return {
    ...{ signedOn, dueOn, openCells, unitName, tablesChangedOn },
    ...{ latestVersion, firstSubmittedAt, submittedAt, publishedAt },
  };
};

const figuresIn = ({ cells }: ReportRow): Record<string, string> =>
  Object.fromEntries(Object.entries(cells).map(([code, { value }]) => [code, value]));

/** The field of the reason why a cell differs from the ledgers. */
const reasonOf = (code: string): string => `${code}.difference`;

const textsIn = ({ cells, sections }: ReportRow): Record<string, string | null> => ({
  ...Object.fromEntries(
    Object.entries(cells).map(([code, { difference }]) => [reasonOf(code), difference ?? null]),
  ),
  ...Object.fromEntries(Object.entries(sections).map(([key, body]) => [key, body === "" ? null : body])),
});

interface Step {
  /** Of a report that the step made: an empty one of revision 0. */
  readonly before: ReportRow;
  readonly after: ReportRow;
  readonly reason?: string | null;
  /** The cells that an edit changed, totals with them, or that a return opened. */
  readonly cells: readonly string[];
  /** 同一人办理: who took this step took the one before it, too. */
  readonly samePerson?: boolean;
  readonly imported?: ImportedFile | undefined;
}

/** Writes a step or an edit of a report into the history: each figure and date before and after, each text by digest. */
export function recordStep(
  call: Call,
  unit: UnitRow,
  { before, after, reason = null, cells, samePerson = false, imported }: Step,
): void {
  append(call, {
    unit,
    subject: { type: "AnnualReport", id: after.id },
    revision: after.revision,
    reason,
    changes: {
      ...changesBetween(columnsOf(before), columnsOf(after)),
      // Also where it stayed the same: the entry of an edit has the status in which it was made.
      status: [before.revision === 0 ? null : before.status, after.status],
      ...changesBetween(figuresIn(before), figuresIn(after)),
      ...textChanges(textsIn(before), textsIn(after)),
    },
    details: {
      ...(cells.length > 0 && { cells }),
      ...(samePerson && { samePerson }),
      ...(imported && { file: imported.name, sha256: imported.sha256 }),
    },
  });
}

const named = FORMATS.flatMap(({ cells, sections }): (readonly [field: string, name: Text])[] => [
  ...cells.flatMap(({ code }) => {
    const { label = code, labelEn = code } = indicator(code) ?? {};
    return [
      [code, text(label, labelEn)] as const,
      [reasonOf(code), text(`${label}：差异说明`, `${labelEn}: reason for the difference`)] as const,
    ];
  }),
  ...sections.map(({ key, heading }) => [key, text(heading, heading)] as const),
]);

/** The names of the fields in a report's entries. */
export const REPORT_LABELS: Readonly<Record<string, Text>> = {
  ...Object.fromEntries(named),
  status: text("状态", "status"),
  cells: text("所涉单元格", "cells concerned"),
  signedOn: text("落款日期", "date of signature"),
  dueOn: text("报送期限", "filing deadline"),
  openCells: text("退回开放的单元格", "cells that a return opened"),
  unitName: text("报送时的单位名称", "the unit's name at filing"),
  tablesChangedOn: text("表格最后修改日期", "day on which the tables last changed"),
  latestVersion: text("最新版本", "newest version"),
  firstSubmittedAt: text("首次报送时间", "first submitted"),
  submittedAt: text("报送时间", "submitted"),
  publishedAt: text("发布时间", "published"),
  samePerson: text("同一人办理", "same person as the step before"),
  file: text("导入的文件", "file brought in"),
  sha256: text("文件的摘要", "the file's digest"),
};
