import { DISCLOSURE_LEDGER } from "../disclosures/index.js";
import { INTERPRETATION_LEDGER } from "../interpretations/index.js";
import { PROPOSAL_LEDGER } from "../proposals/index.js";
import { REMEDY_LEDGER } from "../remedies/index.js";
import { REQUEST_LEDGER } from "../requests/index.js";
import { SUPPLY_LEDGER } from "../supplies/index.js";
import type { Ledger } from "../../records/index.js";

/** Every ledger, in the order in which their rows are set up and their open business is handed over. */
export const LEDGERS: readonly Ledger[] = [
  DISCLOSURE_LEDGER,
  SUPPLY_LEDGER,
  REQUEST_LEDGER,
  REMEDY_LEDGER,
  PROPOSAL_LEDGER,
  INTERPRETATION_LEDGER,
];
