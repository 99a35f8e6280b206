import { useIndicators } from "../district/compare/indicator-choice";
import { label, t } from "../texts";
import { type Choices, emptyValue, Fields, type InputField, type InputValue, inputOf } from "../ui/fields";
import { Button } from "../ui/parts";
import { type Change, type Draft, rowsOf, some } from "./draft";
import { DATA_SETS } from "./question";

interface Props {
  readonly draft: Draft;
  readonly onChange: Change;
}

export function Measures(props: Props) {
  return props.draft.set === "reports" ? <OfReports {...props} /> : <List {...props} choices={{}} />;
}

/** A report is measured by any of its figures, which no enum lists. */
function OfReports(props: Props) {
  const indicators = useIndicators().flatMap((group) => group.indicators);
  return <List {...props} choices={{ field: indicators.map(({ code, name }) => [code, name]) }} />;
}

function List({ draft: { set, value }, choices, onChange }: Props & { readonly choices: Choices }) {
  const type = `${DATA_SETS[set]}MeasureInput`;
  const measures = rowsOf(value, "measures");
  const put = (next: readonly InputValue[]) => onChange({ ...value, measures: next });
  const change = (at: number, changed: InputValue) =>
    put(measures.map((other, i) => (i === at ? renamed(other, changed, choices) : other)));
  return (
    <fieldset>
      <legend>{t.question.measures}</legend>
      {measures.map((measure, i) => (
        <fieldset key={i} className="measure">
          <legend>{t.question.measure(i + 1)}</legend>
          <Measure
            fields={inputOf(type)}
            measure={measure}
            choices={choices}
            onChange={(changed) => change(i, changed)}
          />
          {measures.length > 1 && (
            <Button onClick={() => put(measures.filter((_, at) => at !== i))}>{t.common.remove}</Button>
          )}
        </fieldset>
      ))}
      <Button onClick={() => put([...measures, emptyValue(inputOf(type))])}>{t.common.add}</Button>
    </fieldset>
  );
}

/** A figure's code says little: its measure is named by words, until another name is typed. */
function renamed(before: InputValue, after: InputValue, { field: figures = [] }: Choices): InputValue {
  const words = (measure: InputValue): string => {
    const name = figures.find(([code]) => code === measure["field"])?.[1];
    return name === undefined ? "" : `${name} ${label("StatisticsFunction", measure["function"] as string)}`;
  };
  const isTyped = after["name"] !== "" && after["name"] !== words(before).slice(0, LONGEST_NAME);
  return isTyped ? after : { ...after, name: words(after).slice(0, LONGEST_NAME) };
}

/** Shows what the function needs; what it does not take is blank, for the server would refuse it. */
function Measure({
  fields,
  measure,
  choices,
  onChange,
}: {
  readonly fields: readonly InputField[];
  readonly measure: InputValue;
  readonly choices: Choices;
  readonly onChange: Change;
}) {
  const form = { value: measure, problems: [], choices, onChange };
  const computed = measure["function"] as string;
  const blank = emptyValue(fields);
  const setFunction: Change = (next) => {
    const keep = some(fields, ...takenBy(next["function"] as string)).map(({ name }) => name);
    onChange({ ...blank, ...Object.fromEntries(keep.map((name) => [name, next[name]!])) });
  };
  const conditions = some(fields, ...takenBy(computed)).filter(
    ({ name }) => name === "where" || name === "of",
  );
  return (
    <>
      <div className="row">
        <Fields fields={some(fields, "function")} {...form} onChange={setFunction} />
        <Fields fields={some(some(fields, ...takenBy(computed)), "field", "percentile")} {...form} />
      </div>
      <details>
        <summary>{t.question.only}</summary>
        <Fields
          fields={some(fields, "name").map((field) => ({ ...field, required: false, label: NAME }))}
          {...form}
        />
        <Fields fields={conditions} {...form} />
      </details>
    </>
  );
}

/** Of a measure, to the server. */
const LONGEST_NAME = 60;
const NAME = [t.question.name, t.question.name] as const;

function takenBy(computed: string): readonly string[] {
  const all = ["function", "name", "where"];
  if (computed === "RATIO") return [...all, "of"];
  if (computed === "COUNT") return all;
  return [...all, "field", ...(computed === "PERCENTILE" ? ["percentile"] : [])];
}
