export { BOM, csvLines } from "./csv.js";
export { download, FILE_FORMATS, type FileFormat } from "./download.js";
export type { Table } from "./table.js";
export { xlsxFile } from "./xlsx.js";
