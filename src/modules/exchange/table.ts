import { createHash } from "node:crypto";
import type { Text } from "../../kernel/text.js";

export type Cell = string | number | null;

/** What is said about a table: scope, filter, coverage. */
export interface InfoLine {
  readonly label: string;
  readonly value: string;
}

/** An answer laid out for a spreadsheet, in the caller's language. */
export interface Table {
  readonly title: string;
  readonly info: readonly InfoLine[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export const infoLine = (label: Text, value: string, language: keyof Text): InfoLine => ({
  label: label[language],
  value,
});

/** SHA-256 of the data rows as the CSV file has them, without its header: the same in every format. */
export function fingerprint(lines: Iterable<string>): string {
  const hash = createHash("sha256");
  for (const line of lines) hash.update(line);
  return hash.digest("hex");
}
