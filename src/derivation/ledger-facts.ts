import { dateInShanghai } from "../kernel/calendar-date.js";
import { isBlank } from "../kernel/plain-text.js";
import type { Session } from "../platform/db/index.js";
import { disclosureFacts } from "../ledgers/disclosures/index.js";
import { LEDGERS } from "../ledgers/registry/index.js";
import { remedyChain } from "../ledgers/remedies/index.js";
import { requestLapses } from "../ledgers/requests/index.js";
import type { Settings } from "../settings/index.js";
import type { UnitRow } from "../units/index.js";
import { explainedCells, type ReportRow } from "../reports/index.js";
import type { ReportServices } from "../filing/index.js";
import { formatOf } from "../forms/index.js";
import type { LedgerFacts } from "../rules/index.js";
import { keptLedgers } from "./fed-parts.js";
import { ledgerValues } from "./ledger-values.js";

/**
 * Ledger facts for the rules about a report's unit and year; null for a 本级汇总, which has no ledgers. Years before the
 * ledgers were complete, and parts without records, are left out. One statement for a unit that keeps no ledgers, and a
 * few for each ledger that the unit keeps.
 */
export async function ledgerFacts(
  session: Session,
  unit: UnitRow,
  report: ReportRow,
  { calendar, clock, settings }: Omit<ReportServices, "listeners"> & { readonly settings: Settings },
): Promise<LedgerFacts | null> {
  if (report.scope === "SYSTEM") return null;
  const { year } = report;
  const { parts, holds } = (await keptLedgers(session, [unit], year, () => settings))(unit.id);
  const terms = { calendar, settings, today: dateInShanghai(clock.now()) };
  const since = settings["ledgers.since"];
  const started = since === null || since <= year;
  const recorded = (part: "REQUESTS" | "REMEDIES"): boolean => parts.get(part)?.state === "RECORDS";
  return {
    values: await ledgerValues(session, report, formatOf(report.format), parts),
    explained: explainedCells(report.cells),
    disclosed: started && holds("disclosures") ? await disclosureFacts(session, unit.id, year) : null,
    requests: recorded("REQUESTS") ? await requestLapses(session, unit, year, terms) : null,
    remedies: recorded("REMEDIES") ? await remedyChain(session, unit.id, year) : null,
    figures: started ? await quotedFigures(session, report, holds) : {},
  };
}

/** The figures that the text may quote, of each ledger that the unit keeps. */
async function quotedFigures(
  session: Session,
  { unitId, year, sections }: ReportRow,
  holds: (ledger: string) => boolean,
): Promise<LedgerFacts["figures"]> {
  const found: Record<string, number> = {};
  const hasText = Object.values(sections).some((body) => !isBlank(body));
  for (const { name, figures } of LEDGERS)
    if (figures && holds(name) && (hasText || figures.inTextAlone !== true))
      Object.assign(found, await figures.read(session, unitId, year));
  return found;
}
