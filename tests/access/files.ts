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
  const signed = token === null ? headers : { ...headers, authorization: `Bearer ${token}` };
  const { status, headers: told, bytes } = await app.line.send(url, signed, body);
  const type = told["content-type"] ?? "";
  return {
    status,
    type,
    caching: told["cache-control"] ?? "",
    etag: told["etag"],
    text: textOf(type, bytes),
  };
}

const textOf = (type: string, bytes: Buffer): string =>
  /spreadsheet|wordprocessing/.test(type) ? [...unzipped(bytes).values()].join("\n") : bytes.toString("utf8");
