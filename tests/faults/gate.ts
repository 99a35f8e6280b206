import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { once } from "node:events";
import mysql from "mysql2/promise";
import { databaseKind } from "../harness/database.js";

/** What stands between the product and its database. In front of a file nothing does, and nothing can be cut. */
export interface Gate {
  readonly url: string;
  /** Says a server-wide word that holds for everybody but root, such as a mode or `read_only`. */
  say(statement: string): Promise<void>;
  /** Nobody comes through, and who is through is thrown out. */
  shut(): void;
  /** Everything that is sent is swallowed. */
  stall(): void;
  open(): void;
  /** Lets the next commit through to the server, and cuts the link before its answer comes back. */
  cutAfterCommit(): void;
  close(): Promise<void>;
}

/** A server configured by somebody who did not know of us. */
const STRANGE =
  "set sql_mode = 'NO_BACKSLASH_ESCAPES,ANSI_QUOTES', time_zone = '+05:30', tx_isolation = 'SERIALIZABLE', autocommit = 0, innodb_lock_wait_timeout = 50";
const USER = "plain";

export async function openGate(databaseUrl: string): Promise<Gate> {
  const nothing = (): void => undefined;
  if (databaseKind() === "sqlite")
    return {
      ...{ url: databaseUrl, shut: nothing, stall: nothing, open: nothing, cutAfterCommit: nothing },
      say: () => Promise.resolve(),
      close: () => Promise.resolve(),
    };
  const root = await mysql.createConnection(databaseUrl);
  await root.query(`create user if not exists '${USER}'@'127.0.0.1'`);
  await root.query(`grant all on \`${new URL(databaseUrl).pathname.slice(1)}\`.* to '${USER}'@'127.0.0.1'`);
  await root.query("set global init_connect = ?", [STRANGE]);
  const link = await Link.to(Number(new URL(databaseUrl).port));
  const url = new URL(databaseUrl);
  url.username = USER;
  url.port = String(link.port);
  return {
    url: url.href,
    say: async (statement) => void (await root.query(statement)),
    shut: () => link.turn("shut"),
    stall: () => link.turn("stalled"),
    open: () => link.turn("open"),
    cutAfterCommit: () => link.turn("cut after commit"),
    close: async () => {
      await root.query("set global init_connect = ''");
      await root.end();
      link.close();
    },
  };
}

type State = "open" | "shut" | "stalled" | "cut after commit";

class Link {
  readonly #sockets = new Set<Socket>();
  #state: State = "open";

  private constructor(
    private readonly upstream: number,
    private readonly server = createServer((socket) => this.#serve(socket)),
  ) {}

  static async to(upstream: number): Promise<Link> {
    const link = new Link(upstream);
    link.server.listen(0, "127.0.0.1");
    await once(link.server, "listening");
    return link;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  turn(state: State): void {
    // What was swallowed cannot be given back: who was stalled is thrown out.
    if (state === "shut" || this.#state === "stalled") for (const socket of this.#sockets) socket.destroy();
    this.#state = state;
  }

  close(): void {
    this.turn("shut");
    this.server.close();
  }

  #serve(client: Socket): void {
    if (this.#state === "shut") return void client.destroy();
    const server = connect(this.upstream, "127.0.0.1");
    let cutting = false;
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        this.#sockets.delete(socket);
        client.destroy();
        server.destroy();
      });
    }
    client.on("data", (data: Buffer) => {
      if (this.#state === "stalled") return;
      // COM_QUERY: three bytes of length, one of order, one of kind, and the statement.
      if (this.#state === "cut after commit" && /^commit$/i.test(data.subarray(5).toString())) {
        cutting = true;
        this.#state = "open";
      }
      server.write(data);
    });
    server.on("data", (data: Buffer) => {
      if (this.#state === "stalled") return;
      if (cutting) client.destroy();
      else client.write(data);
    });
  }
}
