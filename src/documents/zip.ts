import { Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";
import { Zip, type ZipInputFile } from "fflate";

export interface ZipEntry {
  /** ASCII. */
  readonly name: string;
  /** Lines of text; or bytes, which are made when their turn comes. */
  readonly content: Iterable<string> | AsyncIterable<Buffer>;
}

const DEFLATE = 8;
/** The first day of the format, in any time zone, so that the same answer makes the same bytes. */
const DATE = "1980-01-01T00:00:00";
const CHUNK_LENGTH = 64 * 1024;

/**
 * A ZIP file, entry after entry, none of them held in memory as a whole. fflate writes the container; Node packs, off the
 * main thread and in a third of the time.
 */
export async function* zipped(entries: readonly ZipEntry[]): AsyncGenerator<Buffer> {
  const ready: Buffer[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    ready.push(Buffer.from(part.buffer, part.byteOffset, part.length));
  });
  for (const { name, content } of entries) {
    const file: Mutable<ZipInputFile> = {
      filename: name,
      compression: DEFLATE,
      mtime: DATE,
      size: 0,
      crc: 0,
    };
    zip.add(file);
    const measured = async function* (): AsyncGenerator<Buffer> {
      for await (const chunk of Symbol.asyncIterator in content ? content : inChunks(content)) {
        file.crc = crc32(chunk, file.crc);
        file.size += chunk.length;
        yield chunk;
      }
    };
    for await (const part of deflated(measured())) {
      file.ondata?.(null, part, false);
      yield* ready.splice(0);
    }
    file.ondata?.(null, new Uint8Array(0), true);
  }
  zip.end();
  yield* ready;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

async function* deflated(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer<ArrayBuffer>> {
  const packer = createDeflateRaw();
  const source = Readable.from(chunks).on("error", (error) => packer.destroy(error));
  try {
    for await (const part of source.pipe(packer)) yield part as Buffer<ArrayBuffer>;
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
