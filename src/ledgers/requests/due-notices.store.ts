import { asOperator } from "../../access/index.js";
import { append, HISTORY } from "../../history/index.js";
import { addDays, dateInShanghai, type CalendarDate } from "../../kernel/calendar-date.js";
import { sql, type Session } from "../../platform/db/index.js";
import { INFORMATION_REQUESTS } from "./request.entity.js";
import { UNDECIDED } from "./request.terms.js";

/** So many days before the last one an answer is near due; after so many it is no news any more. */
const DAYS_BEFORE = 3;
const DAYS_AFTER = 30;
const AT_ONCE = 500;

interface Due {
  readonly id: string;
  readonly unitId: string;
  readonly path: string;
  readonly dueOn: CalendarDate;
}

/**
 * Writes into the history that the answer to a request falls due, once for each last day: pages and programs learn it
 * from there. Answers how many there were.
 */
export async function noticeDue(session: Session, now: Date): Promise<number> {
  const today = dateInShanghai(now);
  const due = await session.query<Due>(
    sql`select r.id, r.unit_id as unitId, u.path, r.due_on as dueOn
        from ${session.from(INFORMATION_REQUESTS, "r")} join units u on u.id = r.unit_id
        where r.state in ${[...UNDECIDED]}
        and r.due_on >= ${addDays(today, -DAYS_AFTER)} and r.due_on <= ${addDays(today, DAYS_BEFORE)}
        and not exists (select 1 from ${session.from(HISTORY, "h")} where h.subject_type = 'InformationRequest'
          and h.subject_id = r.id and h.operation = 'noticeDue' and h.on_date = r.due_on)
        order by r.due_on, r.id limit ${AT_ONCE}`,
  );
  const call = asOperator(session, now, "noticeDue");
  for (const { id, unitId, path, dueOn } of due)
    append(call, { unit: { id: unitId, path }, subject: { type: "InformationRequest", id }, on: dueOn });
  return due.length;
}
