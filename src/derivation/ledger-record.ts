import type { RequestContext } from "../access/index.js";
import { LEDGER_APIS } from "../ledgers/registry/api.js";
import type { Page } from "../platform/graphql/paging.js";
import type { Typed } from "../platform/graphql/node.types.js";
import { positionOf, type FeedMember } from "../records/index.js";

/** How the records of each ledger are fetched, by the ledger's name: of several types the first feeds the cells. */
const RECORDS = new Map(LEDGER_APIS.map(({ name, nodes }) => [name, Object.values(nodes)[0]]));

/** The record behind a member of a feed; none if it was withdrawn since. */
export async function ledgerRecord(
  ledger: string,
  id: string,
  context: RequestContext,
): Promise<Typed | null> {
  return (await RECORDS.get(ledger)?.(id, context)) ?? null;
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
