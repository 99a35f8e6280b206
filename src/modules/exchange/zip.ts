import { Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

export interface ZipEntry {
  /** ASCII. */
  readonly name: string;
  readonly content: Iterable<string>;
}

interface Packed {
  readonly name: string;
  readonly at: number;
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
}

const VERSION = 20;
const SIZES_FOLLOW = 0x0008;
const DEFLATE = 8;
/** 1 January 1980, the first day that the format knows: the same answer makes the same bytes. */
const DATE = 0x0021;
const CHUNK_LENGTH = 64 * 1024;

/** A ZIP file (APPNOTE 6.3), entry after entry, none of them held in memory as a whole. */
export async function* zipped(entries: readonly ZipEntry[]): AsyncGenerator<Buffer> {
  const directory: Packed[] = [];
  let position = 0;
  for (const { name, content } of entries) {
    const at = position;
    let crc = 0;
    let size = 0;
    let packedSize = 0;
    const counted = function* (): Generator<Buffer> {
      for (const chunk of inChunks(content)) {
        crc = crc32(chunk, crc);
        size += chunk.length;
        yield chunk;
      }
    };
    const head = localHeader(name);
    yield head;
    for await (const part of deflated(counted())) {
      packedSize += part.length;
      yield part;
    }
    const entry = { name, at, crc, size, packedSize };
    const tail = record(0x08074b50, ...sizes(entry));
    yield tail;
    directory.push(entry);
    position += head.length + packedSize + tail.length;
  }
  const listed = Buffer.concat(directory.map(directoryEntry));
  yield listed;
  yield endRecord(directory.length, listed.length, position);
}

async function* deflated(chunks: Iterable<Buffer>): AsyncGenerator<Buffer> {
  const packer = createDeflateRaw();
  const source = Readable.from(chunks).on("error", (error) => packer.destroy(error));
  try {
    for await (const part of source.pipe(packer)) yield part as Buffer;
  } finally {
    source.destroy();
  }
}

/** Lines are short, and each would be a call into zlib. */
function* inChunks(lines: Iterable<string>): Generator<Buffer> {
  let chunk = "";
  for (const line of lines) {
    chunk += line;
    if (chunk.length < CHUNK_LENGTH) continue;
    yield Buffer.from(chunk);
    chunk = "";
  }
  yield Buffer.from(chunk);
}

type Field = readonly [value: number, bytes: 2 | 4];
const short = (value: number): Field => [value, 2];
const long = (value: number): Field => [value, 4];

function record(signature: number, ...fields: readonly Field[]): Buffer {
  const all = [long(signature), ...fields];
  const buffer = Buffer.alloc(all.reduce((length, [, bytes]) => length + bytes, 0));
  let at = 0;
  for (const [value, bytes] of all) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}

const sizes = ({ crc, packedSize, size }: Packed): Field[] => [long(crc), long(packedSize), long(size)];
const method = [short(SIZES_FOLLOW), short(DEFLATE), short(0), short(DATE)];
const named = (head: Buffer, name: string): Buffer => Buffer.concat([head, Buffer.from(name, "ascii")]);

const localHeader = (name: string): Buffer =>
  named(
    record(
      0x04034b50,
      short(VERSION),
      ...method,
      ...[long(0), long(0), long(0)],
      short(name.length),
      short(0),
    ),
    name,
  );

const directoryEntry = (entry: Packed): Buffer =>
  named(
    record(
      0x02014b50,
      ...[short(VERSION), short(VERSION)],
      ...method,
      ...sizes(entry),
      ...[short(entry.name.length), short(0), short(0), short(0), short(0)],
      ...[long(0), long(entry.at)],
    ),
    entry.name,
  );

const endRecord = (count: number, length: number, position: number): Buffer =>
  record(
    0x06054b50,
    ...[short(0), short(0), short(count), short(count)],
    ...[long(length), long(position), short(0)],
  );
