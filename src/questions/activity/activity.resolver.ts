import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../access/index.js";
import { addMonths, dateInShanghai, type CalendarDate } from "../../kernel/calendar-date.js";
import type { Clock } from "../../kernel/clock.js";
import { badInput } from "../../kernel/fault.js";
import { text } from "../../kernel/text.js";
import { DateScalar } from "../../platform/graphql/scalars.js";
import { disclosureActivity } from "../../ledgers/disclosures/index.js";
import { DisclosureActivityType } from "../../ledgers/disclosures/api.js";
import { readableLedgers } from "../../records/index.js";
import { proposalActivity } from "../../ledgers/proposals/index.js";
import { ProposalActivityType } from "../../ledgers/proposals/api.js";
import { remedyActivity } from "../../ledgers/remedies/index.js";
import { RemedyActivityType } from "../../ledgers/remedies/api.js";
import { requestActivity } from "../../ledgers/requests/index.js";
import { RequestActivityType } from "../../ledgers/requests/api.js";
import { UnitType } from "../../units/api.js";
import { ActivityType } from "./activity.types.js";

const MOST_YEARS = 10;

@Resolver(() => UnitType)
export class UnitActivityResolver {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  @FieldResolver(() => ActivityType, {
    nullable: true,
    description:
      "本单位台账一段时间的汇总，两端均含，不含下级；最多十年 · This unit's ledgers over a period of at most ten years, both days included, without the units below",
  })
  activity(
    @Root() { row }: UnitType,
    @Arg("from", () => DateScalar) from: CalendarDate,
    @Arg("to", () => DateScalar) to: CalendarDate,
    @Ctx() context: RequestContext,
  ): ActivityType {
    const unit = readableLedgers(context, row);
    if (from > to)
      throw badInput(text("起始日期不能晚于截止日期", "The period ends before it begins"), ["from"]);
    if (to >= addMonths(from, MOST_YEARS * 12))
      throw badInput(text(`最多 ${MOST_YEARS} 年`, `At most ${MOST_YEARS} years`), ["to"]);
    return { key: { unit, from, to, today: dateInShanghai(this.#clock.now()) } };
  }
}

/** Each ledger is read when its field is asked for, for all units of the query together. */
@Resolver(() => ActivityType)
export class ActivityResolver {
  @FieldResolver(() => DisclosureActivityType, { description: "主动公开 · What was disclosed" })
  disclosures(
    @Root() { key }: ActivityType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<DisclosureActivityType> {
    return loaders.of(disclosureActivity).load(key);
  }

  @FieldResolver(() => RequestActivityType, { description: "依申请公开 · Requests" })
  requests(@Root() { key }: ActivityType, @Ctx() { loaders }: RequestContext): Promise<RequestActivityType> {
    return loaders.of(requestActivity).load(key);
  }

  @FieldResolver(() => RemedyActivityType, { description: "行政复议、行政诉讼 · Reviews and suits" })
  remedies(@Root() { key }: ActivityType, @Ctx() { loaders }: RequestContext): Promise<RemedyActivityType> {
    return loaders.of(remedyActivity).load(key);
  }

  @FieldResolver(() => ProposalActivityType, { description: "建议提案 · Proposals" })
  proposals(
    @Root() { key }: ActivityType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ProposalActivityType> {
    return loaders.of(proposalActivity).load(key);
  }
}
