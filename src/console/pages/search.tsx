import { useAnswer } from "../ui/use-answer";
import { Link, useSearchParams } from "wouter";
import { graphql } from "../api";
import { label, t } from "../texts";
import { Page, Waiting } from "../ui/parts";
import { DataTable } from "../ui/table";
import { placesOf, reportingYear, useViewer } from "../viewer";

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

/** Units everywhere, and the records of the unit whose ledgers one keeps. */
export function Search() {
  const [params] = useSearchParams();
  const text = params.get("q")?.trim() ?? "";
  const viewer = useViewer();
  const keeper = placesOf(viewer, "CLERK", "REVIEWER", "OFFICER", "CASE_READER")[0];
  const [units] = useAnswer({ query: UNITS, variables: { text }, pause: text === "" });
  const [records] = useAnswer({
    query: RECORDS,
    variables: { unit: keeper?.code ?? "", text },
    pause: text === "" || !keeper,
  });
  const { requests, disclosures } = records.data?.unit ?? {};
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
  if (text === "") return <Page title={t.search.title}>{t.search.hint}</Page>;
  return (
    <Page title={t.search.title} about={text}>
      <Waiting answer={units} />
      <h2>{t.search.units}</h2>
      <DataTable
        caption={t.search.units}
        rows={units.data?.units.nodes ?? []}
        keyOf={({ id }) => id}
        empty={t.search.nothing}
        columns={[
          {
            key: "name",
            title: t.common.unit,
            cell: ({ code, name }) => <Link href={`/report/${code}/${reportingYear()}`}>{name}</Link>,
          },
          { key: "kind", title: t.ledger.columns.kind, cell: ({ kind }) => label("UnitKind", kind) },
        ]}
      />
      {keeper && (
        <>
          <h2>{t.search.records}</h2>
          <DataTable
            caption={t.search.records}
            rows={found}
            keyOf={({ id }) => id}
            empty={t.search.nothing}
            columns={[
              {
                key: "name",
                title: t.ledger.columns.title,
                cell: ({ id, name, ledger }) => (
                  <Link href={`/ledgers/${ledger}/${keeper.code}/${encodeURIComponent(id)}`}>{name}</Link>
                ),
              },
              { key: "kind", title: t.ledger.columns.kind, cell: ({ kind }) => kind },
              { key: "state", title: t.ledger.columns.state, cell: ({ state }) => state },
            ]}
          />
        </>
      )}
    </Page>
  );
}
