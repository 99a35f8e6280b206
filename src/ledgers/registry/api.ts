import { DISCLOSURE_API } from "../disclosures/api.js";
import { INTERPRETATION_API } from "../interpretations/api.js";
import { PROPOSAL_API } from "../proposals/api.js";
import { REMEDY_API } from "../remedies/api.js";
import { contestedDates } from "../remedies/index.js";
import { requestApi } from "../requests/api.js";
import { SUPPLY_API } from "../supplies/api.js";
import type { LedgerApi } from "../../records/api.js";

/** What each ledger brings to the schema. */
export const LEDGER_APIS: readonly LedgerApi[] = [
  DISCLOSURE_API,
  SUPPLY_API,
  // What a correction of a request's dates would make impossible is known by the ledger above it.
  requestApi(contestedDates),
  REMEDY_API,
  PROPOSAL_API,
  INTERPRETATION_API,
];
