export { DocumentAuditResolver } from "./document-audit.resolver.js";
export { ImportResolver } from "./import.resolver.js";
export { TableImportResolver } from "./table-import.resolver.js";
export { TABLE_IMPORT_NODES, TableImportWorkResolver } from "./table-import-work.resolver.js";
export { TableImports } from "./table-import-worker.js";
export { templateRoute } from "./template.routes.js";
