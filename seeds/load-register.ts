import { registerUser } from "../src/identity/api.js";
import { insertUnit, type UnitRow } from "../src/units/index.js";
import type { Session } from "../src/platform/db/index.js";
import { DEMO_PEOPLE } from "./people.js";
import { DEMO_UNITS } from "./units.js";

/** Every unit of the demo, by code. */
export async function loadUnits(session: Session): Promise<Map<string, UnitRow>> {
  const units = new Map<string, UnitRow>();
  for (const { parentCode, ...unit } of DEMO_UNITS)
    units.set(unit.code, await insertUnit(session, unit, parentCode ? unitOf(units, parentCode) : null));
  return units;
}

/** The demo's people, who share one password and so one hash. Their ids by login. */
export async function loadPeople(
  session: Session,
  units: ReadonlyMap<string, UnitRow>,
  passwordHash: string,
  now: Date,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { login, displayName, unitCode, memberships } of DEMO_PEOPLE) {
    const user = await registerUser(
      session,
      {
        login,
        displayName,
        passwordHash,
        home: unitOf(units, unitCode),
        memberships: memberships.map(({ unitCode: code, role }) => ({ unit: unitOf(units, code), role })),
      },
      now,
    );
    if (user) ids.set(login, user.id);
  }
  return ids;
}

export function unitOf(units: ReadonlyMap<string, UnitRow>, code: string): UnitRow {
  const unit = units.get(code);
  if (!unit) throw new Error(`no demo unit ${code}`);
  return unit;
}
