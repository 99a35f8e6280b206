export { TABLE_IMPORT_ROWS } from "./table-import.entity.js";
export { IMPORTED_FILE_PARTS, IMPORTED_FILES } from "./imported-file.entity.js";
export { UPLOAD_PARTS, UPLOADS } from "./upload.entity.js";
export { uploadRoute } from "./upload.routes.js";
