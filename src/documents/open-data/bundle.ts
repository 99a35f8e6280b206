import { createHash } from "node:crypto";
import { type ReportDocument, reportJson } from "../report/report-document.js";
import { reportDocx } from "../report/report-docx.js";
import { reportXlsx } from "../report/report-xlsx.js";
import { zipped, type ZipEntry } from "../zip.js";

const LINE = "\n";

/** Number of bundles being written; each takes some seconds of CPU for a district. */
const MOST_AT_ONCE = 2;
let writing = 0;

export const mayBundle = (): boolean => writing < MOST_AT_ONCE;

/**
 * Every report as .docx, .xlsx and JSON, and last the manifest: `manifest.json` with the SHA-256 of each file. One report
 * is in memory at a time.
 */
export async function* bundle(reports: readonly ReportDocument[], about: object): AsyncGenerator<Buffer> {
  writing += 1;
  try {
    const files: { readonly name: string; readonly bytes: number; readonly sha256: string }[] = [];
    const note = (name: string, content: Buffer): Buffer => {
      files.push({ name, bytes: content.length, sha256: createHash("sha256").update(content).digest("hex") });
      return content;
    };
    const made = (name: string, make: () => Promise<Buffer>): ZipEntry => ({
      name,
      content: (async function* () {
        yield note(name, await make());
      })(),
    });
    yield* zipped([
      ...reports.flatMap((report) => {
        const name = `${report.unit.code}-${report.year}${report.scope === "SYSTEM" ? "-system" : ""}`;
        return [
          made(`${name}.docx`, () => packed(reportDocx(report))),
          made(`${name}.xlsx`, () => packed(reportXlsx(report))),
          made(`${name}.json`, () =>
            Promise.resolve(Buffer.from(JSON.stringify(reportJson(report), null, 2))),
          ),
        ];
      }),
      {
        name: "manifest.json",
        content: (async function* () {
          yield await Promise.resolve(Buffer.from(JSON.stringify({ ...about, files }, null, 2) + LINE));
        })(),
      },
    ]);
  } finally {
    writing -= 1;
  }
}

export async function packed(entries: readonly ZipEntry[]): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of zipped(entries)) parts.push(part);
  return Buffer.concat(parts);
}
