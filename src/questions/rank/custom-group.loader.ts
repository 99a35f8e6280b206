import DataLoader from "dataloader";
import { groupedBy, inOrderOf, type LoaderFactory } from "../../platform/loaders/index.js";
import { PEER_GROUPS, type CustomGroupRow } from "./custom-group.entity.js";

export const customGroupById: LoaderFactory<string, CustomGroupRow | null> = (read) =>
  new DataLoader(async (ids) =>
    inOrderOf(ids, await read((session) => session.rows(PEER_GROUPS).find({ id: ids })), ({ id }) => id),
  );

/** Those that a government named itself. Servers order names each in their own way, so it is done here. */
export const customGroupsOf: LoaderFactory<string, CustomGroupRow[]> = (read) =>
  new DataLoader(async (unitIds) => {
    const rows = await read((session) => session.rows(PEER_GROUPS).find({ unitId: unitIds }));
    const inOrder = rows.sort((a, b) => (a.name < b.name ? -1 : 1));
    return groupedBy(unitIds, inOrder, ({ unitId }) => unitId);
  });
