import type { Scaled } from "../kernel/decimal.js";
import type { CellValues, Format } from "./format.js";

/**
 * A report's values as bytes, the same on every database:
 *   version (1) · flags · [bitmap of the cells that are not blank] · bitmap of the cells that are not 0 · values
 * The first bitmap is left out when no cell is blank (flag 1 unset). Bit i of a bitmap is bit i % 8 of byte i / 8.
 * Values are zigzag varints in cell order. They may reach 2^53, so nothing here shifts 32-bit integers.
 */
const VERSION = 1;
const HAS_BLANKS = 1;

export function pack(format: Format, values: CellValues): Uint8Array {
  const count = format.cells.length;
  if (values.length !== count) throw new Error(`packing: ${values.length} values for ${count} cells`);
  const blanks = values.includes(null);
  const bytes = [VERSION, blanks ? HAS_BLANKS : 0];
  if (blanks) pushBitmap(bytes, values, (value) => value !== null);
  pushBitmap(bytes, values, isFilled);
  for (const value of values) if (isFilled(value)) pushVarint(bytes, value);
  return Uint8Array.from(bytes);
}

export function unpack(format: Format, bytes: Uint8Array): (Scaled | null)[] {
  const count = format.cells.length;
  const [version, flags = 0] = bytes;
  if (version !== VERSION) throw new Error("packing: unknown version");
  if (flags > HAS_BLANKS) throw new Error("packing: unknown flags");
  const width = Math.ceil(count / 8);
  const present = flags === HAS_BLANKS ? 2 : -1;
  const filled = flags === HAS_BLANKS ? 2 + width : 2;
  const reader = new Reader(bytes, filled + width);
  const values = new Array<Scaled | null>(count);
  for (let i = 0; i < count; i++) {
    const isPresent = present < 0 || hasBit(bytes, present, i);
    if (hasBit(bytes, filled, i)) {
      if (!isPresent) throw new Error("packing: a blank cell with a value");
      values[i] = reader.varint();
    } else values[i] = isPresent ? 0 : null;
  }
  reader.end();
  return values;
}

const isFilled = (value: Scaled | null): value is Scaled => value !== null && value !== 0;

const hasBit = (bytes: Uint8Array, start: number, i: number): boolean =>
  (((bytes[start + (i >> 3)] ?? 0) >> (i & 7)) & 1) === 1;

function pushBitmap(bytes: number[], values: CellValues, test: (value: Scaled | null) => boolean): void {
  for (let start = 0; start < values.length; start += 8)
    bytes.push(
      values.slice(start, start + 8).reduce<number>((byte, v, i) => (test(v) ? byte | (1 << i) : byte), 0),
    );
}

/** Zigzag keeps small negatives short: the sign is the lowest bit. Written without doubling, which would pass 2^53. */
function pushVarint(bytes: number[], value: Scaled): void {
  if (!Number.isSafeInteger(value)) throw new Error("packing: not a safe integer");
  const sign = value < 0 ? 1 : 0;
  const magnitude = sign ? -value - 1 : value;
  let rest = Math.floor(magnitude / 64);
  bytes.push((magnitude % 64) * 2 + sign + (rest > 0 ? 128 : 0));
  while (rest > 0) {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low + 128 : low);
  }
}

class Reader {
  constructor(
    private readonly bytes: Uint8Array,
    private at: number,
  ) {
    if (at > bytes.length) throw new Error("packing: truncated");
  }

  varint(): Scaled {
    let byte = this.byte();
    const sign = byte & 1;
    let magnitude = (byte & 127) >> 1;
    for (let weight = 64; byte >= 128; weight *= 128) {
      byte = this.byte();
      magnitude += (byte & 127) * weight;
    }
    if (magnitude > Number.MAX_SAFE_INTEGER) throw new Error("packing: not a safe integer");
    return sign ? -magnitude - 1 : magnitude;
  }

  end(): void {
    if (this.at !== this.bytes.length) throw new Error("packing: trailing bytes");
  }

  private byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new Error("packing: truncated");
    return byte;
  }
}
