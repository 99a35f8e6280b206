import type { Outcome, Viewer } from "../../access/index.js";
import { TenantScope } from "../../kernel/tenant-scope.js";
import type { Session } from "../../platform/db/index.js";
import { recordAccountEvent, type AccountEventKind } from "../../account-events/index.js";
import { unitsByIds } from "../../units/index.js";
import { isLogin, normalizedLogin } from "../account.rules.js";
import type { UserRow } from "../identity.entity.js";
import { signInRefused, tooManySignIns } from "../identity.problems.js";
import type { Caller, Services } from "../services.js";
import { openSession } from "../session.store.js";
import { limitsOf, placeOf, type SignInPlace } from "../sign-in-place.js";
import {
  admit,
  dateFailure,
  isKnownPlace,
  takeBack,
  welcome,
  writeAgain,
  type Counted,
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

type From = Pick<Caller, "address" | "requestId">;

interface Guess {
  readonly login: string;
  readonly password: string;
  readonly place: SignInPlace;
  readonly from: From;
  readonly now: Date;
}

/** Whatever is wrong, the same steps are taken: neither the answer nor its time tells whether a login exists. */
export async function signIn(services: Services, given: Credentials, from: From): Promise<Outcome<SignedIn>> {
  const { database, turns } = services;
  const login = normalizedLogin(given.login);
  const place = placeOf(login, from.address);
  const now = services.clock.now();
  const guess = { login, password: given.password, place, from, now };
  const known = await isKnownPlace(database, place);
  const network = await admit(database, [place.network], now);
  // An office that mistypes, or has a guesser in it, keeps nobody out who has signed in there before.
  if (!network && !known) {
    services.log.warn(
      { event: "LOCKED_OUT", ...from },
      "sign-in refused: too many failures from this network",
    );
    throw tooManySignIns();
  }
  // In turns, as an attempt counts as failed until its end: somebody signing in on six screens is no guesser. Who is
  // locked out leaves the queue at once and keeps nobody waiting.
  const looked = await turns.take(place.id, async () => {
    const counted = await admit(database, limitsOf(place, known), now);
    return counted && { signedIn: await compare(services, guess, [...(network ?? []), ...counted]) };
  });
  const signedIn = looked ? looked.signedIn : await compare(services, guess, null);
  return signedIn ? { record: signedIn, problems: [] } : { record: null, problems: [signInRefused] };
}

/** `counted`: what to take back if it is right; null where the password may not be looked at. */
async function compare(
  services: Services,
  guess: Guess,
  counted: readonly Counted[] | null,
): Promise<SignedIn | null> {
  const { database, passwords } = services;
  // What cannot be a login is looked up all the same, as one that nobody has.
  const login = isLogin(guess.login) ? guess.login : "-";
  const user = await database.read(SCOPE, (session) => userByLogin(session, login));
  const account = counted && user?.disabledAt === null ? user : null;
  const right = await passwords.matches(guess.password, account?.passwordHash ?? null);
  const signedIn = account && counted && right ? await letIn(services, account, guess, counted) : null;
  if (!signedIn) await refuse(services, user, guess, counted);
  return signedIn;
}

async function letIn(
  services: Services,
  user: UserRow,
  { place, from, now }: Guess,
  counted: readonly Counted[],
): Promise<SignedIn | null> {
  const { database, tokens, log } = services;
  const opened = await writeAgain(database, SCOPE, async (session) => {
    // Locks the account: whoever resets its password or disables it meanwhile comes before or after this session.
    if (!(await swapPassword(session, user, user.passwordHash))) return null;
    await takeBack(session, counted);
    await welcome(session, place, now);
    await record(session, user, { kind: "SIGNED_IN", now, from });
    return openSession(session, user.id, now);
  });
  if (!opened) return null;
  log.info({ event: "SIGNED_IN", user: user.login, ...from }, "signed in");
  const claims = { userId: user.id, sessionId: opened.id };
  const viewer = await viewerOfSession(services, claims, now);
  return viewer && { token: await tokens.issue(claims, new Date(opened.expiresAt)), viewer };
}

/** What is told of a failure, to the log and to the account's administrators. The login is told where it exists alone. */
async function refuse(
  { database, log, clock }: Services,
  user: UserRow | null,
  { place, from }: Guess,
  counted: readonly Counted[] | null,
): Promise<void> {
  const now = clock.now();
  const locks =
    counted?.some(({ set }) => set.lockedUntil !== null && set.lockedUntil > now.toISOString()) ?? true;
  log.warn(
    { event: locks ? "LOCKED_OUT" : "SIGN_IN_FAILED", user: user?.login ?? null, ...from },
    counted ? "sign-in failed" : "sign-in refused: too many failures at this login from this place",
  );
  await database.write(SCOPE, async (session) => {
    await dateFailure(session, place, now);
    // Refused unseen it is no event: a guesser could fill the table.
    if (!user || !counted) return;
    await record(session, user, { kind: "SIGN_IN_FAILED", now, from });
    if (locks) await record(session, user, { kind: "LOCKED_OUT", now, from });
  });
}

async function record(
  session: Session,
  user: UserRow,
  { kind, now, from }: { readonly kind: AccountEventKind; readonly now: Date; readonly from: From },
): Promise<void> {
  const [home] = await unitsByIds(session, [user.unitId]);
  if (!home) throw new Error("a user belongs to a unit");
  const actor = kind === "SIGNED_IN" ? user : null;
  await recordAccountEvent(session, home, { kind, now, actor, user, address: from.address });
}
