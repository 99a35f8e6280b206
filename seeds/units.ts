import { WENDENG_DEPARTMENTS, type Department } from "./departments.js";

export type SeedUnitKind = "PROVINCE" | "CITY" | "DISTRICT" | "SUBDISTRICT" | "TOWN" | "DEPARTMENT" | "ZONE";

export interface SeedUnit {
  readonly code: string;
  /** Full name of the organ, as on its reports. */
  readonly name: string;
  readonly shortName: string;
  readonly kind: SeedUnitKind;
  readonly parentCode: string | null;
  readonly aliases: readonly string[];
  readonly filesReport: boolean;
  readonly establishedOn: string | null;
}

const WENDENG = "371003";
const HUANCUI = "371002";

/** A government files no report of its own here: it answers for everything below it (SYSTEM), which comes later. */
function government(unit: Pick<SeedUnit, "code" | "kind" | "shortName" | "parentCode" | "name">): SeedUnit {
  const { name, shortName } = unit;
  const bare = shortName.replace(/[省市区]$/, "");
  return {
    ...unit,
    aliases: [bare, `${shortName}人民政府`].filter((alias) => alias !== name),
    filesReport: false,
    establishedOn: null,
  };
}

function town(code: string, shortName: string): SeedUnit {
  return {
    code,
    name: `威海市文登区${shortName}人民政府`,
    shortName,
    kind: "TOWN",
    parentCode: WENDENG,
    aliases: [`${shortName}人民政府`, `文登区${shortName}`],
    filesReport: true,
    establishedOn: null,
  };
}

/**
 * The code list and the office's own name differ (环山路街道, 环山街道办事处): the first is the short name, the second stands on
 * the reports, and either finds the unit.
 */
function subdistrict(code: string, shortName: string, ownName: string): SeedUnit {
  const parentCode = code.slice(0, 6);
  const district = parentCode === WENDENG ? "文登区" : "环翠区";
  const aliases = [ownName, `${ownName}办事处`, `${shortName}办事处`, `${district}${ownName}`];
  return {
    code,
    name: `威海市${district}${ownName}办事处`,
    shortName,
    kind: "SUBDISTRICT",
    parentCode,
    aliases: [...new Set(aliases)].filter((alias) => alias !== shortName),
    filesReport: true,
    establishedOn: null,
  };
}

function departmentUnit({ code, name, nickname, fullName }: Department): SeedUnit {
  const parentCode = code.slice(0, 6);
  const district = parentCode === WENDENG ? "文登区" : "环翠区";
  const shortName = name.startsWith("人民政府") ? `区${name}` : name;
  const aliases = [nickname, `区${nickname}`, `区${name}`, `${district}${name}`];
  return {
    code,
    name: fullName ?? `威海市${district}${name}`,
    shortName,
    kind: "DEPARTMENT",
    parentCode,
    aliases: [...new Set(aliases)].filter((alias) => alias !== shortName),
    filesReport: true,
    establishedOn: null,
  };
}

const GOVERNMENTS: readonly SeedUnit[] = [
  government({ code: "37", kind: "PROVINCE", shortName: "山东省", parentCode: null, name: "山东省人民政府" }),
  government({ code: "3710", kind: "CITY", shortName: "威海市", parentCode: "37", name: "威海市人民政府" }),
  government({
    code: HUANCUI,
    kind: "DISTRICT",
    shortName: "环翠区",
    parentCode: "3710",
    name: "威海市环翠区人民政府",
  }),
  government({
    code: WENDENG,
    kind: "DISTRICT",
    shortName: "文登区",
    parentCode: "3710",
    name: "威海市文登区人民政府",
  }),
];

const WENDENG_TOWNSHIPS: readonly SeedUnit[] = [
  subdistrict("371003001", "龙山路街道", "龙山街道"),
  subdistrict("371003002", "天福路街道", "天福街道"),
  subdistrict("371003003", "环山路街道", "环山街道"),
  town("371003100", "文登营镇"),
  town("371003101", "大水泊镇"),
  town("371003102", "张家产镇"),
  town("371003103", "高村镇"),
  town("371003104", "泽库镇"),
  town("371003105", "侯家镇"),
  town("371003106", "宋村镇"),
  town("371003107", "泽头镇"),
  town("371003108", "小观镇"),
  town("371003109", "葛家镇"),
  town("371003110", "米山镇"),
  town("371003111", "界石镇"),
  {
    code: "371003400",
    name: "威海市文登区开发区办事处",
    shortName: "开发区办事处",
    kind: "ZONE",
    parentCode: WENDENG,
    aliases: ["文登开发区", "文登区开发区办事处"],
    // A unit of the statistical code list, not an organ that discloses in its own name.
    filesReport: false,
    establishedOn: null,
  },
];

/** A second district, so that there is someone whom 文登区's people must not reach. */
const HUANCUI_UNITS: readonly SeedUnit[] = [
  subdistrict("371002001", "环翠楼街道", "环翠楼街道"),
  departmentUnit({ code: "371002-xfj", name: "信访局", nickname: "信访局" }),
];

/** Parents stand before their children. */
export const DEMO_UNITS: readonly SeedUnit[] = [
  ...GOVERNMENTS,
  ...WENDENG_TOWNSHIPS,
  ...WENDENG_DEPARTMENTS.map(departmentUnit),
  ...HUANCUI_UNITS,
];
