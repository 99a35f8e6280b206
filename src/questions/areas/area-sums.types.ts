import { ArgsType, Field, Int } from "type-graphql";
import { ReportStageEnum } from "../../reports/api.js";
import { DEFAULT_STAGE, type ReportStage } from "../../reports/index.js";
import { enumOf } from "../../platform/graphql/enum.js";
import type { AreaLevel } from "./area-request.js";

export const ROLL_UP_LEVELS = {
  PROVINCE: "省 · By province",
  CITY: "市 · By prefecture-level city",
  DISTRICT: "县（市、区） · By county or district",
} as const;

export const AreaLevelEnum = enumOf("AreaLevel", "汇总层级 · The level of area to sum up by", ROLL_UP_LEVELS);

/** Which sums, of which reports. */
@ArgsType()
export class AreaSumsArgs {
  @Field(() => AreaLevelEnum) by!: AreaLevel;
  @Field(() => [Int]) years!: number[];
  @Field(() => [String]) indicators!: string[];
  @Field(() => ReportStageEnum, { defaultValue: DEFAULT_STAGE }) atLeast!: ReportStage;
  @Field(() => String, {
    nullable: true,
    description: "单位代码；不给则为全国 · Code of a unit; the whole country without it",
  })
  under?: string | null;
}
