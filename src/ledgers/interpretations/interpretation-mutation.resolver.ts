import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Access } from "../../access/api.js";
import type { Call, RequestContext } from "../../access/index.js";
import { toGlobalId } from "../../platform/graphql/global-id.js";
import { payload, type PayloadOf } from "../../platform/graphql/mutation.types.js";
import { carriedOut, requiredId, type LedgerServices } from "../../records/index.js";
import { eventsOfInterpretation, interpretationById } from "./interpretation.loader.js";
import { presentInterpretation } from "./interpretation.presenter.js";
import {
  AmendInterpretationInput,
  AmendInterpretationPayload,
  ImportInterpretationsInput,
  ImportInterpretationsPayload,
  PublishInterpretationInput,
  PublishInterpretationPayload,
  RegisterInterpretationInput,
  RegisterInterpretationPayload,
  VoidInterpretationInput,
  VoidInterpretationPayload,
} from "./interpretation.types.js";
import { amendInterpretation, publishInterpretation, voidInterpretation } from "./steps/change.js";
import { importInterpretations, registerInterpretation } from "./steps/register.js";

const INPUT = "办理的内容 · What is to be done";

@Resolver()
export class InterpretationMutationResolver {
  readonly #services: LedgerServices;

  constructor(services: LedgerServices) {
    this.#services = services;
  }

  @Mutation(() => RegisterInterpretationPayload, {
    description: "登记政策解读或待解读的文件 · Enters an interpretation, or a document that awaits one",
  })
  @Access("interpretation:record")
  registerInterpretation(
    @Arg("input", () => RegisterInterpretationInput, { description: INPUT })
    input: RegisterInterpretationInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof RegisterInterpretationPayload>> {
    return this.#run("registerInterpretation", input, context, (call) =>
      registerInterpretation(call, input, this.#services),
    );
  }

  @Mutation(() => ImportInterpretationsPayload, {
    description: "批量登记政策解读，最多 1000 条 · Enters up to 1,000 interpretations, all or none",
  })
  @Access("interpretation:record")
  async importInterpretations(
    @Arg("input", () => ImportInterpretationsInput, { description: INPUT }) input: ImportInterpretationsInput,
    @Ctx() { viewer, requestId, language }: RequestContext,
  ): Promise<PayloadOf<typeof ImportInterpretationsPayload>> {
    const command = { viewer, requestId, name: "importInterpretations", input };
    const outcome = await this.#services.commands.run(command, (_, call) =>
      importInterpretations(call, input, this.#services),
    );
    return payload("ids", outcome, ({ ids }) => ids.map((id) => toGlobalId("Interpretation", id)), {
      language,
    });
  }

  @Mutation(() => PublishInterpretationPayload, {
    description: "登记解读已发布 · Records that the interpretation was published",
  })
  @Access("interpretation:record")
  publishInterpretation(
    @Arg("input", () => PublishInterpretationInput, { description: INPUT }) input: PublishInterpretationInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof PublishInterpretationPayload>> {
    const { expectedRevision, publishedOn, ...rest } = input;
    const { interpretationId, idempotencyKey: _, ...fields } = rest;
    const step = {
      id: idOf(interpretationId),
      expectedRevision,
      publishedOn: publishedOn ?? null,
      ...given(fields),
    };
    return this.#run("publishInterpretation", input, context, (call) =>
      publishInterpretation(call, step, this.#services),
    );
  }

  @Mutation(() => AmendInterpretationPayload, {
    description: "更正政策解读的登记信息，须写理由 · Corrects what was entered, with a reason",
  })
  @Access("interpretation:record")
  amendInterpretation(
    @Arg("input", () => AmendInterpretationInput, { description: INPUT }) input: AmendInterpretationInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof AmendInterpretationPayload>> {
    const { interpretationId, idempotencyKey: _, ...fields } = input;
    const { documentTitle, documentClass, wideEffect, documentPublishedOn, form, ...mayBeEmpty } = fields;
    const kept = given({ documentTitle, documentClass, wideEffect, documentPublishedOn, form });
    const step = { ...mayBeEmpty, ...kept, id: idOf(interpretationId) };
    return this.#run("amendInterpretation", input, context, (call) =>
      amendInterpretation(call, step, this.#services),
    );
  }

  @Mutation(() => VoidInterpretationPayload, {
    description: "作废误登的政策解读，须写理由 · Voids a record entered by mistake, with a reason",
  })
  @Access("interpretation:record")
  voidInterpretation(
    @Arg("input", () => VoidInterpretationInput, { description: INPUT }) input: VoidInterpretationInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof VoidInterpretationPayload>> {
    const step = { ...input, id: idOf(input.interpretationId) };
    return this.#run("voidInterpretation", input, context, (call) =>
      voidInterpretation(call, step, this.#services),
    );
  }

  async #run(
    name: string,
    input: { readonly idempotencyKey?: string | null },
    context: RequestContext,
    work: (call: Call) => Promise<{ readonly id: string }>,
  ) {
    const mutation = { name, input, byId: interpretationById, events: eventsOfInterpretation };
    const outcome = await carriedOut(context, this.#services.commands, mutation, work);
    return payload("interpretation", outcome, presentInterpretation, context);
  }
}

const idOf = (globalId: string): string => requiredId("Interpretation", globalId);

/** Without the fields that were left out or null: those stay as they are. */
const given = <Fields extends object>(fields: Fields): { [F in keyof Fields]?: NonNullable<Fields[F]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null)) as never;
