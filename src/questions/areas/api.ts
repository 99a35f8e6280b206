export { AreaSumsResolver } from "./area-sums.resolver.js";
