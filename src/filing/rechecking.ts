import { BackgroundWork, type BackgroundLog } from "../kernel/background-work.js";
import { TenantScope } from "../kernel/tenant-scope.js";
import type { Database } from "../platform/db/index.js";
import { unitsByIds } from "../units/index.js";
import { recheck } from "./checking.js";
import { MARKED, marksLeft, nextMarked, type PlacedMark } from "./recheck-marks.js";
import { RECHECK_MARKS } from "./recheck-mark.entity.js";
import { holdReport, type ReportRow } from "../reports/index.js";
import type { ReportServices } from "./report-services.js";

const SCOPE = TenantScope.system("checking marked reports again");
const AT_ONCE = 20;
/** Interval for marks of other processes, of a stopped one, or after a failure. */
const LOOK_EVERY_MS = 30_000;

/** Works off marks in the background, each report in a transaction of its own. A repeated check does no harm. */
export class Rechecks extends BackgroundWork {
  readonly #database: Database;
  readonly #services: ReportServices;

  constructor(database: Database, services: ReportServices, log: BackgroundLog) {
    const failure = "marked reports could not be checked; they are tried again later";
    super({ announcement: MARKED, everyMs: LOOK_EVERY_MS, failure }, log);
    this.#database = database;
    this.#services = services;
  }

  /** Marks that nobody announced are looked for, too. */
  override settled(): Promise<void> {
    this.wake();
    return super.settled();
  }

  protected async workOff(): Promise<void> {
    // Marks with a failed check: retried at the next interval, not at once.
    const postponed = new Set<string>();
    while (!this.closed) {
      const marks = await this.#database.read(SCOPE, marksLeft);
      const left = marks.filter(({ id }) => !postponed.has(id));
      const [first] = left;
      if (!first) return;
      const ids = left.filter((mark) => isSameWork(mark, first)).map(({ id }) => id);
      if (!(await this.#underMark(first, ids))) for (const id of ids) postponed.add(id);
    }
  }

  /** Checks all reports under a mark, and under others that say the same; false where one of them failed. */
  async #underMark(mark: PlacedMark, ids: readonly string[]): Promise<boolean> {
    let failures = 0;
    for (let afterId: string | undefined = mark.afterId; afterId !== undefined;) {
      const reports = await this.#nextMarked({ ...mark, afterId });
      for (const report of reports) {
        if (this.closed) return true;
        if (!(await this.#checkOne(report))) failures++;
      }
      afterId = reports.length < AT_ONCE ? undefined : reports.at(-1)?.id;
      if (afterId !== undefined && failures === 0) await this.#moveMarks(ids, afterId);
    }
    if (failures === 0)
      await this.#database.write(SCOPE, (session) => session.rows(RECHECK_MARKS).delete({ id: ids }));
    return failures === 0;
  }

  #nextMarked(mark: PlacedMark): Promise<Pick<ReportRow, "id" | "unitId">[]> {
    return this.#database.read(SCOPE, (session) => nextMarked(session, mark, AT_ONCE));
  }

  #moveMarks(ids: readonly string[], afterId: string): Promise<number> {
    return this.#database.write(SCOPE, (session) =>
      session.rows(RECHECK_MARKS).update({ id: ids }, { afterId }),
    );
  }

  /** A report that cannot be checked must not block the others. */
  async #checkOne({ id, unitId }: Pick<ReportRow, "id" | "unitId">): Promise<boolean> {
    try {
      await this.#database.write(SCOPE, async (session) => {
        const [unit] = await unitsByIds(session, [unitId]);
        const report = await holdReport(session, id, unitId);
        if (unit && report) await recheck(session, unit, report, this.#services);
      });
      return true;
    } catch (error) {
      this.log.error({ error, reportId: id }, "a report could not be checked again");
      return false;
    }
  }
}

const isSameWork = (a: PlacedMark, b: PlacedMark): boolean =>
  a.unitId === b.unitId &&
  a.below === b.below &&
  a.fromYear === b.fromYear &&
  a.toYear === b.toYear &&
  a.scope === b.scope &&
  a.afterId === b.afterId;
