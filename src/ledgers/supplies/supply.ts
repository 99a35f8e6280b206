import type { Permission } from "../../access/index.js";
import { text, type Text } from "../../kernel/text.js";
import type { RecordKind, Step } from "../../records/index.js";
import { SUPPLIED_COUNTS, type SupplyRow } from "./supply.entity.js";

export type SupplyState = "ENTERED" | "SIGNED_OFF";
type SupplyVerb = "amend" | "signOff" | "revoke" | "delete";

export const SUPPLY_STATES: Readonly<Record<SupplyState, Text>> = {
  ENTERED: text("待签认", "not signed off yet"),
  SIGNED_OFF: text("已签认", "signed off"),
};

const RECORD = "supply:record" satisfies Permission;
const SIGN_OFF = "supply:signOff" satisfies Permission;

const steps: Readonly<Record<SupplyVerb, Step<SupplyState, SupplyRow>>> = {
  amend: {
    mutation: "amendSupply",
    name: text("修改", "amend"),
    permission: RECORD,
    from: ["ENTERED"],
    to: null,
  },
  signOff: {
    mutation: "signOffSupply",
    name: text("签认", "sign off"),
    permission: SIGN_OFF,
    from: ["ENTERED"],
    to: "SIGNED_OFF",
    personalBar: ({ enteredBy }, { actorId }) =>
      enteredBy === actorId
        ? text("录入人不能签认自己录入的数据，请由另一人办理", "Who entered a figure does not sign it off")
        : null,
  },
  delete: {
    mutation: "deleteSupply",
    name: text("删除", "delete"),
    permission: RECORD,
    from: ["ENTERED"],
    to: null,
  },
  revoke: {
    mutation: "revokeSupplySignOff",
    name: text("撤销签认", "revoke the sign-off"),
    permission: SIGN_OFF,
    from: ["SIGNED_OFF"],
    to: "ENTERED",
  },
};

/**
 * 外部报送数 as a record: the supplying office answers for its figure, so it counts once a second person has its sign-off
 * on record. Before that it can be deleted, as it counts nowhere.
 */
export const SUPPLY: RecordKind<SupplyRow, SupplyState, SupplyVerb> = {
  type: "SuppliedCount",
  table: SUPPLIED_COUNTS,
  path: ["input", "supplyId"],
  states: SUPPLY_STATES,
  initial: "ENTERED",
  // Who entered or revoked it, when and why, is what the entry itself says.
  told: { omitted: ["enteredBy", "revocation"] },
  stateOf: ({ signedOffAt }) => (signedOffAt === null ? "ENTERED" : "SIGNED_OFF"),
  steps,
};
