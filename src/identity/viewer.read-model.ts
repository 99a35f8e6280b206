import { Viewer, type Role, PUBLIC } from "../access/index.js";
import { TenantScope } from "../kernel/tenant-scope.js";
import { sql, type Database, type Session, type Sql } from "../platform/db/index.js";
import { MEMBERSHIPS, PASSWORD_STATES, USERS } from "./identity.entity.js";
import { mustChange } from "./password-age.js";
import {
  PASSWORD_POLICIES,
  type PasswordPolicy,
  type PasswordPolicyName,
} from "../kernel/password-policies.data.js";
import type { TokenClaims } from "./tokens.js";
import { userByLogin } from "./user.store.js";
import { unauthenticated } from "../kernel/fault.js";
import type { Services } from "./services.js";

interface Row {
  readonly login: string;
  readonly displayName: string;
  readonly createdAt: string;
  /** Null if the password was never set over the API. */
  readonly setAt: string | null;
  /** 0 and 1 in SQL. */
  readonly provisional: number | boolean | null;
  /** Null, as the two after it, for a user without any role. */
  readonly role: Role | null;
  readonly unitId: string | null;
  readonly path: string | null;
}

const SCOPE = TenantScope.system("resolve viewer");

/** The user of a token, with the present roles; null once the session or the user has ended. One statement. */
export async function viewerOfSession(
  { database, policy }: { readonly database: Database; readonly policy: PasswordPolicy },
  { userId, sessionId }: TokenClaims,
  now: Date,
): Promise<Viewer | null> {
  const rows = await database.read(SCOPE, (session) =>
    rowsOf(
      session,
      sql`sessions s join ${session.from(USERS, "u")} on u.id = s.user_id`,
      sql`s.id = ${sessionId} and s.user_id = ${userId} and s.revoked_at is null and s.expires_at > ${now.toISOString()}`,
    ),
  );
  return viewerIn(rows, { userId, sessionId }, policy, now);
}

/** For work that a user has ordered and that goes on without a session: with the present roles; null once the user is disabled. */
export async function viewerOfUser(
  { database, policy }: { readonly database: Database; readonly policy: PasswordPolicy },
  userId: string,
  now: Date,
): Promise<Viewer | null> {
  const rows = await database.read(SCOPE, (session) =>
    rowsOf(session, session.from(USERS, "u"), sql`u.id = ${userId}`),
  );
  return viewerIn(rows, { userId, sessionId: "" }, policy, now);
}

/** For a command that the operator gives in a user's name; null where nobody is called so, or was disabled. */
export async function viewerOfLogin(
  { database, passwordPolicy }: { readonly database: Database; readonly passwordPolicy: PasswordPolicyName },
  login: string,
  now: Date,
): Promise<Viewer | null> {
  const policy = PASSWORD_POLICIES[passwordPolicy];
  const user = await database.read(SCOPE, (session) => userByLogin(session, login));
  return user && viewerOfUser({ database, policy }, user.id, now);
}

const rowsOf = (session: Session, users: Sql, condition: Sql): Promise<Row[]> =>
  session.query<Row>(sql`
      select u.login, u.display_name as displayName, u.created_at as createdAt, p.set_at as setAt, p.provisional,
        m.role, n.id as unitId, n.path
      from ${users}
      left join ${session.from(PASSWORD_STATES, "p")} on p.user_id = u.id
      left join ${session.from(MEMBERSHIPS, "m")} on m.user_id = u.id
      left join units n on n.id = m.unit_id
      where u.disabled_at is null and ${condition}
      order by n.path, m.role`);

function viewerIn(
  rows: readonly Row[],
  { userId, sessionId }: TokenClaims,
  policy: PasswordPolicy,
  now: Date,
): Viewer | null {
  const [first] = rows;
  if (!first) return null;
  const { login, displayName, createdAt, setAt, provisional } = first;
  const age = { provisional: Boolean(provisional), since: setAt ?? createdAt };
  const mustChangePassword = mustChange(age, policy, now);
  // With a first password the roles open nothing.
  return new Viewer(
    { id: userId, sessionId, login, displayName, mustChangePassword },
    mustChangePassword ? [] : rows.flatMap(membership),
  );
}

const membership = ({ role, unitId, path }: Row): Viewer["memberships"] =>
  role === null || unitId === null || path === null ? [] : [{ role, unit: { id: unitId, path } }];

const BEARER = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i;

export interface ViewerSource {
  /** A user without a session: for work that goes on in the background. */
  viewerOfUser(userId: string): Promise<Viewer | null>;
  /** Without a header the caller is the public. An invalid header is refused, never treated as the public. */
  viewerOf(authorization: string | undefined): Promise<Viewer>;
}

export function viewerSource(
  services: Pick<Services, "database" | "policy" | "tokens" | "clock">,
): ViewerSource {
  const { tokens, clock } = services;
  return {
    viewerOfUser: (userId) => viewerOfUser(services, userId, clock.now()),
    async viewerOf(authorization) {
      if (authorization === undefined) return PUBLIC;
      const [, token] = BEARER.exec(authorization) ?? [];
      const claims = token === undefined ? null : await tokens.read(token);
      const viewer = claims && (await viewerOfSession(services, claims, clock.now()));
      if (!viewer) throw unauthenticated();
      return viewer;
    },
  };
}
