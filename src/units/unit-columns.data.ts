import type { CsvColumn } from "../kernel/csv-table.js";
import type { UnitKind } from "./unit-kind.js";

/** The columns of a file of units, by the field that each fills. */
export const UNIT_COLUMNS = {
  code: { names: ["代码", "单位代码", "行政区划代码", "code"], required: true },
  name: { names: ["全称", "单位名称", "名称", "name"], required: true },
  shortName: { names: ["简称", "shortName"] },
  kind: { names: ["类别", "单位类别", "kind"], required: true },
  parentCode: { names: ["上级代码", "上级单位代码", "parentCode"] },
  establishedOn: { names: ["设立日期", "establishedOn"] },
  filesReport: { names: ["编制年报", "是否编制年报", "filesReport"] },
  aliases: { names: ["别名", "曾用名", "aliases"] },
  creditCode: { names: ["统一社会信用代码", "信用代码", "creditCode"] },
} as const satisfies Record<string, CsvColumn>;

export type UnitColumn = keyof typeof UNIT_COLUMNS;

/** What a file may call a kind, besides its name in the API. */
export const KIND_NAMES: Readonly<Record<UnitKind, readonly string[]>> = {
  PROVINCE: ["省", "自治区", "直辖市", "省级政府"],
  CITY: ["市", "设区的市", "地级市", "自治州"],
  DISTRICT: ["县", "区", "县级市", "县（市、区）", "市辖区", "自治县"],
  SUBDISTRICT: ["街道", "街道办事处"],
  TOWN: ["镇", "乡", "乡镇"],
  DEPARTMENT: ["部门", "工作部门"],
  ZONE: ["功能区", "开发区"],
};

export const YES: readonly string[] = ["是", "yes", "true", "1", "y"];
export const NO: readonly string[] = ["否", "no", "false", "0", "n"];
