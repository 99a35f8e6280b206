import { FILING_LISTENERS } from "./filing-listeners.js";
import { yearOf } from "../kernel/calendar-date.js";
import type { LedgerServices } from "../records/index.js";
import { LEDGERS } from "../ledgers/registry/index.js";
import { followMove } from "../area-sums/api.js";
import { markReports, recheckReports } from "../filing/api.js";
import { keepReckoned, reckonAgain } from "../ledgers/requests/api.js";
import type { UnitFollowers } from "../units/index.js";
import type { Vault } from "../platform/vault/vault.js";

/** Work that follows the move or dissolution of a unit, in this order. */
export function unitFollowers(
  services: Pick<LedgerServices, "clock" | "calendar">,
  vault: Vault,
): UnitFollowers {
  const onChange = recheckReports({ ...services, listeners: FILING_LISTENERS });
  // Other conventions may now apply to the clocks of the unit's requests.
  const reckon: UnitFollowers["moved"][number] = async (session, { to }) =>
    keepReckoned(session, await reckonAgain(session, to, services), { ...services, onChange });
  const recheck: UnitFollowers["handedOver"][number] = async (session, { from, to, on }) => {
    await reckon(session, { from: to.path, to: to.path });
    for (const unit of [from, to]) await onChange(session, unit, yearOf(on));
    // The expected members of the governments' 本级汇总 have changed.
    const governments = [from.parentId, to.parentId].flatMap((id) => (id === null ? [] : [id]));
    const toCheck = governments.map((unitId) => ({ unitId, scope: "SYSTEM" as const }));
    await markReports(session, services.clock.now(), ...toCheck);
  };
  return {
    moved: [followMove, reckon],
    business: LEDGERS.flatMap(({ business }) => (business ? [business({ vault })] : [])),
    handedOver: [recheck],
  };
}
