import type { Counted } from "../../records/index.js";
import { text, type Text } from "../../kernel/text.js";
import type { AnswerMeasure } from "./answer.js";
import type { Measure, MeasureFunction } from "./measure.js";

/** What is counted where no field is measured: 申请, in 件. */
interface Wording {
  readonly name: Text;
  /** Formula in Chinese; `{}` stands for the measured field. */
  readonly formula: string;
  /** null: that of what is measured. */
  readonly unit: string | null;
}

const wording = (name: Text, formula: string, unit: string | null = null): Wording => ({
  name,
  formula,
  unit,
});
const RATE = "比值";

const WORDINGS: Readonly<Record<MeasureFunction, Wording>> = {
  COUNT: wording(text("数量", "number"), "{}逐条计数"),
  SUM: wording(text("合计", "sum"), "{}逐条相加"),
  MEAN: wording(text("平均数", "mean"), "{}之和 ÷ 条数"),
  MEDIAN: wording(text("中位数", "median"), "{}逐条由小到大居中的一个；为偶数时取居中两个的平均数"),
  PERCENTILE: wording(text("百分位数", "percentile"), "{}逐条由小到大的第 ⌈{p} × 条数⌉ 个（最近秩法）"),
  MIN: wording(text("最小值", "smallest"), "{}中最小的一个"),
  MAX: wording(text("最大值", "largest"), "{}中最大的一个"),
  DISTINCT: wording(text("不同值个数", "number of different"), "{}有多少个不同的值", "个"),
  SHARE: wording(
    text("占全部各组的比重", "share of all groups"),
    "本组{} ÷ 全部各组{}（每条只计一次）",
    RATE,
  ),
  RATIO: wording(text("比率", "ratio"), "符合 where 的{} ÷ 符合 of 的{}（不给 of 则为本组全部）", RATE),
  CHANGE: wording(
    text("比上年增减", "change to the year before"),
    "（本年{} − 上年{}）÷ 上年{}；上年为 0 或不在统计范围内的为空",
    RATE,
  ),
};

export function describeMeasure(measure: Measure, counted: Counted): AnswerMeasure {
  const { name, formula, unit } = WORDINGS[measure.function];
  const subject = measure.field ?? counted;
  return {
    name: measure.name,
    label: text(`${subject.label.zh}${name.zh}`, `${subject.label.en}: ${name.en}`),
    unit: unit ?? subject.unit,
    formula: formula.replaceAll("{}", subject.label.zh).replace("{p}", String(measure.percentile ?? "")),
  };
}
