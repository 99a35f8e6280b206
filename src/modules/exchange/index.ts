export { download, FILE_FORMATS, type FileFormat } from "./download.js";
export { downloadRoutes } from "./download.routes.js";
