import { healthOf, type Health } from "../../kernel/health.js";

const EVERY_MS = 2_000;
/** A look that takes longer shows nothing good; it is waited for all the same before the next one begins. */
const LOOK_MS = 4_000;

export interface HealthProbeOptions {
  /** Each rejects where it cannot be done now. */
  readonly read: () => Promise<unknown>;
  readonly write: () => Promise<unknown>;
  readonly warn: (message: string) => void;
}

/** Looks from time to time how the database does, so that whoever asks is answered from memory. */
export class HealthProbe {
  #health: Health = healthOf(false, false);
  #looked = false;
  #looking: Promise<Health> | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: HealthProbeOptions) {}

  get health(): Health {
    return this.#health;
  }

  /** A write that is done shows that reading works; without one, a read is tried. */
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
    // That a start finds all well is no news.
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
