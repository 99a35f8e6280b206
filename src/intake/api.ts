export { ImportResolver } from "./import.resolver.js";
