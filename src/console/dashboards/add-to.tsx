import { useState } from "react";
import { Link } from "wouter";
import { graphql } from "../api";
import { t } from "../texts";
import { Dialog } from "../ui/dialog";
import { Button, Waiting } from "../ui/parts";
import { useAnswer } from "../ui/use-answer";

const OWN = graphql(`
  query OwnDashboards {
    dashboards(first: 100) {
      nodes {
        id
        name
        owner
      }
    }
  }
`);

/** From a saved question's page into a dashboard: a new one, or one of one's own. */
export function AddToDashboard({ queryId }: { readonly queryId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t.dashboards.addTo}</Button>
      {open && <Choice queryId={queryId} onClose={() => setOpen(false)} />}
    </>
  );
}

function Choice({ queryId, onClose }: { readonly queryId: string; readonly onClose: () => void }) {
  const [answer] = useAnswer({ query: OWN });
  const added = new URLSearchParams({ query: queryId }).toString();
  const own = answer.data?.dashboards.nodes.filter(({ owner }) => owner) ?? [];
  return (
    <Dialog title={t.dashboards.addTo} onClose={onClose}>
      <Waiting answer={answer} />
      <ul>
        <li>
          <Link href={`/dashboards/new?${added}`}>{t.dashboards.create}</Link>
        </li>
        {own.map(({ id, name }) => (
          <li key={id}>
            <Link href={`/dashboards/${encodeURIComponent(id)}?edit&${added}`}>{name}</Link>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
