import { useState } from "react";
import { useAnswer } from "../../ui/use-answer";
import { Link } from "wouter";
import { useChanged } from "../../live/live";
import { label, moment, t } from "../../texts";
import { Button, Facts, Notice, Tag, Waiting } from "../../ui/parts";
import { StepForm, useStep } from "../../ui/step-form";
import type { Office } from "../part-page";
import { Likeness } from "./likeness";
import type { Filing } from "../queries";
import { ReviewFigures } from "./review-figures";
import { ReviewFindings } from "./review-findings";
import { REVIEW, type Reviewed } from "./review-query";

/** All that is needed to decide on one report: figures, findings, texts, and the steps. */
export function ReviewReport({
  office,
  filing,
  onDone,
}: {
  readonly office: Office;
  readonly filing: Filing;
  readonly onDone: () => void;
}) {
  const { unit } = filing;
  const { year } = office;
  const [answer, ask] = useAnswer({ query: REVIEW, variables: { unit: unit.code, year } });
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const report = answer.data?.unit?.report;
  const again = () => ask({ requestPolicy: "network-only" });
  useChanged(({ subject }) => subject.id === report?.id, again);
  if (!report) return <Waiting answer={answer} />;
  return (
    <article aria-label={unit.name}>
      <h2>
        {unit.name} <Tag kind={report.status}>{label("ReportStatus", report.status)}</Tag>{" "}
        <Link href={`/report/${unit.code}/${year}`}>{t.review.openReport}</Link>
      </h2>
      <Facts
        facts={[
          [t.board.submitted, moment(report.submittedAt)],
          [t.board.due, report.dueOn],
          [t.board.punctual, filing.onTime === null ? "" : filing.onTime ? t.board.inTime : t.board.late],
        ]}
      />
      <Steps report={report} opened={opened} onDone={onDone} />
      <ReviewFindings report={report} onJudged={again} opened={opened} onOpen={setOpened} />
      <ReviewFigures office={office} filing={filing} report={report} opened={opened} onOpen={setOpened} />
      <Likeness unit={unit.code} year={year} />
      <details className="card">
        <summary>{t.review.text}</summary>
        {report.sections.map(({ key, heading, body }) => (
          <section key={key}>
            <h4>{heading}</h4>
            <p className="body">{body}</p>
          </section>
        ))}
      </details>
    </article>
  );
}

const DECISIONS = ["approveReport", "publishReport"] as const;

/** What can be decided now; what cannot says why. */
function Steps({
  report,
  opened,
  onDone,
}: {
  readonly report: Reviewed;
  readonly opened: ReadonlySet<string>;
  readonly onDone: () => void;
}) {
  const [returning, setReturning] = useState(false);
  const stepOf = (mutation: string) => report.steps.find((step) => step.mutation === mutation);
  const given = { reportId: report.id, expectedRevision: report.revision };
  const back = stepOf("returnReport");
  return (
    <div className="card steps">
      {DECISIONS.map((mutation) => (
        <Decision key={mutation} mutation={mutation} step={stepOf(mutation)} given={given} onDone={onDone} />
      ))}
      <Button whyNot={back?.allowed ? null : back?.whyNot} onClick={() => setReturning(true)}>
        {back?.name}
        {opened.size > 0 && `（${t.review.cells(opened.size)}）`}
      </Button>
      <small>{opened.size > 0 ? t.review.onlyCells : t.review.allCells}</small>
      {returning && (
        <StepForm
          mutation="returnReport"
          given={{ ...given, cells: opened.size > 0 ? [...opened] : undefined }}
          initial={{ reason: reasonFrom(report, opened) }}
          onClose={() => setReturning(false)}
          onDone={() => (setReturning(false), onDone())}
        />
      )}
    </div>
  );
}

/** The findings at the opened cells, as the first draft of the reason. */
const reasonFrom = ({ findings }: Reviewed, opened: ReadonlySet<string>): string =>
  (findings ?? [])
    .filter(({ cells }) => cells.some(({ code }) => opened.has(code)))
    .map(({ message }) => message)
    .join("\n");

function Decision({
  mutation,
  step,
  given,
  onDone,
}: {
  readonly mutation: (typeof DECISIONS)[number];
  readonly step: Reviewed["steps"][number] | undefined;
  readonly given: Readonly<Record<string, unknown>>;
  readonly onDone: () => void;
}) {
  const { send, busy, problems, failure } = useStep(mutation, onDone);
  return (
    <>
      <Button
        primary={step?.allowed === true}
        disabled={busy}
        whyNot={step?.allowed ? null : (step?.whyNot ?? t.common.notFound)}
        onClick={() => void send(given)}
      >
        {step?.name}
      </Button>
      {[...problems.map(({ message }) => message), ...(failure ? [failure] : [])].map((message) => (
        <Notice key={message} kind="ERROR">
          {t.district.failedStep(message)}
        </Notice>
      ))}
    </>
  );
}
