import type { RequestContext } from "../access/index.js";
import { entryById } from "./history.loader.js";
import { presentEntry } from "./history.presenter.js";

export { HistoryResolver } from "./history.resolver.js";
export { HistoryChangeType, HistoryEntryType } from "./history.types.js";

/** How an entry is fetched by its id, for `node(id:)`. */
export const HISTORY_NODES = {
  HistoryEntry: async (id: string, { loaders }: RequestContext) => {
    const row = await loaders.of(entryById).load(id);
    return row && presentEntry(row);
  },
};
