export { DownloadLinkResolver, type LinkServices } from "./download-link.resolver.js";
export { DownloadLinks } from "./download-links.js";
export { downloadRoutes } from "./download.routes.js";
