import { enumOf } from "../../platform/graphql/enum.js";

export const ROLL_UP_LEVELS = {
  PROVINCE: "省 · By province",
  CITY: "市 · By prefecture-level city",
  DISTRICT: "县（市、区） · By county or district",
} as const;

export const AreaLevelEnum = enumOf("AreaLevel", "汇总层级 · The level of area to sum up by", ROLL_UP_LEVELS);
