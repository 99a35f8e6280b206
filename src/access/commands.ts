import { createHmac } from "node:crypto";
import type { Clock } from "../kernel/clock.js";
import { badInput, notFound } from "../kernel/fault.js";
import { Refusal, type Problem } from "../kernel/problem.js";
import type { TenantScope } from "../kernel/tenant-scope.js";
import { text } from "../kernel/text.js";
import type { Vault } from "../platform/vault/vault.js";
import { isDuplicate, type Database, type Session } from "../platform/db/index.js";
import { signedIn } from "./authorize.js";
import { IDEMPOTENCY_KEYS } from "./idempotency.entity.js";
import { begin, type Call } from "./call.js";
import type { Viewer } from "./viewer.js";

export interface CommandCall {
  readonly viewer: Viewer;
  /** The mutation's name. */
  readonly name: string;
  readonly input: { readonly idempotencyKey?: string | null };
  /** The id that the log gives the HTTP request; null for commands of the operator. */
  readonly requestId: string | null;
  /** The scope of the command, if not the viewer's own: a change may have effects on rows of other units. */
  readonly scope?: TenantScope;
}

/** Either the record, or the problems; with problems nothing has changed. */
export type Outcome<R> =
  | { readonly record: R; readonly problems: readonly [] }
  | { readonly record: null; readonly problems: readonly Problem[] };

export interface CommandOptions {
  /** Key of the hashes of inputs. */
  readonly key: Uint8Array;
  /** Called after the commit with whatever the command announced. */
  readonly afterwards?: (announced: ReadonlySet<string>) => void;
  /** See `Call`. */
  readonly vault?: Vault;
}

type Work<R> = (session: Session, call: Call) => Promise<R>;

const KEY_MAX_LENGTH = 200;

/** The entry of every mutation: one transaction under the viewer's scope, answered once per idempotency key. */
export class Commands {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #key: Uint8Array;
  readonly #vault: Pick<Call, "vault">;
  readonly #afterwards: (announced: ReadonlySet<string>) => void;

  constructor(database: Database, clock: Clock, { key, afterwards, vault }: CommandOptions) {
    this.#database = database;
    this.#clock = clock;
    this.#key = key;
    this.#vault = vault ? { vault } : {};
    this.#afterwards = afterwards ?? (() => undefined);
  }

  /** `work` returns plain data: it is kept as JSON for the next call with the same key. */
  async run<R>(command: CommandCall, work: Work<R>): Promise<Outcome<R>> {
    const { viewer, name: operation, requestId, scope = viewer.scope } = command;
    const claim = claimOf(command, this.#key);
    let announced: ReadonlySet<string> = new Set();
    const attempt = (): Promise<R> =>
      this.#database.command(scope, async (session) => {
        announced = session.announced;
        const now = this.#clock.now();
        const prior = claim && (await answered<R>(session, claim, viewer));
        if (prior) return prior.record;
        if (claim) await stake(session, claim, now);
        const record = await work(
          session,
          begin({ ...this.#vault, session, viewer, now, operation, requestId }),
        );
        refuseUnrecorded(session, operation);
        if (claim) await keepAnswer(session, claim, { held: rolesHeld(viewer), record });
        return record;
      });
    try {
      // Another call may have inserted the same row first, a claim or a report: the second attempt sees that row.
      const record = await attempt().catch((error: unknown) => {
        if (isDuplicate(error)) return attempt();
        throw error;
      });
      this.#database.afterwards(() => this.#afterwards(announced));
      return { record, problems: [] };
    } catch (error) {
      if (error instanceof Refusal) return { record: null, problems: error.problems };
      throw error;
    }
  }
}

/** No history, no action: a command that changed rows without an entry is a fault of the program, and is undone. */
function refuseUnrecorded({ course }: Session, operation: string): void {
  if (course.changes > 0 && course.recorded === 0)
    throw new Error(`${operation} changed rows without an entry in the history`);
}

const stake = (session: Session, claim: Claim, now: Date): Promise<void> =>
  session.rows(IDEMPOTENCY_KEYS).insert({ ...claim, answer: null, createdAt: now.toISOString() });

const keepAnswer = (session: Session, { id }: Claim, answer: Answer<unknown>): Promise<number> =>
  session.rows(IDEMPOTENCY_KEYS).update({ id }, { answer: JSON.stringify(answer) });

/** The stored answer: the result, and the roles under which it was given. */
interface Answer<R> {
  readonly held: readonly string[];
  readonly record: R;
}

const rolesHeld = ({ memberships }: Viewer): readonly string[] =>
  memberships.map(({ unit, role }) => `${role} ${unit.id}`);

interface Claim {
  readonly id: string;
  readonly requestHash: string;
}

function claimOf({ viewer, name, input }: CommandCall, key: Uint8Array): Claim | null {
  const { idempotencyKey, ...rest } = input;
  if (idempotencyKey === undefined || idempotencyKey === null) return null;
  if (idempotencyKey.length === 0 || idempotencyKey.length > KEY_MAX_LENGTH)
    throw badInput(
      text(
        `幂等键须为 1 至 ${KEY_MAX_LENGTH} 个字符`,
        `An idempotency key has 1 to ${KEY_MAX_LENGTH} characters`,
      ),
      ["input", "idempotencyKey"],
    );
  return {
    id: keyed(key, JSON.stringify([signedIn(viewer).id, name, idempotencyKey])),
    requestHash: keyed(key, JSON.stringify(rest, sortedKeys)),
  };
}

/**
 * The first answer, unless a role under which it was given has been revoked since: the answer may show data that is
 * hidden now.
 */
async function answered<R>(session: Session, claim: Claim, viewer: Viewer): Promise<Answer<R> | null> {
  const prior = await session.rows(IDEMPOTENCY_KEYS).one({ id: claim.id });
  if (!prior) return null;
  if (prior.requestHash !== claim.requestHash)
    throw new Refusal({
      code: "KEY_REUSED",
      message: text("该幂等键已用于另一次不同的请求", "This idempotency key was used with another input"),
      path: ["input", "idempotencyKey"],
    });
  if (prior.answer === null) throw new Error("a claim is committed together with its answer");
  const answer = JSON.parse(prior.answer) as Answer<R>;
  const held = rolesHeld(viewer);
  if (!answer.held.every((role) => held.includes(role))) throw notFound();
  return answer;
}

/** Keyed, because a plain hash of a telephone number could be reversed by trying all numbers. */
const keyed = (key: Uint8Array, textual: string): string =>
  createHmac("sha256", key).update(textual).digest("base64url");

/** The order of fields does not matter: the same input in another order is the same request. */
const sortedKeys = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
