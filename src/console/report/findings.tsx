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
  readonly excerpt?: Stretch | null;
  /** The suggestion as other words for a part of the excerpt; null where it is advice. */
  readonly replacement?: Stretch | null;
  readonly steps?: readonly { readonly mutation: string; readonly name: string; readonly allowed: boolean }[];
}

/** A stretch of a section's text; offsets are UTF-16 units, as in the page. */
export interface Stretch {
  readonly section: SectionKey;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Puts a finding's suggestion into the text; null where it is advice, or the text is not the one that was checked. */
export function takenOver(
  { excerpt, replacement }: Pick<Shown, "excerpt" | "replacement">,
  texts: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> | null {
  if (!excerpt || !replacement) return null;
  const body = texts[replacement.section] ?? "";
  if (body.slice(excerpt.start, excerpt.end) !== excerpt.text) return null;
  return {
    [replacement.section]: body.slice(0, replacement.start) + replacement.text + body.slice(replacement.end),
  };
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
  texts,
  onText,
  onJump,
  onDone,
  revision,
}: {
  readonly findings: readonly Shown[];
  readonly live: boolean;
  /** Address of the report's page; sentences are on another tab. */
  readonly base: string;
  readonly revision: number | null;
  readonly texts: Readonly<Record<string, string>>;
  /** Takes changed texts; null: the viewer cannot change them. */
  readonly onText: ((texts: Readonly<Record<string, string>>) => void) | null;
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
          <Finding key={finding.id} {...{ finding, base, texts, onText, onJump }} onStep={setOpen} />
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
  texts,
  onText,
  onJump,
  onStep,
}: Pick<Parameters<typeof Findings>[0], "base" | "texts" | "onText"> & {
  readonly finding: Shown;
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
          {t.report.suggestion}：{suggestion} <TakeOver {...{ finding, texts, onText }} />
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

/** Takes the suggested words into the draft, where they can stand as they are; undone like anything typed. */
export function TakeOver({
  finding,
  texts,
  onText,
}: Pick<Parameters<typeof Findings>[0], "texts" | "onText"> & { readonly finding: Shown }) {
  const changed = onText && takenOver(finding, texts);
  if (!changed) return null;
  return (
    <Button title={finding.replacement?.text} onClick={() => onText(changed)}>
      {t.report.takeOver}
    </Button>
  );
}
