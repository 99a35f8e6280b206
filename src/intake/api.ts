export { DocumentAuditResolver } from "./document-audit.resolver.js";
export { ImportResolver } from "./import.resolver.js";
export { TableImportResolver } from "./table-import.resolver.js";
export { templateRoute } from "./template.routes.js";
