export { databaseHealth } from "./database-health.js";
export { factOf, keepFact } from "./facts.js";
export { INSTALLATION_FACTS } from "./installation-fact.entity.js";
export { checkKey, WrongKey } from "./key-canary.js";
