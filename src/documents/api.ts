export { LETTER_TEMPLATES } from "./letters/letter-template.entity.js";
export { letterRoutes } from "./letters/letter.routes.js";
export { openDataRoutes } from "./open-data/open-data.routes.js";
export { documentResolvers } from "./document-resolvers.js";
export { DownloadLinkType, type LinkServices } from "./download-link.resolver.js";
export { DownloadLinks } from "./download-links.js";
export { downloadRoutes, expired } from "./download.routes.js";
export { reportRoutes } from "./report/report.routes.js";
