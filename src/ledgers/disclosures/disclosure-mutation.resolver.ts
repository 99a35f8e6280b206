import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Access } from "../../access/api.js";
import type { Call, RequestContext } from "../../access/index.js";
import type { PayloadOf } from "../../platform/graphql/mutation.types.js";
import { presentProblems } from "../../platform/graphql/problems.types.js";
import type { LedgerServices } from "../../records/index.js";
import { fieldsOf, listed, single } from "./disclosure-input.js";
import {
  AmendDisclosureInput,
  AmendDisclosurePayload,
  ImportDisclosuresInput,
  ImportDisclosuresPayload,
  PublishDisclosureInput,
  PublishDisclosurePayload,
  PublishDisclosuresInput,
  PublishDisclosuresPayload,
  RegisterDisclosureInput,
  RegisterDisclosurePayload,
  RepealDocumentInput,
  RepealDocumentPayload,
  ReviewDisclosureInput,
  ReviewDisclosurePayload,
  ReviewDisclosuresInput,
  ReviewDisclosuresPayload,
  WithdrawDisclosureInput,
  WithdrawDisclosurePayload,
} from "./disclosure-input.types.js";
import { freshDisclosures } from "./disclosure.loader.js";
import { presentDisclosure } from "./disclosure.presenter.js";
import { amendDisclosure, importDisclosures, registerDisclosure } from "./steps/draft.js";
import { publishDisclosures, repealDocument, withdrawDisclosure } from "./steps/publish.js";
import { reviewDisclosures } from "./steps/review.js";

const INPUT = { description: "办理的内容 · What is to be done" };

interface Input {
  readonly idempotencyKey?: string | null;
}
type Work = (call: Call) => Promise<{ ids: string[] }>;

@Resolver()
export class DisclosureMutationResolver {
  readonly #services: LedgerServices;

  constructor(services: LedgerServices) {
    this.#services = services;
  }

  @Mutation(() => RegisterDisclosurePayload, { description: "登记主动公开信息（草稿） · Drafts a record" })
  @Access("disclosure:register")
  registerDisclosure(
    @Arg("input", () => RegisterDisclosureInput, INPUT) input: RegisterDisclosureInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof RegisterDisclosurePayload>> {
    return this.#one("registerDisclosure", input, context, (call) =>
      registerDisclosure(call, { unitCode: input.unitCode, fields: fieldsOf(input) }, this.#services),
    );
  }

  @Mutation(() => ImportDisclosuresPayload, {
    description: "批量登记草稿，有一条不合要求则全部不存 · Drafts many records, all or nothing",
  })
  @Access("disclosure:register")
  importDisclosures(
    @Arg("input", () => ImportDisclosuresInput, INPUT) input: ImportDisclosuresInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof ImportDisclosuresPayload>> {
    return this.#many("importDisclosures", input, context, (call) =>
      importDisclosures(call, { ...input, records: input.records.map(fieldsOf) }, this.#services),
    );
  }

  @Mutation(() => AmendDisclosurePayload, { description: "修改草稿 · Changes a draft" })
  @Access("disclosure:register")
  amendDisclosure(
    @Arg("input", () => AmendDisclosureInput, INPUT) input: AmendDisclosureInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof AmendDisclosurePayload>> {
    return this.#one("amendDisclosure", input, context, (call) =>
      amendDisclosure(call, { target: single(input), amendment: input }, this.#services),
    );
  }

  @Mutation(() => ReviewDisclosurePayload, {
    description:
      "审查：依次为保密审查、初审、终审，各由不同的人办理（条例 §17）；退回则重新起草 · The next of the three reviews, each another person's; or back to the draft",
  })
  @Access("disclosure:review")
  reviewDisclosure(
    @Arg("input", () => ReviewDisclosureInput, INPUT) input: ReviewDisclosureInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof ReviewDisclosurePayload>> {
    return this.#one("reviewDisclosure", input, context, (call) =>
      reviewDisclosures(call, { ...input, targets: [single(input)] }, this.#services),
    );
  }

  @Mutation(() => ReviewDisclosuresPayload, {
    description: "批量审查，各进一步，有一条不能办理则全部不办 · The next review of several, all or nothing",
  })
  @Access("disclosure:review")
  reviewDisclosures(
    @Arg("input", () => ReviewDisclosuresInput, INPUT) input: ReviewDisclosuresInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof ReviewDisclosuresPayload>> {
    return this.#many("reviewDisclosures", input, context, (call) =>
      reviewDisclosures(call, { ...input, targets: listed(input) }, this.#services),
    );
  }

  @Mutation(() => PublishDisclosurePayload, {
    description: "公开：终审之后 · Published, once the final review is passed",
  })
  @Access("disclosure:publish")
  publishDisclosure(
    @Arg("input", () => PublishDisclosureInput, INPUT) input: PublishDisclosureInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof PublishDisclosurePayload>> {
    return this.#one("publishDisclosure", input, context, (call) =>
      publishDisclosures(call, { on: input.on, targets: [single(input)] }, this.#services),
    );
  }

  @Mutation(() => PublishDisclosuresPayload, {
    description: "批量公开，有一条不能办理则全部不办 · Publishes several, all or nothing",
  })
  @Access("disclosure:publish")
  publishDisclosures(
    @Arg("input", () => PublishDisclosuresInput, INPUT) input: PublishDisclosuresInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof PublishDisclosuresPayload>> {
    return this.#many("publishDisclosures", input, context, (call) =>
      publishDisclosures(call, { on: input.on, targets: listed(input) }, this.#services),
    );
  }

  @Mutation(() => WithdrawDisclosurePayload, {
    description:
      "撤回已公开的信息，或误登记的草稿，不再计数 · Takes back what was published, or a draft made by mistake: it counts no more",
  })
  @Access("disclosure:withdraw")
  withdrawDisclosure(
    @Arg("input", () => WithdrawDisclosureInput, INPUT) input: WithdrawDisclosureInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof WithdrawDisclosurePayload>> {
    return this.#one("withdrawDisclosure", input, context, (call) =>
      withdrawDisclosure(call, { target: single(input), reason: input.reason }, this.#services),
    );
  }

  @Mutation(() => RepealDocumentPayload, {
    description: "废止规章或行政规范性文件 · Repeals a regulation or normative document",
  })
  @Access("disclosure:publish")
  repealDocument(
    @Arg("input", () => RepealDocumentInput, INPUT) input: RepealDocumentInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof RepealDocumentPayload>> {
    return this.#one("repealDocument", input, context, (call) =>
      repealDocument(call, { ...input, target: single(input) }, this.#services),
    );
  }

  async #one(name: string, input: Input, context: RequestContext, work: Work) {
    const { disclosures, problems } = await this.#many(name, input, context, work);
    return { disclosure: disclosures[0] ?? null, problems };
  }

  async #many(
    name: string,
    input: Input,
    { viewer, loaders, language, requestId }: RequestContext,
    work: Work,
  ) {
    const command = { viewer, name, input, requestId };
    const { record, problems } = await this.#services.commands.run(command, (_, call) => work(call));
    const rows = await freshDisclosures(loaders, record?.ids ?? []);
    return { disclosures: rows.map(presentDisclosure), problems: presentProblems(problems, language) };
  }
}
