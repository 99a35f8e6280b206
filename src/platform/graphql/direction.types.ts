import { enumOf } from "./enum.js";

export const DirectionEnum = enumOf("Direction", "排序方向 · Which way to order", {
  ASC: "由小到大 · Smallest first",
  DESC: "由大到小 · Largest first",
});
