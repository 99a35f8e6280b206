import type { Role } from "../../access/index.js";

/** What a file may call a role, besides its name in the API; the first is what messages say. */
export const ROLE_WORDS: Readonly<Record<Role, readonly [string, ...string[]]>> = {
  CLERK: ["经办人", "填报人"],
  REVIEWER: ["审核人", "负责人"],
  OFFICER: ["主管部门", "主管"],
  ANALYST: ["分析员"],
  CASE_READER: ["案件查阅", "案件查阅员"],
  ADMIN: ["管理员"],
};
