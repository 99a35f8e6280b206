import { completeTotals, type Format, readCellValue, showCellValue } from "../../forms/index";
import type { Text } from "../../kernel/text";
import type { Report, SectionKey } from "./report-query";

/** What stands in the form and in the texts: figures as they are typed, by cell; a blank is "". */
export interface Sheet {
  readonly cells: Readonly<Record<string, string>>;
  /** Why a cell differs from the ledger. */
  readonly differences: Readonly<Record<string, string>>;
  readonly texts: Readonly<Record<string, string>>;
}

export const EMPTY: Sheet = { cells: {}, differences: {}, texts: {} };

/** What the server has. Totals that it computed are blank here: the page computes them as the figures change. */
export function sheetOf(report: Report | null): Sheet {
  if (!report) return EMPTY;
  const given = report.cells.filter(({ source }) => source !== "COMPUTED");
  return {
    cells: Object.fromEntries(given.map(({ indicator, value }) => [indicator.code, value ?? ""])),
    differences: Object.fromEntries(
      report.cells.map(({ indicator, difference }) => [indicator.code, difference ?? ""]),
    ),
    texts: Object.fromEntries(report.sections.map(({ key, body }) => [key, body])),
  };
}

type Part = keyof Sheet;
const PARTS: readonly Part[] = ["cells", "differences", "texts"];

/** Where two sheets differ. */
const changedIn = (part: Part, one: Sheet, other: Sheet): string[] =>
  [...new Set([...Object.keys(one[part]), ...Object.keys(other[part])])].filter(
    (key) => (one[part][key] ?? "") !== (other[part][key] ?? ""),
  );

export const countChanges = (base: Sheet, mine: Sheet): number =>
  PARTS.reduce((sum, part) => sum + changedIn(part, base, mine).length, 0);

/** The input of saveReport: only what changed, so that two people may work on different cells. */
export function changesOf(base: Sheet, mine: Sheet) {
  const codes = new Set([...changedIn("cells", base, mine), ...changedIn("differences", base, mine)]);
  return {
    cells: [...codes].map((code) => ({
      code,
      value: tidy(mine.cells[code] ?? "") || null,
      ...((mine.differences[code] ?? "") !== "" && { difference: mine.differences[code] }),
    })),
    sections: changedIn("texts", base, mine).map((key) => ({
      key: key as SectionKey,
      body: mine.texts[key] ?? "",
    })),
  };
}

export interface Conflict {
  readonly part: Part;
  readonly key: string;
  readonly mine: string;
  readonly theirs: string;
}

/** What both changed, differently, since `base`; everything else can be joined without asking. */
export const conflictsOf = (base: Sheet, mine: Sheet, theirs: Sheet): Conflict[] =>
  PARTS.flatMap((part) =>
    changedIn(part, base, theirs)
      .filter((key) => (mine[part][key] ?? "") !== (base[part][key] ?? ""))
      .filter((key) => (mine[part][key] ?? "") !== (theirs[part][key] ?? ""))
      .map((key) => ({ part, key, mine: mine[part][key] ?? "", theirs: theirs[part][key] ?? "" })),
  );

/** Mine on top of theirs; where both changed, `keep` decides. */
export function joined(
  base: Sheet,
  mine: Sheet,
  theirs: Sheet,
  keep: (conflict: Conflict) => "mine" | "theirs",
): Sheet {
  const conflicts = conflictsOf(base, mine, theirs);
  const join = (part: Part) => ({
    ...theirs[part],
    ...Object.fromEntries(
      changedIn(part, base, mine)
        .filter((key) => {
          const conflict = conflicts.find((one) => one.part === part && one.key === key);
          return !conflict || keep(conflict) === "mine";
        })
        .map((key) => [key, mine[part][key] ?? ""]),
    ),
  });
  return { cells: join("cells"), differences: join("differences"), texts: join("texts") };
}

/** Full-width figures, thousands separators and blanks, as they come out of Word and Excel. */
export const tidy = (typed: string): string => typed.normalize("NFKC").replace(/[,\s]/g, "");

export interface Reckoned {
  /** Aligned to the form; totals filled. */
  readonly values: (number | null)[];
  readonly computed: ReadonlySet<number>;
  /** What cannot be read, by cell. */
  readonly faults: Readonly<Record<string, Text>>;
}

/** The figures with their totals, as the server will compute them: the same code. */
export function reckoned(format: Format, { cells }: Sheet): Reckoned {
  const faults: Record<string, Text> = {};
  const given = format.cells.map((cell) => {
    const typed = tidy(cells[cell.code] ?? "");
    if (typed === "") return null;
    const read = readCellValue(cell, typed);
    if ("value" in read) return read.value;
    faults[cell.code] = read.problem;
    return null;
  });
  return { ...completeTotals(format, given), faults };
}

/** Text of a cell's value; blank where there is none. */
export function shownIn(format: Format, values: readonly (number | null)[], code: string): string {
  const position = format.position(code);
  const cell = position === undefined ? undefined : format.cells[position];
  const value = position === undefined ? null : (values[position] ?? null);
  return cell && value !== null ? showCellValue(cell, value) : "";
}
