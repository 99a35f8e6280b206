export { RollUpsResolver } from "./roll-ups.resolver.js";
