export { DownloadLinks } from "./download-links.js";
export { downloadRoutes } from "./download.routes.js";
export { download, FILE_FORMATS, type FileFormat } from "./download.js";
