/**
 * Level of government, counted from the top. 省、市、县（区）、街道、乡镇、部门、功能区. Governments have units below them; the
 * others are leaves of the tree.
 */
export const UNIT_KINDS = {
  PROVINCE: { government: true, level: 1 },
  CITY: { government: true, level: 2 },
  DISTRICT: { government: true, level: 3 },
  SUBDISTRICT: { government: false, level: 4 },
  TOWN: { government: false, level: 4 },
  DEPARTMENT: { government: false, level: 4 },
  ZONE: { government: false, level: 4 },
} as const satisfies Record<string, { government: boolean; level: number }>;

export type UnitKind = keyof typeof UNIT_KINDS;

export const isGovernment = (kind: UnitKind): boolean => UNIT_KINDS[kind].government;

/** True if a unit of `kind` may stand below one of kind `above`. */
export const mayStandBelow = (kind: UnitKind, above: UnitKind): boolean =>
  isGovernment(above) && UNIT_KINDS[kind].level > UNIT_KINDS[above].level;
