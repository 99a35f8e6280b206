import { keepSums } from "../area-sums/api.js";
import { keepCompleteness, ledgerFacts, rollUpFacts } from "../derivation/api.js";
import type { FilingListeners } from "../filing/api.js";

/** Listeners to the steps of reports. */
export const FILING_LISTENERS: FilingListeners = {
  facts: async (session, unit, report, terms) => ({
    rollUp: await rollUpFacts(session, unit, report),
    ledger: await ledgerFacts(session, unit, report, terms),
  }),
  submitted: keepCompleteness,
  counted: keepSums,
};
