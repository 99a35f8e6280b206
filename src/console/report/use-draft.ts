import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { countChanges, type Sheet, sheetOf } from "./draft";
import type { Report } from "./report-query";

interface Kept {
  /** What the server had when typing began, and its revision; null: no report yet. */
  readonly base: Sheet;
  readonly revision: number | null;
  readonly sheet: Sheet;
}

/** What is typed survives a reload, a crash and an expired session: it is kept in this browser until it is saved. */
const read = (key: string): Kept | null => {
  const kept = localStorage.getItem(key);
  return kept === null ? null : (JSON.parse(kept) as Kept);
};

const unchanged = (report: Report | null): Kept => {
  const sheet = sheetOf(report);
  return { base: sheet, sheet, revision: report?.revision ?? null };
};

const UNDO_STEPS = 200;

export interface Draft {
  readonly sheet: Sheet;
  readonly base: Sheet;
  readonly revision: number | null;
  readonly changes: number;
  /** What was typed before this page was opened is here again. */
  readonly restored: boolean;
  readonly type: (part: keyof Sheet, values: Readonly<Record<string, string>>) => void;
  readonly undo: () => void;
  readonly canUndo: boolean;
  /** Gives up what is not saved. */
  readonly discard: () => void;
  /** What the server has now, and what becomes of the sheet as it is typed at that moment. */
  readonly settle: (theirs: Report | null, next: (typed: Sheet) => Sheet) => void;
}

/** The sheet as typed, on top of the server's; `key` names the report and the person. */
export function useDraft(key: string, report: Report | null): Draft {
  const theirs = useMemo(() => unchanged(report), [report]);
  const [kept] = useState(() => read(key));
  const [{ base, sheet, revision }, setState] = useState<Kept>(kept ?? theirs);
  const [restored, setRestored] = useState(kept !== null);
  const history = useRef<Sheet[]>([]);
  // An answer that arrives while nothing is typed is simply the newer one.
  useEffect(() => {
    setState((was) => (countChanges(was.base, was.sheet) === 0 ? theirs : was));
  }, [theirs]);
  const changes = countChanges(base, sheet);
  useEffect(() => {
    if (changes === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ base, sheet, revision }));
  }, [key, base, sheet, revision, changes]);
  const type = useCallback((part: keyof Sheet, values: Readonly<Record<string, string>>) => {
    setState((was) => {
      history.current = [...history.current.slice(1 - UNDO_STEPS), was.sheet];
      return { ...was, sheet: { ...was.sheet, [part]: { ...was.sheet[part], ...values } } };
    });
  }, []);
  const undo = useCallback(() => {
    const before = history.current.pop();
    if (before) setState((was) => ({ ...was, sheet: before }));
  }, []);
  const settle = useCallback((from: Report | null, next: (typed: Sheet) => Sheet) => {
    history.current = [];
    setRestored(false);
    setState(({ sheet: typed }) => ({ ...unchanged(from), sheet: next(typed) }));
  }, []);
  const discard = () => settle(report, () => theirs.sheet);
  return {
    ...{ sheet, base, revision, changes, restored, type, undo, settle, discard },
    canUndo: history.current.length > 0,
  };
}
