import { graphql, type ResultOf } from "../api";

/** The leaves of a district: whatever files a report below a government. */
export const FILERS = ["TOWN", "SUBDISTRICT", "ZONE", "DEPARTMENT"] as const;
export const RECEIVED = "requests.received.total";
export const DISCLOSED = "rates.disclosed";

export const BOARD = graphql(`
  query FilingBoardPage($under: String!, $year: Int!) {
    filingBoard(under: $under, year: $year) {
      year
      coverage {
        expected
        included
        formChanged
        missing {
          id
        }
      }
      filings {
        unit {
          id
          code
          name
          shortName
          kind
        }
        reminders {
          firstOn
          secondOn
          noticeOn
        }
        status
        correctionUnderWay
        onTime
        dueOn
        firstDueOn
        submittedAt
        openErrors
        openWarnings
      }
    }
  }
`);

export type Filing = ResultOf<typeof BOARD>["filingBoard"]["filings"][number];

/** Not yet with the office: nothing submitted, or sent back. */
export const isOpen = ({ status }: Filing): boolean =>
  status === null || status === "DRAFT" || status === "UNDER_REVIEW" || status === "RETURNED";

/** From nothing to published, as the process goes. */
export const STATES = [
  "NONE",
  "DRAFT",
  "UNDER_REVIEW",
  "RETURNED",
  "SUBMITTED",
  "APPROVED",
  "PUBLISHED",
] as const;
export const stateOf = ({ status }: Filing): (typeof STATES)[number] => status ?? "NONE";

/** Figures of many units over some years, as every page of the office reads them. */
export const FIGURES = graphql(`
  query DistrictFigures($input: CompareReportsInput!) {
    compareReports(input: $input) {
      columns {
        indicator {
          code
          label
          labelEn
          unit
        }
        year
        reported
        total
        median
      }
      rows {
        unit {
          id
          code
          name
          shortName
        }
        values
        numerators
        denominators
        changes
        ranks
      }
      coverage {
        year
        expected
        included
        formChanged
        asOf
        missing {
          id
          code
          shortName
        }
      }
    }
  }
`);

export type Figures = ResultOf<typeof FIGURES>["compareReports"];

/** Position of an indicator in a year, among the columns. */
export const columnAt = ({ columns }: Figures, code: string, year: number): number =>
  columns.findIndex((column) => column.indicator.code === code && column.year === year);

/** An indicator's name in the language of the page. */
/** The last words of an indicator's label: its tables and headings are told around it. */
export const shortLabel = (label: string): string => {
  const parts = label.split(" · ");
  const last = parts[parts.length - 1] ?? label;
  const before = parts[parts.length - 2];
  return /^(?:总计|合计|total)$/.test(last) && before ? before : last;
};

/** A column's heading: the row of the form and, but for totals, its column. */
export const columnLabel = (label: string): string => {
  const parts = label.split(" · ");
  const last = parts[parts.length - 1] ?? label;
  const row = parts[parts.length - (parts[parts.length - 2] === "法人或其他组织" ? 3 : 2)];
  return /^(?:总计|total)$/.test(last) || parts.length < 3 ? shortLabel(label) : `${last} · ${row}`;
};

export const RATIO_UNITS = /^(?:比值|ratio)$/;
const PERCENT = new Intl.NumberFormat("zh-CN", { style: "percent", maximumFractionDigits: 1 });
const NUMBER = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 2 });
export const percent = (share: number): string => PERCENT.format(share);

/** Writes values of an indicator: rates in per cent, all others as numbers. */
export const writerOf =
  (unit: string) =>
  (value: number): string =>
    RATIO_UNITS.test(unit) ? PERCENT.format(value) : NUMBER.format(value);

const CHANGE = new Intl.NumberFormat("zh-CN", {
  style: "percent",
  maximumFractionDigits: 0,
  signDisplay: "exceptZero",
});
export const writeChange = (change: number | null | undefined): string =>
  change === null || change === undefined ? "" : CHANGE.format(change);
