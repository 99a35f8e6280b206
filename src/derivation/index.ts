export { cellCounting } from "./cell-counting.js";
