import type { WorkingCalendar } from "../../src/kernel/working-calendar.js";
import { proactiveCells } from "../figures/proactive.js";
import type { SeedReport } from "../reports.js";
import { DEMO_UNITS } from "../units.js";
import { catalogueOf, type SeedCatalogueItem } from "./catalogue.js";
import { disclosureRounds, type SeedRound } from "./disclosures.js";
import { documentsOf, type SeedDocuments } from "./documents.js";
import { proposalsOf, type SeedProposal } from "./proposals.js";
import { remediesOf, type SeedRemedy } from "./remedies.js";
import { requestsOf } from "./requests.js";
import type { LedgerFacts, SeedRequest } from "./facts.js";
import { suppliesOf, type SeedSupply } from "./supplies.js";
import { WorkingYear } from "./working-year.js";

/** The year whose ledgers the demo keeps. */
export const LEDGER_YEAR = 2023;

/** 环山街道, 泽库镇, 自然资源局, 住房和城乡建设局: few requests and none, and many. */
export const LEDGER_UNITS = ["371003003", "371003104", "371003-zrzyj", "371003-zjj"] as const;

export interface SeedLedgers {
  readonly unitCode: string;
  readonly catalogue: readonly SeedCatalogueItem[];
  readonly documents: SeedDocuments;
  readonly rounds: readonly SeedRound[];
  readonly supplies: readonly SeedSupply[];
  readonly requests: readonly SeedRequest[];
  readonly remedies: readonly SeedRemedy[];
  readonly proposals: readonly SeedProposal[];
}

/** A year of ledgers for each of the units that keep them. */
export const demoLedgers = (reports: readonly SeedReport[], calendar: WorkingCalendar): SeedLedgers[] =>
  LEDGER_UNITS.map((code) => ledgersOf(factsOf(code, reports, new WorkingYear(calendar, LEDGER_YEAR))));

function factsOf(code: string, reports: readonly SeedReport[], year: WorkingYear): LedgerFacts {
  const cellsOf = (of: number) => reports.find((one) => one.unitCode === code && one.year === of)?.cells;
  const unit = DEMO_UNITS.find((one) => one.code === code);
  const [reported, lastYear] = [cellsOf(year.year), cellsOf(year.year - 1)];
  if (!unit || !reported || !lastYear) throw new Error(`${code} has no reports to make ledgers from`);
  // What other offices counted, where the report is at fault: see faults.ts.
  const cells = { ...reported, ...proactiveCells(unit, year.year, lastYear) };
  return { unit, year, cells, lastYear };
}

function ledgersOf(facts: LedgerFacts): SeedLedgers {
  const documents = documentsOf(facts);
  const requests = requestsOf(facts);
  return {
    unitCode: facts.unit.code,
    catalogue: catalogueOf(facts.unit),
    documents,
    rounds: disclosureRounds(facts, documents.issued),
    supplies: suppliesOf(facts),
    requests,
    remedies: remediesOf(facts, requests),
    proposals: proposalsOf(facts),
  };
}
