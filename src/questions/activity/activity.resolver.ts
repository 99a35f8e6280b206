import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../access/index.js";
import { addMonths, dateInShanghai, type CalendarDate } from "../../kernel/calendar-date.js";
import type { Clock } from "../../kernel/clock.js";
import { badInput } from "../../kernel/fault.js";
import { text } from "../../kernel/text.js";
import { DateScalar } from "../../platform/graphql/scalars.js";
import { readableLedgers } from "../../records/index.js";
import { UnitType } from "../../units/api.js";
import { ActivityType } from "../../records/api.js";

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
