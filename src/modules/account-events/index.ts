export { ACCOUNT_EVENTS, type AccountEventKind } from "./account-event.entity.js";
export { AccountEventResolver } from "./account-event.resolver.js";
export { recordAccountEvent } from "./account-event.store.js";
