export { AdminError, createAdmin, type FirstAdmin } from "./create-admin.js";
export { createIdentity, type Identity, type IdentityOptions } from "./identity.js";
export {
  KNOWN_PLACES,
  MEMBERSHIPS,
  PASSWORD_STATES,
  SESSIONS,
  SIGN_IN_THROTTLES,
  USERS,
} from "./identity.entity.js";
export { Passwords, type PasswordCost } from "./passwords.js";
export { derivedKey } from "./keys.js";
export { registerUser, type Registration } from "./register-user.js";
export type { UserRecord } from "./user.store.js";
export type { ViewerSource } from "./viewer-source.js";
export { USER_NODES } from "./user.nodes.js";
