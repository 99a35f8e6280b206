import { dateInShanghai } from "../../../kernel/calendar-date.js";
import type { Session } from "../../../platform/db/index.js";
import { disclosureFacts } from "../../disclosures/index.js";
import type { LedgerName } from "../../ledger/index.js";
import { proposalFacts, PROPOSALS } from "../../proposals/index.js";
import { remedyChain } from "../../remedies/index.js";
import { requestLapses } from "../../requests/index.js";
import type { Settings } from "../../settings/index.js";
import type { UnitRow } from "../../units/index.js";
import { explainedCells, formatOf } from "../draft.js";
import type { ReportRow } from "../report.entity.js";
import type { ReportServices } from "../report-services.js";
import type { LedgerFacts } from "../rules/index.js";
import { CELL_FEEDS } from "./cell-feeds.data.js";
import { keptLedgers } from "./kept-ledgers.js";
import { ledgerValues } from "./ledger-values.js";

type Values = LedgerFacts["values"];

/**
 * What the ledgers say of a report's unit and year, for the rules; null for a 本级汇总, which has none of its own. A
 * fixed number of statements, fewer for a unit that keeps no ledgers.
 */
export async function ledgerFacts(
  session: Session,
  unit: UnitRow,
  report: ReportRow,
  { calendar, clock, settings }: ReportServices & { readonly settings: Settings },
): Promise<LedgerFacts | null> {
  if (report.scope === "SYSTEM") return null;
  const { year } = report;
  const kept = await keptLedgers(session, unit, year, settings);
  const terms = { calendar, settings, today: dateInShanghai(clock.now()) };
  return {
    values: await keptValues(session, report, kept),
    explained: explainedCells(report.cells),
    disclosed: kept.has("disclosures") ? await disclosureFacts(session, unit.id, year) : null,
    requests: kept.has("requests") ? await requestLapses(session, unit, year, terms) : null,
    remedies: kept.has("remedies") ? await remedyChain(session, unit.id, year) : null,
    proposals: await handledProposals(session, unit, year),
  };
}

async function keptValues(
  session: Session,
  { unitId, year, format }: ReportRow,
  kept: ReadonlySet<LedgerName>,
): Promise<Values> {
  if (kept.size === 0) return new Map();
  const values = await ledgerValues(session, unitId, year, formatOf(format));
  return new Map(
    [...values].filter(([code]) => {
      const feed = CELL_FEEDS.get(code);
      return feed && kept.has(feed.feed.ledger);
    }),
  );
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
