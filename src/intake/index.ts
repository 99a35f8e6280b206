export { UPLOADS } from "./upload.entity.js";
export { uploadRoute } from "./upload.routes.js";
