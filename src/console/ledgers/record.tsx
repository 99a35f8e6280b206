import { useState } from "react";
import { useAnswer } from "../ui/use-answer";
import { Link } from "wouter";
import { LABELS } from "../generated/labels";
import { at } from "../home";
import { useChanged } from "../live/live";
import { label, moment, nameOf, t } from "../texts";
import { type Choices, inputOf, type InputValue } from "../ui/fields";
import { Button, Facts, Notice, Page, Waiting } from "../ui/parts";
import { type Mutation, StepForm } from "../ui/step-form";
import { Applicant } from "./applicant";
import { ClockCalendar } from "./clock-calendar";
import { factsOf } from "./facts";
import { ID_FIELD } from "./ledgers";
import { type Entry, type LedgerRecordData, RECORD, type RequestData } from "./record-query";

/** One record: what it is, what can be done with it now, why the rest cannot, and everything that happened. */
export function LedgerRecord({ ledger, id }: { readonly ledger: string; readonly id: string }) {
  const [answer, ask] = useAnswer({ query: RECORD, variables: { id } });
  useChanged(
    ({ subject }) => subject.id === id,
    () => ask({ requestPolicy: "network-only" }),
  );
  const node = answer.data?.node;
  if (!answer.data) return <Waiting answer={answer} />;
  if (!node || !("steps" in node)) return <Notice>{t.common.notFound}</Notice>;
  return <Record record={node} ledger={ledger} onChanged={() => ask({ requestPolicy: "network-only" })} />;
}

const titleOf = (record: LedgerRecordData): string =>
  "subject" in record
    ? `${record.number} · ${record.subject}`
    : "documentTitle" in record
      ? (record.interpretationTitle ?? record.documentTitle)
      : "indicator" in record
        ? nameOf(record.indicator)
        : "title" in record
          ? record.title
          : record.number;

function Record({
  record,
  ledger,
  onChanged,
}: {
  readonly record: LedgerRecordData;
  readonly ledger: string;
  readonly onChanged: () => void;
}) {
  const entries = "events" in record ? record.events : "entries" in record ? (record.entries ?? []) : [];
  const about = (
    <>
      <Link href={`/ledgers/${ledger}/${record.unit.code}`}>
        {t.nav[ledger as "requests"]} · {record.unit.name}
      </Link>
    </>
  );
  return (
    <Page title={titleOf(record)} about={about}>
      <Steps record={record} onChanged={onChanged} />
      <section className="card">
        <h2>{t.record.facts}</h2>
        <Facts facts={factsOf(record)} />
      </section>
      {"clock" in record && <RequestParts request={record} />}
      <History entries={entries} />
    </Page>
  );
}

/** What can be done now stands first; the rest stays in sight, with the reason. */
function Steps({ record, onChanged }: { readonly record: LedgerRecordData; readonly onChanged: () => void }) {
  const [open, setOpen] = useState<Mutation | null>(null);
  const steps = [...record.steps].sort((one, other) => Number(other.allowed) - Number(one.allowed));
  const allowed = steps.filter((step) => step.allowed);
  return (
    <div className="bar" role="group" aria-label={t.record.steps}>
      {allowed.map(({ mutation, name }, i) => (
        <Button key={mutation + name} primary={i === 0} onClick={() => setOpen(mutation)}>
          {name}
        </Button>
      ))}
      {"clock" in record && <Button onClick={() => setOpen("writeLetter")}>{t.record.printLetter}</Button>}
      <details>
        <summary>{t.record.others}</summary>
        <ul>
          {steps
            .filter((step) => !step.allowed)
            .map(({ mutation, name, whyNot }) => (
              <li key={mutation + name}>
                <strong>{name}</strong>：{whyNot}
              </li>
            ))}
        </ul>
      </details>
      {open && (
        <StepForm
          mutation={open}
          given={{ [ID_FIELD[record.__typename]]: record.id, expectedRevision: record.revision }}
          initial={open.startsWith("amend") ? initialOf(record, open) : {}}
          choices={"waits" in record ? choicesOf(record, open) : {}}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            onChanged();
          }}
        />
      )}
    </div>
  );
}

/** A correction starts from what is there. */
function initialOf(record: LedgerRecordData, mutation: Mutation): InputValue {
  const known = record as unknown as Readonly<Record<string, unknown>>;
  const input = inputOf(`${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`);
  return Object.fromEntries(
    input.flatMap(({ name, list }): [string, InputValue[string]][] => {
      const value = known[name] ?? (name === "title" ? known["interpretationTitle"] : undefined);
      if (list) return Array.isArray(value) ? [[name, value as string[]]] : [];
      if (typeof value === "boolean") return [[name, value]];
      return typeof value === "string" || typeof value === "number" ? [[name, String(value)]] : [];
    }),
  );
}

/** Steps are named by number in the API; here by what was sent, and when. */
function choicesOf({ waits, openWaits }: RequestData, mutation: Mutation): Choices {
  const named = (list: readonly { step: number; kind: string; letterSentOn: string }[]) =>
    list.map(
      ({ step, kind, letterSentOn }) =>
        [String(step), `${label("RequestWaitKind", kind)} ${letterSentOn}`] as const,
    );
  return mutation === "correctStep" || mutation === "withdrawStep" || mutation === "writeLetter"
    ? { step: named(waits) }
    : { letter: named(openWaits) };
}

function RequestParts({ request }: { readonly request: RequestData }) {
  return (
    <>
      <ClockCalendar clock={request.clock} />
      <Applicant id={request.id} />
      {request.letters && request.letters.length > 0 && (
        <section className="card">
          <h2>{t.record.letters}</h2>
          <ul>
            {request.letters.map(({ id, kind, number, writtenOn, file }) => (
              <li key={id}>
                {writtenOn} {label("LetterKind", kind)} {number}{" "}
                {file && (
                  <a href={at(file.url)} download>
                    Word
                  </a>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Values of enums by their names; digests of personal data by their beginning. */
function told(value: string | null): string {
  if (value === null) return "—";
  if (value.startsWith("hmac-sha256:")) return `${t.record.digest} ${value.slice(12, 20)}`;
  for (const type of ENUMS_TOLD) if (value in LABELS[type]) return label(type, value);
  return value;
}

const ENUMS_TOLD = [
  "RequestState",
  "RequestOutcome",
  "ApplicantKind",
  "ReceiptChannel",
  "DisclosureStatus",
  "RemedyState",
  "ProposalState",
  "InterpretationState",
  "ReportStatus",
] as const;

export function History({ entries }: { readonly entries: readonly Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <section className="card">
      <h2>{t.record.history}</h2>
      <ol className="timeline">
        {entries.map(({ id, on, at, title, actor, reason, changes }) => (
          <li key={id}>
            <time dateTime={at} title={moment(at)}>
              {on}
            </time>{" "}
            <strong>{title}</strong> <span className="help">{actor}</span>
            {reason && <p>{reason}</p>}
            {changes.length > 0 && (
              <ul className="help">
                {changes.map(({ field, label: name, before, after }) => (
                  <li key={field}>
                    {name}：{told(before)} → {told(after)}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
