import { AsyncLocalStorage } from "node:async_hooks";
import { ScopedTable, SharedRows } from "../../src/platform/db/scoped-table.js";
import { Session } from "../../src/platform/db/session.js";

/** A function of ours on the way to a statement. */
export interface Frame {
  /** From the root of the project. */
  readonly file: string;
  /** Empty where the function has none. */
  readonly name: string;
}

/** A statement as it was sent, and the functions that led to it, innermost first. */
export interface Observed {
  readonly text: string;
  readonly parameters: readonly unknown[];
  readonly frames: readonly Frame[];
}

const FRAME = /^(?:async )?(?:(\S+) \()?(?:file:\/\/)?\/\S*?\/((?:src|tests|seeds)\/[^:)]+):/;
const DEEPEST = 200;

type Method = (this: unknown, ...given: unknown[]) => unknown;

/** The doors to the database, whose callers are told apart. */
const DOORS: readonly [object, readonly string[]][] = [
  [Session.prototype, ["query"]],
  [Object.getPrototypeOf(ScopedTable.prototype) as object, ["find", "one", "update", "hold", "delete"]],
  [ScopedTable.prototype, ["insert"]],
  [SharedRows.prototype, ["insert"]],
];

/** What a server sends to its database, by its option `observe`. */
export class Statements {
  #seen: Observed[] = [];
  #undo: (() => void)[] = [];
  /** A driver waits before it sends, and a function that only hands a promise on is not on the stack by then. */
  readonly #asking = new AsyncLocalStorage<readonly Frame[]>();

  readonly observe = (text: string, parameters: readonly unknown[]): void => {
    // The clock's doing, whatever is asked meanwhile.
    if (text.includes("i.leased_until <")) return;
    this.#seen.push({ text, parameters, frames: this.#asking.getStore() ?? callers() });
  };

  /** From now on it is known which read model asks. */
  watch(): void {
    for (const [door, names] of DOORS)
      for (const name of names) {
        const [methods, asking] = [door as Record<string, Method>, this.#asking];
        const method = methods[name] as Method;
        methods[name] = function (...given) {
          return asking.run(asking.getStore() ?? callers(), () => method.apply(this, given));
        };
        this.#undo.push(() => (methods[name] = method));
      }
  }

  unwatch(): void {
    for (const undo of this.#undo.splice(0)) undo();
  }

  /** Those since the last call. */
  take(): Observed[] {
    const since = this.#seen;
    this.#seen = [];
    return since;
  }
}

/** Without looking for each place in the TypeScript, which takes longer than the statement: only names are wanted. */
function callers(): Frame[] {
  const { stackTraceLimit, prepareStackTrace } = Error;
  Error.stackTraceLimit = DEEPEST;
  Error.prepareStackTrace = (_error, sites) => sites.map(String);
  const { stack } = new Error() as { readonly stack?: unknown };
  Object.assign(Error, { stackTraceLimit, prepareStackTrace });
  return (stack as readonly string[]).flatMap(frameOf);
}

function frameOf(line: string): Frame[] {
  const [, name = "", file] = FRAME.exec(line) ?? [];
  return file === undefined ? [] : [{ file, name }];
}

/** One text for what differs only in quotes, in white space, in numbers, or in how many values stand in a list. */
export const normalized = (text: string): string =>
  text
    .replace(/["`]/g, "")
    .replace(/\s+/g, " ")
    .replace(/\( | \)/g, (bracket) => bracket.trim())
    .replace(/\bin \(\?(?:, ?\?)*\)/gi, "in (?…)")
    .replace(/(?<= = )\d+\b/g, "?")
    .replace(/(?<=\bvalues ).*/i, (rows) => rows.replace(/(?<=[(,] ?)\d+(?=[,)])/g, "?"))
    .replace(/\bvalues (\([^()]*\))(?:, ?\1)+/gi, "values $1, …")
    .trim();
