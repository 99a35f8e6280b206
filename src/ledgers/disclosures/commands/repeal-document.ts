import type { Viewer } from "../../../access/index.js";
import { dateInShanghai, type CalendarDate } from "../../../kernel/calendar-date.js";
import type { Problem } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import type { Session } from "../../../platform/db/index.js";
import { dateProblems, notNow, noteProblems, type LedgerServices } from "../../../records/index.js";
import { moveDisclosures, type Case, type Selection } from "./move-disclosures.js";
import { FORMATION } from "./publish-disclosures.js";

export interface Repeal {
  readonly on?: CalendarDate | null;
  readonly note?: string | null;
}

/** 废止 of a regulation or normative document: from that day on it is no longer in force (条例 §20(1)). */
export async function repealDocument(
  session: Session,
  viewer: Viewer,
  chosen: Selection,
  { on, note }: Repeal,
  services: LedgerServices,
): Promise<{ ids: string[] }> {
  const now = services.clock.now();
  const repealedOn = on ?? dateInShanghai(now);
  return moveDisclosures(
    session,
    viewer,
    chosen,
    {
      verb: "repeal",
      note: note ?? null,
      values: () => ({ repealedOn }),
      problems: (one) => [
        ...noteProblems(note, ["input", "note"]),
        ...standingProblems(one),
        ...dateProblems(repealedOn, ["input", "on"], {
          now,
          calendar: services.calendar,
          notBefore: { date: one.disclosure.formedOn, what: FORMATION },
        }),
      ],
    },
    services,
  );
}

function standingProblems({ disclosure: { documentKind, repealedOn }, path }: Case): readonly Problem[] {
  if (!documentKind)
    return notNow(
      path,
      text(
        "只有规章、行政规范性文件可以废止（条例 §20 第一项）；其他信息不再公开的，请撤回",
        "Only a regulation or normative document is repealed (条例 §20(1)); withdraw other records",
      ),
    ).problems;
  if (repealedOn)
    return notNow(
      path,
      text(`该文件已于 ${repealedOn} 废止，不能再次废止`, `It was repealed on ${repealedOn} already`),
    ).problems;
  return [];
}
