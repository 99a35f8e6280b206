import { type ChangeEvent, useEffect, useState } from "react";
import { useClient } from "urql";
import { graphql, type ResultOf, upload } from "../api";
import { at } from "../home";
import { t } from "../texts";
import { Dialog } from "../ui/dialog";
import { Button, messageOf, Notice } from "../ui/parts";

const START = graphql(`
  mutation StartTableImport($input: StartTableImportInput!) {
    startTableImport(input: $input) {
      tableImport {
        id
      }
      problems {
        message
      }
    }
  }
`);

const CANCEL = graphql(`
  mutation CancelTableImport($id: ID!) {
    cancelTableImport(input: { tableImportId: $id }) {
      problems {
        message
      }
    }
  }
`);

const PROGRESS = graphql(`
  query TableImport($id: ID!) {
    node(id: $id) {
      ... on TableImport {
        id
        state
        preview
        rowCount
        rowsRead
        rowsWritten
        problemCount
        rowProblems {
          row
          column
          message
        }
      }
    }
  }
`);

type Progress = Extract<NonNullable<ResultOf<typeof PROGRESS>["node"]>, { state: unknown }>;
const ENDED = new Set<string>(["CHECKED", "DONE", "FAILED", "REFUSED", "CANCELLED"]);
const POLL_MS = 1_000;

/** A spreadsheet into a ledger: read, looked at, and only when every row is right, written. */
export function TableImport({
  unit,
  kind,
  template,
  onClose,
}: {
  readonly unit: string;
  readonly kind: string;
  readonly template: string;
  readonly onClose: () => void;
}) {
  const { progress, fault, busy, choose, apply, stop } = useImport(unit, kind);
  return (
    <Dialog title={t.ledger.preview.title} onClose={onClose}>
      <p className="help">{t.ledger.preview.drop}</p>
      <p>
        <a href={at(`/templates/${template}.xlsx`)} download>
          {t.ledger.template}（.xlsx）
        </a>{" "}
        <a href={at(`/templates/${template}.csv`)} download>
          .csv
        </a>
      </p>
      <input
        type="file"
        accept=".csv,.xlsx"
        aria-label={t.ledger.preview.title}
        onChange={(event: ChangeEvent<HTMLInputElement>) => {
          const file = event.target.files?.[0];
          if (file) void choose(file);
        }}
      />
      {busy && <p role="status">{t.ledger.preview.reading}</p>}
      {fault !== null && <Notice kind="ERROR">{fault}</Notice>}
      {progress && <Told progress={progress} />}
      <footer>
        {stop && <Button onClick={stop}>{t.ledger.preview.stop}</Button>}
        <Button onClick={onClose}>{t.common.close}</Button>
        {progress?.state === "CHECKED" && progress.problemCount === 0 && (
          <Button primary disabled={busy} onClick={() => void apply()}>
            {t.ledger.preview.apply}
          </Button>
        )}
      </footer>
    </Dialog>
  );
}

function Told({ progress }: { readonly progress: Progress }) {
  const { state, rowCount, rowsRead, rowsWritten, problemCount, rowProblems } = progress;
  if (state === "DONE") return <Notice>{t.ledger.preview.applied(rowsWritten)}</Notice>;
  if (!ENDED.has(state))
    return (
      <p role="status">
        {t.ledger.preview.running(progress.preview ? rowsRead : rowsWritten, rowCount ?? rowsRead)}
      </p>
    );
  return (
    <>
      <p role="status">{t.ledger.preview.rows(rowCount ?? rowsRead)}</p>
      {problemCount > 0 && (
        <Notice kind="ERROR">
          {t.ledger.preview.problems(problemCount)}
          <ul>
            {rowProblems.map(({ row, column, message }) => (
              <li key={`${row} ${column} ${message}`}>
                {row} {column && `· ${column}`}：{message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function useImport(unitCode: string, kind: string) {
  const client = useClient();
  const [uploadId, setUpload] = useState<string | null>(null);
  const [running, setRunning] = useState<string | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const start = async (id: string, preview: boolean) => {
    const input = { unitCode, kind: kind as "REQUESTS", uploadId: id, preview };
    const { data, error } = await client.mutation(START, { input }).toPromise();
    const payload = data?.startTableImport;
    setFault(error ? messageOf(error) : (payload?.problems[0]?.message ?? null));
    setRunning(payload?.tableImport?.id ?? null);
  };
  const choose = async (file: File) => {
    setProgress(null);
    setBusy(true);
    try {
      const id = await upload(file);
      setUpload(id);
      await start(id, true);
    } catch (error) {
      setFault(error instanceof Error ? error.message : t.common.unexpected);
    }
    setBusy(false);
  };
  useEffect(() => {
    if (running === null) return;
    const timer = setInterval(() => {
      void client.query(PROGRESS, { id: running }, { requestPolicy: "network-only" }).then(({ data }) => {
        const node = data?.node;
        if (!node || !("state" in node)) return;
        setProgress(node);
        if (ENDED.has(node.state)) setRunning(null);
      });
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [client, running]);
  /** While it runs: what was written is taken back. */
  const stop =
    running === null
      ? null
      : () => {
          void client.mutation(CANCEL, { id: running }).then(({ data, error }) => {
            setFault(error ? messageOf(error) : (data?.cancelTableImport.problems[0]?.message ?? null));
          });
        };
  return {
    ...{ progress, fault, choose, stop },
    busy: busy || running !== null,
    apply: () => (uploadId === null ? Promise.resolve() : start(uploadId, false)),
  };
}
