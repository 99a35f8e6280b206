import DataLoader from "dataloader";
import { groupedBy, inOrderOf, type LoaderFactory } from "../../platform/loaders/index.js";
import { PEER_GROUPS, type CustomGroupRow } from "./custom-group.entity.js";

export const customGroupById: LoaderFactory<string, CustomGroupRow | null> = (read) =>
  new DataLoader(async (ids) =>
    inOrderOf(ids, await read((session) => session.rows(PEER_GROUPS).find({ id: ids })), ({ id }) => id),
  );

/** Groups of a government. Servers order names differently, so they are sorted here. */
export const customGroupsOf: LoaderFactory<string, CustomGroupRow[]> = (read) =>
  new DataLoader(async (unitIds) => {
    const rows = await read((session) => session.rows(PEER_GROUPS).find({ unitId: unitIds }));
    const inOrder = rows.sort((a, b) => (a.name < b.name ? -1 : 1));
    return groupedBy(unitIds, inOrder, ({ unitId }) => unitId);
  });
