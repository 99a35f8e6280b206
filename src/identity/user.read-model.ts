import type { Role } from "../access/index.js";
import { allOf, atOrBelow, keyset, raw, sql, type Session } from "../platform/db/index.js";
import type { Found, Page } from "../platform/graphql/paging.js";
import { MEMBERSHIPS, USERS } from "./identity.entity.js";
import type { UserRecord } from "./user.store.js";

const USER = raw(
  "u.id, u.login, u.display_name as displayName, u.unit_id as unitId, u.disabled_at as disabledAt, u.created_at as createdAt",
);

/** One page by login, which is also the cursor, with one row more if there are more, and how many there are in all. */
export async function userPage(
  session: Session,
  under: string | null,
  page: Page,
  direction: "asc" | "desc" = "asc",
): Promise<Found<UserRecord>> {
  const users = session.from(USERS, "u");
  const below =
    under === null ? raw("1=1") : sql`u.unit_id in (select id from units where ${atOrBelow("path", under)})`;
  const { beyond, tail } = keyset(["u.login"], direction, page, page.from === null ? null : [page.from]);
  const rows = await session.query<UserRecord>(
    sql`select ${USER} from ${users} where ${allOf([below, beyond])} ${tail}`,
  );
  const [count] = await session.query<{ total: number }>(
    sql`select count(*) as total from ${users} where ${below}`,
  );
  return { rows, totalCount: Number(count?.total ?? 0) };
}

export const usersByIds = (session: Session, ids: readonly string[]): Promise<UserRecord[]> =>
  session.query(sql`select ${USER} from ${session.from(USERS, "u")} where u.id in ${[...ids]}`);

export interface HeldRole {
  readonly userId: string;
  readonly unitId: string;
  readonly role: Role;
}

/** The roles of these users as far as the scope reaches, in tree order. */
export const rolesOf = (session: Session, userIds: readonly string[]): Promise<HeldRole[]> =>
  session.query<HeldRole>(
    sql`select m.user_id as userId, m.unit_id as unitId, m.role
        from ${session.from(MEMBERSHIPS, "m")} join units n on n.id = m.unit_id
        where m.user_id in ${[...userIds]} order by n.path, m.role`,
  );

/** All places where a user holds roles, as paths of the tree; for a system scope. */
export async function placesOf(session: Session, userId: string): Promise<{ id: string; path: string }[]> {
  return session.query(
    sql`select n.id, n.path from ${session.from(MEMBERSHIPS, "m")} join units n on n.id = m.unit_id
        where m.user_id = ${userId}`,
  );
}
