import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";

/** A row holds no more: MariaDB's `blob` ends at 65,535 bytes. */
const PART_BYTES = 60_000;
/** Rows a statement: some megabytes, well below what a server takes in one packet. */
const PARTS_A_STATEMENT = 50;

export interface Part {
  readonly number: number;
  readonly content: Buffer;
}

/** A file, packed, as the rows of one statement after another. */
export async function* partsOf(bytes: Uint8Array): AsyncGenerator<Part[]> {
  const packed = await promisify(gzip)(bytes);
  const count = Math.max(1, Math.ceil(packed.length / PART_BYTES));
  for (let from = 0; from < count; from += PARTS_A_STATEMENT)
    yield Array.from({ length: Math.min(PARTS_A_STATEMENT, count - from) }, (_, i) => {
      const start = (from + i) * PART_BYTES;
      return { number: from + i, content: packed.subarray(start, start + PART_BYTES) };
    });
}

/** The file again, from the contents of its rows in their order. */
export const joined = (contents: readonly Uint8Array[], bytes: number): Promise<Buffer> =>
  promisify(gunzip)(Buffer.concat(contents), { maxOutputLength: Math.max(bytes, 1) });
