import type { LedgerApi } from "../../records/api.js";
import { supplyResolvers } from "./supply-resolvers.js";
import { SUPPLY_NODES } from "./supply.nodes.js";
import { SuppliedCountType } from "./supply.types.js";

export { SuppliedCountType };

export const SUPPLY_API: LedgerApi = {
  name: "supplies",
  type: SuppliedCountType,
  nodes: SUPPLY_NODES,
  resolvers: supplyResolvers,
  question: null,
};
export { recordSupply } from "./commands/record-supply.js";
export { signOffSupply } from "./commands/sign-off-supply.js";
export { SUPPLIED_COUNTS, SupplyRow } from "./supply.entity.js";
