export { markup } from "./markup.js";
export {
  blockControl,
  columns,
  control,
  DOCX,
  documentProperties,
  type FontName,
  FONTS,
  paragraph,
  picture,
  PROPERTY_TYPES,
  run,
  table,
  wordFile,
} from "./wordprocessing.js";
