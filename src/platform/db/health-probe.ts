import { healthOf, type Health } from "../../kernel/health.js";

const EVERY_MS = 2_000;
/** A check that takes longer counts as failed; the next one still waits for it to end. */
const LOOK_MS = 4_000;

export interface HealthProbeOptions {
  /** Each rejects if it cannot be done now. */
  readonly read: () => Promise<unknown>;
  readonly write: () => Promise<unknown>;
  readonly warn: (message: string) => void;
}

/** Checks the database from time to time, so that questions about its health are answered from memory. */
export class HealthProbe {
  #health: Health = healthOf(false, false);
  #looked = false;
  #looking: Promise<Health> | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: HealthProbeOptions) {}

  get health(): Health {
    return this.#health;
  }

  /** A successful write shows that reading works, too; if it fails, a read is tried. */
  async look(): Promise<Health> {
    const looking = (this.#looking ??= this.#tried().finally(() => (this.#looking = null)));
    const found = await Promise.race([looking, late()]);
    this.#tell(found);
    return this.#health;
  }

  start(): void {
    this.#timer = setInterval(() => void this.look(), EVERY_MS).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  async #tried(): Promise<Health> {
    const writes = await works(this.options.write);
    return healthOf(writes || (await works(this.options.read)), writes);
  }

  #tell(found: Health): void {
    // A healthy start is not worth a log line.
    const known = this.#looked ? this.#health.status : "ok";
    if (found.status !== known) this.options.warn(`health: ${found.status}`);
    this.#health = found;
    this.#looked = true;
  }
}

const works = (attempt: () => Promise<unknown>): Promise<boolean> =>
  attempt().then(
    () => true,
    () => false,
  );

const late = (): Promise<Health> =>
  new Promise((resolve) => setTimeout(() => resolve(healthOf(false, false)), LOOK_MS).unref());
