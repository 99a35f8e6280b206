import { t } from "../texts";
import { Fields, type InputField, inputOf } from "../ui/fields";
import {
  but,
  type Change,
  type Draft,
  firstDraft,
  inputFrom,
  nested,
  some,
  withYears,
  yearsOf,
} from "./draft";
import { Measures } from "./measures";
import { type DataSet, inputTypeOf, SETS } from "./question";
import { Scope, Years } from "./scope";

/** An empty list is an answer as well: one row of everything. */
const optional = (fields: readonly InputField[]) => fields.map((field) => ({ ...field, required: false }));

export function Builder({
  draft,
  onChange,
}: {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}) {
  const { set, value } = draft;
  const fields = inputOf(inputTypeOf(set));
  const change: Change = (next) => onChange({ set, value: next });
  const names = ((inputFrom(draft)?.["measures"] ?? []) as { name: string }[]).map(
    ({ name }) => [name, name] as const,
  );
  const choices = { measure: names };
  const whereType = fields.find(({ name }) => name === "where")!.type;
  const orderType = fields.find(({ name }) => name === "orderBy")!.type;
  return (
    <form className="builder" aria-label={t.question.title} onSubmit={(event) => event.preventDefault()}>
      <DataChoice set={set} onChoose={(other) => onChange(firstDraft(other, nested(value, "scope")))} />
      <Scope value={nested(value, "scope")} onChange={(scope) => change({ ...value, scope })} />
      <Years
        set={set}
        chosen={yearsOf(set, value)}
        onChange={(years) => change(withYears(set, value, years))}
      />
      <Fields fields={optional(some(fields, "groupBy"))} value={value} problems={[]} onChange={change} />
      <Measures draft={draft} onChange={change} />
      <details>
        <summary>{t.question.where}</summary>
        <Fields
          fields={some(fields, "dateBasis", "reportScope", "atLeast")}
          value={value}
          problems={[]}
          onChange={change}
        />
        <Fields
          fields={but(inputOf(whereType), "years")}
          value={nested(value, "where")}
          problems={[]}
          onChange={(where) => change({ ...value, where })}
        />
      </details>
      <details>
        <summary>{t.question.order}</summary>
        <Fields
          fields={inputOf(orderType)}
          value={nested(value, "orderBy")}
          choices={choices}
          problems={[]}
          onChange={(orderBy) => change({ ...value, orderBy })}
        />
        <Fields
          fields={some(fields, "top", "totals", "having")}
          value={value}
          problems={[]}
          onChange={change}
        />
      </details>
    </form>
  );
}

function DataChoice({ set, onChoose }: { readonly set: DataSet; readonly onChoose: (set: DataSet) => void }) {
  return (
    <div className="field">
      <label htmlFor="data-set">{t.question.data}</label>
      <select id="data-set" value={set} onChange={({ target }) => onChoose(target.value as DataSet)}>
        {SETS.map((one) => (
          <option key={one} value={one}>
            {t.question.sets[one]}
          </option>
        ))}
      </select>
    </div>
  );
}
