import type { RequestContext } from "../../access/index.js";
import type { Clock } from "../../kernel/clock.js";
import { LEDGERS } from "../../ledgers/registry/index.js";
import { TenantScope } from "../../kernel/tenant-scope.js";
import type { Database } from "../../platform/db/index.js";
import type { RowCount } from "../../platform/graphql/price.js";
import { ledgerSize, registerSize, type LedgerSize } from "./ledger-size.read-model.js";

const SCOPE = TenantScope.system("how large the ledgers are, for prices");
const FRESH_MS = 300_000;

/** Prices are shown to callers who may count cases only with noise, so sizes are rounded to hundreds. */
const coarse = (rows: number): number => Math.round(rows / 100) * 100;

interface Log {
  warn(message: string): void;
}

/** Number of records of each ledger by unit and year, counted at most five minutes before. */
export class LedgerSizes {
  readonly #sizes = new Map<string, LedgerSize>();
  #countedAt = 0;
  #counting: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** One statement a ledger and another for its years, over indexes. */
  async count(): Promise<void> {
    this.#countedAt = this.clock.now().getTime();
    for (const { name, dataSet } of LEDGERS)
      if (dataSet)
        this.#sizes.set(name, await this.database.longRead(SCOPE, (session) => ledgerSize(session, dataSet)));
    this.#sizes.set("units", await this.database.longRead(SCOPE, registerSize));
  }

  /** Counts only rows that the caller may read: a refused caller sees the price, too. */
  readonly rowCount: RowCount<Pick<RequestContext, "viewer">> = (read, { viewer }) => {
    this.#countAgain();
    const size = this.#sizes.get(read.of);
    if (!size) return 0;
    // Everybody may read and count the register.
    const isRegister = read.of === "units";
    const reach = isRegister ? viewer.scope.published : viewer.scope.counted;
    const told = isRegister ? Math.ceil : coarse;
    const rows = read.units
      ? [...new Set(read.units)].reduce((sum, code) => sum + told(size.of(code, reach, false)), 0)
      : told(size.of(read.under, reach, read.subtree));
    return told(rows * size.shareOf(read.years));
  };

  /** Runs in the background; the request that finds the counts old is still priced by them. */
  #countAgain(): void {
    if (this.#counting || this.clock.now().getTime() - this.#countedAt < FRESH_MS) return;
    this.#counting = this.count()
      .catch((error: unknown) => this.log.warn(`could not count the ledgers: ${String(error)}`))
      .finally(() => (this.#counting = null));
  }
}
