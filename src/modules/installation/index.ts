export { databaseHealth } from "./database-health.js";
export { INSTALLATION_FACTS } from "./installation-fact.entity.js";
