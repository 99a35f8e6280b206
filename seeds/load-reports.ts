import { FILING_LISTENERS } from "../src/app/filing-listeners.js";
import { FINDINGS, type ReportServices, saveReport } from "../src/filing/index.js";
import { explainFinding, judgeFinding, moveReport } from "../src/filing/api.js";
import { begin, type Call, type Role } from "../src/access/index.js";
import type { WorkingCalendar } from "../src/kernel/working-calendar.js";
import type { Session } from "../src/platform/db/index.js";
import type { Actors } from "./actors.js";
import type { SeedReport } from "./reports.js";

type Report = Awaited<ReturnType<typeof saveReport>>["report"];

/**
 * Files the demo's reports by the product's own commands, each at its own time, so that the demo has been checked by
 * the rules and went through the workflow like any report.
 */
export async function loadReports(
  session: Session,
  actors: Actors,
  calendar: WorkingCalendar,
  reports: readonly SeedReport[],
): Promise<void> {
  for (const report of reports) await new Filing(session, actors, calendar, report).run();
}

/** Who moves a report on. */
const MOVERS = { submit: "REVIEWER", return: "OFFICER", approve: "OFFICER", publish: "OFFICER" } as const;

class Filing {
  constructor(
    private readonly session: Session,
    private readonly actors: Actors,
    private readonly calendar: WorkingCalendar,
    private readonly seed: SeedReport,
  ) {}

  async run(): Promise<void> {
    const { savedAt, submittedAt, approvedAt, publishedAt, returned } = this.seed;
    let report = await this.#save(savedAt);
    if (submittedAt) {
      await this.#explain(report, submittedAt);
      report = await this.#move("submit", report, submittedAt);
    }
    if (returned) report = await this.#move("return", report, returned.at, returned);
    if (approvedAt) report = await this.#move("approve", report, approvedAt);
    if (publishedAt) await this.#move("publish", report, publishedAt);
  }

  async #save(at: string): Promise<Report> {
    const { unitCode, year, cells, sections, signedOn } = this.seed;
    const input = {
      unitCode,
      year,
      scope: "OWN" as const,
      cells: Object.entries(cells).map(([code, value]) => ({ code, value })),
      sections: (Object.keys(sections) as (keyof typeof sections)[]).map((key) => ({
        key,
        body: sections[key],
      })),
      signedOn,
    };
    const clerk = this.#calling("saveReport", "CLERK", at);
    return (await saveReport(clerk, input, this.#servicesAt(at))).report;
  }

  async #explain({ id: reportId, revision: expectedRevision }: Report, at: string): Promise<void> {
    const open = await this.session.rows(FINDINGS).find({ reportId, status: "OPEN" });
    for (const { id: findingId, rule, severity } of open) {
      const explanation = this.seed.explanations[rule];
      if (!explanation) continue;
      const input = { findingId, expectedRevision };
      // The unit explains a warning; what lifts an error is the officer's word.
      if (severity === "ERROR")
        await judgeFinding(this.#calling("judgeFinding", "OFFICER", at), {
          ...input,
          ...{ status: "ACCEPTED", judgement: explanation },
        });
      else
        await explainFinding(this.#calling("explainFinding", "CLERK", at), {
          ...input,
          ...{ status: "EXPLAINED", explanation },
        });
    }
  }

  #move(
    verb: keyof typeof MOVERS,
    report: Report,
    at: string,
    why: { reason: string; cells: readonly string[]; dueOn: string } | null = null,
  ): Promise<Report> {
    const { id: reportId, revision: expectedRevision } = report;
    const actor = this.#calling(`${verb}Report`, MOVERS[verb], at);
    const input = { reportId, expectedRevision, reason: null, ...why };
    return moveReport(actor, verb, input, this.#servicesAt(at));
  }

  /** Who does what follows, and when: the history says so. */
  #calling(operation: string, role: Role, at: string): Call {
    const viewer = this.actors.holding(role, this.seed.unitCode);
    return begin({ session: this.session, viewer, now: new Date(at), operation, requestId: null });
  }

  #servicesAt(instant: string): ReportServices {
    return { clock: { now: () => new Date(instant) }, calendar: this.calendar, listeners: FILING_LISTENERS };
  }
}
