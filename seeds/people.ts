export type SeedRole = "CLERK" | "REVIEWER" | "OFFICER" | "ANALYST" | "CASE_READER" | "ADMIN" | "AUDITOR";

export interface SeedPerson {
  readonly login: string;
  readonly displayName: string;
  /** The unit that the person belongs to. */
  readonly unitCode: string;
  readonly memberships: readonly { readonly unitCode: string; readonly role: SeedRole }[];
}

/** Printed at the start of the demo; the demo is refused in production. */
export const DEMO_PASSWORD = "gongkai-demo";

const person = (
  role: SeedRole,
  unitCode: string,
  displayName: string,
  post: string = role.toLowerCase(),
): SeedPerson => ({
  login: `${post}.${unitCode}`,
  displayName: `示例·${displayName}`,
  unitCode,
  memberships: [{ unitCode, role }],
});

/** 初审 and 终审 are two people's (条例 §17), so the units whose ledgers are kept have a head besides the reviewer. */
export const DEMO_PEOPLE: readonly SeedPerson[] = [
  person("CLERK", "371003003", "环山街道经办人"),
  person("REVIEWER", "371003003", "环山街道审核人"),
  person("REVIEWER", "371003003", "环山街道负责人", "head"),
  person("CLERK", "371003104", "泽库镇经办人"),
  person("REVIEWER", "371003104", "泽库镇审核人"),
  person("REVIEWER", "371003104", "泽库镇负责人", "head"),
  person("OFFICER", "371003", "文登区政务公开办"),
  person("OFFICER", "371003", "文登区政务公开办副主任", "deputy"),
  person("ANALYST", "371003", "文登区分析员"),
  person("CASE_READER", "371003", "文登区案件查阅", "case-reader"),
  person("ADMIN", "371003", "文登区管理员"),
  person("AUDITOR", "371003", "文登区审计员"),
  person("OFFICER", "371002", "环翠区政务公开办"),
  {
    ...person("CLERK", "371003", "环山、泽库两单位经办人"),
    memberships: [
      { unitCode: "371003003", role: "CLERK" },
      { unitCode: "371003104", role: "CLERK" },
    ],
  },
];
