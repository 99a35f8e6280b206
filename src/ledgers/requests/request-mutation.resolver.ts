import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Access } from "../../access/api.js";
import type { Call, Outcome, RequestContext } from "../../access/index.js";
import type { Vault } from "../../platform/vault/vault.js";
import { presentProblems, type ProblemType } from "../../platform/graphql/problems.types.js";
import { requiredId, type LedgerServices } from "../../records/index.js";
import { amendRequest, type AmendServices } from "./commands/amend-request.js";
import type { Stored } from "./commands/open-request.js";
import { receiveRequest } from "./commands/receive-request.js";
import { splitRequest } from "./commands/split-request.js";
import { changeStep, isChange, takeStep, type DatesCheck, type InputTo } from "./commands/take-step.js";
import { ReceiveRequestInput } from "./request-input.types.js";
import { inputTypeOf, payloadTypeOf, ReceiveRequestPayload } from "./request-step.types.js";
import { freshRequest } from "./request.loader.js";
import { presentRequest } from "./request.presenter.js";
import type { InformationRequestType } from "./request.types.js";
import { STEPS, VERBS, type RequestVerb } from "./steps/index.js";

interface Payload {
  readonly request: InformationRequestType | null;
  readonly parts?: InformationRequestType[];
  readonly problems: ProblemType[];
}

/** `idempotencyKey` and the fields of the step's table. */
interface Input {
  readonly requestId: string;
  readonly idempotencyKey?: string | null;
}

@Resolver()
export class RequestMutationResolver {
  readonly #services: LedgerServices & AmendServices;

  constructor(services: LedgerServices, vault: Vault, datesCheck: DatesCheck) {
    this.#services = { ...services, vault, datesCheck };
  }

  @Mutation(() => ReceiveRequestPayload, {
    description: "收到申请（条例 §29、§31） · Enters a request that came in",
  })
  @Access("request:receive")
  receiveRequest(
    @Arg("input", () => ReceiveRequestInput, { description: "收到的申请 · The request that came in" })
    input: ReceiveRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return this.run("receiveRequest", input, context, (call) => receiveRequest(call, input, this.#services));
  }

  /** Every mutation of an existing request: one method for each is made of the table below. */
  take(verb: RequestVerb, input: Input, context: RequestContext): Promise<Payload> {
    const given = { ...input, requestId: requiredId("InformationRequest", input.requestId) };
    return this.run(verb, input, context, (call) => {
      if (verb === "splitRequest")
        return splitRequest(call, given as InputTo<"splitRequest">, this.#services);
      if (verb === "amendRequest")
        return amendRequest(call, given as InputTo<"amendRequest">, this.#services);
      if (isChange(verb)) return changeStep(call, verb, given, this.#services);
      return takeStep(call, verb, given as InputTo<typeof verb>, this.#services);
    });
  }

  /** Carries a command out and answers with the request as it is now. */
  protected async run(
    name: string,
    input: { readonly idempotencyKey?: string | null },
    { viewer, language, loaders, requestId }: RequestContext,
    work: (call: Call) => Promise<Stored>,
  ): Promise<Payload> {
    let stored: Stored | null = null;
    let answer: Answer | null = null;
    const outcome: Outcome<Answer> = await this.#services.commands.run(
      { viewer, name, input, requestId },
      async (_, call) => {
        stored = await work(call);
        answer = { id: stored.request.id, parts: stored.parts ?? [] };
        return answer;
      },
    );
    const { record } = outcome;
    const problems = presentProblems(outcome.problems, language);
    if (!record) return { request: null, parts: [], problems };
    // A repeated call answers from its first result: then nothing was stored by this one.
    const row = await freshRequest(loaders, record.id, record === answer ? stored : null);
    const parts = await Promise.all(record.parts.map((id) => freshRequest(loaders, id, null)));
    const present = (one: typeof row) => (one ? [presentRequest(one)] : []);
    return { request: present(row)[0] ?? null, parts: parts.flatMap(present), problems };
  }
}

interface Answer {
  readonly id: string;
  readonly parts: readonly string[];
}

for (const verb of VERBS) {
  const { prototype } = RequestMutationResolver;
  const descriptor = {
    value(this: RequestMutationResolver, input: Input, context: RequestContext) {
      return this.take(verb, input, context);
    },
  };
  Object.defineProperty(prototype, verb, descriptor);
  const { description, permission, name } = STEPS[verb];
  Mutation(() => payloadTypeOf(verb), { description })(prototype, verb, descriptor);
  Access(permission)(prototype, verb, descriptor);
  const words = `${name.zh}的内容 · What the step says`;
  Arg("input", () => inputTypeOf(verb), { description: words })(prototype, verb, 0);
  Ctx()(prototype, verb, 1);
}
