import { completeTotals, type Format, MAX_CELL, type SectionKey } from "../../forms/index.js";
import type { ReportDocument } from "./report-document.js";

/** A report of the demo's kind with every cell filled as told. */
export function reportWith(
  format: Format,
  value: (position: number) => number | null,
  more: Partial<ReportDocument> = {},
): ReportDocument {
  const given = format.cells.map((cell) => (cell.computed ? null : value(cell.position)));
  return {
    unit: { code: "371003003", name: "威海市文登区环山街道办事处" },
    year: format.firstYear + 1,
    scope: "OWN",
    revision: 7,
    figures: { format, values: completeTotals(format, given).values },
    sections: SAMPLE_TEXTS,
    signedOn: "2023-01-09",
    publishedAt: "2023-01-20T01:00:00.000Z",
    findings: null,
    ...more,
  };
}

export const SAMPLE_TEXTS: Readonly<Record<SectionKey, string>> = {
  INTRODUCTION: [
    "本报告按照《中华人民共和国政府信息公开条例》和政府信息公开工作年度报告格式的要求编制。",
    "全文包括总体情况、主动公开、依申请公开、行政复议与行政诉讼、存在的问题、其他事项六个部分，统计期限为当年1月1日至12月31日。",
  ].join("\n"),
  OVERVIEW: [
    "街道办事处把公开贯穿于决策、执行、管理、服务和结果的全过程。",
    "（一）主动公开。全年公开信息120条，其中门户网站80条、公众号40条。",
    "（二）依申请公开。新收申请9件，上年结转1件，均在法定期限内答复。",
    "（三）政府信息管理。逐件确定公开属性，先审查、后公开。",
    "（四）平台建设。整理公开专区的栏目，\t更新公开指南。",
    "（五）监督保障。组织培训2次，未发生责任追究。",
  ].join("\n"),
  PROBLEMS: "一是政策解读的形式单一，二是更新不够及时。下一步将增加图表解读，并按周检查栏目。",
  OTHER_MATTERS: "本年度未收取信息处理费。",
};

const WORDS = [
  "公开",
  "信息",
  "（一）",
  "1,999件",
  "<b>&",
  '"',
  "\t",
  " ",
  "\n",
  "𠮷",
  "_x0041_",
  "=1+1",
  "2024年",
  "。",
];

/** Random, from a seed: blanks, zeros, large numbers, decimals, texts with anything in them. */
export function randomReport(format: Format, seed: number): ReportDocument {
  const random = generator(seed);
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  const words = (): string => Array.from({ length: upTo(40) }, () => WORDS[upTo(WORDS.length - 1)]).join("");
  const number = (position: number): number | null => {
    if (random() < 0.2) return null;
    if (random() < 0.4) return 0;
    const cell = format.cells[position];
    if (cell?.scale === 6) return upTo(9_999_999_999);
    const size = upTo(random() < 0.1 ? MAX_CELL : 300);
    return cell?.kind === "integer" && random() < 0.5 ? -size : size;
  };
  return reportWith(format, number, {
    sections: { INTRODUCTION: words(), OVERVIEW: words(), PROBLEMS: words(), OTHER_MATTERS: words() },
    signedOn: random() < 0.3 ? null : `2024-0${1 + upTo(8)}-1${upTo(9)}`,
  });
}

/** mulberry32 */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
