import type { Permission, Role } from "../../access/index.js";
import { StateMachine } from "../../kernel/state-machine.js";
import { text, type Text } from "../../kernel/text.js";
import type { LegalStep } from "../../records/index.js";
import type { SupplyRow } from "./supply.entity.js";

/** Withdrawn figures are deleted: they never counted anywhere. */
type SupplyState = "ENTERED" | "SIGNED_OFF" | "WITHDRAWN";
export type SupplyVerb = "amend" | "signOff" | "revoke" | "withdraw";

export const STATE_NAMES: Readonly<Record<SupplyState, Text>> = {
  ENTERED: text("待签认", "not signed off yet"),
  SIGNED_OFF: text("已签认", "signed off"),
  WITHDRAWN: text("已撤回", "withdrawn"),
};

/** The supplying office answers for its figure, so it counts once a second person has its sign-off on record. */
export const SUPPLY_WORKFLOW = new StateMachine<SupplyState, SupplyVerb, Role>(
  "ENTERED",
  ["ENTERED", "SIGNED_OFF", "WITHDRAWN"],
  [
    { verb: "amend", from: ["ENTERED"], to: "ENTERED", role: "CLERK" },
    { verb: "signOff", from: ["ENTERED"], to: "SIGNED_OFF", role: "REVIEWER" },
    { verb: "withdraw", from: ["ENTERED"], to: "WITHDRAWN", role: "CLERK" },
    { verb: "revoke", from: ["SIGNED_OFF"], to: "ENTERED", role: "REVIEWER" },
  ],
);

export const STEPS: Readonly<Record<SupplyVerb, LegalStep & { readonly permission: Permission }>> = {
  amend: { mutation: "amendSupply", name: text("修改", "amend"), permission: "supply:record" },
  signOff: { mutation: "signOffSupply", name: text("签认", "sign off"), permission: "supply:signOff" },
  withdraw: { mutation: "withdrawSupply", name: text("撤回", "withdraw"), permission: "supply:record" },
  revoke: {
    mutation: "revokeSupplySignOff",
    name: text("撤销签认", "revoke the sign-off"),
    permission: "supply:signOff",
  },
};

export const stateOf = ({ signedOffAt }: Pick<SupplyRow, "signedOffAt">): SupplyState =>
  signedOffAt === null ? "ENTERED" : "SIGNED_OFF";
