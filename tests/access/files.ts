import { unzipped } from "../../src/documents/xlsx.fixture.js";
import type { Client, TestApp } from "../harness/app.js";

/** What a caller gets by an address: the same texts, the same in every respect that tells anything. */
export interface Fetched {
  readonly status: number;
  readonly type: string;
  readonly caching: string;
  readonly etag: string | undefined;
  /** Of a workbook, all that is in it. */
  readonly text: string;
}

/** GET, or POST of a body. */
export async function fetchAs(
  app: TestApp,
  { token }: Client,
  url: string,
  { body, headers = {} }: { readonly body?: object; readonly headers?: Record<string, string> } = {},
): Promise<Fetched> {
  const asked = (body ? app.request.post(url) : app.request.get(url)).set(headers);
  if (token !== null) void asked.set("authorization", `Bearer ${token}`);
  const answer = await (body ? asked.send(body) : asked).buffer(true).parse((response, done) => {
    const parts: Buffer[] = [];
    response.on("data", (part: string | Buffer) => parts.push(Buffer.from(part as Buffer)));
    response.on("end", () => done(null, Buffer.concat(parts)));
  });
  const told = answer.headers as Readonly<Record<string, string | undefined>>;
  const type = told["content-type"] ?? "";
  return {
    status: answer.status,
    type,
    caching: told["cache-control"] ?? "",
    etag: told["etag"],
    text: textOf(type, answer.body as Buffer),
  };
}

const textOf = (type: string, bytes: Buffer): string =>
  /spreadsheet|wordprocessing/.test(type) ? [...unzipped(bytes).values()].join("\n") : bytes.toString("utf8");
