import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from "type-graphql";
import { Access } from "../access/api.js";
import type { Commands, RequestContext } from "../access/index.js";
import type { LocalDay, WorkingCalendar } from "../kernel/working-calendar.js";
import { announcedName } from "../platform/calendar/chinese-calendar.js";
import { payload, type PayloadOf } from "../platform/graphql/mutation.types.js";
import { presentUnit, unitById } from "../units/index.js";
import { UnitType } from "../units/api.js";
import { calendarDays } from "./calendar-days.js";
import { changeSetting, type OnSettingsChange } from "./commands/change-setting.js";
import { decisionsMade } from "./setting.loader.js";
import { decisionFor, defaultFor, ownDecision, valueFor } from "./setting.read-model.js";
import { CalendarDayType, ChangeSettingInput, ChangeSettingPayload, SettingType } from "./setting.types.js";
import { SETTING_KEYS, SETTINGS } from "./settings.data.js";

@Resolver(() => SettingType)
export class SettingResolver {
  @FieldResolver(() => UnitType, {
    nullable: true,
    description: "由哪一级确定；空：默认 · Which unit decided; null: the default holds",
  })
  async setBy(
    @Root() { setById }: SettingType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<UnitType | null> {
    const unit = setById && (await loaders.of(unitById).load(setById));
    return unit ? presentUnit(unit) : null;
  }
}

@Resolver(() => UnitType)
export class UnitSettingsResolver {
  readonly #commands: Commands;
  readonly #onChange: OnSettingsChange;

  readonly #calendar: WorkingCalendar;

  constructor(commands: Commands, onChange: OnSettingsChange, calendar: WorkingCalendar) {
    this.#commands = commands;
    this.#onChange = onChange;
    this.#calendar = calendar;
  }

  @FieldResolver(() => [SettingType], {
    description: "对本单位适用的各项设置 · The settings as they hold for this unit",
  })
  async settings(
    @Root() { row }: UnitType,
    @Ctx() { loaders, language }: RequestContext,
  ): Promise<SettingType[]> {
    const made = await loaders.of(decisionsMade).load("all");
    return SETTING_KEYS.map((key) => {
      const { title, basis } = SETTINGS[key];
      return {
        key,
        title: title[language],
        basis,
        value: valueFor(made, row, key),
        defaultValue: defaultFor(row, key),
        decided: ownDecision(made, row, key),
        setById: decisionFor(made, row, key)?.unitId ?? null,
      };
    });
  }

  @FieldResolver(() => [CalendarDayType], {
    description:
      "某年本地工作日历中与平日、周末不同的日子 · The days of a year, where the unit is, that are not as their weekday says",
  })
  async calendarDays(
    @Root() { row }: UnitType,
    @Arg("year", () => Int, { description: "年度 · The year" }) year: number,
    @Ctx() { loaders }: RequestContext,
  ): Promise<CalendarDayType[]> {
    const made = await loaders.of(decisionsMade).load("all");
    const local = valueFor(made, row, "calendar.days") as readonly LocalDay[];
    return calendarDays(this.#calendar, local, year, announcedName);
  }

  @Mutation(() => ChangeSettingPayload, {
    description: "确定或撤销一项设置 · Decides a setting, or takes the decision back",
  })
  @Access("setting:change")
  async changeSetting(
    @Arg("input", () => ChangeSettingInput) input: ChangeSettingInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof ChangeSettingPayload>> {
    const outcome = await this.#commands.run({ ...context, name: "changeSetting", input }, (_, call) =>
      changeSetting(call, input, this.#onChange),
    );
    return payload("unit", outcome, presentUnit, context);
  }
}
