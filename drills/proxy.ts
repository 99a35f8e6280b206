import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { later } from "./leftovers.js";

/** A whole packet of MySQL's protocol that asks for a commit: its length, its number, COM_QUERY, the statement. */
const COMMIT = Buffer.from([7, 0, 0, 0, 3, ...Buffer.from("commit")]);

/** Stands between a server and its database, and cuts the links. */
export class Proxy {
  readonly #links = new Set<Link>();
  #swallowing = false;
  /** Commits whose answer nobody got. */
  swallowed = 0;

  private constructor(
    private readonly listener: Server,
    /** Where new links go; those that are open stay. */
    public target: number,
  ) {}

  static async before(target: number): Promise<Proxy> {
    const listener = createServer();
    const proxy = new Proxy(listener, target);
    listener.on("connection", (socket) => proxy.#join(socket));
    listener.listen(0, "127.0.0.1");
    await once(listener, "listening");
    later(() => proxy.#close());
    return proxy;
  }

  get port(): number {
    return (this.listener.address() as AddressInfo).port;
  }

  cutAll(): void {
    for (const link of this.#links) link.cut();
  }

  /** The next commit is passed on, and its link cut when the database answers. */
  swallowNextCommit(): void {
    this.#swallowing = true;
  }

  #join(near: Socket): void {
    const link = new Link(near, connect(this.target, "127.0.0.1"));
    this.#links.add(link);
    link.far.on("close", () => this.#links.delete(link));
    near.on("data", (data: Buffer) => {
      if (this.#swallowing && data.includes(COMMIT)) {
        this.#swallowing = false;
        link.doomed = true;
      }
      link.far.write(data);
    });
    link.far.on("data", (data: Buffer) => {
      if (!link.doomed) return void near.write(data);
      this.swallowed += 1;
      link.cut();
    });
  }

  #close(): void {
    this.listener.close();
    this.cutAll();
  }
}

class Link {
  doomed = false;

  constructor(
    readonly near: Socket,
    readonly far: Socket,
  ) {
    for (const socket of [near, far])
      socket
        .setNoDelay(true)
        .on("error", () => this.cut())
        .on("close", () => this.cut());
  }

  cut(): void {
    this.near.destroy();
    this.far.destroy();
  }
}
