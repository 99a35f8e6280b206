import { useAnswer } from "../../ui/use-answer";
import { t } from "../../texts";
import { Waiting } from "../../ui/parts";
import { type Choice, MOST_YEARS, unitsOf } from "./compare-choice";
import { Coverage } from "../coverage";
import type { Office } from "../part-page";
import type { useIndicators } from "./indicator-choice";
import { OutcomeParts, Spread, Trend } from "./one-indicator";
import { FIGURES, type Figures } from "../queries";
import { OUTCOMES } from "../outcomes";
import { Ranking } from "./ranking";

interface ChartsProps {
  readonly office: Office;
  readonly choice: Choice;
  readonly indicators: ReturnType<typeof useIndicators>;
  readonly onChange: (changed: Partial<Choice>) => void;
}

/** One indicator, drawn: who is how high, how that went over the years, how the units spread. */
export function CompareCharts({ office, choice, indicators, onChange }: ChartsProps) {
  const isParts = choice.view === "parts";
  const asked = isParts ? OUTCOMES : [choice.indicator];
  const years = isParts
    ? [office.year]
    : [...office.years].filter((year) => year <= office.year).slice(0, MOST_YEARS);
  const input = { ...unitsOf(office, choice), indicators: [...asked], years: years.reverse() };
  const [answer] = useAnswer({ query: FIGURES, variables: { input } });
  const figures = answer.data?.compareReports;
  const all = indicators.flatMap((group) => group.indicators);
  const known = new Map(all.map(({ code, name }) => [code, name]));
  return (
    <>
      <div className="filters">
        {!isParts && (
          <select
            aria-label={t.compare.indicators}
            value={choice.indicator}
            onChange={({ target }) => onChange({ indicator: target.value })}
          >
            {[...new Set([choice.indicator, ...choice.indicators])].map((code) => (
              <option key={code} value={code}>
                {known.get(code) ?? code}
              </option>
            ))}
          </select>
        )}
        {figures && !isParts && <Marked figures={figures} choice={choice} onChange={onChange} />}
      </div>
      {!figures && <Waiting answer={answer} />}
      {figures && figures.rows.length === 0 && <p className="empty">{t.compare.none}</p>}
      {figures && figures.rows.length > 0 && (
        <>
          {choice.view === "ranking" && <Ranking office={office} choice={choice} />}
          {choice.view === "trend" && <Trend figures={figures} marked={choice.marked} />}
          {choice.view === "spread" && <Spread figures={figures} marked={choice.marked} year={office.year} />}
          {isParts && <OutcomeParts figures={figures} year={office.year} />}
          <Coverage
            years={figures.coverage.filter(({ year, included }) =>
              choice.view === "trend" ? included > 0 : year === office.year,
            )}
          />
        </>
      )}
    </>
  );
}

/** The unit in the accent colour. */
function Marked({
  figures,
  choice,
  onChange,
}: Pick<ChartsProps, "choice" | "onChange"> & { readonly figures: Figures }) {
  return (
    <label>
      {t.compare.marked}{" "}
      <select value={choice.marked} onChange={({ target }) => onChange({ marked: target.value })}>
        <option value="">{t.compare.nobody}</option>
        {figures.rows.map(({ unit }) => (
          <option key={unit.code} value={unit.code}>
            {unit.shortName}
          </option>
        ))}
      </select>
    </label>
  );
}
