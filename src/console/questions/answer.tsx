import { type ReactNode, useState } from "react";
import { Bars } from "../charts/bars";
import { ChartFrame } from "../charts/frame";
import { figure, moment, t } from "../texts";
import { Notice } from "../ui/parts";
import { type Column, DataTable } from "../ui/table";
import type { Answer, AnswerRow } from "./question";

/** So many bars can still be read. */
const MOST_BARS = 40;
const RATIO = /^(?:比值|ratio)$/;
const PERCENT = new Intl.NumberFormat("zh-CN", { style: "percent", maximumFractionDigits: 1 });
const NUMBER = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 2 });

type Measure = Answer["measures"][number];
type Price = { readonly price: number; readonly left: number } | undefined;

const write = ({ unit }: Measure, value: number | null): string => {
  if (value === null) return "";
  return RATIO.test(unit) ? PERCENT.format(value) : NUMBER.format(value);
};

/** What of an answer is shown. */
export type Form = "TABLE" | "CHART" | "BOTH";

/** The answer as a table, with all that its reader has to know, and one of its measures drawn. */
export function AnswerView({
  answer,
  price,
  show = "BOTH",
}: {
  readonly answer: Answer;
  readonly price: Price;
  readonly show?: Form;
}) {
  const { rows, totals } = answer;
  const columns = columnsOf(answer);
  return (
    <>
      {show !== "CHART" && (
        <DataTable
          caption={t.question.answer}
          rows={totals ? [...rows, { ...totals, keys: ["TOTAL"], labels: [t.question.totals] }] : rows}
          columns={columns}
          keyOf={keyOf}
          empty={t.question.empty}
        />
      )}
      <Coverage answer={answer} price={price} />
      {rows.length > 0 && show !== "TABLE" && <Chart answer={answer} columns={columns} />}
    </>
  );
}

const keyOf = ({ keys }: AnswerRow): string => JSON.stringify(keys);

function columnsOf({ dimensions, measures }: Answer): Column<AnswerRow>[] {
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

function Coverage({
  answer: { coverage, measures },
  price,
}: {
  readonly answer: Answer;
  readonly price: Price;
}) {
  const { units, groups, suppressed, threshold, protection, notes, asOf } = coverage;
  return (
    <div className="answer-notes">
      <p>
        {t.question.coverage(units, groups, moment(asOf))}{" "}
        {price && t.question.price(figure(price.price), figure(price.left))}
      </p>
      {suppressed > 0 && (
        <Notice kind="WARNING">
          {t.question.suppressed(suppressed)}
          {threshold !== null && t.question.threshold(threshold)}
        </Notice>
      )}
      {[protection, ...notes].filter(Boolean).map((note) => (
        <p key={note} className="help">
          {note}
        </p>
      ))}
      <ul className="help">
        {measures.map(({ name, formula }) => (
          <li key={name}>
            {name}：{formula}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Chart({
  answer: { measures, rows },
  columns,
}: {
  readonly answer: Answer;
  readonly columns: readonly Column<AnswerRow>[];
}) {
  const [chosen, choose] = useState(0);
  const at = Math.min(chosen, measures.length - 1);
  const measure = measures[at]!;
  const drawn = rows.slice(0, MOST_BARS);
  return (
    <>
      {measures.length > 1 && (
        <label className="filters">
          {t.question.chartOf}
          <select value={at} onChange={({ target }) => choose(Number(target.value))}>
            {measures.map(({ name }, i) => (
              <option key={name} value={i}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <ChartFrame
        title={`${measure.name}（${measure.unit}）`}
        note={rows.length > MOST_BARS ? t.question.first(MOST_BARS) : undefined}
        rows={rows}
        columns={columns}
        keyOf={keyOf}
      >
        <Bars
          title={measure.name}
          bars={drawn.map((row) => ({
            key: keyOf(row),
            name: row.labels.join(" ") || t.question.all,
            value: row.values[at] ?? null,
            told:
              row.states[at] === "WITHHELD" ? t.question.withheld : write(measure, row.values[at] ?? null),
          }))}
        />
      </ChartFrame>
    </>
  );
}
