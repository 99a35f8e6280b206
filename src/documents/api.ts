export { DownloadLinkResolver, type LinkServices } from "./download-link.resolver.js";
