import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { countChanges, type Sheet, sheetOf } from "./draft";
import type { Report } from "./report-query";

interface Kept {
  /** What the server had when typing began. */
  readonly base: Sheet;
  readonly sheet: Sheet;
}

/** What is typed survives a reload, a crash and an expired session: it is kept in this browser until it is saved. */
const read = (key: string): Kept | null => {
  const kept = localStorage.getItem(key);
  return kept === null ? null : (JSON.parse(kept) as Kept);
};

const UNDO_STEPS = 200;

export interface Draft {
  readonly sheet: Sheet;
  readonly base: Sheet;
  readonly changes: number;
  /** What was typed before this page was opened is here again. */
  readonly restored: boolean;
  readonly type: (part: keyof Sheet, values: Readonly<Record<string, string>>) => void;
  readonly undo: () => void;
  readonly canUndo: boolean;
  /** Gives up what is not saved. */
  readonly discard: () => void;
  /** The sheet on top of what the server has now. */
  readonly settle: (base: Sheet, sheet: Sheet) => void;
}

/** The sheet as typed, on top of the server's; `key` names the report and the person. */
export function useDraft(key: string, report: Report | null): Draft {
  const theirs = useMemo(() => sheetOf(report), [report]);
  const [kept] = useState(() => read(key));
  const [{ base, sheet }, setState] = useState<Kept>(kept ?? { base: theirs, sheet: theirs });
  const [restored, setRestored] = useState(kept !== null);
  const history = useRef<Sheet[]>([]);
  // An answer that arrives while nothing is typed is simply the newer one.
  useEffect(() => {
    setState((was) => (countChanges(was.base, was.sheet) === 0 ? { base: theirs, sheet: theirs } : was));
  }, [theirs]);
  const changes = countChanges(base, sheet);
  useEffect(() => {
    if (changes === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ base, sheet }));
  }, [key, base, sheet, changes]);
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
  const settle = useCallback((newBase: Sheet, newSheet: Sheet) => {
    history.current = [];
    setRestored(false);
    setState({ base: newBase, sheet: newSheet });
  }, []);
  const discard = () => settle(theirs, theirs);
  return {
    ...{ sheet, base, changes, restored, type, undo, settle, discard },
    canUndo: history.current.length > 0,
  };
}
