import { setTimeout as sleep } from "node:timers/promises";
import { dateInShanghai } from "../src/kernel/calendar-date.js";
import { idOfType } from "../src/platform/graphql/global-id.js";
import { ask, signIn } from "./api.js";
import { later } from "./leftovers.js";

/** Two units' clerks, so that numbers are given out in two ledgers at once. */
const UNITS = ["371003003", "371003104"];
const CLIENTS = 8;
const AFTER_REFUSAL_MS = 30;
const RECOVERS_WITHIN_MS = 30_000;
/** Of those that were acknowledged so many are sent once more, as by clients that did not believe it. */
const DOUBTED = 16;

/** One day for all, for what is sent again must be the same. */
const TODAY = dateInShanghai(new Date());

const RECEIVE = `mutation ($input: ReceiveRequestInput!) {
  receiveRequest(input: $input) { request { id } problems { code message } }
}`;

interface Answer {
  readonly receiveRequest: {
    readonly request: { readonly id: string } | null;
    readonly problems: readonly { readonly code: string; readonly message: string }[];
  };
}

interface Client {
  readonly unitCode: string;
  readonly token: string;
}

interface Sent extends Client {
  readonly subject: string;
}

/** The server in front of which it stands now; a drill puts another one in its place. */
export interface Front {
  readonly address: string;
}

/** Clerks who receive requests, each under a key of its own, and remember which ones they were told are stored. */
export class Workload {
  /** From subject to the id of its row that was answered. */
  readonly acknowledged = new Map<string, string>();
  refusals = 0;
  #unanswered: Sent[] = [];
  #answered: Sent[] = [];
  #count = 0;
  #lastRefusal = "";
  #broken: unknown = null;

  private constructor(private readonly clients: readonly Client[]) {}

  static async signIn({ address }: Front): Promise<Workload> {
    const clients: Client[] = [];
    for (let i = 0; i < CLIENTS; i++) {
      const unitCode = UNITS[i % UNITS.length] ?? "";
      clients.push({ unitCode, token: await signIn(address, `clerk.${unitCode}`) });
    }
    return new Workload(clients);
  }

  /** All clerks at once, until `stop`; each waits `pauseMs` between two requests. */
  start({ address }: Front, pauseMs = 0): { stop(): Promise<void> } {
    const ending = new AbortController();
    later(() => ending.abort());
    const running = Promise.all(
      this.clients.map(async (client) => {
        while (!ending.signal.aborted) {
          const sent = { ...client, subject: `drill-${++this.#count}` };
          const stored = await this.#send(address, sent, ending.signal);
          if (!stored) this.#unanswered.push(sent);
          await sleep(stored ? pauseMs : AFTER_REFUSAL_MS);
        }
      }),
    );
    const ended = running.then(
      () => undefined,
      (error: unknown) => (this.#broken = error),
    );
    return {
      stop: async () => {
        ending.abort();
        await ended;
        if (this.#broken !== null) throw this.#broken as Error;
      },
    };
  }

  /** Fails at once where a clerk had an answer that no fault explains. */
  async until(reached: () => boolean, what: string): Promise<void> {
    const deadline = Date.now() + RECOVERS_WITHIN_MS;
    while (!reached()) {
      if (this.#broken !== null) throw this.#broken as Error;
      if (Date.now() > deadline) throw new Error(`waited for ${what} in vain: ${this.#lastRefusal}`);
      await sleep(10);
    }
  }

  /** Until so many more than now are acknowledged. */
  more(count: number): Promise<void> {
    const goal = this.acknowledged.size + count;
    return this.until(() => this.acknowledged.size >= goal, `${count} acknowledgements`);
  }

  /** Sends again, under its key, what had no good answer, until it has one; and some of what had one. */
  async sendAgain({ address }: Front): Promise<void> {
    const again = [...this.#unanswered, ...this.#answered.slice(-DOUBTED)];
    this.#unanswered = [];
    const deadline = Date.now() + RECOVERS_WITHIN_MS;
    await Promise.all(
      this.clients.map(async () => {
        for (let sent = again.pop(); sent; sent = again.pop())
          while (!(await this.#send(address, sent))) {
            if (Date.now() > deadline) throw new Error(`the server does not recover: ${this.#lastRefusal}`);
            await sleep(AFTER_REFUSAL_MS);
          }
      }),
    );
  }

  async #send(address: string, sent: Sent, signal?: AbortSignal): Promise<boolean> {
    const { token, subject } = sent;
    const variables = { input: inputOf(sent) };
    const asked = { address, token, document: RECEIVE, variables, ...(signal && { signal }) };
    const answer = await ask<Answer>(asked).catch((error: unknown) => {
      this.#lastRefusal = String(error);
      this.refusals += 1;
      return null;
    });
    if (!answer) return false;
    const { request, problems } = answer.receiveRequest;
    if (!request) throw new Error(`${subject}: ${problems.map(({ message }) => message).join("; ")}`);
    if (!this.acknowledged.has(subject)) {
      this.acknowledged.set(subject, idOfType("InformationRequest", request.id) ?? "");
      this.#answered.push(sent);
    }
    return true;
  }
}

const inputOf = ({ unitCode, subject }: Sent): object => ({
  unitCode,
  subject,
  idempotencyKey: subject,
  applicantKind: "NATURAL_PERSON",
  applicant: { name: "示例·演练", contact: "13800000000" },
  receiptChannel: "IN_PERSON",
  arrivedOn: TODAY,
});
