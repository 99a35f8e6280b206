import { Agent, request, type IncomingHttpHeaders, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

export interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

type Headers = Readonly<Record<string, string>>;

/**
 * HTTP to a listening server over connections that stay open: a connection for each request costs as much time as a
 * small query.
 */
export class Line {
  readonly #agent = new Agent({ keepAlive: true });

  constructor(private readonly server: Server) {}

  /** POST of a body as JSON, or GET. */
  async send(url: string, headers: Headers = {}, body?: object): Promise<Received> {
    const sent = body && JSON.stringify(body);
    const { port } = this.server.address() as AddressInfo;
    const kind = sent !== undefined && {
      "content-type": "application/json",
      "content-length": String(Buffer.byteLength(sent)),
    };
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      request(new URL(url, `http://127.0.0.1:${port}`), {
        ...{ method: body ? "POST" : "GET", agent: this.#agent },
        headers: { ...kind, ...headers },
      })
        .once("response", resolve)
        .once("error", reject)
        .end(sent);
    });
    return { status: answer.statusCode ?? 0, headers: answer.headers, bytes: await buffer(answer) };
  }

  close(): void {
    this.#agent.destroy();
  }
}
