import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from "type-graphql";
import { Access } from "../access/api.js";
import type { Call, RequestContext } from "../access/index.js";
import { payload, type PayloadOf } from "../platform/graphql/mutation.types.js";
import { readableLedgers, type LedgerServices } from "../records/index.js";
import { UnitType } from "../units/api.js";
import { stateNone, withdrawNone } from "./state-none.js";
import { requireReportYear } from "../reports/index.js";
import { fedPartsOfUnit } from "./feed.loader.js";
import { presentFeeds, presentStatement } from "./ledger-feed.presenter.js";
import {
  LedgerFeedType,
  StateNoneInput,
  StateNonePayload,
  WithdrawNoneInput,
  WithdrawNonePayload,
} from "./ledger-feed.types.js";
import type { NoneStatementRow } from "./none-statement.entity.js";

@Resolver(() => UnitType)
export class NoneStatementResolver {
  readonly #services: LedgerServices;

  constructor(services: LedgerServices) {
    this.#services = services;
  }

  @FieldResolver(() => [LedgerFeedType], {
    description: "某年度哪些台账生成年报、哪些不生成 · Which parts of the ledgers feed a year's report",
  })
  async ledgerFeeds(
    @Root() { row }: UnitType,
    @Arg("year", () => Int, { description: "年度 · The report's year" }) year: number,
    @Ctx() context: RequestContext,
  ): Promise<LedgerFeedType[]> {
    const { loaders, language } = context;
    readableLedgers(context, row);
    requireReportYear(year, this.#services.clock.now(), ["year"]);
    const parts = await loaders.of(fedPartsOfUnit).load({ unit: row, year });
    return presentFeeds(parts.values(), language);
  }

  @Mutation(() => StateNonePayload, {
    description:
      "声明某年度无此类事项，署名和日期；此后 deriveReport 计 0 · States by name and date that a year had none of something; deriveReport fills 0 then",
  })
  @Access("none:state")
  stateNone(
    @Arg("input", () => StateNoneInput) input: StateNoneInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof StateNonePayload>> {
    return this.#run("stateNone", input, context, (call) => stateNone(call, input, this.#services));
  }

  @Mutation(() => WithdrawNonePayload, {
    description: "撤回“无此类事项”声明，留痕 · Takes such a statement back; it stays on record",
  })
  @Access("none:state")
  withdrawNone(
    @Arg("input", () => WithdrawNoneInput) input: WithdrawNoneInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof WithdrawNonePayload>> {
    return this.#run("withdrawNone", input, context, (call) => withdrawNone(call, input, this.#services));
  }

  async #run(
    name: string,
    input: StateNoneInput | WithdrawNoneInput,
    context: RequestContext,
    work: (call: Call) => Promise<NoneStatementRow>,
  ): Promise<PayloadOf<typeof StateNonePayload>> {
    const outcome = await this.#services.commands.run({ ...context, name, input }, (_, call) => work(call));
    return payload("statement", outcome, presentStatement, context);
  }
}
