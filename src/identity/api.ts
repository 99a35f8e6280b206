export { createIdentity, type Identity } from "./identity.js";
export { USER_NODES } from "./user.nodes.js";
