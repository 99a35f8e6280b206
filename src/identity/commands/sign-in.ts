import { type Outcome, type Viewer, begin, PUBLIC } from "../../access/index.js";
import { TenantScope } from "../../kernel/tenant-scope.js";
import type { Session } from "../../platform/db/index.js";
import { unitsByIds } from "../../units/index.js";
import { recordAccountDeed, recordUnknownLogin } from "../account-history.js";
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

/** The same steps whatever is wrong: neither the answer nor its time shows whether a login exists. */
export async function signIn(services: Services, given: Credentials, from: From): Promise<Outcome<SignedIn>> {
  const { database, turns } = services;
  const login = normalizedLogin(given.login);
  const place = placeOf(login, from.address);
  const now = services.clock.now();
  const guess = { login, password: given.password, place, from, now };
  const known = await isKnownPlace(database, place);
  const network = await admit(database, [place.network], now);
  // Failures of the whole network do not lock out users who have signed in from it before.
  if (!network && !known) {
    services.log.warn(
      { event: "LOCKED_OUT", ...from },
      "sign-in refused: too many failures from this network",
    );
    throw tooManySignIns();
  }
  // In turns, as an attempt counts as failed until it ends: a user who signs in on six screens is not a guesser.
  // Locked attempts leave the queue at once.
  const looked = await turns.take(place.id, async () => {
    const counted = await admit(database, limitsOf(place, known), now);
    return counted && { signedIn: await compare(services, guess, [...(network ?? []), ...counted]) };
  });
  const signedIn = looked ? looked.signedIn : await compare(services, guess, null);
  return signedIn ? { record: signedIn, problems: [] } : { record: null, problems: [signInRefused] };
}

/** `counted`: the counters to take back after a success; null if the password may not be checked. */
async function compare(
  services: Services,
  guess: Guess,
  counted: readonly Counted[] | null,
): Promise<SignedIn | null> {
  const { database, passwords } = services;
  // Malformed logins are looked up as "-", so that the time taken does not differ.
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
    // Locks the account: a reset of the password or a disabling falls before or after this session.
    if (!(await swapPassword(session, user, user.passwordHash))) return null;
    await takeBack(session, counted);
    await welcome(session, place, now);
    begin({ session, viewer: PUBLIC, now, operation: "signIn", requestId: from.requestId });
    await record(session, user, { operation: "signIn", from });
    return openSession(session, user.id, now);
  });
  if (!opened) return null;
  log.info({ event: "SIGNED_IN", user: user.login, ...from }, "signed in");
  const claims = { userId: user.id, sessionId: opened.id };
  const viewer = await viewerOfSession(services, claims, now);
  return viewer && { token: await tokens.issue(claims, new Date(opened.expiresAt)), viewer };
}

/** Reports a failure to the log and the account's administrators; the login is logged only if it exists. */
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
    // Attempts refused without a comparison leave no entry: a guesser could fill the table.
    if (!counted) return;
    begin({ session, viewer: PUBLIC, now, operation: "signInFailed", requestId: from.requestId });
    if (!user) return recordUnknownLogin(session, from.address);
    await record(session, user, { operation: "signInFailed", from });
    if (locks) await record(session, user, { operation: "lockedOut", from });
  });
}

async function record(
  session: Session,
  user: UserRow,
  { operation, from }: { readonly operation: "signIn" | "signInFailed" | "lockedOut"; readonly from: From },
): Promise<void> {
  const [home] = await unitsByIds(session, [user.unitId]);
  if (!home) throw new Error("a user belongs to a unit");
  const actor = operation === "signIn" ? user : null;
  recordAccountDeed(session, home, user, { operation, actor, address: from.address });
}
