export { PROPOSAL_LEDGER } from "./ledger.js";
