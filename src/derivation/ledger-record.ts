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

/** The members of a page and one more, from a list in the order of their dates and ids. */
export function pageOfMembers(members: readonly FeedMember[], page: Page): readonly FeedMember[] {
  const position = positionOf(page);
  const inOrder = page.backwards ? [...members].reverse() : members;
  if (position === null) return inOrder.slice(0, page.size + 1);
  const [date, id] = position;
  const side = page.backwards ? -1 : 1;
  const further = inOrder.filter((member) => side * compared(member, date, id) > 0);
  return further.slice(0, page.size + 1);
}

function compared(member: FeedMember, date: string, id: string): number {
  if (member.since !== date) return member.since > date ? 1 : -1;
  return member.id === id ? 0 : member.id > id ? 1 : -1;
}
