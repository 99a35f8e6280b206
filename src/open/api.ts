export { openRoutes, refusedAsPage } from "./open.routes.js";
