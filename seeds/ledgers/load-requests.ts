import { REQUEST_OUTCOMES, type RequestOutcome } from "../../src/ledgers/requests/index.js";
import { receiveRequest, takeStep, type InputTo, type StepVerb } from "../../src/ledgers/requests/api.js";
import type { CalendarDate } from "../../src/kernel/calendar-date.js";
import type { WorkingCalendar } from "../../src/kernel/working-calendar.js";
import type { Book } from "./book.js";
import type { PathStep } from "./paths.js";
import type { SeedRequest } from "./facts.js";

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
    const { book, seed } = this;
    const { receivedOn } = seed.received;
    const call = book.call(book.clerk, "receiveRequest", receivedOn, 9);
    const input = { unitCode: book.unitCode, ...seed.received };
    const { request } = await receiveRequest(call, input, book.at(receivedOn, 9));
    for (const step of seed.path.before) await this.#prepare(request.id, step);
    await this.#end(request.id);
    return request.id;
  }

  async #prepare(requestId: string, step: PathStep): Promise<void> {
    const { receivedOn } = this.seed.received;
    const on = this.calendar.after(receivedOn, step.after);
    if (step.verb === "askCorrection") {
      const deadline = this.calendar.after(receivedOn, step.deadlineAfter);
      await this.#take(step.verb, { requestId, on, deadline }, 10);
    } else if (step.verb === "recordReasons") {
      const { reasonable } = step;
      await this.#take(step.verb, { requestId, on, reasonable }, 10);
    } else if (step.verb === "extendRequest") {
      const { days, reason } = step;
      const extension = { requestId, on, days, reason, approver: "示例·负责人", toldOn: on };
      await this.#take(step.verb, extension, 10, this.book.reviewer);
    } else await this.#take(step.verb, { requestId, on }, 10);
  }

  async #end(requestId: string): Promise<void> {
    const { path, outcome, endedOn: on, servedOn } = this.seed;
    if (path.ends !== "decideRequest") {
      await this.#take(path.ends, { requestId, on }, 15);
      return;
    }
    const documentNumber = `示依复〔${on.slice(0, 4)}〕${this.serial}号`;
    const decision = { requestId, on, outcome, article: articleOf(outcome), documentNumber };
    await this.#take("decideRequest", decision, 15, this.book.reviewer);
    await this.#take("serveRequest", { requestId, on: servedOn, method: "POST" }, 10);
  }

  /** Recorded on the day on which it happened. */
  async #take<V extends StepVerb>(
    verb: V,
    input: InputTo<V> & { readonly on: CalendarDate },
    hour: number,
    by = this.book.clerk,
  ): Promise<void> {
    const { on } = input;
    await takeStep(this.book.call(by, verb, on, hour), verb, input, this.book.at(on, hour));
  }
}

function articleOf(outcome: RequestOutcome): string | null {
  const { article } = REQUEST_OUTCOMES[outcome];
  return article === null ? null : `条例 ${article}`;
}
