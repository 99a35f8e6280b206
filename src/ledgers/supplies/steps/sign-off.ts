import { signedIn, type Call } from "../../../access/index.js";
import { dateInShanghai } from "../../../kernel/calendar-date.js";
import { refuse } from "../../../kernel/problem.js";
import {
  openRecord,
  optionalLine,
  reasonProblems,
  saveRecord,
  type Opened,
  type StepServices,
  type Target,
} from "../../../records/index.js";
import type { SupplyRow } from "../supply.entity.js";
import { SUPPLY } from "../supply.js";

const NAME_LENGTH = 120;

export interface SignOff extends Target {
  /** Who answers for the figure in the office that supplied it; the caller when left out. */
  readonly signedOffBy?: string | null;
}

/** From now on the figure counts in table 二. */
export async function signOffSupply(
  call: Call,
  input: SignOff,
  services: Pick<StepServices, "onChange">,
): Promise<{ id: string }> {
  const opened = await openRecord(call, SUPPLY, "signOff", input);
  refuse(optionalLine(input.signedOffBy, ["input", "signedOffBy"], NAME_LENGTH));
  const signedOffBy = input.signedOffBy ?? signedIn(call.viewer).displayName;
  return save(call, opened, { signedOffAt: call.now.toISOString(), signedOffBy }, services);
}

export interface RevokeSignOff extends Target {
  readonly reason: string;
}

/** The figure counts no more, and can be amended; the reason is kept with it. */
export async function revokeSupplySignOff(
  call: Call,
  input: RevokeSignOff,
  services: Pick<StepServices, "onChange">,
): Promise<{ id: string }> {
  const { reason } = input;
  const opened = await openRecord(call, SUPPLY, "revoke", input);
  refuse(reasonProblems(reason, ["input", "reason"]));
  const revocation = { at: call.now.toISOString(), by: signedIn(call.viewer).displayName, reason };
  return save(call, opened, { signedOffAt: null, signedOffBy: null, revocation }, services);
}

async function save(
  call: Call,
  opened: Opened<SupplyRow>,
  values: Partial<SupplyRow>,
  { onChange }: Pick<StepServices, "onChange">,
): Promise<{ id: string }> {
  const { unit, record: supply } = opened;
  const note = values.revocation?.reason ?? null;
  await saveRecord(call, SUPPLY, opened, { values, on: dateInShanghai(call.now), note });
  await onChange(call.session, unit, supply.year);
  return { id: supply.id };
}
