import { Agent, request } from "node:http";

/** Where a case is asked, and how. */
export interface Target {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: () => string;
  /** Told of each answer, where the next body depends on it. */
  readonly heard?: (answer: string) => void;
}

/** A small HTTP client with a fixed number of connections, kept alive. */
export class Client {
  readonly #agent: Agent;

  constructor(
    private readonly target: Target,
    readonly connections: number,
  ) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  async text(): Promise<string> {
    return Buffer.concat(await this.ask()).toString();
  }

  /** The body of the answer, which must be a good one. */
  async ask(): Promise<Buffer[]> {
    const chunks = await this.#send(this.target.body());
    this.target.heard?.(Buffer.concat(chunks).toString());
    return chunks;
  }

  #send(body: string): Promise<Buffer[]> {
    const { url, headers } = this.target;
    const options = {
      method: "POST",
      agent: this.#agent,
      headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body), ...headers },
    };
    return new Promise((resolve, reject) => {
      const sent = request(url, options, (response) => {
        const chunks: Buffer[] = [];
        response
          .on("data", (chunk: Buffer) => chunks.push(chunk))
          .on("error", reject)
          .on("end", () =>
            response.statusCode === 200
              ? resolve(chunks)
              : reject(new Error(`${url}: ${response.statusCode} ${Buffer.concat(chunks).toString()}`)),
          );
      });
      sent.on("error", reject).end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
