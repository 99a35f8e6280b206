import { sql, type Session } from "../../platform/db/index.js";
import { DEFAULTS, SETTING_KEYS, type SettingKey, type Settings } from "./settings.data.js";

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

/** The settings as they hold for each unit. One statement, whatever the number of units. */
export async function settingsOf(session: Session): Promise<(unit: Place) => Settings> {
  const made = await decisions(session);
  return (unit) => {
    const decided = SETTING_KEYS.flatMap((key) => {
      const decision = decisionFor(made, unit, key);
      return decision ? [[key, JSON.parse(decision.value) as unknown]] : [];
    });
    return { ...DEFAULTS, ...(Object.fromEntries(decided) as Partial<Settings>) };
  };
}
