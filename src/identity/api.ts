export { createIdentity, type Identity } from "./identity.js";
export { USER_NODES } from "./user.nodes.js";
export { AdminError, createAdmin, type FirstAdmin } from "./create-admin.js";
export {
  KNOWN_PLACES,
  MEMBERSHIPS,
  PASSWORD_STATES,
  SESSIONS,
  SIGN_IN_THROTTLES,
  USERS,
} from "./identity.entity.js";
export { derivedKey } from "./keys.js";
export { type PasswordCost, Passwords } from "./passwords.js";
export { registerUser } from "./register-user.js";
export { sessionRoutes } from "./session.routes.js";
export { USER_COLUMNS } from "./user-rows.js";
export { viewerOfLogin } from "./viewer.read-model.js";
