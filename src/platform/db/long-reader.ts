import { Worker } from "node:worker_threads";
import { QueryResult, type DataSource, type QueryRunner } from "typeorm";
import { guard } from "./connections.js";
import { DatabaseFault } from "./faults.js";

interface Piece {
  /** Only in the first piece. */
  readonly columns: readonly string[] | null;
  readonly rows: readonly (readonly unknown[])[];
  readonly more: boolean;
}

type Answer = Piece | { readonly error: { readonly message: string; readonly code?: string } };

/** The part of a connection that TypeORM uses. */
interface Handle {
  prepare(text: string): { readonly reader: true; all(...params: unknown[]): Promise<object[]> };
}

const PROGRAM = new URL("./long-reads.worker.js", import.meta.url);

/**
 * A thread with a read-only connection to SQLite. The statement is composed on the main thread, with the fences of
 * its scope; text and parameters go to the thread, rows come back in pieces.
 */
export class LongReader {
  readonly runner: QueryRunner;
  readonly #worker: Worker;
  readonly #statementMs: number;
  #gone: Error | null = null;
  #waiting: { resolve(answer: Answer): void; reject(error: Error): void } | null = null;

  constructor(source: DataSource, { file, statementSeconds }: { file: string; statementSeconds: number }) {
    this.#statementMs = statementSeconds * 1000;
    this.#worker = new Worker(PROGRAM, { workerData: { driver: "libsql", file } });
    this.#worker.unref();
    this.#worker.on("message", (answer: Answer) => this.#settle()?.resolve(answer));
    this.#worker.on("error", (error) => this.#lose(error));
    this.#worker.on("exit", () => this.#lose(new DatabaseFault("LOST", "the reading thread ended")));
    this.runner = this.#runnerOf(source);
  }

  /** True if the thread may be used again. */
  get whole(): boolean {
    return this.#gone === null;
  }

  /** A running statement ends in its own time; its result is dropped. */
  close(): void {
    this.#lose(new DatabaseFault("LOST", "the reading thread was closed"));
    void this.#worker.terminate();
  }

  #runnerOf(source: DataSource): QueryRunner {
    // TypeORM keeps one connection and one runner a database; both are replaced here.
    (source.driver as unknown as { queryRunner: undefined }).queryRunner = undefined;
    const runner = source.createQueryRunner();
    const handle: Handle = {
      prepare: (text) => ({ reader: true, all: (...params) => this.#read(text, params) }),
    };
    runner.connect = () => Promise.resolve(handle);
    const run = runner.query.bind(runner) as (text: string, params?: unknown[]) => Promise<object[]>;
    runner.query = (async (text: string, params?: unknown[], structured = false) => {
      const rows = await run(text, params);
      return structured ? Object.assign(new QueryResult(), { raw: rows, records: rows }) : rows;
    }) as QueryRunner["query"];
    guard(runner, null);
    return runner;
  }

  async #read(text: string, params: readonly unknown[]): Promise<object[]> {
    const rows: object[] = [];
    let piece = await this.#ask({ text, params });
    const columns = piece.columns ?? [];
    for (;;) {
      for (const values of piece.rows) rows.push(rowOf(columns, values));
      if (!piece.more) return rows;
      piece = await this.#ask("more");
    }
  }

  async #ask(asked: "more" | { readonly text: string; readonly params: readonly unknown[] }): Promise<Piece> {
    if (this.#gone) throw this.#gone;
    const timer = setTimeout(
      () => this.#lose(new DatabaseFault("SLOW", `no rows within ${this.#statementMs} ms`)),
      this.#statementMs,
    );
    // A pending read keeps the process alive; an idle thread does not.
    this.#worker.ref();
    try {
      const answer = await new Promise<Answer>((resolve, reject) => {
        this.#waiting = { resolve, reject };
        this.#worker.postMessage(asked);
      });
      if ("error" in answer)
        throw Object.assign(new Error(answer.error.message), { code: answer.error.code });
      return answer;
    } finally {
      clearTimeout(timer);
      this.#worker.unref();
    }
  }

  #settle() {
    const waiting = this.#waiting;
    this.#waiting = null;
    return waiting;
  }

  #lose(error: Error): void {
    this.#gone ??= error;
    this.#settle()?.reject(error);
  }
}

function rowOf(columns: readonly string[], values: readonly unknown[]): object {
  const row: Record<string, unknown> = {};
  for (let i = 0; i < columns.length; i++) row[columns[i] ?? ""] = values[i];
  return row;
}
