export { TABLE_IMPORT_ROWS } from "./table-import.entity.js";
export { UPLOADS } from "./upload.entity.js";
export { uploadRoute } from "./upload.routes.js";
