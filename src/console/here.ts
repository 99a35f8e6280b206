import { useState } from "react";
import type { Place, Viewer } from "./viewer";

const KEPT = "gongkai.unit";

/** The unit that an address is about, if it names one. */
export function unitIn(address: string): string | null {
  const [room = "", second, third] = (address.split(/[?#]/)[0] ?? "").split("/").slice(1);
  if (room === "ledgers" || room === "admin") return third ?? null;
  return room === "report" || room === "district" || room === "history" ? (second ?? null) : null;
}

/** The units where the viewer holds a role, each once, parents before their children. */
export function ownUnits({ memberships }: Pick<Viewer, "memberships">): Place[] {
  const byCode = new Map(memberships.map(({ unit }) => [unit.code, unit]));
  const placeOf = ({ ancestors, code }: Place) => [...ancestors.map((above) => above.code), code].join("/");
  return [...byCode.values()].sort((one, other) => placeOf(one).localeCompare(placeOf(other)));
}

/** How many of the viewer's own units stand above one. */
export const depthAmong = (units: readonly Place[], { ancestors }: Place): number =>
  units.filter(({ code }) => ancestors.some((above) => above.code === code)).length;

/** The viewer with the roles at one unit alone; "" leaves all. */
export const narrowed = (viewer: Viewer, code: string): Viewer =>
  code === ""
    ? viewer
    : { ...viewer, memberships: viewer.memberships.filter(({ unit }) => unit.code === code) };

/**
 * The unit a person with several works for now; "" for all of them. An address that names another unit of the person's
 * goes before the choice that this window remembers.
 */
export function useHere(viewer: Viewer, address: string): readonly [string, (code: string) => void] {
  const codes = ownUnits(viewer).map(({ code }) => code);
  const [kept, setKept] = useState(() => sessionStorage.getItem(KEPT) ?? "");
  const named = unitIn(address);
  const remembered = codes.includes(kept) ? kept : "";
  const here = remembered !== "" && named !== null && codes.includes(named) ? named : remembered;
  const choose = (code: string) => {
    sessionStorage.setItem(KEPT, code);
    setKept(code);
  };
  return [here, choose];
}
