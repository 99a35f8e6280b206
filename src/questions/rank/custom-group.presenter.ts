import { toGlobalId } from "../../platform/graphql/global-id.js";
import type { CustomGroupRow } from "./custom-group.entity.js";
import type { CustomPeerGroupType } from "./custom-group.types.js";

export const presentCustomGroup = (row: CustomGroupRow): CustomPeerGroupType => ({
  __typename: "CustomPeerGroup",
  row,
  id: toGlobalId("CustomPeerGroup", row.id),
  name: row.name,
  revision: row.revision,
  changedAt: row.changedAt,
});
