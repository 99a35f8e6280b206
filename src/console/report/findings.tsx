import { useState } from "react";
import { Link } from "wouter";
import { label, t } from "../texts";
import { Button, Tag } from "../ui/parts";
import { type Mutation, StepForm } from "../ui/step-form";
import type { Report, SectionKey } from "./report-query";

/** A finding of the server's, or one of the page's own while figures are typed. */
export interface Shown {
  readonly id: string;
  readonly severity: string;
  readonly message: string;
  readonly arithmetic?: string | null;
  readonly suggestion?: string | null;
  readonly status?: string;
  readonly explanation?: string | null;
  readonly judgement?: string | null;
  readonly codes: readonly string[];
  readonly excerpt?: { readonly section: SectionKey; readonly start: number; readonly end: number } | null;
  readonly steps?: readonly { readonly mutation: string; readonly name: string; readonly allowed: boolean }[];
}

export const shownOf = (report: Report | null): Shown[] =>
  (report?.findings ?? [])
    .filter(({ status }) => status !== "RESOLVED")
    .map(({ cells, ...finding }) => ({ ...finding, codes: cells.map(({ code }) => code) }));

const ORDER = ["ERROR", "WARNING", "INFO"];

interface Step {
  readonly mutation: Mutation;
  readonly id: string;
  readonly name: string;
}

/** Every finding in its words, leading to its cell or its sentence. */
export function Findings({
  findings,
  live,
  base,
  onJump,
  onDone,
  revision,
}: {
  readonly findings: readonly Shown[];
  readonly live: boolean;
  /** Address of the report's page; sentences are on another tab. */
  readonly base: string;
  readonly revision: number | null;
  readonly onJump: (code: string) => void;
  readonly onDone: () => void;
}) {
  const [open, setOpen] = useState<Step | null>(null);
  const sorted = [...findings].sort(
    (one, other) => ORDER.indexOf(one.severity) - ORDER.indexOf(other.severity),
  );
  return (
    <div className="findings" aria-live="polite">
      {live && <p className="help">{t.report.live}</p>}
      {sorted.length === 0 && <p>{t.report.noFindings}</p>}
      <ul>
        {sorted.map((finding) => (
          <Finding key={finding.id} finding={finding} base={base} onJump={onJump} onStep={setOpen} />
        ))}
      </ul>
      {open && (
        <StepForm
          mutation={open.mutation}
          title={open.name}
          given={{ findingId: open.id, expectedRevision: revision }}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            onDone();
          }}
        />
      )}
    </div>
  );
}

function Finding({
  finding,
  base,
  onJump,
  onStep,
}: {
  readonly finding: Shown;
  readonly base: string;
  readonly onJump: (code: string) => void;
  readonly onStep: (step: Step) => void;
}) {
  const { id, severity, message, arithmetic, suggestion, explanation, judgement, codes, excerpt, steps } =
    finding;
  const [code] = codes;
  return (
    <li>
      <Tag kind={severity}>{label("Severity", severity)}</Tag> {message}
      {arithmetic && <div className="arithmetic">{arithmetic}</div>}
      {suggestion && (
        <div>
          {t.report.suggestion}：{suggestion}
        </div>
      )}
      {explanation && (
        <div className="help">
          {t.report.explain}：{explanation}
        </div>
      )}
      {judgement && <div className="help">{judgement}</div>}
      <div className="actions">
        {code !== undefined && <Button onClick={() => onJump(code)}>{t.report.jump}</Button>}
        {excerpt && (
          <Link
            className="button"
            href={`${base}/text?at=${excerpt.section}.${excerpt.start}.${excerpt.end}`}
          >
            {t.report.jump}
          </Link>
        )}
        {steps
          ?.filter(({ allowed }) => allowed)
          .map(({ mutation, name }) => (
            <Button key={mutation} onClick={() => onStep({ mutation: mutation as Mutation, id, name })}>
              {name}
            </Button>
          ))}
      </div>
    </li>
  );
}
