import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Access } from "../../access/api.js";
import type { Call, RequestContext } from "../../access/index.js";
import { toGlobalId } from "../../platform/graphql/global-id.js";
import { payload, type PayloadOf } from "../../platform/graphql/mutation.types.js";
import { carriedOut, requiredId, type LedgerServices } from "../../records/index.js";
import { amendSupply, deleteSupply, recordSupply } from "./steps/enter.js";
import { revokeSupplySignOff, signOffSupply } from "./steps/sign-off.js";
import {
  AmendSupplyInput,
  AmendSupplyPayload,
  DeleteSupplyInput,
  DeleteSupplyPayload,
  RecordSupplyInput,
  RecordSupplyPayload,
  RevokeSupplySignOffInput,
  RevokeSupplySignOffPayload,
  SignOffSupplyInput,
  SignOffSupplyPayload,
} from "./supply-input.types.js";
import { supplyById } from "./supply.loader.js";
import { presentSupply } from "./supply.presenter.js";

const INPUT = { description: "办理的内容 · What is to be done" };

@Resolver()
export class SupplyMutationResolver {
  readonly #services: LedgerServices;

  constructor(services: LedgerServices) {
    this.#services = services;
  }

  @Mutation(() => RecordSupplyPayload, {
    description: "录入外部报送数，签认后计入年报 · Enters another office's figure; it counts once signed off",
  })
  @Access("supply:record")
  recordSupply(
    @Arg("input", () => RecordSupplyInput, INPUT) input: RecordSupplyInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof RecordSupplyPayload>> {
    const { idempotencyKey: _, ...fields } = input;
    return this.#run("recordSupply", input, context, (call) => recordSupply(call, fields, this.#services));
  }

  @Mutation(() => AmendSupplyPayload, {
    description: "修改未签认的数据 · Changes a figure before its sign-off",
  })
  @Access("supply:record")
  amendSupply(
    @Arg("input", () => AmendSupplyInput, INPUT) input: AmendSupplyInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof AmendSupplyPayload>> {
    return this.#run("amendSupply", input, context, (call) =>
      amendSupply(call, targetOf(input), this.#services),
    );
  }

  @Mutation(() => SignOffSupplyPayload, {
    description: "签认，须由录入人以外的人办理 · Signs a figure off; not for who entered it",
  })
  @Access("supply:signOff")
  signOffSupply(
    @Arg("input", () => SignOffSupplyInput, INPUT) input: SignOffSupplyInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof SignOffSupplyPayload>> {
    return this.#run("signOffSupply", input, context, (call) =>
      signOffSupply(call, targetOf(input), this.#services),
    );
  }

  @Mutation(() => RevokeSupplySignOffPayload, {
    description: "撤销签认，此后不计入年报，可以修改 · Takes a sign-off back: the figure counts no more",
  })
  @Access("supply:signOff")
  revokeSupplySignOff(
    @Arg("input", () => RevokeSupplySignOffInput, INPUT) input: RevokeSupplySignOffInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof RevokeSupplySignOffPayload>> {
    return this.#run("revokeSupplySignOff", input, context, (call) =>
      revokeSupplySignOff(call, targetOf(input), this.#services),
    );
  }

  @Mutation(() => DeleteSupplyPayload, {
    description: "删除误录的未签认数据 · Deletes a figure entered by mistake, before its sign-off",
  })
  @Access("supply:record")
  async deleteSupply(
    @Arg("input", () => DeleteSupplyInput, INPUT) input: DeleteSupplyInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof DeleteSupplyPayload>> {
    const { viewer, requestId } = context;
    const command = { viewer, requestId, name: "deleteSupply", input };
    const outcome = await this.#services.commands.run(command, (_, call) =>
      deleteSupply(call, targetOf(input), this.#services),
    );
    return payload("deletedId", outcome, ({ id }) => toGlobalId("SuppliedCount", id), context);
  }

  async #run(
    name: string,
    input: { readonly idempotencyKey?: string | null },
    context: RequestContext,
    work: (call: Call) => Promise<{ readonly id: string }>,
  ) {
    const mutation = { name, input, byId: supplyById };
    const outcome = await carriedOut(context, this.#services.commands, mutation, work);
    return payload("supply", outcome, presentSupply, context);
  }
}

const targetOf = <Input extends { readonly supplyId: string }>(
  input: Input,
): Input & { readonly id: string } => ({ ...input, id: requiredId("SuppliedCount", input.supplyId) });
