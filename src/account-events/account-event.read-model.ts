import { allOf, atOrBelow, keyset, raw, sql, type Session } from "../platform/db/index.js";
import type { Found, Page } from "../platform/graphql/paging.js";
import { ACCOUNT_EVENTS, type AccountEventKind, type AccountEventRow } from "./account-event.entity.js";

export interface EventFilter {
  /** The path of a unit: what is kept at or below it. */
  readonly under: string;
  readonly userId: string | null;
  readonly kinds: readonly AccountEventKind[] | null;
}

const COLUMNS = raw(
  `e.id, e.unit_id as unitId, e.at, e.kind, e.actor_id as actorId, e.actor, e.user_id as userId, e.login, e.role,
   e.place_id as placeId, e.detail, e.address`,
);

/** In the order in which they happened, backwards: ids tell equals apart. */
export const cursorOf = ({ at, id }: Pick<AccountEventRow, "at" | "id">): string => `${at}/${id}`;

export async function accountEventPage(
  session: Session,
  { under, userId, kinds }: EventFilter,
  page: Page,
): Promise<Found<AccountEventRow>> {
  const events = session.from(ACCOUNT_EVENTS, "e");
  const wanted = allOf([
    sql`e.unit_id in (select id from units where ${atOrBelow("path", under)})`,
    ...(userId === null ? [] : [sql`e.user_id = ${userId}`]),
    ...(kinds === null ? [] : [sql`e.kind in ${[...kinds]}`]),
  ]);
  const { beyond, tail } = keyset(["e.at", "e.id"], "desc", page, page.from?.split("/") ?? null);
  const rows = await session.query<AccountEventRow>(
    sql`select ${COLUMNS} from ${events} where ${allOf([wanted, beyond])} ${tail}`,
  );
  const [count] = await session.query<{ total: number }>(
    sql`select count(*) as total from ${events} where ${wanted}`,
  );
  return { rows, totalCount: Number(count?.total ?? 0) };
}
