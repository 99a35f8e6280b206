import { Readable } from "node:stream";
import type { RequestContext } from "../access/index.js";
import { BOM, xlsxFile, type Table } from "../documents/index.js";
import { CallerFault } from "../kernel/fault.js";
import { text, type Language, type Text } from "../kernel/text.js";
import type { Route } from "../platform/http/routes.js";
import type { CsvColumn } from "../kernel/csv-table.js";
import { USER_COLUMNS } from "../identity/api.js";
import { UNIT_COLUMNS } from "../units/index.js";
import type { TableImport } from "./table-entering.js";
import { TABLE_IMPORTS } from "./table-imports.data.js";

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** GET /templates/disclosures.xlsx: an empty table to fill in, with what each column takes. */
export const templateRoute: Route<RequestContext> = {
  method: "GET",
  url: "/templates/:file",
  handle: async ({ params, context: { language } }) => {
    const [, name = "", extension = ""] = /^([a-z]+)\.(csv|xlsx)$/.exec(params["file"] ?? "") ?? [];
    const spec = templates()[name];
    if (!spec) throw new CallerFault("NOT_FOUND", text("没有这个模板", "There is no such template"));
    const table = templateOf(spec, language);
    const titles = table.columns.map(({ title }) => title).join(",");
    const body = extension === "csv" ? `${BOM}${titles}\r\n` : Readable.from(xlsxFile(table, language));
    return {
      type: TYPES[extension as keyof typeof TYPES],
      body,
      fileName: `${spec.name[language]}.${extension}`,
    };
  },
};

interface Template {
  readonly name: Text;
  readonly columns: readonly CsvColumn[];
}

/** By the name in the address: of each table that is imported as a file, and of the registers. */
const templates = (): Readonly<Record<string, Template>> => ({
  units: { name: text("单位名册", "Register of units"), columns: Object.values(UNIT_COLUMNS) },
  users: { name: text("用户名册", "Register of users"), columns: Object.values(USER_COLUMNS) },
  ...Object.fromEntries(
    Object.entries<TableImport>(TABLE_IMPORTS).map(([kind, { name, columns }]) => [
      kind.toLowerCase(),
      { name, columns: Object.values(columns).map((column) => ({ ...column, hint: column.kind.hint })) },
    ]),
  ),
});

function templateOf({ name, columns: all }: Template, language: Language): Table {
  return {
    title: name[language],
    columns: all.map(({ names, required }) => ({ title: `${names[0]}${required ? "*" : ""}`, kind: "text" })),
    rows: [],
    summaries: 0,
    info: all.map((column) => ({ label: column.names[0], value: hintOf(column)[language] })),
  };
}

const ANY_TEXT = text("文字", "text");

const hintOf = ({ required, hint = ANY_TEXT }: CsvColumn): Text =>
  text(`${required ? "必填；" : ""}${hint.zh}`, `${required ? "required; " : ""}${hint.en}`);
