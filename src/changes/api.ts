export { ChangeCursors } from "./change-cursor.js";
export { beginFeed, ChangeNumbers } from "./change-numbers.js";
export { CHANGE_KINDS } from "./changes.data.js";
export { type Feed, feedResolvers } from "./change.resolver.js";
