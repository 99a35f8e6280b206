export { AccountEventResolver } from "./account-event.resolver.js";
