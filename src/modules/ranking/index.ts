export { RankingResolver } from "./ranking.resolver.js";
