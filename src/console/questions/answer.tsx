import { useState } from "react";
import { Bars } from "../charts/bars";
import { ChartFrame } from "../charts/frame";
import { figure, moment, t } from "../texts";
import { Notice } from "../ui/parts";
import type { Column } from "../ui/table";
import type { Answer, AnswerRow } from "./question";
import { Choice, columnsOf, keyOf, Tables, write } from "./tables";

/** So many bars can still be read. */
const MOST_BARS = 40;
type Price = { readonly price: number; readonly left: number } | undefined;

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
  const { rows } = answer;
  const columns = columnsOf(answer);
  return (
    <>
      {show !== "CHART" && <Tables answer={answer} columns={columns} />}
      <Coverage answer={answer} price={price} />
      {rows.length > 0 && show !== "TABLE" && <Chart answer={answer} columns={columns} />}
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
        <div className="filters">
          <Choice
            name={t.question.chartOf}
            value={String(at)}
            options={measures.map(({ name }, i) => [String(i), name] as const)}
            onChoose={(i) => choose(Number(i))}
          />
        </div>
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
