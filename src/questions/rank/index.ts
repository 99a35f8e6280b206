export { PEER_GROUPS } from "./custom-group.entity.js";
export { peersOf } from "./peers-of.js";
