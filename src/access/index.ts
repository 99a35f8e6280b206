export { authorize, holds, holdsSomewhere, NOT_YOURS, signedIn } from "./authorize.js";
export { allowances, asOperator, begin, type Call, callOf, type RequestContext } from "./call.js";
export { type CommandCall, Commands, type Outcome } from "./commands.js";
export { asGovernment } from "./government-scope.js";
export { IDEMPOTENCY_KEYS } from "./idempotency.entity.js";
export { type Permission, PERMISSIONS, permissionsOf, rolesHolding } from "./permissions.js";
export { PUBLIC_BUDGET, type Role, ROLES } from "./roles.data.js";
export { type Place, PUBLIC, type SignedInUser, Viewer, type ViewerMembership } from "./viewer.js";
