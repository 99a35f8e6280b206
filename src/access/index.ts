export { Access, Public, SignedIn } from "./access.decorator.js";
export { allowances } from "./budgets.js";
export { authorize, holds, holdsSomewhere, signedIn } from "./authorize.js";
export { Commands, type CommandCall, type Outcome } from "./commands.js";
export type { RequestContext } from "./context.js";
export { IDEMPOTENCY_KEYS } from "./idempotency.entity.js";
export { PERMISSIONS, rolesHolding, type Permission } from "./permissions.js";
export { ROLES, type Role } from "./roles.js";
export { PUBLIC, Viewer, type Place, type SignedInUser, type ViewerMembership } from "./viewer.js";
