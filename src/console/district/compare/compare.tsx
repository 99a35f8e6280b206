import { useState } from "react";
import { useAnswer } from "../../ui/use-answer";
import { label, t } from "../../texts";
import { Downloads } from "../../ui/downloads";
import { Button, Waiting } from "../../ui/parts";
import {
  type Choice,
  type CompareInput,
  MOST_YEARS,
  type UnitKind,
  unitsOf,
  useChoice,
  VIEWS,
} from "./compare-choice";
import { CompareCharts } from "./compare-charts";
import { CompareTable } from "./compare-table";
import { Coverage } from "../coverage";
import { type Office, PartPage } from "../part-page";
import { FIGURES } from "../queries";
import { IndicatorChoice, useIndicators } from "./indicator-choice";

/** Units × indicators × years as a table, a ranking, lines, a distribution and parts of a whole. */
export function Compare({ office }: { readonly office: Office }) {
  const [choice, change] = useChoice(office);
  const [picking, setPicking] = useState(false);
  const indicators = useIndicators();
  const input: CompareInput = {
    ...unitsOf(office, choice),
    indicators: [...choice.indicators],
    years: [...choice.years],
  };
  const empty = choice.indicators.length === 0 || choice.years.length === 0;
  return (
    <PartPage
      office={office}
      part="compare"
      title={t.compare.title}
      tools={
        <>
          <Downloads document={FILE} variables={{ input }} whyNot={empty ? t.compare.noIndicator : null} />
          <Button primary onClick={() => setPicking(true)}>
            {t.compare.pick}（{choice.indicators.length}）
          </Button>
        </>
      }
    >
      <Scope office={office} choice={choice} onChange={change} />
      <div className="views" role="group" aria-label={t.compare.show}>
        {VIEWS.map((view) => (
          <Button key={view} aria-pressed={choice.view === view} onClick={() => change({ view })}>
            {t.compare[view]}
          </Button>
        ))}
      </div>
      {empty && <p className="empty">{t.compare.noIndicator}</p>}
      {!empty && choice.view === "table" && <Wide input={input} />}
      {!empty && choice.view !== "table" && (
        <CompareCharts office={office} choice={choice} indicators={indicators} onChange={change} />
      )}
      {picking && (
        <IndicatorChoice
          indicators={indicators}
          chosen={choice.indicators}
          onChoose={(chosen) => change({ indicators: chosen })}
          onClose={() => setPicking(false)}
        />
      )}
    </PartPage>
  );
}

function Wide({ input }: { readonly input: CompareInput }) {
  const [answer, ask] = useAnswer({ query: FIGURES, variables: { input } });
  const figures = answer.data?.compareReports;
  if (!figures) return <Waiting answer={answer} retry={() => ask({ requestPolicy: "network-only" })} />;
  if (figures.rows.length === 0) return <p className="empty">{t.compare.none}</p>;
  return (
    <>
      <CompareTable figures={figures} />
      <Coverage years={figures.coverage} />
    </>
  );
}

const KINDS: readonly UnitKind[] = [
  "TOWN",
  "SUBDISTRICT",
  "ZONE",
  "DEPARTMENT",
  "DISTRICT",
  "CITY",
  "PROVINCE",
];

/** Which years, which units, which of their reports. */
function Scope({
  office,
  choice,
  onChange,
}: {
  readonly office: Office;
  readonly choice: Choice;
  readonly onChange: (changed: Partial<Choice>) => void;
}) {
  return (
    <div className="scope">
      {choice.view === "table" && (
        <Boxes
          name={t.compare.years}
          values={office.years.slice(0, MOST_YEARS).map((year) => [year, String(year)])}
          chosen={choice.years}
          onChoose={(years) => onChange({ years: years.sort((one, other) => other - one) })}
        />
      )}
      <Boxes
        name={choice.kinds.length === 0 ? `${t.compare.kinds}（${t.compare.children}）` : t.compare.kinds}
        values={KINDS.map((kind) => [kind, label("UnitKind", kind)])}
        chosen={choice.kinds}
        onChoose={(kinds) => onChange({ kinds, group: "" })}
      />
      <fieldset className="choices">
        <legend>{t.compare.scope}</legend>
        <select
          aria-label={t.compare.scope}
          value={choice.scope}
          onChange={({ target }) => onChange({ scope: target.value as Choice["scope"] })}
        >
          {(["OWN", "SYSTEM"] as const).map((scope) => (
            <option key={scope} value={scope}>
              {label("ReportScope", scope)}
            </option>
          ))}
        </select>{" "}
        {office.peerGroups.length > 0 && (
          <select
            aria-label={t.compare.group}
            value={choice.group}
            onChange={({ target }) => onChange({ group: target.value })}
          >
            <option value="">{t.compare.group}</option>
            {office.peerGroups.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </fieldset>
    </div>
  );
}

/** A box a value: any number of them can be chosen. */
function Boxes<Value extends string | number>({
  name,
  values,
  chosen,
  onChoose,
}: {
  readonly name: string;
  readonly values: readonly (readonly [Value, string])[];
  readonly chosen: readonly Value[];
  readonly onChoose: (chosen: Value[]) => void;
}) {
  const others = (value: Value) => chosen.filter((one) => one !== value);
  return (
    <fieldset className="choices">
      <legend>{name}</legend>
      {values.map(([value, told]) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ target }) => onChoose(target.checked ? [...chosen, value] : others(value))}
          />{" "}
          {told}
        </label>
      ))}
    </fieldset>
  );
}

/** The same comparison as a file: the server lays it out, with its coverage and the formulas of rates. */
const FILE = `query ($input: CompareReportsInput!) {
  compareReports(input: $input) {
    columns { indicator { code label labelEn unit } year reported total median }
    rows { unit { code name } values ranks }
    coverage { year }
  }
}`;
