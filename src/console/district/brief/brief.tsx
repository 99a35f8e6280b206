import { useAnswer } from "../../ui/use-answer";
import { Bars, Parts } from "../../charts/bars";
import { ChartFrame } from "../../charts/frame";
import { pngOf, saveBytes } from "../../charts/save";
import { label, t } from "../../texts";
import { Button, Waiting } from "../../ui/parts";
import { BRIEF_INDICATORS, type BriefFacts, REVIEWS, sentencesOf, SUITS } from "./brief-sentences";
import { unitsOf, usualChoice } from "../compare/compare-choice";
import { Coverage } from "../coverage";
import { type Office, PartPage } from "../part-page";
import { outcomeParts, sumOf } from "../outcomes";
import { BOARD, columnAt, DISCLOSED, FIGURES, RECEIVED, stateOf, STATES, writerOf } from "../queries";
import { RANKING } from "../compare/ranking";

/** A page for the vice mayor: ten sentences and six charts, all computed, on two sheets of paper. */
export function Brief({ office }: { readonly office: Office }) {
  const { code, year } = office;
  const scope = unitsOf(office, usualChoice(office));
  const years = office.years.filter((one) => one <= year).slice(0, 5);
  const input = { ...scope, indicators: BRIEF_INDICATORS, years };
  const [board] = useAnswer({ query: BOARD, variables: { under: code, year } });
  const [compared] = useAnswer({ query: FIGURES, variables: { input } });
  const [ranking] = useAnswer({
    query: RANKING,
    variables: { input: { ...scope, indicator: DISCLOSED, year } },
  });
  const facts = board.data &&
    compared.data &&
    ranking.data && {
      year,
      filings: board.data.filingBoard.filings,
      figures: compared.data.compareReports,
      ranked: ranking.data.rankReports,
    };
  const waiting = [board, compared, ranking].find(({ data }) => !data);
  return (
    <PartPage
      office={office}
      part="brief"
      title={t.brief.title}
      tools={
        <>
          <Button primary onClick={() => print()}>
            {t.brief.print}
          </Button>
          <Button disabled={!facts} onClick={() => facts && void saveWord(office, facts)}>
            {t.brief.word}
          </Button>
        </>
      }
    >
      {waiting && <Waiting answer={waiting} />}
      {facts && facts.figures.rows.length === 0 && <p className="empty">{t.brief.nothing}</p>}
      {facts && facts.figures.rows.length > 0 && <Sheets office={office} facts={facts} />}
    </PartPage>
  );
}

/** The same sentences and charts as a Word file, made in the page of what it shows. */
async function saveWord(office: Office, facts: BriefFacts): Promise<void> {
  const { briefDocx } = await import("./brief-docx");
  const figures = [...document.querySelectorAll<HTMLElement>("article.brief figure.chart")];
  const charts = await Promise.all(
    figures.flatMap((figure) => {
      const svg = figure.querySelector("svg");
      const title = figure.querySelector("figcaption strong")?.textContent ?? "";
      return svg ? [drawn(svg, title)] : [];
    }),
  );
  const title = t.brief.of(office.name, facts.year);
  const file = briefDocx({
    ...{ title, author: office.name, sentences: sentencesOf(facts), source: t.brief.madeOn(asOf(facts)) },
    ...{ charts, chartsTitle: t.brief.charts },
  });
  saveBytes(file, DOCX, `${title}.docx`);
}

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

async function drawn(svg: SVGSVGElement, title: string) {
  const { width, height } = svg.viewBox.baseVal;
  return { title, png: await pngOf(svg, 3), ratio: height / width };
}

const asOf = ({ figures, year }: BriefFacts): string =>
  figures.coverage.find((one) => one.year === year)?.asOf.slice(0, 10) ?? "";

