import { noBlanks, plainest, type CellSums, type Exact } from "./cell-sums.js";

/**
 * Sums as bytes, the same on every database; how many reports they are of stands beside them:
 *   version (1) · flags · bitmap of the sums that are not 0 · sums · [bitmap of the cells blank somewhere · counts]
 * The last two are left out when no cell is blank in any report (flag 1 unset). Bit i of a bitmap is bit i % 8 of byte
 * i / 8. Sums and counts are zigzag varints of any length in cell order.
 */
const VERSION = 1;
const HAS_BLANKS = 1;

export function packSums({ values, blanks }: CellSums): Uint8Array {
  const hasBlanks = blanks.some((count) => count !== 0);
  const bytes = [VERSION, hasBlanks ? HAS_BLANKS : 0];
  pushSparse(bytes, values);
  if (hasBlanks) pushSparse(bytes, blanks);
  return Uint8Array.from(bytes);
}

/** `cells`: how many the form has. */
export function unpackSums(cells: number, reports: number, bytes: Uint8Array): CellSums {
  const [version, flags = 0] = bytes;
  if (version !== VERSION) throw new Error("packed sums: unknown version");
  if (flags > HAS_BLANKS) throw new Error("packed sums: unknown flags");
  const values = new Array<Exact>(cells).fill(0);
  let blanks = noBlanks(cells);
  let at = readSparse(bytes, 2, values);
  if (flags === HAS_BLANKS) {
    const counts = new Array<Exact>(cells).fill(0);
    at = readSparse(bytes, at, counts);
    blanks = counts.map(Number);
  }
  if (at !== bytes.length) throw new Error("packed sums: trailing bytes");
  return { reports, values, blanks };
}

function pushSparse(bytes: number[], numbers: readonly Exact[]): void {
  for (let start = 0; start < numbers.length; start += 8) {
    let bits = 0;
    for (let i = 0; i < 8; i++) if (isFilled(numbers[start + i])) bits |= 1 << i;
    bytes.push(bits);
  }
  for (const number of numbers) if (isFilled(number)) pushVarint(bytes, number);
}

const isFilled = (number: Exact | undefined): boolean => number !== undefined && number !== 0;

/** Zigzag keeps small negatives short: the sign is the lowest bit. */
function pushVarint(bytes: number[], number: Exact): void {
  const exact = BigInt(number);
  let rest = exact < 0n ? -exact * 2n - 1n : exact * 2n;
  for (; rest >= 128n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  bytes.push(Number(rest));
}

/** Fills in the non-zero values, and returns the end offset. */
function readSparse(bytes: Uint8Array, start: number, into: Exact[]): number {
  let at = start + Math.ceil(into.length / 8);
  if (at > bytes.length) throw new Error("packed sums: truncated");
  for (let i = 0; i < into.length; i++) {
    if ((((bytes[start + (i >> 3)] ?? 0) >> (i & 7)) & 1) === 0) continue;
    let end = at;
    while ((bytes[end] ?? 0) >= 128) end++;
    if (end >= bytes.length) throw new Error("packed sums: truncated");
    into[i] = varint(bytes, at, end);
    at = end + 1;
  }
  return at;
}

/** Seven bytes hold 49 bits, within plain arithmetic even with the sign; longer numbers use bigint. */
const PLAIN_BYTES = 7;

function varint(bytes: Uint8Array, first: number, last: number): Exact {
  if (last - first >= PLAIN_BYTES) return longVarint(bytes, first, last);
  const low = bytes[first] ?? 0;
  let magnitude = (low & 127) >> 1;
  for (let at = first + 1, weight = 64; at <= last; at++, weight *= 128)
    magnitude += ((bytes[at] ?? 0) & 127) * weight;
  return low & 1 ? -magnitude - 1 : magnitude;
}

function longVarint(bytes: Uint8Array, first: number, last: number): Exact {
  let zigzag = 0n;
  for (let at = last; at >= first; at--) zigzag = (zigzag << 7n) | BigInt((bytes[at] ?? 0) & 127);
  return plainest(zigzag & 1n ? -((zigzag + 1n) >> 1n) : zigzag >> 1n);
}
