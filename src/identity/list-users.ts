import { authorize, rolesHolding, type Viewer } from "../access/index.js";
import { forbidden } from "../kernel/fault.js";
import type { Database } from "../platform/db/index.js";
import { wrongCursor, type Found, type Page } from "../platform/graphql/paging.js";
import { unitByCode } from "../units/index.js";
import { isLogin } from "./account.rules.js";
import { userPage } from "./user.read-model.js";
import type { UserRecord } from "./user.store.js";

/** Users whose home unit the viewer administers; below one unit, if its code is given. */
export async function listUsers(
  database: Database,
  viewer: Viewer,
  { under, descending }: { readonly under: string | null; readonly descending: boolean },
  page: Page,
): Promise<Found<UserRecord>> {
  const readers = rolesHolding("user:read");
  if (!viewer.memberships.some((m) => readers.includes(m.role))) throw forbidden();
  // Cursors of this list are logins; anything else need not reach the database.
  if (page.from !== null && !isLogin(page.from)) throw wrongCursor(page);
  return database.read(viewer.scope, async (session) => {
    const top = under === null ? null : authorize(viewer, "user:read", await unitByCode(session, under));
    return userPage(session, top && top.path, page, descending ? "desc" : "asc");
  });
}
