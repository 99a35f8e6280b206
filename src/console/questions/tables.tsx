import { type ReactNode, useState } from "react";
import { figure, t } from "../texts";
import { type Column, DataTable } from "../ui/table";
import { pivot, type PivotLine } from "./pivot";
import type { Answer, AnswerRow } from "./question";

const RATIO = /^(?:比值|ratio)$/;
const PERCENT = new Intl.NumberFormat("zh-CN", { style: "percent", maximumFractionDigits: 1 });
const NUMBER = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 2 });

type Measure = Answer["measures"][number];

export const write = ({ unit }: Measure, value: number | null): string => {
  if (value === null) return "";
  return RATIO.test(unit) ? PERCENT.format(value) : NUMBER.format(value);
};

/** As a list of groups; where there are two dimensions or more, as a table of two directions as well. */
export function Tables({
  answer,
  columns,
}: {
  readonly answer: Answer;
  readonly columns: readonly Column<AnswerRow>[];
}) {
  const { dimensions, measures, rows, totals } = answer;
  const [across, lay] = useState<string | null>(null);
  const [chosen, choose] = useState(0);
  const at = dimensions.findIndex(({ key }) => key === across);
  const measure = Math.min(chosen, measures.length - 1);
  return (
    <>
      {dimensions.length > 1 && (
        <div className="filters">
          <Choice
            name={t.question.layout}
            value={at === -1 ? "" : (across ?? "")}
            options={[
              ["", t.question.list],
              ...dimensions.map(({ key, label }) => [key, t.question.across(label)] as const),
            ]}
            onChoose={(key) => lay(key === "" ? null : key)}
          />
          {at !== -1 && measures.length > 1 && (
            <Choice
              name={t.question.chartOf}
              value={String(measure)}
              options={measures.map(({ name }, i) => [String(i), name] as const)}
              onChoose={(i) => choose(Number(i))}
            />
          )}
        </div>
      )}
      {at === -1 ? (
        <DataTable
          caption={t.question.answer}
          rows={totals ? [...rows, { ...totals, keys: ["TOTAL"], labels: [t.question.totals] }] : rows}
          {...{ columns, keyOf }}
          empty={t.question.empty}
        />
      ) : (
        <PivotTable answer={answer} across={at} measure={measure} />
      )}
    </>
  );
}

export function Choice({
  name,
  value,
  options,
  onChoose,
}: {
  readonly name: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChoose: (value: string) => void;
}) {
  return (
    <label>
      {name}
      <select value={value} onChange={({ target }) => onChoose(target.value)}>
        {options.map(([key, told]) => (
          <option key={key} value={key}>
            {told}
          </option>
        ))}
      </select>
    </label>
  );
}

function PivotTable({
  answer,
  across,
  measure: i,
}: {
  readonly answer: Answer;
  readonly across: number;
  readonly measure: number;
}) {
  const { columns, lines } = pivot(answer, across);
  const measure = answer.measures[i]!;
  const left = answer.dimensions.filter((_, at) => at !== across);
  return (
    <DataTable
      caption={`${t.question.answer}：${measure.name}（${measure.unit}）`}
      rows={lines}
      keyOf={({ key }) => key}
      empty={t.question.empty}
      columns={[
        ...left.map(({ key, label }, at) => ({
          ...{ key: `by ${key}`, title: label },
          cell: ({ labels }: PivotLine) => labels[at],
        })),
        ...columns.map(({ key, label }, at) => ({
          ...{ key: `at ${JSON.stringify(key)}`, title: label, number: true },
          cell: ({ cells }: PivotLine) => {
            const row = cells[at];
            return row ? cellOf(measure, row, i) : "";
          },
        })),
      ]}
    />
  );
}

export const keyOf = ({ keys }: AnswerRow): string => JSON.stringify(keys);

export function columnsOf({ dimensions, measures }: Answer): Column<AnswerRow>[] {
  const named = dimensions.length > 0 ? dimensions : [{ key: "ALL", label: t.question.all }];
  return [
    ...named.map(({ key, label }, i) => ({
      ...{ key: `by ${key}`, title: label },
      cell: ({ labels, note }: AnswerRow) => (
        <>
          {labels[i] ?? (i === 0 ? t.question.all : "")}
          {i === 0 && note && <small> {note}</small>}
        </>
      ),
    })),
    ...measures.map((measure, i) => ({
      ...{ key: `of ${measure.name}`, title: `${measure.name}（${measure.unit}）`, number: true },
      cell: (row: AnswerRow) => cellOf(measure, row, i),
    })),
  ];
}

/** A figure with its state in words: noise and protection change what may be read from it. */
function cellOf(measure: Measure, row: AnswerRow, i: number): ReactNode {
  const state = row.states[i];
  if (state === "WITHHELD")
    return (
      <span className="grey" title={t.question.withheldWhy}>
        {t.question.withheld}
      </span>
    );
  if (state === "EMPTY") return "—";
  const [over, under] = [row.numerators[i], row.denominators[i]];
  return (
    <>
      {state === "ROUNDED" && <small title={t.question.aboutWhy}>{t.question.about} </small>}
      {write(measure, row.values[i] ?? null)}
      {typeof over === "number" && typeof under === "number" && (
        <small>
          {" "}
          {figure(over)}/{figure(under)}
        </small>
      )}
    </>
  );
}
