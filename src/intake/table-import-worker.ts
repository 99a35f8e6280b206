import { TenantScope } from "../kernel/tenant-scope.js";
import { newId } from "../platform/db/index.js";
import { claimImport, letGo, waitingImport } from "./table-import.store.js";
import type { ImportWork } from "./table-import-doing.js";
import { workOff } from "./table-import-work.js";

const SCOPE = TenantScope.system("looking for tables to enter");
/** For imports of another process that has stopped. */
const LOOK_EVERY_MS = 60_000;
/** What `startTableImport` announces. */
export const IMPORT_QUEUED = "table import queued";

export interface ImportLog {
  error(details: object, message: string): void;
}

/** Works off imports in the background, one at a time. They are in the database: what a stop leaves, any process goes on with. */
export class TableImports {
  readonly #worker = newId();
  readonly #work: ImportWork;
  readonly #log: ImportLog;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | null = null;
  #again = false;
  #closed = false;

  constructor(work: ImportWork, log: ImportLog) {
    this.#work = work;
    this.#log = log;
    this.#timer = setInterval(() => this.wake(), LOOK_EVERY_MS).unref();
  }

  /** Receives announcements of a command after its commit. */
  readonly hear = (announced: ReadonlySet<string>): void => {
    if (announced.has(IMPORT_QUEUED)) this.wake();
  };

  wake(): void {
    if (this.#closed) return;
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      if (this.#again) this.wake();
    });
  }

  /** Resolves when this process knows of nothing more to do. */
  readonly settled = async (): Promise<void> => {
    while (this.#running) await this.#running;
  };

  /** Stops after the present transaction, and leaves the import to whoever is next. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    const { database, clock } = this.#work;
    while (this.#again && !this.#closed) {
      this.#again = false;
      try {
        const waiting = await database.read(SCOPE, (session) => waitingImport(session, clock.now()));
        if (!waiting) continue;
        this.#again = true;
        const row = await database.write(SCOPE, (session) =>
          claimImport(session, waiting, this.#worker, clock.now()),
        );
        if (!row) continue;
        let failed = true;
        try {
          await workOff(this.#work, row, () => this.#closed);
          failed = false;
        } finally {
          await database.write(SCOPE, (session) => letGo(session, row, failed ? clock.now() : null));
        }
      } catch (error) {
        this.#log.error({ error }, "a table could not be entered; it is tried again later");
      }
    }
  }
}
