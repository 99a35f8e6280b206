import { Viewer, type Role } from "../../access/index.js";
import { TenantScope } from "../../kernel/tenant-scope.js";
import { sql, type Database } from "../../platform/db/index.js";
import { MEMBERSHIPS, USERS } from "./identity.entity.js";
import type { TokenClaims } from "./tokens.js";

interface Row {
  readonly login: string;
  readonly displayName: string;
  /** Null, as the two after it, for a user without any role. */
  readonly role: Role | null;
  readonly unitId: string | null;
  readonly path: string | null;
}

const SCOPE = TenantScope.system("resolve viewer");

/** Who a token speaks for, with the roles held now; null once its session or its user has ended. One statement. */
export async function viewerOfSession(
  database: Database,
  { userId, sessionId }: TokenClaims,
  now: Date,
): Promise<Viewer | null> {
  const rows = await database.read(SCOPE, (session) =>
    session.query<Row>(sql`
      select u.login, u.display_name as displayName, m.role, n.id as unitId, n.path
      from sessions s
      join ${session.from(USERS, "u")} on u.id = s.user_id
      left join ${session.from(MEMBERSHIPS, "m")} on m.user_id = u.id
      left join units n on n.id = m.unit_id
      where s.id = ${sessionId} and s.user_id = ${userId} and u.disabled_at is null
        and s.revoked_at is null and s.expires_at > ${now.toISOString()}
      order by n.path, m.role`),
  );
  const [first] = rows;
  if (!first) return null;
  const { login, displayName } = first;
  return new Viewer({ id: userId, sessionId, login, displayName }, rows.flatMap(membership));
}

const membership = ({ role, unitId, path }: Row): Viewer["memberships"] =>
  role === null || unitId === null || path === null ? [] : [{ role, unit: { id: unitId, path } }];
