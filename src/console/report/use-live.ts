import { useEffect, useState } from "react";
import type { Format } from "../../forms/index";
import { LANGUAGE } from "../texts";
import type { reckoned } from "./draft";
import type { Shown } from "./findings";
import type { UnitOfReport } from "./report-query";
import type { Draft } from "./use-draft";

/** A pause in typing. */
const LIVE_MS = 300;

/** The rules over what is typed and not saved yet; null while the server's findings are of the same figures. */
export function useLive(
  unit: UnitOfReport,
  year: number,
  format: Format,
  draft: Draft,
  sums: ReturnType<typeof reckoned>,
): Shown[] | null {
  const [live, setLive] = useState<Shown[] | null>(null);
  const { changes, sheet } = draft;
  useEffect(() => {
    if (changes === 0) {
      setLive(null);
      return;
    }
    let typedOn = false;
    const timer = setTimeout(() => {
      void import("./live-check").then(({ liveFindings }) => {
        if (typedOn) return;
        const typed = Object.entries(sums.faults).map(([code, problem]) => ({
          ...{ id: code, severity: "ERROR", message: problem[LANGUAGE], codes: [code] },
        }));
        setLive([...typed, ...liveFindings(unit, unit.report, year, { format, sheet, reckoned: sums })]);
      });
    }, LIVE_MS);
    return () => {
      typedOn = true;
      clearTimeout(timer);
    };
  }, [unit, year, format, changes, sheet, sums]);
  return live;
}
