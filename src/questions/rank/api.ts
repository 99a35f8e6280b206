export { PEER_GROUP_NODES } from "./custom-group.nodes.js";
export { rankingResolvers } from "./ranking-resolvers.js";
export { PeerGroupInput } from "./ranking.types.js";
export { PEER_GROUPS } from "./custom-group.entity.js";
