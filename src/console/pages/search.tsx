import { useMemo } from "react";
import { useAnswer } from "../ui/use-answer";
import { Link, useSearchParams } from "wouter";
import { FORMATS } from "../../forms/index";
import { graphql, type ResultOf } from "../api";
import { TOPICS } from "../help/topics.data";
import { label, nameOf, spoken, t } from "../texts";
import { Page, Waiting } from "../ui/parts";
import { DataTable } from "../ui/table";
import { placesOf, reportingYear, useViewer, type Viewer } from "../viewer";

const UNITS = graphql(`
  query SearchUnits($text: String!) {
    units(text: $text, first: 50) {
      nodes {
        id
        code
        name
        kind
      }
    }
  }
`);

const RECORDS = graphql(`
  query SearchRecords($unit: String!, $text: String!) {
    unit(code: $unit) {
      id
      requests(filter: { text: $text }, first: 20) {
        nodes {
          id
          number
          subject
          state
        }
      }
      disclosures(filter: { text: $text }, first: 20) {
        nodes {
          id
          title
          documentNumber
          status
        }
      }
    }
  }
`);

const INDICATORS = graphql(`
  query SearchIndicators {
    indicators {
      code
      label
      labelEn
      source
      derived
      description
      formats
    }
  }
`);

/** Units and indicators everywhere, the help, and the records of the units whose ledgers one reads. */
export function Search() {
  const [params] = useSearchParams();
  const text = params.get("q")?.trim() ?? "";
  const viewer = useViewer();
  const keepers = placesOf(viewer, "CLERK", "REVIEWER", "OFFICER", "CASE_READER");
  if (text === "") return <Page title={t.search.title}>{t.search.hint}</Page>;
  return (
    <Page title={t.search.title} about={text}>
      <Units text={text} />
      <Indicators text={text} viewer={viewer} />
      {keepers.map(({ code, shortName }) => (
        <Records key={code} text={text} unit={code} name={keepers.length > 1 ? shortName : ""} />
      ))}
      <Help text={text} />
    </Page>
  );
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().split(/\s+/).filter(Boolean);
const holds = (words: readonly string[], ...texts: readonly (string | null)[]): boolean => {
  const all = texts.join(" ").toLowerCase();
  return words.every((word) => all.includes(word));
};

function Units({ text }: { readonly text: string }) {
  const [answer] = useAnswer({ query: UNITS, variables: { text } });
  return (
    <>
      <h2>{t.search.units}</h2>
      <Waiting answer={answer} />
      <DataTable
        caption={t.search.units}
        rows={answer.data?.units.nodes ?? []}
        keyOf={({ id }) => id}
        empty={t.search.nothing}
        columns={[
          {
            key: "name",
            title: t.common.unit,
            cell: ({ code, name }) => <Link href={`/report/${code}/${reportingYear()}`}>{name}</Link>,
          },
          { key: "code", title: t.admin.code, cell: ({ code }) => code },
          { key: "kind", title: t.ledger.columns.kind, cell: ({ kind }) => label("UnitKind", kind) },
        ]}
      />
    </>
  );
}

type Indicator = ResultOf<typeof INDICATORS>["indicators"][number];
const MOST_INDICATORS = 60;

/** By label, code or meaning; the newest form's first. Each leads to the comparison and to its cell in the own report. */
function Indicators({ text, viewer }: { readonly text: string; readonly viewer: Viewer }) {
  const [answer] = useAnswer({ query: INDICATORS });
  const found = useMemo(() => {
    const words = wordsOf(text);
    const newest = FORMATS[FORMATS.length - 1]?.code ?? "";
    const old = ({ formats }: Indicator) => Number(formats.length > 0 && !formats.includes(newest));
    return (answer.data?.indicators ?? [])
      .filter(({ code, label: zh, labelEn, description }) => holds(words, code, zh, labelEn, description))
      .sort((one, other) => old(one) - old(other));
  }, [answer.data, text]);
  const own = placesOf(viewer, "CLERK", "REVIEWER")[0];
  const office = placesOf(viewer, "OFFICER", "ANALYST")[0];
  return (
    <>
      <h2>{t.search.indicators}</h2>
      <Waiting answer={answer} />
      {found.length > MOST_INDICATORS && <p>{t.search.more(MOST_INDICATORS, found.length)}</p>}
      <DataTable
        caption={t.search.indicators}
        rows={found.slice(0, MOST_INDICATORS)}
        keyOf={({ code }) => code}
        empty={t.search.nothing}
        columns={[
          { key: "name", title: t.compare.indicators, cell: nameOf },
          { key: "code", title: t.admin.code, cell: ({ code }) => <code>{code}</code> },
          { key: "formats", title: t.search.forms, cell: formsOf },
          {
            key: "places",
            title: t.search.places,
            cell: (indicator) => (
              <>
                {office && <Link href={comparisonOf(office.code, indicator.code)}>{t.nav.compare}</Link>}{" "}
                {own && <CellLink unit={own.code} indicator={indicator} />}
              </>
            ),
          },
        ]}
      />
    </>
  );
}

const formsOf = ({ source, derived, formats }: Indicator): string =>
  source === "TEXT" ? t.compare.stated : derived ? t.compare.derived : formats.join("、");

const comparisonOf = (unit: string, code: string): string =>
  `/district/${unit}/${reportingYear()}/compare?indicators=${code}&indicator=${code}`;

/** A cell stands in the report of a year that used one of its forms. */
function CellLink({ unit, indicator }: { readonly unit: string; readonly indicator: Indicator }) {
  const format = FORMATS.filter(({ code }) => indicator.formats.includes(code)).pop();
  if (!format || indicator.source === "TEXT" || indicator.derived) return null;
  const year = Math.min(reportingYear(), format.lastYear ?? reportingYear());
  return <Link href={`/report/${unit}/${year}/form#${indicator.code}`}>{t.search.cell}</Link>;
}

function Records({
  text,
  unit,
  name,
}: {
  readonly text: string;
  readonly unit: string;
  readonly name: string;
}) {
  const [answer] = useAnswer({ query: RECORDS, variables: { unit, text } });
  const { requests, disclosures } = answer.data?.unit ?? {};
  const found = [
    ...(requests?.nodes ?? []).map((one) => ({
      ...{ id: one.id, name: `${one.number} ${one.subject}`, kind: t.nav.requests },
      ...{ state: label("RequestState", one.state), ledger: "requests" },
    })),
    ...(disclosures?.nodes ?? []).map((one) => ({
      ...{ id: one.id, name: `${one.title} ${one.documentNumber ?? ""}`, kind: t.nav.disclosures },
      ...{ state: label("DisclosureStatus", one.status), ledger: "disclosures" },
    })),
  ];
  const title = `${t.search.records}${name && ` · ${name}`}`;
  return (
    <>
      <h2>{title}</h2>
      <Waiting answer={answer} />
      <DataTable
        caption={title}
        rows={found}
        keyOf={({ id }) => id}
        empty={t.search.nothing}
        columns={[
          {
            key: "name",
            title: t.ledger.columns.title,
            cell: ({ id, name: whole, ledger }) => (
              <Link href={`/ledgers/${ledger}/${unit}/${encodeURIComponent(id)}`}>{whole}</Link>
            ),
          },
          { key: "kind", title: t.ledger.columns.kind, cell: ({ kind }) => kind },
          { key: "state", title: t.ledger.columns.state, cell: ({ state }) => state },
        ]}
      />
    </>
  );
}

/** Topics that say it anywhere, each with the first sentence that does. */
function Help({ text }: { readonly text: string }) {
  const words = wordsOf(text);
  const found = TOPICS.flatMap(({ key, title, law, steps, keys, mistakes }) => {
    const said = [title, ...law, ...steps, ...keys, ...mistakes].find((pair) => holds(words, ...pair));
    return said ? [{ key, title: spoken(title), said: said === title ? "" : spoken(said) }] : [];
  });
  if (found.length === 0) return null;
  return (
    <>
      <h2>{t.help.title}</h2>
      <DataTable
        caption={t.help.title}
        rows={found}
        keyOf={({ key }) => key}
        columns={[
          {
            key: "topic",
            title: t.help.title,
            cell: ({ key, title }) => <Link href={`/help#${key}`}>{title}</Link>,
          },
          { key: "said", title: t.search.text, cell: ({ said }) => said },
        ]}
      />
    </>
  );
}
