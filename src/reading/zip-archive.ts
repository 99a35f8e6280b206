import { crc32 } from "node:zlib";
import { Inflate } from "fflate";
import { LIMITS, Unreadable } from "./document.js";

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Offset of the local header. */
  readonly at: number;
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end record and the longest comment behind it. */
const END_WITHIN = 22 + 65_535;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
/** So few bytes unpack to 4 MB at most before they are counted. */
const SLICE = 4 * 1024;
const FREE_BYTES = 1024 * 1024;

/**
 * A ZIP file by its central directory. Entries are unpacked piece by piece and counted as they come, because the sizes
 * that the file declares may be false.
 */
export class ZipArchive {
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, Entry>;
  #left: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#entries = directoryOf(bytes);
    const isWorkbook = this.names.some((name) => name.startsWith("xl/"));
    this.#left = isWorkbook ? LIMITS.unpackedSheets : LIMITS.unpackedText;
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The content of an entry, nothing if there is none. */
  *read(name: string): Generator<Uint8Array> {
    const entry = this.#entries.get(name);
    if (!entry) return;
    let size = 0;
    let crc = 0;
    for (const piece of this.#pieces(entry)) {
      size += piece.length;
      this.#left -= piece.length;
      if (this.#left < 0 || size > FREE_BYTES + entry.packed * LIMITS.ratio)
        throw new Unreadable("TOO_LARGE");
      if (size > entry.size) throw new Unreadable("DAMAGED");
      crc = crc32(piece, crc);
      yield piece;
    }
    if (size !== entry.size || crc !== entry.crc) throw new Unreadable("DAMAGED");
  }

  *#pieces(entry: Entry): Generator<Uint8Array> {
    const packed = contentOf(this.#bytes, entry);
    if (entry.method === STORED) {
      yield packed;
      return;
    }
    if (entry.method !== DEFLATED) throw new Unreadable("DAMAGED");
    const ready: Uint8Array[] = [];
    const inflate = new Inflate((piece) => ready.push(piece));
    for (let at = 0; at < packed.length; at += SLICE) {
      const slice = packed.subarray(at, at + SLICE);
      try {
        inflate.push(slice, at + SLICE >= packed.length);
      } catch {
        throw new Unreadable("DAMAGED");
      }
      yield* ready.splice(0);
    }
  }
}

function directoryOf(bytes: Uint8Array): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count > LIMITS.zipEntries) throw new Unreadable("TOO_LARGE");
  const entries = new Map<string, Entry>();
  let at = start;
  let packed = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY) throw new Unreadable("DAMAGED");
    const entry = entryAt(view, bytes, at);
    // Two entries of one name, or entries that share their bytes, are never made by an honest program.
    if (entries.has(entry.name)) throw new Unreadable("DAMAGED");
    if ((packed += entry.packed) > bytes.length) throw new Unreadable("DAMAGED");
    entries.set(entry.name, entry);
    at += 46 + [28, 30, 32].reduce((sum, offset) => sum + view.getUint16(at + offset, true), 0);
  }
  return entries;
}

function endOf(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_WITHIN);
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END) return at;
  throw new Unreadable("DAMAGED");
}

function entryAt(view: DataView, bytes: Uint8Array, at: number): Entry {
  const nameLength = view.getUint16(at + 28, true);
  const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString("utf8");
  return {
    name: name.replaceAll("\\", "/").replace(/^\/+/, ""),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    at: view.getUint32(at + 42, true),
  };
}

function contentOf(bytes: Uint8Array, { at, packed, flags }: Entry): Uint8Array {
  if (flags & ENCRYPTED) throw new Unreadable("ENCRYPTED");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) throw new Unreadable("DAMAGED");
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + packed > bytes.length) throw new Unreadable("DAMAGED");
  return bytes.subarray(start, start + packed);
}
