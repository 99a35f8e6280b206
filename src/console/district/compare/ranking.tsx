import { useAnswer } from "../../ui/use-answer";
import { graphql } from "../../api";
import { Bars } from "../../charts/bars";
import { ChartFrame } from "../../charts/frame";
import { medianOf } from "../../charts/scale";
import { label, nameOf, t } from "../../texts";
import { Waiting } from "../../ui/parts";
import { type Choice, unitsOf } from "./compare-choice";
import type { Office } from "../part-page";
import { percent, RATIO_UNITS, shortLabel, writerOf } from "../queries";

export const RANKING = graphql(`
  query DistrictRanking($input: RankReportsInput!) {
    rankReports(input: $input) {
      year
      minimumBase
      ranked
      indicator {
        code
        label
        labelEn
        unit
      }
      rows {
        unit {
          id
          code
          shortName
        }
        value
        numerator
        denominator
        rank
        percentile
        notRankedBecause
      }
    }
  }
`);

/** Ranks among comparable units, the highest first; who has no rank is named with the reason. */
export function Ranking({ office, choice }: { readonly office: Office; readonly choice: Choice }) {
  const input = { ...unitsOf(office, choice), indicator: choice.indicator, year: office.year };
  const [answer] = useAnswer({ query: RANKING, variables: { input } });
  const ranking = answer.data?.rankReports;
  if (!ranking) return <Waiting answer={answer} />;
  const write = writerOf(ranking.indicator.unit);
  const ranked = ranking.rows.filter(({ rank }) => rank !== null);
  const isRate = RATIO_UNITS.test(ranking.indicator.unit);
  const title = t.compare.ofYear(shortLabel(nameOf(ranking.indicator)), office.year);
  const median = medianOf(ranked.map(({ value }) => value ?? 0));
  const told = (row: (typeof ranked)[number]) =>
    `${write(row.value ?? 0)}${isRate ? `（${row.numerator}/${row.denominator}）` : ""}`;
  return (
    <>
      <ChartFrame
        title={`${title} · ${t.compare.ranking}`}
        note={isRate ? t.compare.base(ranking.minimumBase) : undefined}
        rows={ranked}
        keyOf={({ unit }) => unit.code}
        columns={[
          { key: "unit", title: t.common.unit, cell: ({ unit }) => unit.shortName },
          { key: "rank", title: t.compare.rank, number: true, cell: ({ rank }) => rank },
          { key: "value", title: t.compare.value, number: true, cell: told },
          {
            key: "percentile",
            title: t.compare.position,
            number: true,
            cell: ({ percentile }) => (percentile === null ? "" : percent(percentile)),
          },
        ]}
      >
        <Bars
          title={title}
          bars={ranked.map((row) => ({
            key: row.unit.code,
            name: `${row.rank} ${row.unit.shortName}`,
            value: row.value,
            told: told(row),
            own: row.unit.code === choice.marked,
          }))}
          median={median}
          medianTold={median === null ? "" : `${t.compare.median} ${write(median)}`}
        />
      </ChartFrame>
      <NotRanked rows={ranking.rows} />
    </>
  );
}

function NotRanked({
  rows,
}: {
  readonly rows: readonly {
    readonly unit: { readonly shortName: string };
    readonly notRankedBecause: string | null;
  }[];
}) {
  const reasons = [...new Set(rows.map(({ notRankedBecause }) => notRankedBecause))].filter(
    (reason) => reason !== null,
  );
  if (reasons.length === 0) return null;
  return (
    <section className="card">
      <h2>{t.compare.notRanked}</h2>
      {reasons.map((reason) => (
        <p key={reason}>
          <strong>{label("NotRankedReason", reason)}</strong>：
          {rows
            .filter(({ notRankedBecause }) => notRankedBecause === reason)
            .map(({ unit }) => unit.shortName)
            .join("、")}
        </p>
      ))}
    </section>
  );
}
