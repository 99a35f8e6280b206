import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from "type-graphql";
import { Access } from "../../access/api.js";
import type { RequestContext } from "../../access/index.js";
import { notFound } from "../../kernel/fault.js";
import type { Session } from "../../platform/db/index.js";
import { toGlobalId } from "../../platform/graphql/global-id.js";
import { connectionOf, readPage, type Connection } from "../../platform/graphql/paging.js";
import { ShortPageArgs } from "../../platform/graphql/paging.types.js";
import { presentProblems } from "../../platform/graphql/problems.types.js";
import { listCursor, readableLedgers, requiredId, type LedgerServices } from "../../records/index.js";
import { presentUnit, unitById } from "../../units/index.js";
import { UnitType } from "../../units/api.js";
import { amendSupply } from "./commands/amend-supply.js";
import { recordSupply } from "./commands/record-supply.js";
import { revokeSupplySignOff } from "./commands/revoke-supply-sign-off.js";
import { signOffSupply } from "./commands/sign-off-supply.js";
import { withdrawSupply } from "./commands/withdraw-supply.js";
import {
  AmendSupplyInput,
  RecordSupplyInput,
  RevokeSupplySignOffInput,
  SignOffSupplyInput,
  SupplyPayloadType,
  WithdrawSupplyInput,
  WithdrawSupplyPayloadType,
} from "./supply-input.types.js";
import { supplyById, supplyIds } from "./supply.loader.js";
import { presentSupply } from "./supply.presenter.js";
import { SuppliedCountConnectionType, SuppliedCountType } from "./supply.types.js";

@Resolver(() => UnitType)
export class UnitSuppliesResolver {
  @FieldResolver(() => SuppliedCountConnectionType, {
    nullable: true,
    description: "外部报送数，期间新者在前 · Figures from other offices, the newest period first",
  })
  async suppliedCounts(
    @Root() { row }: UnitType,
    @Arg("year", () => Int, { nullable: true }) year: number | null,
    @Args(() => ShortPageArgs) paging: ShortPageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<SuppliedCountType>> {
    const unit = readableLedgers(context, row);
    const page = readPage(paging);
    const { loaders } = context;
    const found = await loaders
      .of(supplyIds)
      .load({ unit, filter: { year: year ?? null }, subtree: false, page });
    const rows = await loaders.of(supplyById).loadMany(found.rows.map(({ id }) => id));
    const shown = rows.flatMap((one) => (one instanceof Error || !one ? [] : [one]));
    const listed = { rows: shown, totalCount: found.totalCount };
    const cursor = ({ id, fromOn }: (typeof shown)[number]): string => listCursor({ id, orderedBy: fromOn });
    return connectionOf(listed, page, cursor, presentSupply);
  }
}

type Work = (session: Session) => Promise<{ id: string }>;

@Resolver(() => SuppliedCountType)
export class SupplyResolver {
  readonly #services: LedgerServices;

  constructor(services: LedgerServices) {
    this.#services = services;
  }

  @FieldResolver(() => UnitType)
  async unit(@Root() { unitId }: SuppliedCountType, @Ctx() { loaders }: RequestContext): Promise<UnitType> {
    const unit = await loaders.of(unitById).load(unitId);
    if (!unit) throw notFound();
    return presentUnit(unit);
  }

  @Mutation(() => SupplyPayloadType, {
    description: "录入外部报送数，签认后计入年报 · Enters another office's figure; it counts once signed off",
  })
  @Access("supply:record")
  recordSupply(
    @Arg("input", () => RecordSupplyInput) input: RecordSupplyInput,
    @Ctx() context: RequestContext,
  ): Promise<SupplyPayloadType> {
    const { unitCode, indicator, supplier, from, to, quantity } = input;
    const fields = { indicator, supplier, from, to, quantity };
    return this.#run("recordSupply", input, context, (session) =>
      recordSupply(session, context.viewer, unitCode, fields, this.#services),
    );
  }

  @Mutation(() => SupplyPayloadType, {
    description: "修改未签认的数据 · Changes a figure before its sign-off",
  })
  @Access("supply:record")
  amendSupply(
    @Arg("input", () => AmendSupplyInput) input: AmendSupplyInput,
    @Ctx() context: RequestContext,
  ): Promise<SupplyPayloadType> {
    return this.#run("amendSupply", input, context, (session) =>
      amendSupply(session, context.viewer, targetOf(input), this.#services),
    );
  }

  @Mutation(() => SupplyPayloadType, {
    description: "签认，须由录入人以外的人办理 · Signs a figure off; not for who entered it",
  })
  @Access("supply:signOff")
  signOffSupply(
    @Arg("input", () => SignOffSupplyInput) input: SignOffSupplyInput,
    @Ctx() context: RequestContext,
  ): Promise<SupplyPayloadType> {
    return this.#run("signOffSupply", input, context, (session) =>
      signOffSupply(session, context.viewer, targetOf(input), this.#services),
    );
  }

  @Mutation(() => SupplyPayloadType, {
    description: "撤销签认，此后不计入年报，可以修改 · Takes a sign-off back: the figure counts no more",
  })
  @Access("supply:signOff")
  revokeSupplySignOff(
    @Arg("input", () => RevokeSupplySignOffInput) input: RevokeSupplySignOffInput,
    @Ctx() context: RequestContext,
  ): Promise<SupplyPayloadType> {
    return this.#run("revokeSupplySignOff", input, context, (session) =>
      revokeSupplySignOff(session, context.viewer, targetOf(input), this.#services),
    );
  }

  @Mutation(() => WithdrawSupplyPayloadType, {
    description: "删除误录的未签认数据 · Deletes a figure entered by mistake, before its sign-off",
  })
  @Access("supply:record")
  async withdrawSupply(
    @Arg("input", () => WithdrawSupplyInput) input: WithdrawSupplyInput,
    @Ctx() { viewer, language }: RequestContext,
  ): Promise<WithdrawSupplyPayloadType> {
    const { record, problems } = await this.#services.commands.run(
      { viewer, name: "withdrawSupply", input },
      (session) => withdrawSupply(session, viewer, targetOf(input), this.#services),
    );
    return {
      withdrawnId: record && toGlobalId("SuppliedCount", record.id),
      problems: presentProblems(problems, language),
    };
  }

  async #run(
    name: string,
    input: { readonly idempotencyKey?: string | null },
    { viewer, loaders, language }: RequestContext,
    work: Work,
  ): Promise<SupplyPayloadType> {
    const { record, problems } = await this.#services.commands.run({ viewer, name, input }, work);
    const row = record && (await loaders.of(supplyById).clear(record.id).load(record.id));
    return { supply: row && presentSupply(row), problems: presentProblems(problems, language) };
  }
}

const targetOf = <Input extends { readonly supplyId: string }>(input: Input): Input => ({
  ...input,
  supplyId: requiredId("SuppliedCount", input.supplyId),
});
