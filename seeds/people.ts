export type SeedRole = "CLERK" | "REVIEWER" | "OFFICER" | "ANALYST" | "ADMIN";

export interface SeedPerson {
  readonly login: string;
  readonly displayName: string;
  /** The unit that the person belongs to. */
  readonly unitCode: string;
  readonly memberships: readonly { readonly unitCode: string; readonly role: SeedRole }[];
}

/** Printed at the start of the demo; the demo is refused in production. */
export const DEMO_PASSWORD = "gongkai-demo";

const person = (role: SeedRole, unitCode: string, displayName: string): SeedPerson => ({
  login: `${role.toLowerCase()}.${unitCode}`,
  displayName: `示例·${displayName}`,
  unitCode,
  memberships: [{ unitCode, role }],
});

export const DEMO_PEOPLE: readonly SeedPerson[] = [
  person("CLERK", "371003003", "环山街道经办人"),
  person("REVIEWER", "371003003", "环山街道审核人"),
  person("CLERK", "371003104", "泽库镇经办人"),
  person("REVIEWER", "371003104", "泽库镇审核人"),
  person("OFFICER", "371003", "文登区政务公开办"),
  person("ANALYST", "371003", "文登区分析员"),
  person("ADMIN", "371003", "文登区管理员"),
  person("OFFICER", "371002", "环翠区政务公开办"),
];
