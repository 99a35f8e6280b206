import { Readable } from "node:stream";
import type { RequestContext } from "../access/index.js";
import { BOM, xlsxFile, type Table } from "../documents/index.js";
import { CallerFault } from "../kernel/fault.js";
import { text, type Language } from "../kernel/text.js";
import type { Route } from "../platform/http/routes.js";
import { hintOf } from "./import-table.js";
import type { TableImport } from "./table-entering.js";
import { TABLE_IMPORTS, type TableKind } from "./table-imports.data.js";

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
    const spec: TableImport | undefined = TABLE_IMPORTS[name.toUpperCase() as TableKind];
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

function templateOf({ name, columns }: TableImport, language: Language): Table {
  const all = Object.values(columns);
  return {
    title: name[language],
    columns: all.map(({ names, required }) => ({ title: `${names[0]}${required ? "*" : ""}`, kind: "text" })),
    rows: [],
    summaries: 0,
    info: all.map((column) => ({ label: column.names[0], value: hintOf(column)[language] })),
  };
}
