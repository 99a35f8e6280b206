import { compareTextByBytes, conversion } from "../src/platform/db/index.js";

export const compareTextByteByByte = conversion(32, "CompareTextByteByByte", compareTextByBytes);
