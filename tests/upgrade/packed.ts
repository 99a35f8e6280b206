import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";

/** JSON in a file, small enough to be kept in git. */
export const read = <T>(file: string): T =>
  JSON.parse(brotliDecompressSync(readFileSync(file)).toString()) as T;

export const write = (file: string, content: unknown): void => {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_MAX_WINDOW_BITS } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: BROTLI_MAX_WINDOW_BITS };
  writeFileSync(file, brotliCompressSync(JSON.stringify(content), { params }));
};
