import { useState } from "react";
import { useChanged } from "../live/live";
import { t } from "../texts";
import { Button, Notice } from "../ui/parts";
import type { UnitOfReport } from "./report-query";

interface News {
  /** Others have changed the report: what they did is shown, or waits for whoever types here. */
  readonly state: "shown" | "waiting" | null;
  readonly settled: () => void;
}

/** What others do to the report appears at once; under unsaved changes it is only told of. */
export function useElsewhere(
  unit: UnitOfReport,
  year: number,
  { typing, again }: { readonly typing: boolean; readonly again: () => void },
): News {
  const [state, setState] = useState<News["state"]>(null);
  const { report } = unit;
  useChanged(
    ({ subject, unit: place, year: changed, revision, own }) =>
      subject.type === "ANNUAL_REPORT" &&
      (report ? subject.id === report.id : place?.code === unit.code && changed === year) &&
      // The page's own saving is known here already.
      (revision === null ? !own : revision > (report?.revision ?? 0)),
    () => {
      setState(typing ? "waiting" : "shown");
      if (!typing) again();
    },
  );
  return { state, settled: () => setState(null) };
}

export function Elsewhere({ state, settled, look }: News & { readonly look: () => Promise<void> }) {
  if (state === null) return null;
  return (
    <Notice>
      {state === "shown" ? t.live.refreshed : t.live.changed}{" "}
      {state === "waiting" && <Button onClick={() => void look().then(settled)}>{t.live.look}</Button>}
    </Notice>
  );
}
