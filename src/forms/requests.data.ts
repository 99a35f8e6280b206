import { text, type Text } from "../kernel/text.js";
import { column, rowsOf, type ColumnSpec, type RowSpec } from "./form-table.js";

const organization = (key: string, label: string, en: string): ColumnSpec =>
  column(key, label, en, { path: ["法人或其他组织"], name: text(`法人或其他组织·${label}`, en) });

const APPLICANTS = [
  column("naturalPerson", "自然人", "natural persons"),
  organization("enterprise", "商业企业", "enterprises"),
  organization("research", "科研机构", "research institutions"),
  organization("publicWelfare", "社会公益组织", "public welfare organizations"),
  organization("legalService", "法律服务机构", "legal service organizations"),
  organization("otherOrganization", "其他", "other organizations"),
];

/** The six applicant columns of table 三 and their total. The form has no subtotal of 法人或其他组织. */
export const APPLICANT_COLUMNS: readonly ColumnSpec[] = [
  ...APPLICANTS,
  column("total", "总计", "total", { sumOf: APPLICANTS.map((a) => a.key) }),
];

const row = rowsOf("requests");

/** `short`: the name where the row stands alone. */
const request = (key: string, label: Text, short: string, path: readonly string[]): RowSpec =>
  row(key, label, APPLICANT_COLUMNS, { path, name: text(short, label.en) });

const RESULT = "三、本年度办理结果";

/** The numbered rows below a heading such as （三）不予公开, which has no cells of its own. */
const group = (
  key: string,
  heading: string,
  en: string,
  rows: readonly (readonly [key: string, label: string, en: string, short?: string])[],
): RowSpec[] =>
  rows.map(([part, label, partEn, short = label]) =>
    request(`${key}.${part}`, text(label, `${en}: ${partEn}`), `三${heading.slice(0, 3)}${short}`, [
      RESULT,
      heading,
    ]),
  );

const received = request(
  "received",
  text("一、本年新收政府信息公开申请数量", "received this year"),
  "一、本年新收",
  [],
);
const carriedIn = request(
  "carriedIn",
  text("二、上年结转政府信息公开申请数量", "carried in"),
  "二、上年结转",
  [],
);
const carriedOut = request("carriedOut", text("四、结转下年度继续办理", "carried out"), "四、结转下年度", []);

/** The results that both forms share, （一） to （五）. */
const RESULTS: readonly RowSpec[] = [
  request("granted", text("（一）予以公开", "disclosed"), "三（一）予以公开", [RESULT]),
  request(
    "partial",
    text("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "partly disclosed"),
    "三（二）部分公开",
    [RESULT],
  ),
  ...group("denied", "（三）不予公开", "denied", [
    ["stateSecret", "1.属于国家秘密", "state secrets"],
    ["lawForbidden", "2.其他法律行政法规禁止公开", "forbidden by law"],
    ["securityStability", "3.危及“三安全一稳定”", "security and stability"],
    ["thirdParty", "4.保护第三方合法权益", "third party's rights"],
    ["internalAffairs", "5.属于三类内部事务信息", "internal affairs"],
    ["process", "6.属于四类过程性信息", "deliberative information"],
    ["caseFile", "7.属于行政执法案卷", "enforcement case files"],
    ["queryMatter", "8.属于行政查询事项", "registry queries"],
  ]),
  ...group("unable", "（四）无法提供", "not available", [
    ["notHeld", "1.本机关不掌握相关政府信息", "not held"],
    ["needsCreation", "2.没有现成信息需要另行制作", "would have to be made"],
    ["unclear", "3.补正后申请内容仍不明确", "unclear after correction"],
  ]),
  ...group("refused", "（五）不予处理", "not processed", [
    ["petition", "1.信访举报投诉类申请", "petitions and complaints"],
    ["repeat", "2.重复申请", "repeated"],
    ["publication", "3.要求提供公开出版物", "publications"],
    ["excessive", "4.无正当理由大量反复申请", "excessive without reason"],
    ["confirmReissue", "5.要求行政机关确认或重新出具已获取信息", "confirm or reissue"],
  ]),
];

const OTHER = "（六）其他处理";
const other2019 = [request("other.undivided", text(OTHER, "other handling"), `三${OTHER}`, [RESULT])];
const other2021 = group("other", OTHER, "other handling", [
  [
    "noCorrection",
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "not corrected in time",
    "1.逾期不补正",
  ],
  [
    "unpaidFee",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "fee not paid in time",
    "2.逾期未缴费",
  ],
  ["misc", "3.其他", "other"],
]);

const requestRows = (other: readonly RowSpec[]): readonly RowSpec[] => {
  const results = [...RESULTS, ...other];
  const total = request("total", text("（七）总计", "result total"), "三（七）总计", [RESULT]);
  return [received, carriedIn, ...results, { ...total, sumOf: results.map((r) => r.key) }, carriedOut];
};

/** Table 三 of the form of 2021: 25 rows of 7 cells. */
export const REQUESTS_2021 = requestRows(other2021);

/** Table 三 of the trial form of 2019, where （六）其他处理 is one row: 23 rows of 7 cells. */
export const REQUESTS_2019 = requestRows(other2019);
