/** 省、市、县（区）、街道、乡镇、部门、功能区. Governments have units below them; the others are leaves of the tree. */
export const UNIT_KINDS = {
  PROVINCE: { government: true },
  CITY: { government: true },
  DISTRICT: { government: true },
  SUBDISTRICT: { government: false },
  TOWN: { government: false },
  DEPARTMENT: { government: false },
  ZONE: { government: false },
} as const satisfies Record<string, { government: boolean }>;

export type UnitKind = keyof typeof UNIT_KINDS;

export const isGovernment = (kind: UnitKind): boolean => UNIT_KINDS[kind].government;
