export { ACCOUNT_EVENTS, type AccountEventKind } from "./account-event.entity.js";
export { recordAccountEvent } from "./account-event.store.js";
