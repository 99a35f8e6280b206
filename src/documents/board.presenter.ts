import { text, type Language, type Text } from "../kernel/text.js";
import { type ReportStatus, STATUS_NAMES } from "../reports/index.js";
import { COVERAGE, coverageInfo, type YearCoverage } from "./coverage.presenter.js";
import type { Cell, ColumnKind } from "./table.js";
import type { LaidOut, TabularType } from "./tabular.js";

interface Filing {
  readonly unit: { readonly code: string; readonly name: string };
  readonly status: ReportStatus | null;
  readonly dueOn: string;
  readonly submittedAt: string | null;
  readonly onTime: boolean | null;
  readonly openErrors: number;
  readonly openWarnings: number;
}

interface FilingBoard {
  readonly coverage: YearCoverage;
  readonly filings: readonly Filing[];
}

export const BOARD: TabularType = {
  title: text("年报报送一览", "Filing board"),
  selection: () =>
    `filings { unit { code name } status dueOn submittedAt onTime openErrors openWarnings } ${COVERAGE}`,
  layOut: (answer: FilingBoard, language) => layOut(answer, language),
};

const COLUMNS: readonly (readonly [Text, ColumnKind])[] = [
  [text("单位代码", "Unit code"), "text"],
  [text("单位", "Unit"), "text"],
  [text("状态", "Status"), "text"],
  [text("报送期限", "Due"), "date"],
  [text("最近一次报送", "Submitted"), "instant"],
  [text("按时", "On time"), "text"],
  [text("未消除的错误", "Open errors"), "number"],
  [text("未说明的警告", "Open warnings"), "number"],
];
const YES = text("是", "yes");
const NO = text("否", "no");

const layOut = ({ filings, coverage }: FilingBoard, language: Language): LaidOut => ({
  columns: COLUMNS.map(([title, kind]) => ({ title: title[language], kind })),
  rows: filings.map(({ unit, status, dueOn, submittedAt, onTime, openErrors, openWarnings }): Cell[] => [
    unit.code,
    unit.name,
    status && STATUS_NAMES[status][language],
    dueOn,
    submittedAt,
    onTime === null ? null : (onTime ? YES : NO)[language],
    openErrors,
    openWarnings,
  ]),
  info: coverageInfo(coverage, language),
});
