import { readOutside } from "../tests/faults/outsider.js";
import type { StoredReport, StoredRequests } from "./verdict.js";

interface Part {
  readonly part: "request" | "event" | "applicant" | "answer";
  readonly id: string;
  readonly text: string | null;
}

/** One statement, and so one moment, however busy the server is. */
const PARTS = `
  select 'request' as part, id, subject as text from information_requests
  union all select 'event', request_id, null from request_events
  union all select 'applicant', request_id, null from request_applicants
  union all select 'answer', id, answer from idempotency_keys`;

/** Read by a process that has nothing to do with the server. */
export async function storedRequests(url: string): Promise<StoredRequests> {
  const rows = await readOutside<Part>(url, PARTS);
  const of = (wanted: Part["part"]): Part[] => rows.filter(({ part }) => part === wanted);
  return {
    requests: of("request").map(({ id, text }) => ({ id, subject: text ?? "" })),
    events: of("event").map(({ id }) => id),
    applicants: of("applicant").map(({ id }) => id),
    answers: of("answer").map(({ text }) => text),
  };
}

export async function storedReport(url: string): Promise<StoredReport> {
  const [report] = await readOutside<{ id: string; revision: number; cells: string }>(
    url,
    "select id, revision, cells from reports",
  );
  if (!report) throw new Error("no report is stored");
  const events = await readOutside<{ revision: number; cells: string }>(
    url,
    "select revision, cells from report_events",
  );
  return {
    revision: report.revision,
    cells: JSON.parse(report.cells) as StoredReport["cells"],
    events: events.map(({ revision, cells }) => ({ revision, cells: JSON.parse(cells) as string[] })),
  };
}
