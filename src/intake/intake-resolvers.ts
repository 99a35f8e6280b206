import type { Commands } from "../access/index.js";
import type { ReportServices } from "../filing/index.js";
import type { Database } from "../platform/db/index.js";
import { DocumentAuditResolver } from "./document-audit.resolver.js";
import type { LinkServices } from "../documents/api.js";
import { ImportedFileResolver, ImportedFilesOfReportResolver } from "./imported-file.resolver.js";
import { ImportResolver } from "./import.resolver.js";
import type { ImportServices } from "./table-entering.js";
import { TableImportResolver } from "./table-import.resolver.js";
import { TableImportWorkResolver } from "./table-import-work.resolver.js";

export interface IntakeParts {
  readonly database: Database;
  readonly commands: Commands;
  readonly reports: ReportServices;
  readonly tables: ImportServices;
  readonly links: LinkServices;
}

/** What is brought in: reports, tables at once and in the background, and finished files to hold against a report. */
export const intakeResolvers = ({ database, commands, reports, tables, links }: IntakeParts): object[] => [
  new ImportResolver(database, commands, reports),
  new ImportedFilesOfReportResolver(),
  new ImportedFileResolver(links),
  new DocumentAuditResolver(database),
  new TableImportResolver(database, commands, tables),
  new TableImportWorkResolver(database, commands, tables.vault),
];
