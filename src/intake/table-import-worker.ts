import { BackgroundWork, type BackgroundLog } from "../kernel/background-work.js";
import { TenantScope } from "../kernel/tenant-scope.js";
import { newId } from "../platform/db/index.js";
import type { TableImportRow } from "./table-import.entity.js";
import { claimImport, letGo, waitingImport } from "./table-import.store.js";
import type { ImportWork } from "./table-import-doing.js";
import { workOff } from "./table-import-work.js";

const SCOPE = TenantScope.system("looking for tables to enter");
const LOOK_EVERY_MS = 60_000;
/** What `startTableImport` announces. */
export const IMPORT_QUEUED = "table import queued";

/** Works off imports in the background, one at a time. */
export class TableImports extends BackgroundWork {
  readonly #worker = newId();
  readonly #work: ImportWork;

  constructor(work: ImportWork, log: BackgroundLog) {
    const failure = "no table could be entered; they are tried again later";
    super({ announcement: IMPORT_QUEUED, everyMs: LOOK_EVERY_MS, failure }, log);
    this.#work = work;
  }

  protected async workOff(): Promise<void> {
    const { database, clock } = this.#work;
    while (!this.closed) {
      const waiting = await database.read(SCOPE, (session) => waitingImport(session, clock.now()));
      if (!waiting) return;
      const row = await database.write(SCOPE, (session) =>
        claimImport(session, waiting, this.#worker, clock.now()),
      );
      if (row) await this.#enter(row);
    }
  }

  /** An import that fails is left for a little later, and keeps none of the others waiting. */
  async #enter(row: TableImportRow): Promise<void> {
    const { database, clock } = this.#work;
    let failedAt: Date | null = null;
    try {
      await workOff(this.#work, row, () => this.closed);
    } catch (error) {
      failedAt = clock.now();
      this.log.error({ error }, "a table could not be entered; it is tried again later");
    }
    await database.write(SCOPE, (session) => letGo(session, row, failedAt));
  }
}
