import type { Outcome, Viewer } from "../../../access/index.js";
import { TenantScope } from "../../../kernel/tenant-scope.js";
import { isLogin, normalizedLogin } from "../account.rules.js";
import type { UserRow } from "../identity.entity.js";
import { signInRefused, tooManySignIns } from "../identity.problems.js";
import type { Services } from "../services.js";
import { openSession } from "../session.store.js";
import {
  accountLimit,
  addressLimit,
  admit,
  forgetFailures,
  takeBack,
  type Limit,
} from "../sign-in-throttle.store.js";
import { swapPassword, userByLogin } from "../user.store.js";
import { viewerOfSession } from "../viewer.read-model.js";

export interface Credentials {
  readonly login: string;
  readonly password: string;
}

export interface SignedIn {
  readonly token: string;
  readonly viewer: Viewer;
}

const SCOPE = TenantScope.system("sign-in");
const REFUSED = { record: null, problems: [signInRefused] } as const;

/** Whatever is wrong, the same steps are taken: neither the answer nor its time tells whether a login exists. */
export async function signIn(
  services: Services,
  given: Credentials,
  from: string,
): Promise<Outcome<SignedIn>> {
  const { database, clock, passwords } = services;
  const login = normalizedLogin(given.login);
  const limits = { address: addressLimit(from), account: accountLimit(login) };
  const now = clock.now();
  if (!(await admit(database, limits.address, now))) throw tooManySignIns();
  const admitted = await admit(database, limits.account, now);
  // What cannot be a login is looked up all the same, as one that nobody has.
  const user = await database.read(SCOPE, (session) => userByLogin(session, isLogin(login) ? login : "-"));
  const account = admitted && user?.disabledAt === null ? user : null;
  const right = await passwords.matches(given.password, account?.passwordHash ?? null);
  if (!account || !right) return REFUSED;
  const signedIn = await admitUser(services, account, limits, now);
  return signedIn ? { record: signedIn, problems: [] } : REFUSED;
}

async function admitUser(
  { database, tokens }: Services,
  account: UserRow,
  limits: { readonly address: Limit; readonly account: Limit },
  now: Date,
): Promise<SignedIn | null> {
  const opened = await database.write(SCOPE, async (session) => {
    // Locks the account: whoever resets its password or disables it meanwhile comes before or after this session.
    if (!(await swapPassword(session, account, account.passwordHash))) return null;
    await takeBack(session, limits.address);
    await forgetFailures(session, limits.account, now);
    return openSession(session, account.id, now);
  });
  const claims = opened && { userId: account.id, sessionId: opened.id };
  const viewer = claims && (await viewerOfSession(database, claims, now));
  if (!viewer) return null;
  return { token: await tokens.issue(claims, new Date(opened.expiresAt)), viewer };
}
