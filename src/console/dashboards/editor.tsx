import { type FormEvent, useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import { graphql } from "../api";
import type { Form } from "../questions/answer";
import { LABELS } from "../generated/labels";
import { label, t } from "../texts";
import { Button, Notice, Page, Waiting } from "../ui/parts";
import { useStep } from "../ui/step-form";
import { useAnswer } from "../ui/use-answer";
import { placesOf, useViewer } from "../viewer";
import type { Dashboard } from "./dashboard-query";

const QUERIES = graphql(`
  query QueriesForDashboard {
    savedQueries(first: 100) {
      nodes {
        id
        name
      }
    }
  }
`);

export const dashboardAt = (id: string): string => `/dashboards/${encodeURIComponent(id)}`;

interface Chosen {
  readonly queryId: string;
  readonly show: Form;
}

interface Draft {
  readonly name: string;
  readonly visibility: Dashboard["visibility"];
  readonly panels: readonly Chosen[];
}

/** A query that was deleted or is hidden cannot be kept: its place goes when the dashboard is saved. */
const firstDraft = (dashboard: Dashboard | null, added: string | null): Draft => ({
  name: dashboard?.name ?? "",
  visibility: dashboard?.visibility ?? "PRIVATE",
  panels: [
    ...(dashboard?.panels ?? []).flatMap(({ query, show }) => (query ? [{ queryId: query.id, show }] : [])),
    ...(added === null ? [] : [{ queryId: added, show: "BOTH" as const }]),
  ],
});

/** Name, sharing and the questions in their order; `?query=` brings one more. */
export function Editor({
  dashboard,
  onSaved,
}: {
  readonly dashboard: Dashboard | null;
  readonly onSaved?: () => void;
}) {
  const home = placesOf(useViewer(), "ANALYST", "OFFICER", "CLERK", "REVIEWER")[0];
  const [params] = useSearchParams();
  const [, go] = useLocation();
  const [answer] = useAnswer({ query: QUERIES });
  const [draft, setDraft] = useState(() => firstDraft(dashboard, params.get("query")));
  const { send, busy, problems, failure } = useStep("saveDashboard", () => {
    onSaved?.();
    go(dashboard ? dashboardAt(dashboard.id) : "/dashboards");
  });
  if (!answer.data) return <Waiting answer={answer} />;
  const known = answer.data.savedQueries.nodes;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const kept = dashboard && { dashboardId: dashboard.id, expectedRevision: dashboard.revision };
    void send({ ...draft, ...(kept ?? { unitCode: home?.code }) });
  };
  return (
    <Page title={dashboard ? dashboard.name : t.dashboards.create}>
      <form className="card" onSubmit={submit}>
        <Head {...{ draft, setDraft }} />
        <Panels
          panels={draft.panels}
          nameOf={(id) => known.find((one) => one.id === id)?.name ?? t.dashboards.gone}
          onChange={(panels) => setDraft({ ...draft, panels })}
        />
        <Add
          known={known}
          onAdd={(queryId) => setDraft({ ...draft, panels: [...draft.panels, { queryId, show: "BOTH" }] })}
        />
        {problems.map(({ message, path }) => (
          <Notice key={path.join()} kind="ERROR">
            {message}
          </Notice>
        ))}
        {failure && <Notice kind="ERROR">{failure}</Notice>}
        <Button
          primary
          type="submit"
          disabled={busy}
          whyNot={draft.panels.length === 0 ? t.dashboards.choose : null}
        >
          {t.question.save}
        </Button>
      </form>
    </Page>
  );
}

function Head({ draft, setDraft }: { readonly draft: Draft; readonly setDraft: (draft: Draft) => void }) {
  return (
    <div className="filters">
      <label>
        {t.dashboards.name}
        <input
          value={draft.name}
          maxLength={120}
          required
          onChange={({ target }) => setDraft({ ...draft, name: target.value })}
        />
      </label>
      <label>
        {t.question.visibility}
        <select
          value={draft.visibility}
          onChange={({ target }) => setDraft({ ...draft, visibility: target.value as Draft["visibility"] })}
        >
          {Object.keys(LABELS.QueryVisibility).map((key) => (
            <option key={key} value={key}>
              {label("QueryVisibility", key)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function Add({
  known,
  onAdd,
}: {
  readonly known: readonly { readonly id: string; readonly name: string }[];
  readonly onAdd: (queryId: string) => void;
}) {
  return (
    <label className="filters">
      {t.dashboards.add}
      <select value="" onChange={({ target }) => onAdd(target.value)}>
        <option value="">{t.dashboards.choose}</option>
        {known.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Panels({
  panels,
  nameOf,
  onChange,
}: {
  readonly panels: readonly Chosen[];
  readonly nameOf: (id: string) => string;
  readonly onChange: (panels: readonly Chosen[]) => void;
}) {
  const moved = (from: number, to: number) => {
    const next = [...panels];
    next.splice(to, 0, ...next.splice(from, 1));
    onChange(next);
  };
  return (
    <ol className="panels">
      {panels.map(({ queryId, show }, i) => {
        const name = nameOf(queryId);
        return (
          <li key={`${i} ${queryId}`}>
            <span>{name}</span>
            <select
              aria-label={`${t.dashboards.show} · ${name}`}
              value={show}
              onChange={({ target }) =>
                onChange(panels.map((one, at) => (at === i ? { ...one, show: target.value as Form } : one)))
              }
            >
              {Object.keys(LABELS.PanelForm).map((key) => (
                <option key={key} value={key}>
                  {label("PanelForm", key)}
                </option>
              ))}
            </select>
            <Button
              aria-label={`${t.dashboards.up} · ${name}`}
              disabled={i === 0}
              onClick={() => moved(i, i - 1)}
            >
              ↑
            </Button>
            <Button
              aria-label={`${t.dashboards.down} · ${name}`}
              disabled={i === panels.length - 1}
              onClick={() => moved(i, i + 1)}
            >
              ↓
            </Button>
            <Button
              aria-label={`${t.question.remove} · ${name}`}
              onClick={() => onChange(panels.filter((_, at) => at !== i))}
            >
              {t.question.remove}
            </Button>
          </li>
        );
      })}
    </ol>
  );
}
