export { Access, ACCESS_DIRECTIVES, Public, SignedIn } from "./access.decorator.js";
