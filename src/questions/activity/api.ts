export { ActivityResolver, UnitActivityResolver } from "./activity.resolver.js";
