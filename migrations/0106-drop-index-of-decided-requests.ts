import { dropIndex } from "../src/platform/db/index.js";

// The next migration makes it again, with one column more.
export const dropIndexOfDecidedRequests = dropIndex(106, "DropIndexOfDecidedRequests", {
  table: "information_requests",
  name: "requests_by_decision",
  without: "staging",
});
