import {
  receiveRequest,
  REQUEST_OUTCOMES,
  takeStep,
  type RequestOutcome,
} from "../../src/ledgers/requests/index.js";
import type { WorkingCalendar } from "../../src/kernel/working-calendar.js";
import type { Book } from "./book.js";
import type { PathStep } from "./paths.js";
import type { SeedRequest } from "./requests.js";

/** Receives, handles, decides and serves them. Their ids. */
export async function keepRequests(
  book: Book,
  calendar: WorkingCalendar,
  requests: readonly SeedRequest[],
): Promise<Map<SeedRequest, string>> {
  const ids = new Map<SeedRequest, string>();
  for (const [at, request] of requests.entries())
    ids.set(request, await new Handling(book, calendar, request, at + 1).run());
  return ids;
}

class Handling {
  constructor(
    private readonly book: Book,
    private readonly calendar: WorkingCalendar,
    private readonly seed: SeedRequest,
    private readonly serial: number,
  ) {}

  async run(): Promise<string> {
    const { session, clerk, unitCode } = this.book;
    const { received, path } = this.seed;
    const services = this.book.at(received.receivedOn, 9);
    const { id } = await receiveRequest(session, clerk, { unitCode, ...received }, services);
    for (const step of path.before) await this.#prepare(id, step);
    await this.#end(id);
    return id;
  }

  async #prepare(requestId: string, step: PathStep): Promise<void> {
    const { session, clerk, reviewer } = this.book;
    const { receivedOn } = this.seed.received;
    const on = this.calendar.after(receivedOn, step.after);
    const services = this.book.at(on, 10);
    if (step.verb === "askCorrection") {
      const deadline = this.calendar.after(receivedOn, step.deadlineAfter);
      await takeStep(session, clerk, step.verb, { requestId, on, deadline }, services);
    } else if (step.verb === "recordReasons") {
      const { reasonable } = step;
      await takeStep(session, clerk, step.verb, { requestId, on, reasonable }, services);
    } else if (step.verb === "extendRequest") {
      const { days, reason } = step;
      const extension = { requestId, on, days, reason, approver: "示例·负责人", toldOn: on };
      await takeStep(session, reviewer, step.verb, extension, services);
    } else await takeStep(session, clerk, step.verb, { requestId, on }, services);
  }

  async #end(requestId: string): Promise<void> {
    const { session, clerk, reviewer } = this.book;
    const { path, outcome, endedOn: on, servedOn } = this.seed;
    if (path.ends !== "decideRequest") {
      await takeStep(session, clerk, path.ends, { requestId, on }, this.book.at(on, 15));
      return;
    }
    const documentNumber = `示依复〔${on.slice(0, 4)}〕${this.serial}号`;
    const decision = { requestId, on, outcome, article: articleOf(outcome), documentNumber };
    await takeStep(session, reviewer, "decideRequest", decision, this.book.at(on, 15));
    const service = { requestId, on: servedOn, method: "POST" as const };
    await takeStep(session, clerk, "serveRequest", service, this.book.at(servedOn, 10));
  }
}

function articleOf(outcome: RequestOutcome): string | null {
  const { article } = REQUEST_OUTCOMES[outcome];
  return article === null ? null : `条例 ${article}`;
}
