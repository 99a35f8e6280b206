import { keepSums } from "../area-sums/index.js";
import { keepCompleteness, ledgerFacts, rollUpFacts } from "../derivation/index.js";
import type { FilingListeners } from "../filing/index.js";

/** Listeners to the steps of reports. */
export const FILING_LISTENERS: FilingListeners = {
  facts: async (session, unit, report, terms) => ({
    rollUp: await rollUpFacts(session, unit, report),
    ledger: await ledgerFacts(session, unit, report, terms),
  }),
  submitted: keepCompleteness,
  counted: keepSums,
};
