import { asOperator } from "../../src/access/index.js";
import { FILING_LISTENERS } from "../../src/app/filing-listeners.js";
import type { App } from "../../src/app/app.js";
import { recheck } from "../../src/filing/checking.js";
import { FINDINGS } from "../../src/filing/finding.entity.js";
import { findingsOf } from "../../src/filing/finding.store.js";
import type { ReportRow } from "../../src/reports/report.entity.js";
import type { ReportScope, ReportStatus } from "../../src/reports/report-status.js";
import { insertReport, updateReport } from "../../src/reports/report.store.js";
import { VERSIONS } from "../../src/reports/version.entity.js";
import { moveVersion, writeVersion } from "../../src/filing/version.store.js";
import { append } from "../../src/history/index.js";
import { REPORT_ROLL_UPS } from "../../src/derivation/roll-up.entity.js";
import { registerUser } from "../../src/identity/api.js";
import { notePassword } from "../../src/identity/user.store.js";
import { chineseCalendar } from "../../src/platform/calendar/chinese-calendar.js";
import type { UnitRow } from "../../src/units/index.js";
import { newId, type Database, type Session } from "../../src/platform/db/index.js";
import { toGlobalId } from "../../src/platform/graphql/global-id.js";
import { SYSTEM, unitOf } from "./rows.js";

export const FIGURE = "requests.received.naturalPerson";
const AT = "2026-01-10T01:00:00.000Z";

type VersionStatus = "SUBMITTED" | "APPROVED" | "PUBLISHED" | "RETURNED";

/** What one state of a report says: a text for its sections and what people wrote of it, and one figure. */
export interface Content {
  readonly note: string;
  readonly figure: number;
  /** Why the figure is not the ledger's; the note unless said. */
  readonly difference?: string;
}

export interface PlantedVersion extends Content {
  readonly status: VersionStatus;
}

export interface ReportSpec {
  readonly unitCode: string;
  readonly year: number;
  readonly status: ReportStatus;
  /** OWN unless said; a 本级汇总 is as if it had been added up once. */
  readonly scope?: ReportScope;
  readonly working?: Content;
  /** Oldest first; left out: one that the status speaks of. */
  readonly versions?: readonly PlantedVersion[];
  /** Nothing found stands in the way of its submission. */
  readonly submittable?: boolean;
}

export interface PlantedReport {
  /** Global ids. */
  readonly id: string;
  readonly findings: readonly string[];
  readonly versions: readonly string[];
  readonly rowId: string;
  readonly unitId: string;
  readonly revision: number;
  readonly year: number;
}

const PLAIN: Content = { note: "正文", figure: 7 };
const calendar = chineseCalendar();
const COUNTS: readonly string[] = ["SUBMITTED", "APPROVED", "PUBLISHED"];

/** A report in any state, with findings, an event and versions, put there past the workflow. */
export function plantReport(database: Database, spec: ReportSpec): Promise<PlantedReport> {
  const working = spec.working ?? PLAIN;
  const versions =
    spec.versions ??
    (COUNTS.includes(spec.status) ? [{ ...working, status: spec.status as VersionStatus }] : []);
  return database.write(SYSTEM, async (session) => {
    const call = asOperator(session, new Date(AT), "saveReport");
    const unit = await unitOf(session, spec.unitCode);
    let row = await insertReport(session, unit, emptyReport(unit.id, spec));
    if (row.scope === "SYSTEM") await addedUp(session, unit, row);
    const versionIds: string[] = [];
    for (const version of versions) {
      const latestVersion = row.latestVersion + 1;
      row = await updateReport(session, row, { ...contentOf(version), latestVersion, unitName: unit.name });
      await writeVersion(session, unit, row, { at: AT, listeners: FILING_LISTENERS });
      const publication = version.status === "PUBLISHED" ? { publishedAt: AT } : {};
      await moveVersion(session, unit, row, {
        status: version.status,
        listeners: FILING_LISTENERS,
        ...publication,
      });
      const here = { reportId: row.id, number: latestVersion };
      versionIds.push((await session.rows(VERSIONS).one(here))?.id ?? "");
    }
    const submittedAt = versions.length > 0 ? AT : null;
    const filed = { submittedAt, firstSubmittedAt: submittedAt };
    row = await updateReport(session, row, { ...contentOf(working), status: spec.status, ...filed });
    await recheck(session, unit, row, {
      clock: { now: () => new Date(AT) },
      calendar,
      listeners: FILING_LISTENERS,
    });
    const said = { explanation: working.note, judgement: working.note };
    const explained = { ...said, status: spec.submittable ? "ACCEPTED" : "OPEN" } as const;
    await session.rows(FINDINGS).update({ reportId: row.id }, explained);
    append(call, {
      unit,
      subject: { type: "AnnualReport", id: row.id },
      revision: row.revision,
      reason: working.note,
      actor: { id: newId(), displayName: working.note },
    });
    return {
      id: toGlobalId("AnnualReport", row.id),
      findings: (await findingsOf(session, row.id)).map((finding) => toGlobalId("Finding", finding.id)),
      versions: versionIds.map((id) => toGlobalId("ReportVersion", id)),
      rowId: row.id,
      unitId: unit.id,
      revision: row.revision,
      year: spec.year,
    };
  });
}

const addedUp = (session: Session, unit: UnitRow, { id: reportId }: ReportRow): Promise<void> =>
  session.rows(REPORT_ROLL_UPS).insert(unit, { reportId, unitId: unit.id, derivedAt: AT, members: [] });

const contentOf = ({ note, figure, difference = note }: Content): Pick<ReportRow, "cells" | "sections"> => ({
  cells: { [FIGURE]: { value: String(figure), source: "ENTERED", difference } },
  sections: { INTRODUCTION: note, OVERVIEW: note, PROBLEMS: note, OTHER_MATTERS: note },
});

const emptyReport = (unitId: string, { year, scope = "OWN" }: ReportSpec): ReportRow => ({
  id: newId(),
  unitId,
  year,
  scope,
  format: "2021",
  status: "DRAFT",
  revision: 1,
  cells: {},
  sections: {},
  signedOn: null,
  dueOn: `${year + 1}-01-31`,
  openCells: null,
  unitName: null,
  tablesChangedOn: null,
  latestVersion: 0,
  firstSubmittedAt: null,
  submittedAt: null,
  publishedAt: null,
});

let userNumber = 0;

export const PLANTED_PASSWORD = "planted in a test";

export interface PlantedUser {
  /** The global id. */
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
}

/** A clerk of the unit. */
export async function plantUser(app: App, unitCode: string, displayName: string): Promise<PlantedUser> {
  const login = `planted.${++userNumber}.${unitCode}`;
  const passwordHash = await app.identity.passwords.hash(PLANTED_PASSWORD);
  return app.database.write(SYSTEM, async (session) => {
    const home = await unitOf(session, unitCode);
    const memberships = [{ unit: home, role: "CLERK" as const }];
    const account = { login, displayName, passwordHash, home, memberships };
    const user = await registerUser(session, account, new Date(AT));
    if (!user) throw new Error(`${login} is taken`);
    await notePassword(session, home, { userId: user.id, setAt: AT, provisional: false, former: [] });
    return { id: toGlobalId("User", user.id), login, displayName };
  });
}
