export { authorize, holds, holdsSomewhere, signedIn } from "./authorize.js";
export { allowances } from "./budgets.js";
export { type CommandCall, Commands, type Outcome } from "./commands.js";
export type { RequestContext } from "./context.js";
export { asGovernment } from "./government-scope.js";
export { IDEMPOTENCY_KEYS } from "./idempotency.entity.js";
export { PERMISSIONS, permissionsOf, rolesHolding, type Permission } from "./permissions.js";
export { PUBLIC_BUDGET, ROLES, type Role } from "./roles.data.js";
export { PUBLIC, type SignedInUser, Viewer, type ViewerMembership } from "./viewer.js";
