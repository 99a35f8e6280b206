import type { Role } from "./roles.js";

/** Every permission there is, `subject:verb`, and the roles that hold it where they reach. */
export const PERMISSIONS = {
  "report:save": ["CLERK"],
  "report:requestReview": ["CLERK"],
  "report:submit": ["REVIEWER"],
  "report:return": ["REVIEWER", "OFFICER"],
  "report:approve": ["OFFICER"],
  "report:publish": ["OFFICER"],
  "report:revise": ["OFFICER"],
  "deadline:set": ["OFFICER"],
  "finding:explain": ["CLERK", "REVIEWER"],
  "finding:judge": ["OFFICER"],
  "rollUp:save": ["OFFICER"],
  "rollUp:submit": ["OFFICER"],
  "setting:change": ["OFFICER"],
  "ledger:read": ["CLERK", "REVIEWER", "OFFICER", "CASE_READER"],
  "statistics:read": ["CLERK", "REVIEWER", "OFFICER", "ANALYST", "CASE_READER"],
  "catalogue:change": ["CLERK", "REVIEWER"],
  "disclosure:register": ["CLERK"],
  "disclosure:review": ["CLERK", "REVIEWER"],
  "disclosure:publish": ["CLERK", "REVIEWER"],
  "disclosure:withdraw": ["CLERK", "REVIEWER"],
  "supply:record": ["CLERK"],
  "none:state": ["CLERK", "REVIEWER"],
  "supply:signOff": ["REVIEWER"],
  "request:receive": ["CLERK"],
  "request:handle": ["CLERK", "REVIEWER"],
  "remedy:record": ["CLERK", "REVIEWER"],
  "proposal:record": ["CLERK", "REVIEWER"],
  "query:save": ["CLERK", "REVIEWER", "OFFICER", "ANALYST", "CASE_READER"],
  "query:clear": ["OFFICER"],
  "peerGroup:change": ["OFFICER", "ANALYST"],
  "unit:create": ["ADMIN"],
  "unit:rename": ["ADMIN"],
  "user:read": ["ADMIN"],
  "user:create": ["ADMIN"],
  "user:disable": ["ADMIN"],
  "user:resetPassword": ["ADMIN"],
  "role:grant": ["ADMIN"],
  "role:revoke": ["ADMIN"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

export const rolesHolding = (permission: Permission): readonly Role[] => PERMISSIONS[permission];
