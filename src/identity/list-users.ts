import { authorize, rolesHolding, type Viewer } from "../access/index.js";
import { badInput, forbidden } from "../kernel/fault.js";
import { text } from "../kernel/text.js";
import type { Database } from "../platform/db/index.js";
import type { Found, Page } from "../platform/graphql/paging.js";
import { unitByCode } from "../units/index.js";
import { isLogin } from "./account.rules.js";
import { userPage } from "./user.read-model.js";
import type { UserRecord } from "./user.store.js";

/** Users whose home unit the viewer administers; below one unit, if its code is given. */
export async function listUsers(
  database: Database,
  viewer: Viewer,
  under: string | null,
  page: Page,
): Promise<Found<UserRecord>> {
  const readers = rolesHolding("user:read");
  if (!viewer.memberships.some((m) => readers.includes(m.role))) throw forbidden();
  // Cursors of this list are logins; anything else need not reach the database.
  if (page.after !== null && !isLogin(page.after))
    throw badInput(text("游标无效", "The cursor is not valid"), ["after"]);
  return database.read(viewer.scope, async (session) => {
    const top = under === null ? null : authorize(viewer, "user:read", await unitByCode(session, under));
    return userPage(session, top && top.path, page);
  });
}
