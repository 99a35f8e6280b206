/** 文登区's departments. Code: the district's, a hyphen, and the initials of the organ's short name. */
export interface Department {
  readonly code: string;
  /** After 威海市文登区. */
  readonly name: string;
  /** As people call it. */
  readonly nickname: string;
  /** Where it is not 威海市文登区 and the name: a branch of the city's bureau. */
  readonly fullName?: string;
}

const department = (initials: string, name: string, nickname: string): Department => ({
  code: `371003-${initials}`,
  name,
  nickname,
});

const branch = (initials: string, bureau: string, nickname: string): Department => ({
  ...department(initials, nickname, nickname),
  fullName: `威海市${bureau}文登分局`,
});

/** Seen as filers of annual reports on the district's website. */
const CONFIRMED: readonly Department[] = [
  department("zfb", "人民政府办公室", "政府办"),
  department("fgj", "发展和改革局", "发改局"),
  department("czj", "财政局", "财政局"),
  department("zjj", "住房和城乡建设局", "住建局"),
  department("jtj", "交通运输局", "交通局"),
  department("zhzfj", "综合行政执法局", "综合执法局"),
  department("spj", "行政审批服务局", "审批局"),
];

/** Typical of a district of Shandong, not confirmed for 文登区: sample units. */
const TYPICAL: readonly Department[] = [
  department("jtyj", "教育和体育局", "教体局"),
  department("kjj", "科学技术局", "科技局"),
  department("gxj", "工业和信息化局", "工信局"),
  branch("gafj", "公安局", "公安分局"),
  department("mzj", "民政局", "民政局"),
  department("sfj", "司法局", "司法局"),
  department("rsj", "人力资源和社会保障局", "人社局"),
  department("zrzyj", "自然资源局", "自然资源局"),
  branch("sthjfj", "生态环境局", "生态环境分局"),
  department("slj", "水利局", "水利局"),
  department("nyncj", "农业农村局", "农业农村局"),
  department("hyfzj", "海洋发展局", "海洋局"),
  department("swj", "商务局", "商务局"),
  department("wlj", "文化和旅游局", "文旅局"),
  department("wjj", "卫生健康局", "卫健局"),
  department("tyjrj", "退役军人事务局", "退役军人局"),
  department("yjj", "应急管理局", "应急局"),
  department("sjj", "审计局", "审计局"),
  department("scjgj", "市场监督管理局", "市场监管局"),
  department("tjj", "统计局", "统计局"),
  department("ybj", "医疗保障局", "医保局"),
  department("xfj", "信访局", "信访局"),
  department("jrj", "地方金融监督管理局", "金融局"),
  department("dsjzx", "大数据中心", "大数据中心"),
  department("tzcjzx", "投资促进中心", "投促中心"),
  department("jgswzx", "机关事务服务中心", "机关事务中心"),
];

export const WENDENG_DEPARTMENTS: readonly Department[] = [...CONFIRMED, ...TYPICAL];
