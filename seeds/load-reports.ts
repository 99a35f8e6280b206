import { Viewer, type Role } from "../src/access/index.js";
import type { Clock } from "../src/kernel/clock.js";
import { explainFinding, FINDINGS, moveReport, saveReport } from "../src/modules/reports/index.js";
import type { UnitRow } from "../src/modules/units/index.js";
import { newId, type Session } from "../src/platform/db/index.js";
import { unitOf } from "./load-register.js";
import type { SeedReport } from "./reports.js";

type Report = Awaited<ReturnType<typeof saveReport>>;

/**
 * Files the demo's reports by the product's own commands, each at its own time, so that the demo has been checked by
 * the rules and went through the workflow like any report.
 */
export async function loadReports(
  session: Session,
  units: ReadonlyMap<string, UnitRow>,
  people: ReadonlyMap<string, string>,
  reports: readonly SeedReport[],
): Promise<void> {
  const actors = new Actors(units, people);
  for (const report of reports) await new Filing(session, actors, report).run();
}

class Filing {
  constructor(
    private readonly session: Session,
    private readonly actors: Actors,
    private readonly seed: SeedReport,
  ) {}

  async run(): Promise<void> {
    const { savedAt, submittedAt, approvedAt, publishedAt, returned } = this.seed;
    let report = await this.#save(savedAt);
    if (submittedAt) {
      await this.#explain(report, submittedAt);
      report = await this.#move("submit", "REVIEWER", report, submittedAt);
    }
    if (returned) report = await this.#move("return", "OFFICER", report, returned.at, returned);
    if (approvedAt) report = await this.#move("approve", "OFFICER", report, approvedAt);
    if (publishedAt) await this.#move("publish", "OFFICER", report, publishedAt);
  }

  #save(at: string): Promise<Report> {
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
    return saveReport(this.session, this.actors.holding("CLERK", unitCode), input, clockAt(at));
  }

  async #explain(report: Report, at: string): Promise<void> {
    const clerk = this.actors.holding("CLERK", this.seed.unitCode);
    const open = await this.session.rows(FINDINGS).find({ reportId: report.id, status: "OPEN" });
    for (const finding of open) {
      const explanation = this.seed.explanations[finding.rule];
      if (!explanation) continue;
      const input = { findingId: finding.id, status: "EXPLAINED" as const, explanation };
      await explainFinding(this.session, clerk, input, clockAt(at));
    }
  }

  #move(
    verb: "submit" | "return" | "approve" | "publish",
    role: Role,
    report: Report,
    at: string,
    why: { reason: string; cells: readonly string[]; dueOn: string } | null = null,
  ): Promise<Report> {
    const { id: reportId, revision: expectedRevision } = report;
    const actor = this.actors.holding(role, this.seed.unitCode);
    const input = { reportId, expectedRevision, reason: null, ...why };
    return moveReport(this.session, actor, verb, input, clockAt(at));
  }
}

const NAMES: Readonly<Record<Role, string>> = {
  CLERK: "示例·经办人",
  REVIEWER: "示例·审核人",
  OFFICER: "示例·区政府办公室",
  ANALYST: "示例·分析员",
  ADMIN: "示例·管理员",
};

/** Who acts in the demo: the people who can sign in where there are any, else somebody made up for the record. */
class Actors {
  readonly #stranger = newId();

  constructor(
    private readonly units: ReadonlyMap<string, UnitRow>,
    private readonly people: ReadonlyMap<string, string>,
  ) {}

  holding(role: Role, unitCode: string): Viewer {
    const seat = role === "OFFICER" ? unitCode.slice(0, 6) : unitCode;
    const login = `${role.toLowerCase()}.${seat}`;
    const user = {
      id: this.people.get(login) ?? this.#stranger,
      sessionId: "",
      login,
      displayName: NAMES[role],
    };
    return new Viewer(user, [{ unit: unitOf(this.units, seat), role }]);
  }
}

const clockAt = (instant: string): Clock => ({ now: () => new Date(instant) });
