import DataLoader from "dataloader";
import { groupedBy, inOrderOf, type LoaderFactory } from "../platform/loaders/index.js";
import { SAVED_QUERY_VERSIONS, type SavedQueryVersionRow } from "./saved-query.entity.js";
import { savedQueriesByIds, type SavedQuery } from "./saved-query.read-model.js";

export const savedQueryById: LoaderFactory<string, SavedQuery | null> = (read) =>
  new DataLoader(async (ids) =>
    inOrderOf(ids, await read((session) => savedQueriesByIds(session, ids)), ({ id }) => id),
  );

/** Every version of a query, the newest first. */
export const versionsOfQuery: LoaderFactory<string, SavedQueryVersionRow[]> = (read) =>
  new DataLoader(async (ids) => {
    const order = { number: "DESC" } as const;
    const rows = await read((session) =>
      session.rows(SAVED_QUERY_VERSIONS).find({ queryId: ids }, { orderBy: order }),
    );
    return groupedBy(ids, rows, ({ queryId }) => queryId);
  });
