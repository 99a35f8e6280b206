import type { RequestContext } from "../access/index.js";
import { entryById } from "./history.loader.js";
import { presentEntry } from "./history.presenter.js";

export { HistoryResolver } from "./history.resolver.js";
export {
  EventPageArgs,
  HistoryConnectionType,
  HistoryEntryType,
  HistorySubjectType,
} from "./history.types.js";

/** A unit's id and the place in its history; an `int` of the database has at most ten digits. */
const ENTRY_ID = /^[\w-]{16}\.[1-9]\d{0,8}$/;

/** How an entry is fetched by its id, for `node(id:)`. */
export const HISTORY_NODES = {
  HistoryEntry: async (id: string, { loaders }: RequestContext) => {
    if (!ENTRY_ID.test(id)) return null;
    const row = await loaders.of(entryById).load(id);
    return row && presentEntry(row);
  },
};
export type { Operation } from "./operations.data.js";
export { pruneHistory } from "./prune.store.js";
export { LEAST_DAYS } from "./retention.js";
export { HISTORY_GAPS, HISTORY_SEALED_HEADS, HISTORY_SEALS } from "./seal.entity.js";
export { sealHistory, verifyHistory, type Verification } from "./seal.store.js";
export { HISTORY_KEYS } from "./history.entity.js";
