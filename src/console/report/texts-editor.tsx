import { useEffect, useRef } from "react";
import { useSearchParams } from "wouter";
import { label, t } from "../texts";
import { Tag } from "../ui/parts";
import { type Shown, TakeOver } from "./findings";
import type { SectionKey } from "./report-query";

interface Section {
  readonly key: SectionKey;
  readonly heading: string;
}

/** The four texts, with the audit's marks in them. */
export function TextsEditor({
  sections,
  texts,
  findings,
  dirty,
  onText,
  onUndo,
}: {
  readonly sections: readonly Section[];
  readonly texts: Readonly<Record<string, string>>;
  readonly findings: readonly Shown[];
  /** Sections that are not as the server checked them: their marks may stand elsewhere. */
  readonly dirty: (key: SectionKey) => boolean;
  /** Takes changed texts; null: the viewer cannot change them. */
  readonly onText: ((texts: Readonly<Record<string, string>>) => void) | null;
  readonly onUndo: () => void;
}) {
  const [params] = useSearchParams();
  const [place = "", start, end] = (params.get("at") ?? "").split(".");
  return (
    <>
      {sections.map(({ key, heading }) => {
        const marks = dirty(key) ? [] : findings.filter(({ excerpt }) => excerpt?.section === key);
        const at = place === key ? ([Number(start), Number(end)] as const) : null;
        return (
          <section className="card" key={key}>
            <h2 id={`section-${key}`}>{heading}</h2>
            <MarkedText
              name={key}
              {...{ marks, at, onUndo }}
              body={texts[key] ?? ""}
              onType={onText && ((body) => onText({ [key]: body }))}
            />
            <ul className="remarks">
              {marks.map((finding) => (
                <li key={finding.id}>
                  <Tag kind={finding.severity}>{label("Severity", finding.severity)}</Tag> {finding.message}{" "}
                  {finding.suggestion && `${t.report.suggestion}：${finding.suggestion}`}{" "}
                  <TakeOver {...{ finding, texts, onText }} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

/** A text box whose marks stand behind its words: a copy of the text in the same type, its stretches coloured. */
function MarkedText({
  name,
  body,
  marks,
  at,
  onType,
  onUndo,
}: {
  readonly name: string;
  readonly body: string;
  readonly marks: readonly Shown[];
  readonly at: readonly [start: number, end: number] | null;
  readonly onType: ((body: string) => void) | null;
  readonly onUndo: () => void;
}) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [start, end] = at ?? [];
  useEffect(() => {
    if (start === undefined || end === undefined || !box.current) return;
    box.current.focus();
    box.current.setSelectionRange(start, end);
  }, [start, end]);
  return (
    <div className="marked">
      <div className="behind" aria-hidden="true">
        {pieces(body, marks).map(({ text, severity }, i) =>
          severity === null ? (
            text
          ) : (
            <mark key={i} className={severity.toLowerCase()}>
              {text}
            </mark>
          ),
        )}
        {"\n"}
      </div>
      <textarea
        ref={box}
        aria-labelledby={`section-${name}`}
        readOnly={!onType}
        spellCheck={false}
        value={body}
        onChange={(event) => onType?.(event.target.value)}
        onKeyDown={(event) => {
          // The browser's own undo does not know of words that were taken over.
          if (!(event.ctrlKey || event.metaKey) || event.key !== "z") return;
          event.preventDefault();
          onUndo();
        }}
      />
    </div>
  );
}

const RANK = ["INFO", "WARNING", "ERROR"];

/** The text cut at the marks' ends; where marks overlap, the graver shows. */
function pieces(body: string, marks: readonly Shown[]): { text: string; severity: string | null }[] {
  const stretches = marks.flatMap(({ excerpt, severity }) => (excerpt ? [{ ...excerpt, severity }] : []));
  const cuts = [...new Set([0, body.length, ...stretches.flatMap(({ start, end }) => [start, end])])]
    .filter((cut) => cut <= body.length)
    .sort((one, other) => one - other);
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i] ?? 0;
    const over = stretches.filter((one) => one.start <= start && one.end >= end);
    const worst = Math.max(-1, ...over.map(({ severity }) => RANK.indexOf(severity)));
    return { text: body.slice(start, end), severity: RANK[worst] ?? null };
  });
}
