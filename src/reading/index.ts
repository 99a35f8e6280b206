export { placed } from "./assembler.js";
export {
  type Block,
  type DroppedPart,
  type FileKind,
  type GridCell,
  LIMITS,
  type Paragraph,
  type Place,
  type SourceDocument,
  type Table,
  type Tagged,
  Unreadable,
  type UnreadableCode,
} from "./document.js";
export { readFile } from "./read-file.js";
export { readHtml } from "./html.js";
export { readText } from "./plain-files.js";
export { readInThread } from "./thread.js";
