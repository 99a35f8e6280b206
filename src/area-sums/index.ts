export { areaSums, type YearOfArea } from "./sums.read-model.js";
