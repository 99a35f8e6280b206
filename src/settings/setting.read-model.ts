import type { LocalDay, WorkingCalendar } from "../kernel/working-calendar.js";
import { mergedDays, placeDays } from "../platform/calendar/local-days.js";
import { sql, type Session } from "../platform/db/index.js";
import { DEFAULT_SETTINGS, SETTING_KEYS, SETTINGS, type SettingKey, type Settings } from "./settings.data.js";

/** One decision, with the place of the government that made it. */
export interface Decision {
  readonly path: string;
  readonly unitId: string;
  readonly setting: string;
  readonly value: string;
}

/** The nearest government's decisions come first. Few rows in all: each is a departure from the defaults. */
export const decisions = (session: Session): Promise<Decision[]> =>
  session.query<Decision>(
    sql`select u.path, d.unit_id as unitId, d.setting, d.value
        from district_settings d join units u on u.id = d.unit_id order by u.path desc`,
  );

interface Place {
  readonly path: string;
}

export const decisionFor = (made: readonly Decision[], unit: Place, key: SettingKey): Decision | undefined =>
  made.find(({ path, setting }) => setting === key && unit.path.startsWith(path));

/** What a unit itself decided, whatever holds for it from above. */
export function ownDecision(
  made: readonly Decision[],
  unit: { readonly id: string },
  key: SettingKey,
): unknown {
  const own = made.find(({ unitId, setting }) => unitId === unit.id && setting === key);
  return own ? (JSON.parse(own.value) as unknown) : null;
}

/** The default: the same everywhere, except the days of a place. */
export const defaultFor = ({ path }: Place, key: SettingKey): Settings[SettingKey] =>
  SETTINGS[key].kind === "days" ? placeDays(path.split("/").at(-2) ?? "") : DEFAULT_SETTINGS[key];

/** The value of a setting for a unit. */
export function valueFor(made: readonly Decision[], unit: Place, key: SettingKey): Settings[SettingKey] {
  const otherwise = defaultFor(unit, key);
  if (SETTINGS[key].kind !== "days") {
    const decision = decisionFor(made, unit, key);
    return decision ? (JSON.parse(decision.value) as Settings[SettingKey]) : otherwise;
  }
  const above = made.filter(({ path, setting }) => setting === key && unit.path.startsWith(path)).reverse();
  const decided = above.map(({ value }) => JSON.parse(value) as readonly LocalDay[]);
  return mergedDays([otherwise as readonly LocalDay[], ...decided]);
}

/** The settings of each unit. One statement, whatever the number of units. */
export async function settingsOf(session: Session): Promise<(unit: Place) => Settings> {
  const made = await decisions(session);
  return (unit) =>
    Object.fromEntries(SETTING_KEYS.map((key) => [key, valueFor(made, unit, key)])) as unknown as Settings;
}

/** The working days of each unit's place. */
export async function calendarsOf(
  session: Session,
  national: WorkingCalendar,
): Promise<(unit: Place) => WorkingCalendar> {
  const settings = await settingsOf(session);
  return (unit) => national.at(settings(unit)["calendar.days"]);
}
