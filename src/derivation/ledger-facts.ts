import { dateInShanghai } from "../kernel/calendar-date.js";
import type { Session } from "../platform/db/index.js";
import { disclosureFacts, DOCUMENT_FEED } from "../ledgers/disclosures/index.js";
import { keptKinds } from "../records/index.js";
import { proposalFacts, PROPOSALS } from "../ledgers/proposals/index.js";
import { remedyChain } from "../ledgers/remedies/index.js";
import { requestLapses } from "../ledgers/requests/index.js";
import type { Settings } from "../settings/index.js";
import type { UnitRow } from "../units/index.js";
import { explainedCells, type ReportRow, type ReportServices } from "../filing/index.js";
import { formatOf } from "../forms/index.js";
import type { LedgerFacts } from "../rules/index.js";
import { fedPartsOf } from "./fed-parts.js";
import { ledgerValues } from "./ledger-values.js";

/**
 * Ledger facts for the rules about a report's unit and year; null for a 本级汇总, which has no ledgers. Years before the
 * ledgers were complete, and parts without records, are left out. A fixed number of statements.
 */
export async function ledgerFacts(
  session: Session,
  unit: UnitRow,
  report: ReportRow,
  { calendar, clock, settings }: Omit<ReportServices, "listeners"> & { readonly settings: Settings },
): Promise<LedgerFacts | null> {
  if (report.scope === "SYSTEM") return null;
  const { year } = report;
  const parts = await fedPartsOf(session, unit, year);
  const terms = { calendar, settings, today: dateInShanghai(clock.now()) };
  const since = settings["ledgers.since"];
  const started = since === null || since <= year;
  const holds = (part: "REQUESTS" | "REMEDIES"): boolean => parts.get(part)?.state === "RECORDS";
  return {
    values: await ledgerValues(session, report, formatOf(report.format), parts),
    explained: explainedCells(report.cells),
    disclosed: started ? await disclosed(session, unit.id, year) : null,
    requests: holds("REQUESTS") ? await requestLapses(session, unit, year, terms) : null,
    remedies: holds("REMEDIES") ? await remedyChain(session, unit.id, year) : null,
    proposals: started ? await handledProposals(session, unit, year) : null,
  };
}

/** null before the first item was published. */
async function disclosed(session: Session, unitId: string, year: number): Promise<LedgerFacts["disclosed"]> {
  const kinds = await keptKinds(session, DOCUMENT_FEED, [unitId], year);
  return kinds.length > 0 ? disclosureFacts(session, unitId, year) : null;
}

/** null before the first 建议 or 提案 in the ledger. */
async function handledProposals(
  session: Session,
  { id: unitId }: UnitRow,
  year: number,
): Promise<LedgerFacts["proposals"]> {
  const [first] = await session
    .rows(PROPOSALS)
    .find({ unitId }, { orderBy: { assignedOn: "ASC" }, limit: 1 });
  if (!first || first.assignedOn > `${year}-12-31`) return null;
  const { suggestions, proposals } = await proposalFacts(session, unitId, year);
  return { CONGRESS_SUGGESTION: suggestions, CPPCC_PROPOSAL: proposals };
}
