import { Worker } from "node:worker_threads";
import { QueryResult, type DataSource, type QueryRunner } from "typeorm";
import { guard } from "./connections.js";
import { DatabaseFault } from "./faults.js";

interface Piece {
  /** Of the first piece alone. */
  readonly columns: readonly string[] | null;
  readonly rows: readonly (readonly unknown[])[];
  readonly more: boolean;
}

type Answer = Piece | { readonly error: { readonly message: string; readonly code?: string } };

/** What TypeORM uses of a connection. */
interface Handle {
  prepare(text: string): { readonly reader: true; all(...params: unknown[]): Promise<object[]> };
}

const PROGRAM = new URL("./long-reads.worker.js", import.meta.url);

/**
 * A thread with a connection to SQLite of its own that only reads. The statement is composed here, with the fences of
 * its scope; text and parameters go there, rows come back in pieces.
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

  /** Whether it may be used again. */
  get whole(): boolean {
    return this.#gone === null;
  }

  /** A statement that is still running ends in its own time, with nobody to hear of it. */
  close(): void {
    this.#lose(new DatabaseFault("LOST", "the reading thread was closed"));
    void this.#worker.terminate();
  }

  #runnerOf(source: DataSource): QueryRunner {
    // TypeORM knows one connection and one runner a database; both are set aside here.
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
    // Whoever waits for rows keeps the process alive; an idle thread does not.
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
