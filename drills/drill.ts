import { type Counts, type Verdict, verdictOfRequests, worst } from "./verdict.js";
import { storedRequests } from "./stored.js";
import type { Workload } from "./workload.js";

/** What a machine must have. */
export type Need = "Linux" | "root" | "mariadbd";

/** What every drill begins with. */
export interface Ground {
  /** The folder that holds the `dist` of the server under test. */
  readonly root: string;
  /** A file to copy: the demo's units and people. */
  readonly sqlite: () => Promise<string>;
  /** The files of a halted MariaDB to copy, likewise. */
  readonly mariadb: () => Promise<string>;
}

export interface Drill {
  readonly name: string;
  readonly database: "SQLite" | "MariaDB";
  readonly needs: readonly Need[];
  readonly run: (ground: Ground) => Promise<Counts>;
}

/** Looks at the database again and again during a drill; what was lost at any time counts. */
export class Looks {
  readonly #seen: Verdict[] = [];

  constructor(private readonly workload: Workload) {}

  async at(url: string): Promise<void> {
    const acknowledged = new Map(this.workload.acknowledged);
    this.#seen.push(verdictOfRequests(acknowledged, await storedRequests(url)));
  }

  get counts(): Counts {
    return { acknowledged: this.workload.acknowledged.size, ...worst(this.#seen) };
  }
}