function Sheets({ office, facts }: { readonly office: Office; readonly facts: BriefFacts }) {
  const { figures, year } = facts;
  return (
    <article className="brief">
      <h2>{t.brief.of(office.name, year)}</h2>
      <section>
        <h3 className="hidden">{t.brief.findings}</h3>
        <ol>
          {sentencesOf(facts).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
        <p className="help">{t.brief.madeOn(asOf(facts))}</p>
      </section>
      <div className="charts">
        <States facts={facts} />
        <OverYears facts={facts} title={t.brief.received} codes={[[RECEIVED, ""]]} />
        <Outcomes facts={facts} />
        <Disclosed facts={facts} />
        <Largest facts={facts} />
        <OverYears
          facts={facts}
          title={t.brief.remedies}
          codes={[
            [REVIEWS, t.brief.reviews],
            [SUITS, t.brief.suits],
          ]}
        />
      </div>
      <Coverage years={figures.coverage.filter((one) => one.year === year)} />
    </article>
  );
}

/** Two charts stand beside each other: drawn narrow, their words stay as large as those of the page. */
const HALF = 400;

interface Counted {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  readonly told: string;
  readonly own?: boolean;
}

/** Bars that are their own table. */
const Counts = ({ title, bars }: { readonly title: string; readonly bars: readonly Counted[] }) => (
  <ChartFrame
    title={title}
    rows={bars}
    keyOf={({ key }) => key}
    columns={[
      { key: "name", title: t.work.what, cell: ({ name }) => name },
      { key: "value", title: t.compare.value, number: true, cell: ({ told }) => told },
    ]}
  >
    <Bars title={title} bars={bars} width={HALF} />
  </ChartFrame>
);

interface Told {
  readonly facts: BriefFacts;
}

function States({ facts: { filings } }: Told) {
  const bars = STATES.map((state) => {
    const value = filings.filter((one) => stateOf(one) === state).length;
    const name = state === "NONE" ? t.board.none : label("ReportStatus", state);
    return { key: state, name, value, told: String(value) };
  });
  return <Counts title={t.brief.states} bars={bars} />;
}

/** Sums of one or two indicators in each year; the year of the brief in the accent colour. */
function OverYears({
  facts: { figures, year },
  title,
  codes,
}: Told & { readonly title: string; readonly codes: readonly (readonly [code: string, name: string])[] }) {
  const years = [...new Set(figures.columns.map((column) => column.year))].sort();
  const bars = years
    .filter((one) => figures.coverage.some((coverage) => coverage.year === one && coverage.included > 0))
    .flatMap((one) =>
      codes.map(([code, name]) => {
        const value = sumOf(figures, columnAt(figures, code, one));
        return {
          key: `${one} ${code}`,
          name: `${one} ${name}`,
          value,
          told: String(value),
          own: one === year,
        };
      }),
    );
  return <Counts title={title} bars={bars} />;
}

function Outcomes({ facts: { figures, year } }: Told) {
  const parts = outcomeParts(figures, year, (at) => sumOf(figures, at));
  return (
    <ChartFrame
      title={t.brief.outcomes}
      rows={parts}
      keyOf={({ key }) => key}
      columns={[
        { key: "name", title: t.work.what, cell: ({ name }) => name },
        { key: "value", title: t.compare.value, number: true, cell: ({ value }) => value },
      ]}
    >
      <Parts title={t.brief.outcomes} rows={[{ key: "all", name: t.compare.total, parts }]} width={HALF} />
    </ChartFrame>
  );
}

function Disclosed({ facts: { ranked } }: Told) {
  const write = writerOf("比值");
  const bars = ranked.rows
    .filter(({ rank }) => rank !== null)
    .slice(0, 10)
    .map(({ unit, value, rank }) => ({
      key: unit.shortName,
      name: `${rank} ${unit.shortName}`,
      value: value ?? 0,
      told: write(value ?? 0),
    }));
  return <Counts title={t.brief.disclosed} bars={bars} />;
}

function Largest({ facts: { figures, year } }: Told) {
  const at = columnAt(figures, RECEIVED, year);
  const bars = figures.rows
    .map(({ unit, values }) => ({
      key: unit.code,
      name: unit.shortName,
      value: values[at] ?? 0,
      told: String(values[at] ?? 0),
    }))
    .sort((one, other) => other.value - one.value)
    .slice(0, 10);
  return <Counts title={t.brief.requestsBy} bars={bars} />;
}
