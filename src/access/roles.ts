/**
 * How far a role reaches from the unit it is held at. CLERK 经办人, REVIEWER 审核人（初审、终审）, OFFICER
 * 政府信息公开工作主管部门, ANALYST 分析员, CASE_READER 案件查阅, ADMIN 管理员.
 */
export const ROLES = {
  CLERK: { reach: "unit" },
  REVIEWER: { reach: "unit" },
  OFFICER: { reach: "subtree" },
  ANALYST: { reach: "subtree" },
  CASE_READER: { reach: "subtree" },
  ADMIN: { reach: "subtree" },
} as const satisfies Record<string, { reach: "unit" | "subtree" }>;

export type Role = keyof typeof ROLES;
