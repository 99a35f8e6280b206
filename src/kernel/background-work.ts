export interface BackgroundLog {
  error(details: object, message: string): void;
}

interface Watch {
  /** What a command announces when it leaves work. */
  readonly announcement: string;
  /**
   * How often work is looked for that nobody announced: of another process that has stopped, or after a failure; null:
   * whoever runs the server sees to that.
   */
  readonly everyMs: number | null;
  /** For the log, when the work throws. */
  readonly failure: string;
}

/**
 * Work that stands in the database, done beside the requests: when a command leaves some, at a start, and from time to
 * time. What a stop leaves is done by whoever looks next.
 */
export abstract class BackgroundWork {
  readonly #watch: Watch;
  readonly #timer: NodeJS.Timeout | null;
  #running: Promise<void> | null = null;
  #again = false;
  #closed = false;

  protected constructor(
    watch: Watch,
    protected readonly log: BackgroundLog,
  ) {
    this.#watch = watch;
    const { everyMs } = watch;
    this.#timer = everyMs === null ? null : setInterval(() => this.wake(), everyMs).unref();
  }

  /** Does all the work that there is; ends early once `closed` is true. */
  protected abstract workOff(): Promise<void>;

  protected get closed(): boolean {
    return this.#closed;
  }

  /** Receives announcements of a command after its commit. */
  readonly hear = (announced: ReadonlySet<string>): void => {
    if (announced.has(this.#watch.announcement)) this.wake();
  };

  /** Looks for work now, or after the present work. */
  wake(): void {
    if (this.#closed) return;
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      if (this.#again) this.wake();
    });
  }

  /** Resolves when this process knows of no more work. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /** Stops after the present transaction. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearInterval(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#closed) {
      this.#again = false;
      try {
        await this.workOff();
      } catch (error) {
        this.log.error({ error }, this.#watch.failure);
      }
    }
  }
}
