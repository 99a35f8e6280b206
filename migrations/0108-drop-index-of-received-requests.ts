import { dropIndex } from "../src/platform/db/index.js";

// The next migration makes it again, with one column more.
export const dropIndexOfReceivedRequests = dropIndex(108, "DropIndexOfReceivedRequests", {
  table: "information_requests",
  name: "requests_by_receipt",
  without: "staging",
});
