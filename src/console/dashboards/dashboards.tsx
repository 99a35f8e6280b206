import { gql } from "@urql/core";
import { useMemo, useState } from "react";
import { Link, useLocation, useSearchParams } from "wouter";
import { graphql } from "../api";
import { AnswerView, type Form } from "../questions/answer";
import { type Answer, setOf } from "../questions/question";
import { FileTable, questionAt } from "../questions/stored";
import { Places } from "../questions/text";
import { label, t } from "../texts";
import { Button, messageOf, Notice, Page, Waiting } from "../ui/parts";
import { StepForm } from "../ui/step-form";
import { DataTable } from "../ui/table";
import { useAnswer } from "../ui/use-answer";
import { DASHBOARD, type Dashboard } from "./dashboard-query";
import { dashboardAt, Editor } from "./editor";

const DASHBOARDS = graphql(`
  query Dashboards {
    dashboards(first: 100) {
      nodes {
        id
        name
        owner
        visibility
        unit {
          id
          shortName
        }
      }
    }
  }
`);

type Panel = Dashboard["panels"][number];

/** The dashboards that one sees, one of them, or a new one. */
export function Dashboards({ id }: { readonly id: string | undefined }) {
  if (id === undefined) return <List />;
  return id === "new" ? <Editor dashboard={null} /> : <One id={id} />;
}

function List() {
  const [answer] = useAnswer({ query: DASHBOARDS });
  const [, go] = useLocation();
  return (
    <Page
      title={t.dashboards.title}
      tools={
        <Button primary onClick={() => go("/dashboards/new")}>
          {t.dashboards.create}
        </Button>
      }
    >
      <Places at="dashboards" />
      <Waiting answer={answer} />
      <DataTable
        caption={t.dashboards.title}
        rows={answer.data?.dashboards.nodes ?? []}
        keyOf={(one) => one.id}
        empty={t.dashboards.none}
        columns={[
          {
            key: "name",
            title: t.dashboards.title,
            cell: (one) => <Link href={dashboardAt(one.id)}>{one.name}</Link>,
          },
          {
            key: "owner",
            title: t.question.owner,
            cell: ({ owner }) => (owner ? t.question.own : t.question.shared),
          },
          { key: "unit", title: t.common.unit, cell: ({ unit }) => unit.shortName },
          {
            key: "visibility",
            title: t.question.visibility,
            cell: ({ visibility }) => label("QueryVisibility", visibility),
          },
        ]}
      />
    </Page>
  );
}

function One({ id }: { readonly id: string }) {
  const [answer, again] = useAnswer({ query: DASHBOARD, variables: { id } });
  const [params] = useSearchParams();
  if (!answer.data) return <Waiting answer={answer} />;
  const { node } = answer.data;
  if (!node || !("panels" in node)) return <Notice>{t.common.notFound}</Notice>;
  if (params.has("edit") && node.owner)
    return (
      <Editor key={node.revision} dashboard={node} onSaved={() => again({ requestPolicy: "network-only" })} />
    );
  return <Shown dashboard={node} />;
}

function Shown({ dashboard }: { readonly dashboard: Dashboard }) {
  const { id, name, owner, revision, panels } = dashboard;
  const [, go] = useLocation();
  const [removing, setRemoving] = useState(false);
  return (
    <Page
      title={name}
      tools={
        <>
          <Button onClick={() => print()}>{t.report.print}</Button>
          {owner && (
            <>
              <Button onClick={() => go(`${dashboardAt(id)}?edit`)}>{t.dashboards.edit}</Button>
              <Button onClick={() => setRemoving(true)}>{t.question.remove}</Button>
            </>
          )}
        </>
      }
    >
      <div className="dashboard">
        {panels.map((panel, i) => (
          <PanelView key={`${i} ${panel.query?.id}`} panel={panel} />
        ))}
      </div>
      {removing && (
        <StepForm
          mutation="deleteDashboard"
          title={`${t.question.remove} · ${name}`}
          given={{ dashboardId: id, expectedRevision: revision }}
          onDone={() => go("/dashboards")}
          onClose={() => setRemoving(false)}
        />
      )}
    </Page>
  );
}

/** One question, answered with the right of whoever looks. */
function PanelView({ panel: { query, show } }: { readonly panel: Panel }) {
  if (!query)
    return (
      <section className="card">
        <Notice>{t.dashboards.gone}</Notice>
      </section>
    );
  return (
    <section className="card" aria-label={query.name}>
      <h2>
        <Link href={questionAt(query.id)}>{query.name}</Link>
      </h2>
      {setOf(query.document) ? (
        <Answered query={query} show={show} />
      ) : (
        <FileTable url={`${query.url}.csv`} />
      )}
    </section>
  );
}

function Answered({ query, show }: { readonly query: NonNullable<Panel["query"]>; readonly show: Form }) {
  const { document, variables } = query;
  const [answer] = useAnswer<Readonly<Record<string, Answer>>, Record<string, unknown>>({
    query: useMemo(() => gql(document), [document]),
    variables: variables as Record<string, unknown>,
  });
  const found = Object.values(answer.data ?? {}).find((value) => typeof value === "object");
  if (answer.error && !found) return <Notice kind="ERROR">{messageOf(answer.error)}</Notice>;
  return found ? <AnswerView answer={found} price={undefined} show={show} /> : <p>{t.question.asking}</p>;
}
