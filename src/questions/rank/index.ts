export { peersOf } from "./peers-of.js";
