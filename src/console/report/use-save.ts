import { useState } from "react";
import type { Client, CombinedError } from "@urql/core";
import { useClient } from "urql";
import { graphql, type InputProblem } from "../api";
import { messageOf } from "../ui/parts";
import { changesOf, type Conflict, conflictsOf, joined, sheetOf } from "./draft";
import { REPORT, type Report } from "./report-query";
import type { Draft } from "./use-draft";

const SAVE = graphql(`
  mutation SaveReport($input: SaveReportInput!) {
    saveReport(input: $input) {
      report {
        id
        revision
      }
      problems {
        code
        message
        path
      }
    }
  }
`);

export interface Place {
  readonly unit: string;
  readonly year: number;
  readonly scope: "OWN" | "SYSTEM";
}

const problemsOf = (
  problems: readonly InputProblem[] = [],
  error: CombinedError | undefined,
): readonly InputProblem[] => (error ? [{ code: "", message: messageOf(error), path: [] }] : problems);

const target = ({ unit, year, scope }: Place) => ({ unitCode: unit, year, scope });

async function fresh(client: Client, place: Place): Promise<Report | null> {
  const { data } = await client.query(REPORT, place, { requestPolicy: "network-only" }).toPromise();
  return data?.unit?.report ?? null;
}

/** Somebody else's report, and where both changed the same; whether it was met while saving. */
export interface Met {
  readonly theirs: Report;
  readonly places: readonly Conflict[];
  readonly saving: boolean;
}

type Sent = Pick<Draft, "base" | "sheet" | "revision">;

/** What is typed while a save is under way stays on top of what was saved. */
const mine = (): "mine" => "mine";

/** Saving, and what to do where somebody else has saved since. */
export function useSave(place: Place, draft: Draft) {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly InputProblem[]>([]);
  const [conflicts, setConflicts] = useState<Met | null>(null);
  const [savedAt, setSavedAt] = useState<Date | null>(null);

  /** Saves `sheet` on top of `base`, which is what the server had at `revision`. */
  const send = async ({ base, sheet, revision }: Sent = draft): Promise<void> => {
    setBusy(true);
    const { data, error } = await client
      .mutation(SAVE, { input: { ...target(place), expectedRevision: revision, ...changesOf(base, sheet) } })
      .toPromise();
    const found = problemsOf(data?.saveReport.problems, error);
    const theirs = error ? null : await fresh(client, place);
    setBusy(false);
    if (found.some(({ code }) => code === "STALE_REVISION") && theirs) return meet(theirs, true);
    setProblems(found);
    if (found.length > 0 || !theirs) return;
    const saved = sheetOf(theirs);
    draft.settle(theirs, (typed) => joined(sheet, typed, saved, mine));
    setSavedAt(new Date());
  };
  /** Joins what can be joined without asking; the rest is shown side by side. */
  const meet = async (theirs: Report, saving: boolean): Promise<void> => {
    const places = conflictsOf(draft.base, draft.sheet, sheetOf(theirs));
    if (places.length > 0) setConflicts({ theirs, places, saving });
    else await settle({ theirs, saving }, mine);
  };
  const settle = async (
    { theirs, saving }: Pick<Met, "theirs" | "saving">,
    keep: (conflict: Conflict) => "mine" | "theirs",
  ): Promise<void> => {
    setConflicts(null);
    const base = sheetOf(theirs);
    const sheet = joined(draft.base, draft.sheet, base, keep);
    draft.settle(theirs, (typed) => joined(draft.sheet, typed, sheet, mine));
    if (saving) await send({ base, sheet, revision: theirs.revision });
  };
  /** Takes what others have saved under what is typed here; saves nothing. */
  const takeIn = async (): Promise<void> => {
    const theirs = await fresh(client, place);
    if (theirs) await meet(theirs, false);
  };
  const ignore = () => setConflicts(null);
  return { busy, problems, conflicts, savedAt, save: () => send(), takeIn, settle, ignore };
}
