import { useState } from "react";
import { useClient } from "urql";
import { useAnswer } from "../ui/use-answer";
import { graphql, type ResultOf } from "../api";
import { ENTRY, PAGE_INFO } from "../fragments";
import { History } from "../ledgers/record";
import { label, t } from "../texts";
import { Button, messageOf, Notice, Page, Waiting } from "../ui/parts";
import { Pager, type Window } from "../ui/table";
import { placesOf, useViewer } from "../viewer";

const SIZE = 50;

const HISTORY = graphql(
  `
    query History(
      $unit: String!
      $from: Date
      $to: Date
      $first: Int
      $after: String
      $last: Int
      $before: String
    ) {
      history(
        unit: $unit
        subtree: true
        from: $from
        to: $to
        first: $first
        after: $after
        last: $last
        before: $before
      ) {
        totalCount
        pageInfo {
          ...PageInfo
        }
        nodes {
          ...Entry
          unit {
            id
            shortName
          }
        }
      }
    }
  `,
  [PAGE_INFO, ENTRY],
);

/** Everything that was done in a tree, the newest first; an auditor can have the chains verified. */
export function HistoryPage({ unit }: { readonly unit: string }) {
  const viewer = useViewer();
  const [period, setPeriod] = useState({ from: "", to: "" });
  const [window, setWindow] = useState<Window>({ first: SIZE });
  const variables = { unit, from: period.from || null, to: period.to || null, ...window };
  const [answer] = useAnswer({ query: HISTORY, variables });
  const history = answer.data?.history;
  const entries = history?.nodes.map(({ unit: where, title, ...entry }) => ({
    ...entry,
    title: where ? `${where.shortName} · ${title}` : title,
  }));
  return (
    <Page title={t.nav.history} tools={placesOf(viewer, "AUDITOR").length > 0 && <Verify />}>
      <div className="filters">
        {(["from", "to"] as const).map((end) => (
          <label key={end}>
            {t.history[end]}{" "}
            <input
              type="date"
              value={period[end]}
              onChange={({ target }) => {
                setWindow({ first: SIZE });
                setPeriod({ ...period, [end]: target.value });
              }}
            />
          </label>
        ))}
      </div>
      <Waiting answer={answer} />
      {entries && <History entries={entries} />}
      {history && entries?.length === 0 && <p className="empty">{t.common.none}</p>}
      {history && <Pager count={history.totalCount} info={history.pageInfo} size={SIZE} onTurn={setWindow} />}
    </Page>
  );
}

const VERIFY = graphql(`
  query VerifyHistory {
    verifyHistory {
      entries
      units
      sealedAt
      faults {
        kind
        sequence
      }
    }
  }
`);

/** Every entry against its hash, the entry before, and the daily seals. */
function Verify() {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<ResultOf<typeof VERIFY>["verifyHistory"] | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const verify = async () => {
    setBusy(true);
    const { data, error } = await client.query(VERIFY, {}, { requestPolicy: "network-only" }).toPromise();
    setBusy(false);
    setFound(data?.verifyHistory ?? null);
    setFault(error ? messageOf(error) : null);
  };
  return (
    <>
      <Button primary disabled={busy} onClick={() => void verify()}>
        {t.history.verify}
      </Button>
      {fault !== null && <Notice kind="ERROR">{fault}</Notice>}
      {found && (
        <Notice kind={found.faults.length > 0 ? "ERROR" : "INFO"}>
          {t.history.verified(found.units, found.entries, found.faults.length)}
          {found.faults.length > 0 && (
            <ul>
              {found.faults.map(({ kind, sequence }) => (
                <li key={`${kind} ${sequence}`}>
                  {label("HistoryFaultKind", kind)} {sequence}
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
    </>
  );
}
