import { TenantScope } from "../kernel/tenant-scope.js";
import type { Database } from "../platform/db/index.js";
import { unitsByIds } from "../units/index.js";
import { recheck } from "./checking.js";
import { MARKED, marksLeft, nextMarked, type PlacedMark } from "./recheck-marks.js";
import { RECHECK_MARKS } from "./recheck-mark.entity.js";
import type { ReportRow } from "./report.entity.js";
import type { ReportServices } from "./report-services.js";
import { holdReport } from "./report.store.js";

const SCOPE = TenantScope.system("checking marked reports again");
const AT_ONCE = 20;
/** Interval for marks of other processes, of a stopped one, or after a failure. */
const LOOK_EVERY_MS = 30_000;

export interface RecheckLog {
  error(details: object, message: string): void;
}

/**
 * Works off marks in the background, each report in a transaction of its own. Marks are in the database: what a stop
 * leaves is done after the next start, and a repeated check does no harm.
 */
export class Rechecks {
  readonly #database: Database;
  readonly #services: ReportServices;
  readonly #log: RecheckLog;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | null = null;
  #again = false;
  #closed = false;

  constructor(database: Database, services: ReportServices, log: RecheckLog) {
    this.#database = database;
    this.#services = services;
    this.#log = log;
    this.#timer = setInterval(() => this.wake(), LOOK_EVERY_MS).unref();
  }

  /** Receives announcements of a command after its commit. */
  readonly hear = (announced: ReadonlySet<string>): void => {
    if (announced.has(MARKED)) this.wake();
  };

  /** Looks for marks now, or after the present ones. */
  wake(): void {
    if (this.#closed) return;
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      if (this.#again) this.wake();
    });
  }

  /** Resolves when this process knows of no more marks. */
  readonly settled = async (): Promise<void> => {
    this.wake();
    while (this.#running) await this.#running;
  };

  /** Stops after the present report. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#closed) {
      this.#again = false;
      try {
        await this.#workOff();
      } catch (error) {
        this.#log.error({ error }, "marked reports could not be checked; they are tried again later");
      }
    }
  }

  async #workOff(): Promise<void> {
    // Marks with a failed check: retried at the next interval, not at once.
    const postponed = new Set<string>();
    while (!this.#closed) {
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
        if (this.#closed) return true;
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
      this.#log.error({ error, reportId: id }, "a report could not be checked again");
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
