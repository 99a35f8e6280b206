import { toGlobalId } from "../../platform/graphql/global-id.js";
import type { SupplyRow } from "./supply.entity.js";
import { SUPPLY } from "./supply.js";
import type { SuppliedCountType } from "./supply.types.js";

export const presentSupply = (row: SupplyRow): SuppliedCountType => ({
  __typename: "SuppliedCount",
  row,
  indicatorCode: row.indicator,
  id: toGlobalId("SuppliedCount", row.id),
  supplier: row.supplier,
  from: row.fromOn,
  to: row.toOn,
  quantity: row.quantity,
  signedOffAt: row.signedOffAt,
  signedOffBy: row.signedOffBy,
  revocation: row.revocation,
  state: SUPPLY.stateOf(row),
  revision: row.revision,
});
