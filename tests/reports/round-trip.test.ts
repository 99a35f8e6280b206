import { describe, expect, it } from "vitest";
import { reportDocx } from "../../src/documents/report/report-docx.js";
import { reportHtml } from "../../src/documents/report/report-html.js";
import { reportXlsx } from "../../src/documents/report/report-xlsx.js";
import { reportWith } from "../../src/documents/report/report.fixture.js";
import { zipped } from "../../src/documents/zip.js";
import { FORMATS, showCellValue } from "../../src/forms/index.js";
import { understand } from "../../src/intake/understanding/understand.js";
import { readFile } from "../../src/reading/index.js";

const WRITERS = {
  docx: async (document: Parameters<typeof reportDocx>[0]) => bytesOf(zipped(reportDocx(document))),
  xlsx: async (document: Parameters<typeof reportDocx>[0]) => bytesOf(zipped(reportXlsx(document))),
  html: async (document: Parameters<typeof reportDocx>[0]) => Buffer.from(reportHtml(document)),
} as const;

async function bytesOf(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/** The same sequence in each run: blanks, zeros and large numbers among small ones. */
function* numbers(seed: number): Generator<number | null> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const kind = state % 7;
    yield kind === 0 ? null : kind === 1 ? 0 : kind === 2 ? state % 100_000 : state % 50;
  }
}

describe.each(FORMATS.map((format) => ({ format, code: format.code })))("the form of $code", ({ format }) => {
  it.each(Object.entries(WRITERS))("comes back from .%s as it was written", async (extension, write) => {
    for (let seed = 1; seed <= 25; seed++) {
      const source = numbers(seed);
      const document = reportWith(format, () => source.next().value ?? null);
      const found = understand(await readFile(await write(document), `report.${extension}`));
      const { values } = document.figures;
      const written = format.cells.map((cell) => {
        const value = values[cell.position] ?? null;
        return [cell.code, value === null ? null : showCellValue(cell, value)];
      });
      expect(Object.fromEntries(found.cells.map(({ code, value }) => [code, value]))).toEqual(
        Object.fromEntries(written),
      );
      expect(new Set(found.cells.map(({ certainty }) => certainty))).toEqual(new Set(["EXACT"]));
      expect(Object.fromEntries(found.sections.map(({ key, body }) => [key, body]))).toEqual(
        document.sections,
      );
      expect(found).toMatchObject({
        unitName: { value: document.unit.name },
        year: { value: document.year },
        signedOn: { value: document.signedOn },
      });
    }
  });
});
