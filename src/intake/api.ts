export { eraseFiles, unitsWithFiles } from "./imported-file.store.js";
export { importedFileRoute } from "./imported-file.resolver.js";
export { intakeResolvers } from "./intake-resolvers.js";
export { TABLE_IMPORT_NODES } from "./table-import-work.resolver.js";
export { TableImports } from "./table-import-worker.js";
export { templateRoute } from "./template.routes.js";
export { type FileReport, fillableUnits, type FolderImport, importFile } from "./import-folder.js";
