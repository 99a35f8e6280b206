import { text, type Text } from "../kernel/text.js";

/** 可见范围: who may see and run a saved query. */
export const VISIBILITIES = {
  PRIVATE: text("仅自己", "Its owner alone"),
  UNIT: text("本单位及其上级主管部门", "Who works at the unit, and who oversees it"),
  SUBTREE: text("本单位及以下各单位", "These, and who works at any unit below"),
} as const satisfies Record<string, Text>;

export type Visibility = keyof typeof VISIBILITIES;
