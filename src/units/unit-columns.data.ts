import type { CsvColumn } from "../kernel/csv-table.js";
import { text } from "../kernel/text.js";
import type { UnitKind } from "./unit-kind.js";

/** The columns of a file of units, by the field that each fills. */
export const UNIT_COLUMNS = {
  code: {
    names: ["代码", "单位代码", "行政区划代码", "code"],
    required: true,
    hint: text("如 371003003", "as 371003003"),
  },
  name: { names: ["全称", "单位名称", "名称", "name"], required: true },
  shortName: { names: ["简称", "shortName"], hint: text("不填则同全称", "the full name when left out") },
  kind: {
    names: ["类别", "单位类别", "kind"],
    required: true,
    hint: text(
      "省、市、县（区）、街道、镇（乡）、部门、功能区",
      "PROVINCE, CITY, DISTRICT, SUBDISTRICT, TOWN, DEPARTMENT, ZONE",
    ),
  },
  parentCode: {
    names: ["上级代码", "上级单位代码", "parentCode"],
    hint: text("可以是同一文件中的单位", "may be a unit of the same file"),
  },
  establishedOn: { names: ["设立日期", "establishedOn"], hint: text("如 2024-03-01", "as 2024-03-01") },
  filesReport: { names: ["编制年报", "是否编制年报", "filesReport"], hint: text("是或否", "yes or no") },
  aliases: { names: ["别名", "曾用名", "aliases"], hint: text("以顿号分开", "with 、 between them") },
  creditCode: { names: ["统一社会信用代码", "信用代码", "creditCode"], hint: text("18 位", "18 characters") },
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
