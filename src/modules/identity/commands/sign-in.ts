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

interface Guess {
  readonly login: string;
  readonly password: string;
  readonly address: Limit;
  readonly account: Limit;
  readonly now: Date;
}

/** Whatever is wrong, the same steps are taken: neither the answer nor its time tells whether a login exists. */
export async function signIn(
  services: Services,
  given: Credentials,
  from: string,
): Promise<Outcome<SignedIn>> {
  const { database, turns } = services;
  const login = normalizedLogin(given.login);
  const limits = { address: addressLimit(from), account: accountLimit(login) };
  const guess = { login, password: given.password, ...limits, now: services.clock.now() };
  if (!(await admit(database, guess.address, guess.now))) throw tooManySignIns();
  // In turns, as an attempt counts as failed until its end: somebody signing in on six screens is no guesser. Who is
  // locked out leaves the queue at once and keeps nobody waiting.
  const looked = await turns.take(guess.account.id, async () =>
    (await admit(database, guess.account, guess.now))
      ? { signedIn: await compare(services, guess, true) }
      : null,
  );
  const signedIn = looked ? looked.signedIn : await compare(services, guess, false);
  return signedIn ? { record: signedIn, problems: [] } : { record: null, problems: [signInRefused] };
}

async function compare(services: Services, guess: Guess, admitted: boolean): Promise<SignedIn | null> {
  const { database, passwords } = services;
  // What cannot be a login is looked up all the same, as one that nobody has.
  const login = isLogin(guess.login) ? guess.login : "-";
  const user = await database.read(SCOPE, (session) => userByLogin(session, login));
  const account = admitted && user?.disabledAt === null ? user : null;
  const right = await passwords.matches(guess.password, account?.passwordHash ?? null);
  return account && right ? letIn(services, account, guess) : null;
}

async function letIn(
  { database, tokens }: Services,
  user: UserRow,
  { address, account, now }: Guess,
): Promise<SignedIn | null> {
  const opened = await database.write(SCOPE, async (session) => {
    // Locks the account: whoever resets its password or disables it meanwhile comes before or after this session.
    if (!(await swapPassword(session, user, user.passwordHash))) return null;
    await takeBack(session, address);
    await forgetFailures(session, account);
    return openSession(session, user.id, now);
  });
  if (!opened) return null;
  const claims = { userId: user.id, sessionId: opened.id };
  const viewer = await viewerOfSession(database, claims, now);
  return viewer && { token: await tokens.issue(claims, new Date(opened.expiresAt)), viewer };
}
