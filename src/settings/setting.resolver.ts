import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Access } from "../access/api.js";
import type { Commands, RequestContext } from "../access/index.js";
import { payload, type PayloadOf } from "../platform/graphql/mutation.types.js";
import { presentUnit, unitById } from "../units/index.js";
import { UnitType } from "../units/api.js";
import { changeSetting, type OnSettingsChange } from "./commands/change-setting.js";
import { decisionsMade } from "./setting.loader.js";
import { decisionFor, defaultFor, valueFor } from "./setting.read-model.js";
import { ChangeSettingInput, ChangeSettingPayload, SettingType } from "./setting.types.js";
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

  constructor(commands: Commands, onChange: OnSettingsChange) {
    this.#commands = commands;
    this.#onChange = onChange;
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
        setById: decisionFor(made, row, key)?.unitId ?? null,
      };
    });
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
