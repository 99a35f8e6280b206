export { download, FILE_FORMATS, type FileFormat } from "./download.js";
