import { useState } from "react";
import { useAnswer } from "../ui/use-answer";
import { graphql } from "../api";
import { spoken, t } from "../texts";
import { type Choices, Fields, type InputValue, inputOf } from "../ui/fields";
import { placesOf, reportingYear, useViewer } from "../viewer";
import { type Change, listed, some } from "./draft";
import type { DataSet } from "./question";

export function Years({
  set,
  chosen,
  onChange,
}: {
  readonly set: DataSet;
  readonly chosen: readonly string[];
  readonly onChange: (years: readonly string[]) => void;
}) {
  const recent = Array.from({ length: 8 }, (_, back) => String(reportingYear() + 1 - back));
  const years = [...new Set([...recent, ...chosen])].sort();
  return (
    <fieldset className="choices">
      <legend>{set === "reports" ? t.question.yearsNeeded : t.question.years}</legend>
      {years.map((year) => (
        <label key={year}>
          <input
            type="checkbox"
            checked={chosen.includes(year)}
            onChange={({ target }) => {
              const others = chosen.filter((other) => other !== year);
              onChange(target.checked ? [...others, year].sort() : others);
            }}
          />
          {year}
        </label>
      ))}
    </fieldset>
  );
}

const GOVERNMENTS = graphql(`
  query QuestionGovernments($under: String!) {
    units(under: $under, kinds: [PROVINCE, CITY, DISTRICT, TOWN, SUBDISTRICT, ZONE], first: 100) {
      nodes {
        id
        code
        name
      }
    }
  }
`);

const UNITS = graphql(`
  query QuestionUnits($under: String!, $text: String!) {
    units(under: $under, text: $text, first: 20) {
      nodes {
        id
        code
        name
      }
    }
  }
`);

const UNDER = [t.question.scope, t.question.scope] as const;

/** A unit of one's own or below, and of those below it certain ones, certain kinds, or a peer group. */
export function Scope({ value, onChange }: { readonly value: InputValue; readonly onChange: Change }) {
  const fields = inputOf("StatisticsScopeInput");
  const home = placesOf(useViewer(), "ANALYST", "OFFICER")[0]?.code ?? "";
  const [answer] = useAnswer({ query: GOVERNMENTS, variables: { under: home } });
  const found = (answer.data?.units.nodes ?? []).map(({ code, name }) => [code, name] as const);
  const under = value["under"] as string;
  const known = found.some(([code]) => code === under);
  const choices: Choices = { under: known ? found : [[under, under], ...found] };
  return (
    <>
      <Fields
        fields={some(fields, "under").map((field) => ({ ...field, label: UNDER }))}
        value={value}
        choices={choices}
        problems={[]}
        onChange={onChange}
      />
      <details>
        <summary>{t.question.part}</summary>
        <Fields fields={some(fields, "kinds")} value={value} problems={[]} onChange={onChange} />
        <Units
          under={under}
          chosen={listed(value, "units")}
          onChange={(units) => onChange({ ...value, units })}
        />
      </details>
    </>
  );
}

function Units({
  under,
  chosen,
  onChange,
}: {
  readonly under: string;
  readonly chosen: readonly string[];
  readonly onChange: (units: readonly string[]) => void;
}) {
  const [text, setText] = useState("");
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [answer] = useAnswer({ query: UNITS, variables: { under, text }, pause: text === "" });
  const found = text === "" ? [] : (answer.data?.units.nodes ?? []);
  const rest = chosen.filter((code) => found.every((unit) => unit.code !== code));
  const shown = [...rest.map((code) => ({ code, name: names[code] ?? code })), ...found];
  return (
    <fieldset className="choices">
      <legend>{spoken(some(inputOf("StatisticsScopeInput"), "units")[0]!.label)}</legend>
      <input
        type="search"
        aria-label={t.question.findUnits}
        placeholder={t.question.findUnits}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {shown.map(({ code, name }) => (
        <label key={code}>
          <input
            type="checkbox"
            checked={chosen.includes(code)}
            onChange={({ target }) => {
              setNames({ ...names, [code]: name });
              const others = chosen.filter((other) => other !== code);
              onChange(target.checked ? [...others, code] : others);
            }}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
