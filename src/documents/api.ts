export { openDataRoutes } from "./open-data/open-data.routes.js";
export { DownloadLinkResolver, type LinkServices } from "./download-link.resolver.js";
export { DownloadLinks } from "./download-links.js";
export { downloadRoutes } from "./download.routes.js";
export { reportRoutes } from "./report/report.routes.js";
export { ReportFileResolver } from "./report/report-file.resolver.js";
