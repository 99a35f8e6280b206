import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Access } from "../../access/api.js";
import type { RequestContext } from "../../access/index.js";
import type { Session } from "../../platform/db/index.js";
import { presentProblems } from "../../platform/graphql/problems.types.js";
import type { LedgerServices } from "../../records/index.js";
import { amendDisclosure } from "./commands/amend-disclosure.js";
import { importDisclosures } from "./commands/import-disclosures.js";
import { publishDisclosures } from "./commands/publish-disclosures.js";
import { registerDisclosure } from "./commands/register-disclosure.js";
import { repealDocument } from "./commands/repeal-document.js";
import { reviewDisclosures } from "./commands/review-disclosures.js";
import { withdrawDisclosure } from "./commands/withdraw-disclosure.js";
import { fieldsOf, listed, single } from "./disclosure-input.js";
import {
  AmendDisclosureInput,
  DisclosurePayloadType,
  DisclosuresPayloadType,
  ImportDisclosuresInput,
  PublishDisclosureInput,
  PublishDisclosuresInput,
  RegisterDisclosureInput,
  RepealDocumentInput,
  ReviewDisclosureInput,
  ReviewDisclosuresInput,
  WithdrawDisclosureInput,
} from "./disclosure-input.types.js";
import { freshDisclosures } from "./disclosure.loader.js";
import { presentDisclosure } from "./disclosure.presenter.js";

interface Call {
  readonly idempotencyKey?: string | null;
}
type Work = (session: Session) => Promise<{ ids: string[] }>;

@Resolver()
export class DisclosureMutationResolver {
  readonly #services: LedgerServices;

  constructor(services: LedgerServices) {
    this.#services = services;
  }

  @Mutation(() => DisclosurePayloadType, { description: "登记主动公开信息（草稿） · Drafts a record" })
  @Access("disclosure:register")
  registerDisclosure(
    @Arg("input", () => RegisterDisclosureInput) input: RegisterDisclosureInput,
    @Ctx() context: RequestContext,
  ): Promise<DisclosurePayloadType> {
    return this.#one("registerDisclosure", input, context, (session) =>
      registerDisclosure(session, context.viewer, input.unitCode, fieldsOf(input), this.#services),
    );
  }

  @Mutation(() => DisclosuresPayloadType, {
    description: "批量登记草稿，有一条不合要求则全部不存 · Drafts many records, all or nothing",
  })
  @Access("disclosure:register")
  importDisclosures(
    @Arg("input", () => ImportDisclosuresInput) input: ImportDisclosuresInput,
    @Ctx() context: RequestContext,
  ): Promise<DisclosuresPayloadType> {
    const records = input.records.map(fieldsOf);
    return this.#many("importDisclosures", input, context, (session) =>
      importDisclosures(session, context.viewer, { ...input, records }, this.#services),
    );
  }

  @Mutation(() => DisclosurePayloadType, { description: "修改草稿 · Changes a draft" })
  @Access("disclosure:register")
  amendDisclosure(
    @Arg("input", () => AmendDisclosureInput) input: AmendDisclosureInput,
    @Ctx() context: RequestContext,
  ): Promise<DisclosurePayloadType> {
    return this.#one("amendDisclosure", input, context, (session) =>
      amendDisclosure(session, context.viewer, single(input), input, this.#services),
    );
  }

  @Mutation(() => DisclosurePayloadType, {
    description:
      "审查：依次为保密审查、初审、终审，各由不同的人办理（条例 §17）；退回则重新起草 · The next of the three reviews, each another person's; or back to the draft",
  })
  @Access("disclosure:review")
  reviewDisclosure(
    @Arg("input", () => ReviewDisclosureInput) input: ReviewDisclosureInput,
    @Ctx() context: RequestContext,
  ): Promise<DisclosurePayloadType> {
    return this.#one("reviewDisclosure", input, context, (session) =>
      reviewDisclosures(session, context.viewer, single(input), input, this.#services),
    );
  }

  @Mutation(() => DisclosuresPayloadType, {
    description: "批量审查，各进一步，有一条不能办理则全部不办 · The next review of several, all or nothing",
  })
  @Access("disclosure:review")
  reviewDisclosures(
    @Arg("input", () => ReviewDisclosuresInput) input: ReviewDisclosuresInput,
    @Ctx() context: RequestContext,
  ): Promise<DisclosuresPayloadType> {
    return this.#many("reviewDisclosures", input, context, (session) =>
      reviewDisclosures(session, context.viewer, listed(input), input, this.#services),
    );
  }

  @Mutation(() => DisclosurePayloadType, {
    description: "公开：终审之后 · Published, once the final review is passed",
  })
  @Access("disclosure:publish")
  publishDisclosure(
    @Arg("input", () => PublishDisclosureInput) input: PublishDisclosureInput,
    @Ctx() context: RequestContext,
  ): Promise<DisclosurePayloadType> {
    return this.#one("publishDisclosure", input, context, (session) =>
      publishDisclosures(session, context.viewer, single(input), input.on ?? null, this.#services),
    );
  }

  @Mutation(() => DisclosuresPayloadType, {
    description: "批量公开，有一条不能办理则全部不办 · Publishes several, all or nothing",
  })
  @Access("disclosure:publish")
  publishDisclosures(
    @Arg("input", () => PublishDisclosuresInput) input: PublishDisclosuresInput,
    @Ctx() context: RequestContext,
  ): Promise<DisclosuresPayloadType> {
    return this.#many("publishDisclosures", input, context, (session) =>
      publishDisclosures(session, context.viewer, listed(input), input.on ?? null, this.#services),
    );
  }

  @Mutation(() => DisclosurePayloadType, {
    description:
      "撤回已公开的信息，或误登记的草稿，不再计数 · Takes back what was published, or a draft made by mistake: it counts no more",
  })
  @Access("disclosure:withdraw")
  withdrawDisclosure(
    @Arg("input", () => WithdrawDisclosureInput) input: WithdrawDisclosureInput,
    @Ctx() context: RequestContext,
  ): Promise<DisclosurePayloadType> {
    return this.#one("withdrawDisclosure", input, context, (session) =>
      withdrawDisclosure(session, context.viewer, single(input), input.reason, this.#services),
    );
  }

  @Mutation(() => DisclosurePayloadType, {
    description: "废止规章或行政规范性文件 · Repeals a regulation or normative document",
  })
  @Access("disclosure:publish")
  repealDocument(
    @Arg("input", () => RepealDocumentInput) input: RepealDocumentInput,
    @Ctx() context: RequestContext,
  ): Promise<DisclosurePayloadType> {
    return this.#one("repealDocument", input, context, (session) =>
      repealDocument(session, context.viewer, single(input), input, this.#services),
    );
  }

  async #one(name: string, input: Call, context: RequestContext, work: Work): Promise<DisclosurePayloadType> {
    const { disclosures, problems } = await this.#many(name, input, context, work);
    return { disclosure: disclosures[0] ?? null, problems };
  }

  async #many(
    name: string,
    input: Call,
    { viewer, loaders, language }: RequestContext,
    work: Work,
  ): Promise<DisclosuresPayloadType> {
    const { record, problems } = await this.#services.commands.run({ viewer, name, input }, work);
    const rows = await freshDisclosures(loaders, record?.ids ?? []);
    return {
      disclosures: rows.map(presentDisclosure),
      problems: presentProblems(problems, language),
    };
  }
}
