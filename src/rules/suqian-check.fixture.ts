import { changed, suqianFormat, suqianValues } from "../forms/suqian.fixture.js";
import { checkReport } from "./engine.js";
import type { CheckInput, Fault } from "./rule.js";

/** 2023 as the report before 2024's. */
export const suqianPrevious = {
  format: suqianFormat(),
  year: 2023,
  values: suqianValues[2023],
  revisedAfterPublication: false,
};

/** What the rules look at: 宿迁 2024 as published, with proper texts of our own and 2023 before it. */
export const suqianCheck = (more: Partial<CheckInput> = {}): CheckInput => ({
  format: suqianFormat(),
  year: 2024,
  unitKind: "CITY",
  scope: "SYSTEM",
  values: suqianValues[2024],
  computed: new Set(),
  sections: {
    INTRODUCTION: "本报告中所列数据的统计期限自2024年1月1日起至2024年12月31日止。",
    OVERVIEW: "主动公开方面……依申请公开方面……政府信息管理方面……平台建设方面……监督保障方面……",
    PROBLEMS: "存在的主要问题：公开内容不够全面。改进措施：加强培训和检查。",
    OTHER_MATTERS: "本年度依法收取信息处理费。",
  },
  signedOn: "2025-01-20",
  tablesChangedOn: "2025-01-18",
  dueOn: "2025-03-31",
  today: "2025-02-01",
  publishedOn: null,
  previous: suqianPrevious,
  ledger: null,
  feesYuanFrom: 100_000,
  ...more,
});

/** A report of zeros with the same texts, of a street without a report before. */
export const street = {
  unitKind: "SUBDISTRICT",
  previous: null,
  values: suqianFormat().cells.map(() => 0),
} as const;

/** A report of zeros but for these cells, as last year's. */
export const before = (cells: Readonly<Record<string, string | null>>): Partial<CheckInput> => ({
  previous: { ...suqianPrevious, values: changed(street.values, cells) },
});

/** The faults of `suqianCheck(more)`. */
export const check = (more: Partial<CheckInput> = {}): Fault[] => checkReport(suqianCheck(more));

export const prints = (faults: readonly Fault[]): string[] => faults.map((fault) => fault.fingerprint);
