import type { LedgerApi } from "../../records/api.js";
import { SUPPLY_NODES, supplyResolvers } from "./supply.resolver.js";
import { SuppliedCountType } from "./supply.types.js";

export { SuppliedCountType };

export const SUPPLY_API: LedgerApi = {
  name: "supplies",
  type: SuppliedCountType,
  nodes: SUPPLY_NODES,
  resolvers: supplyResolvers,
  question: null,
};
export { recordSupply } from "./steps/enter.js";
export { signOffSupply } from "./steps/sign-off.js";
export { SUPPLIED_COUNTS, SupplyRow } from "./supply.entity.js";
