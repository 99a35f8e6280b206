import { useState } from "react";
import { label, nameOf, t } from "../../texts";
import { Button, Facts, Notice, Tag } from "../../ui/parts";
import { StepForm, useStep } from "../../ui/step-form";
import type { Reviewed, ReviewedFinding } from "./review-query";

const WEIGHT = ["ERROR", "WARNING", "INFO"];
const isAbout = (finding: ReviewedFinding): boolean => finding.status !== "RESOLVED";

/** What the rules found, the gravest first, each with its arithmetic, the unit's words and the judgement. */
export function ReviewFindings({
  report,
  opened,
  onOpen,
  onJudged,
}: {
  readonly report: Reviewed;
  readonly opened: ReadonlySet<string>;
  readonly onOpen: (opened: ReadonlySet<string>) => void;
  readonly onJudged: () => void;
}) {
  const [judged, setJudged] = useState<ReviewedFinding | null>(null);
  const found = (report.findings ?? [])
    .filter(isAbout)
    .sort((one, other) => WEIGHT.indexOf(one.severity) - WEIGHT.indexOf(other.severity));
  const explained = found.filter(({ status }) => status === "EXPLAINED");
  return (
    <section className="card">
      <h3>
        {t.review.errorsOf}（{found.length}）
      </h3>
      {report.findingsState === "BEING_CHECKED" && <Notice>{t.review.checking}</Notice>}
      {explained.length > 1 && <JudgeAll report={report} findings={explained} onDone={onJudged} />}
      {found.length === 0 && <p>{t.report.noFindings}</p>}
      <ul className="found">
        {found.map((finding) => (
          <li key={finding.id}>
            <OneFinding
              finding={finding}
              opened={opened}
              onOpen={onOpen}
              onJudge={() => setJudged(finding)}
            />
          </li>
        ))}
      </ul>
      {judged && (
        <StepForm
          mutation="judgeFinding"
          title={`${t.review.judge} · ${judged.rule.title}`}
          given={{ findingId: judged.id, expectedRevision: report.revision }}
          onClose={() => setJudged(null)}
          onDone={() => (setJudged(null), onJudged())}
        />
      )}
    </section>
  );
}

function JudgeAll({
  report,
  findings,
  onDone,
}: {
  readonly report: Reviewed;
  readonly findings: readonly ReviewedFinding[];
  readonly onDone: () => void;
}) {
  const { send, busy, problems, failure } = useStep("judgeFindings", onDone);
  const judgement = { status: "ACCEPTED", judgement: t.review.accepted, expectedRevision: report.revision };
  const all = findings.map(({ id }) => ({ findingId: id, ...judgement }));
  const refused = findings[0]?.steps.find(({ mutation }) => mutation === "judgeFinding")?.whyNot;
  return (
    <p>
      <Button disabled={busy} whyNot={refused} onClick={() => void send({ findings: all })}>
        {t.review.judgeAll}（{findings.length}）
      </Button>{" "}
      <small>{t.review.accepted}</small>
      {failure ?? problems.map(({ message }) => message).join("；")}
    </p>
  );
}

function OneFinding({
  finding,
  opened,
  onOpen,
  onJudge,
}: {
  readonly finding: ReviewedFinding;
  readonly opened: ReadonlySet<string>;
  readonly onOpen: (opened: ReadonlySet<string>) => void;
  readonly onJudge: () => void;
}) {
  const judge = finding.steps.find(({ mutation }) => mutation === "judgeFinding");
  const toggle = (code: string) => {
    const next = new Set(opened);
    if (!next.delete(code)) next.add(code);
    onOpen(next);
  };
  return (
    <>
      <p>
        <Tag kind={finding.severity}>{label("Severity", finding.severity)}</Tag>{" "}
        <span className="tag grey">{label("FindingStatus", finding.status)}</span> {finding.message}
      </p>
      <Facts
        facts={[
          [t.review.text, finding.excerpt?.text],
          [t.review.arithmetic, finding.arithmetic],
          [t.review.suggestion, finding.suggestion],
          [t.review.explained, finding.explanation],
          [t.review.judged, finding.judgement],
        ]}
      />
      <p className="filters">
        {judge && (
          <Button whyNot={judge.allowed ? null : judge.whyNot} onClick={onJudge}>
            {judge.name}
          </Button>
        )}
        {finding.cells.map(({ code, ...names }) => (
          <label key={code}>
            <input type="checkbox" checked={opened.has(code)} onChange={() => toggle(code)} />{" "}
            {t.review.openCell} {nameOf(names).split(" · ").slice(1).join(" · ")}
          </label>
        ))}
      </p>
    </>
  );
}
