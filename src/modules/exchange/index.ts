export { DownloadLinkResolver, type LinkServices } from "./download-link.resolver.js";
export { DownloadLinks } from "./download-links.js";
export { download, FILE_FORMATS, type FileFormat } from "./download.js";
export { downloadRoutes } from "./download.routes.js";
