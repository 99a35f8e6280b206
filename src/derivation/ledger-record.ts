import type { RequestContext } from "../access/index.js";
import type { Page } from "../platform/graphql/paging.js";
import { DISCLOSURE_NODES } from "../ledgers/disclosures/api.js";
import { positionOf, type FeedMember, type LedgerName } from "../records/index.js";
import { REMEDY_NODES } from "../ledgers/remedies/api.js";
import { REQUEST_NODES } from "../ledgers/requests/api.js";
import { SUPPLY_NODES } from "../ledgers/supplies/api.js";
import type { LedgerRecordNode } from "./ledger-record.types.js";

type Fetch = (id: string, context: RequestContext) => Promise<LedgerRecordNode | null | undefined>;

const RECORDS: Readonly<Record<LedgerName, Fetch>> = {
  disclosures: DISCLOSURE_NODES.Disclosure,
  supplies: SUPPLY_NODES.SuppliedCount,
  requests: REQUEST_NODES.InformationRequest,
  remedies: REMEDY_NODES.Remedy,
};

/** The record behind a member of a feed; none if it was withdrawn since. */
export async function ledgerRecord(
  ledger: LedgerName,
  id: string,
  context: RequestContext,
): Promise<LedgerRecordNode | null> {
  return (await RECORDS[ledger](id, context)) ?? null;
}

/** One page and one more, of members in the order of their dates and ids. */
export function pageOfMembers(members: readonly FeedMember[], { first, after }: Page): readonly FeedMember[] {
  if (after === null) return members.slice(0, first + 1);
  const { date, id } = positionOf(after);
  const further = members.filter(
    (member) => member.since > date || (member.since === date && member.id > id),
  );
  return further.slice(0, first + 1);
}
