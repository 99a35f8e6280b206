export { UnitActivityResolver } from "./activity.resolver.js";
