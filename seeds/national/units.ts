import type { UnitRow } from "../../src/units/index.js";
import type { Division } from "./divisions.js";

/** 14 departments of every district: the 26 of a real one would say no more. */
const DEPARTMENTS: readonly (readonly [initials: string, name: string])[] = [
  ["zfb", "人民政府办公室"],
  ["fgj", "发展和改革局"],
  ["jyj", "教育局"],
  ["gaj", "公安局"],
  ["mzj", "民政局"],
  ["czj", "财政局"],
  ["rsj", "人力资源和社会保障局"],
  ["zrj", "自然资源局"],
  ["zjj", "住房和城乡建设局"],
  ["jtj", "交通运输局"],
  ["nyj", "农业农村局"],
  ["wjj", "卫生健康局"],
  ["sjj", "审计局"],
  ["scj", "市场监督管理局"],
];

/** 市辖区, 县, 省直辖县级行政区划: a level that the codes have, and no government. */
const NO_PLACE = /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/;

/** The columns of a unit, which a load writes past the commands. */
export type NationalUnit = Required<Omit<UnitRow, "held">>;

/** Every unit of the country, parents before their children. An id is the same at every run and tells the order. */
export function nationalUnits(divisions: readonly Division[]): NationalUnit[] {
  const units: NationalUnit[] = [];
  const byCode = new Map<string, { readonly unit: NationalUnit; readonly place: string }>();
  const add = (unit: Omit<NationalUnit, "id" | "searchText">, place: string): void => {
    const id = `U${String(units.length).padStart(15, "0")}`;
    const searchText = `${unit.name}\n${unit.shortName}`;
    const row = { ...unit, id, searchText };
    units.push(row);
    byCode.set(row.code, { unit: row, place });
  };
  for (const { code, name, kind, parentCode } of divisions) {
    const parent = parentCode === null ? null : (byCode.get(parentCode) ?? null);
    const above = parent?.place ?? "";
    const isPlace = !NO_PLACE.test(name);
    const names = isPlace
      ? { name: `${above}${name}${organ(kind, name)}`, shortName: name }
      : { name: `${above}${name}`, shortName: `${above}${name}` };
    const place = isPlace ? above + name : above;
    const filesReport = kind === "TOWN" || kind === "SUBDISTRICT";
    add({ kind, code, filesReport, ...names, ...placedBelow(parent?.unit ?? null, code) }, place);
    if (kind !== "DISTRICT") continue;
    const district = byCode.get(code)?.unit ?? null;
    for (const [initials, department] of DEPARTMENTS) {
      const ownCode = `${code}-${initials}`;
      const placed = placedBelow(district, ownCode);
      const own = { kind: "DEPARTMENT", code: ownCode, shortName: department, filesReport: true } as const;
      add({ ...own, ...placed, name: `${place}${department}` }, place);
    }
  }
  return units;
}

const organ = (kind: Division["kind"], name: string): string =>
  kind === "SUBDISTRICT" ? (name.endsWith("街道") ? "办事处" : "") : "人民政府";

const placedBelow = (parent: NationalUnit | null, code: string) => ({
  aliases: [],
  parentId: parent?.id ?? null,
  path: `${parent?.path ?? ""}${code}/`,
  establishedOn: null,
  dissolvedOn: null,
  successorId: null,
  creditCode: null,
  revision: 1,
});
