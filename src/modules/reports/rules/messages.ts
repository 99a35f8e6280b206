import { text, type Language, type Text } from "../../../kernel/text.js";
import { TABLE_NAMES, indicator } from "../catalog/index.js";
import { linearMessage, type StoredFault } from "./linear.message.js";
import type { FaultDetail, Place } from "./rule.js";
import { ruleByCode } from "./rules.data.js";

/** Says a stored fault in both languages: which table, row and column, both values, the difference. */
export function faultMessage(fault: StoredFault): Text {
  const rule = ruleByCode(fault.rule);
  if (rule?.kind === "linear") return linearMessage(rule, fault);
  return MESSAGES[fault.rule]?.(fault) ?? rule?.title ?? text(fault.rule, fault.rule);
}

const MESSAGES: Readonly<Record<string, (fault: StoredFault) => Text>> = {
  S02_OVERVIEW_PARTS: ({ detail }) =>
    text(
      `“一、总体情况”缺少：${listed(detail, "missing").join("、")}`,
      `Section 1 does not speak of: ${listed(detail, "missing").join(", ")}`,
    ),

  S03_TEXT_EMPTY: ({ detail }) =>
    detail.shortest !== undefined
      ? text(
          `第五部分为空或不足 ${word(detail, "shortest")} 个字，应写明存在的问题和改进情况`,
          `Section 5 is empty or shorter than ${word(detail, "shortest")} characters`,
        )
      : text(
          `第五部分应同时写明问题和改进情况，未见“${listed(detail, "missing").join("”“")}”`,
          `Section 5 must state problems (问题) and improvements (改进); missing: ${listed(detail, "missing").join(", ")}`,
        ),

  S05_CELL_BLANK: ({ places }) =>
    text(
      `${tableOf(places, "zh")}有 ${places.length} 格空白（空白不等于 0，没有的请填 0）：${sample(places, "zh")}`,
      `${tableOf(places, "en")} has ${places.length} blank cells (a blank is not 0): ${sample(places, "en")}`,
    ),

  S08_OVERLONG: ({ expected, actual }) =>
    text(
      `“一、总体情况”有 ${actual} 字，超过 ${expected} 字`,
      `Section 1 has ${actual} characters, over the limit of ${expected}`,
    ),

  S09_PERIOD: ({ detail }) => {
    const [stated, due] = [listed(detail, "stated"), listed(detail, "due")];
    return text(
      `引言中的统计期限为 ${stated.join(" 至 ")}，应为 ${due.join(" 至 ")}`,
      `The stated statistics period is ${stated.join(" to ")}; it must be ${due.join(" to ")}`,
    );
  },

  T2_REGULATION_NOT_ALLOWED: ({ places }) =>
    text(
      `只有省级和设区的市级政府可以制定规章，应为 0：${valued(places, "zh")}`,
      `Only provinces and cities with districts make regulations; must be 0: ${valued(places, "en")}`,
    ),

  T2_FEE_UNIT: ({ places, detail }) =>
    detail.factor !== undefined
      ? text(
          `收费金额超过上年的 ${word(detail, "factor")} 倍，请核对是否以元填报：${valued(places, "zh")}`,
          `Fees are over ${word(detail, "factor")} times last year's; were yuan typed? ${valued(places, "en")}`,
        )
      : text(
          `收费金额达到 ${word(detail, "from")} 万元以上，请核对是否以元填报：${valued(places, "zh")}`,
          `Fees of ${word(detail, "from")} (10,000 yuan) or more; were yuan typed? ${valued(places, "en")}`,
        ),

  T2_YOY: ({ places }) =>
    text(
      `与上年相差悬殊，请核对：${valued(places, "zh")}`,
      `Differs widely from last year: ${valued(places, "en")}`,
    ),

  T3_UNPAID_NO_FEE: ({ places }) =>
    text(
      `${valued(places, "zh")}，而第六部分未说明收取信息处理费的情况`,
      `${valued(places, "en")}, yet section 6 does not speak of fees`,
    ),

  T4_MORE_THAN_REQUESTS: ({ expected, actual }) =>
    text(
      `表四复议、诉讼共 ${actual} 件，远多于本年和上年表三办理结果之和 ${expected} 件`,
      `Table 4 has ${actual} cases, far above the ${expected} decisions of this and last year in table 3`,
    ),

  D06: ({ detail }) =>
    text(
      `应在 ${word(detail, "dueOn")} 或之前提交，${word(detail, "on")} 已逾期`,
      `Due on ${word(detail, "dueOn")}; late on ${word(detail, "on")}`,
    ),

  D08: ({ detail }) =>
    detail.tablesChangedOn !== undefined
      ? text(
          `落款日期 ${word(detail, "signedOn")} 早于表格最后修改日期 ${word(detail, "tablesChangedOn")}`,
          `Signed on ${word(detail, "signedOn")}, before the tables last changed on ${word(detail, "tablesChangedOn")}`,
        )
      : text(
          `落款日期 ${word(detail, "signedOn")} 晚于发布日期 ${word(detail, "publishedOn")}`,
          `Signed on ${word(detail, "signedOn")}, after publication on ${word(detail, "publishedOn")}`,
        ),
};

const word = (detail: FaultDetail, key: string): string => String(detail[key] ?? "");

const listed = (detail: FaultDetail, key: string): readonly string[] => {
  const value = detail[key];
  return typeof value === "object" ? value : [];
};

const tableOf = (places: readonly Place[], language: Language): string => {
  const table = indicator(places[0]?.code ?? "")?.table;
  return table ? TABLE_NAMES[table][language] : "";
};

/** 表二 行政处罚 本年处理决定数量 */
const fullName = (code: string, language: Language): string => {
  const figure = indicator(code);
  return figure ? `${TABLE_NAMES[figure.table][language]} ${cellName(code, language)}` : code;
};

const cellName = (code: string, language: Language): string => {
  const figure = indicator(code);
  return figure ? `${figure.rowName[language]} ${figure.columnName[language]}` : code;
};

const SAMPLE = 5;

const sample = (places: readonly Place[], language: Language): string => {
  const names = places.slice(0, SAMPLE).map(({ code }) => cellName(code, language));
  const rest = places.length > SAMPLE ? { zh: " 等", en: " and others" }[language] : "";
  return names.join({ zh: "；", en: "; " }[language]) + rest;
};

/** Every place with its value; with its year where there are two years. */
const valued = (places: readonly Place[], language: Language): string => {
  const manyYears = new Set(places.map(({ year }) => year)).size > 1;
  return places
    .map(({ code, year, value }) => {
      const when = manyYears ? { zh: `${year}年 `, en: `${year} ` }[language] : "";
      return `${when}${fullName(code, language)} ${value ?? { zh: "空白", en: "blank" }[language]}`;
    })
    .join({ zh: "；", en: "; " }[language]);
};
