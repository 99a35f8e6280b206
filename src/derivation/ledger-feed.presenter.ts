import type { Language } from "../kernel/text.js";
import { feeds, type FedPart } from "./fed-parts.js";
import type { LedgerFeedType, NoneStatementType } from "./ledger-feed.types.js";
import { LEDGER_PARTS } from "./ledger-parts.data.js";
import type { NoneStatementRow } from "./none-statement.entity.js";

export const presentStatement = (row: NoneStatementRow): NoneStatementType => ({
  part: row.part,
  year: row.year,
  statedBy: row.statedBy,
  statedOn: row.statedOn,
  enteredBy: row.enteredBy,
  enteredAt: row.enteredAt,
  withdrawnAt: row.endedAt || null,
  withdrawnBy: row.endedBy,
});

const presentPart = (fed: FedPart, language: Language): LedgerFeedType => ({
  part: fed.part,
  title: LEDGER_PARTS[fed.part].title[language],
  state: fed.state,
  feeds: feeds(fed),
  statement: fed.statement && presentStatement(fed.statement),
});

export const presentFeeds = (parts: Iterable<FedPart>, language: Language): LedgerFeedType[] =>
  [...parts].map((fed) => presentPart(fed, language));
