import { Agent, request, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface Posted {
  readonly status: number;
  readonly body: any;
}

/**
 * HTTP to a listening server over connections that stay open: a connection for each request costs as much time as a
 * small query.
 */
export class Line {
  readonly #agent = new Agent({ keepAlive: true });

  constructor(private readonly server: Server) {}

  async post(path: string, body: object, headers: Readonly<Record<string, string>>): Promise<Posted> {
    const sent = JSON.stringify(body);
    const { port } = this.server.address() as AddressInfo;
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const length = String(Buffer.byteLength(sent));
      request({
        ...{ host: "127.0.0.1", port, path, method: "POST", agent: this.#agent },
        headers: { "content-type": "application/json", "content-length": length, ...headers },
      })
        .once("response", resolve)
        .once("error", reject)
        .end(sent);
    });
    return { status: response.statusCode ?? 0, body: JSON.parse(await text(response)) };
  }

  close(): void {
    this.#agent.destroy();
  }
}
