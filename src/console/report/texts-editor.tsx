import { useEffect, useRef } from "react";
import { useSearchParams } from "wouter";
import { label, t } from "../texts";
import { Tag } from "../ui/parts";
import type { Shown } from "./findings";
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
  editable,
  dirty,
  onType,
}: {
  readonly sections: readonly Section[];
  readonly texts: Readonly<Record<string, string>>;
  readonly findings: readonly Shown[];
  readonly editable: boolean;
  /** Sections that are not as the server checked them: their marks may stand elsewhere. */
  readonly dirty: (key: SectionKey) => boolean;
  readonly onType: (key: SectionKey, body: string) => void;
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
              {...{ marks, at, editable }}
              body={texts[key] ?? ""}
              onType={(body) => onType(key, body)}
            />
            <ul className="remarks">
              {marks.map(({ id, severity, message, suggestion }) => (
                <li key={id}>
                  <Tag kind={severity}>{label("Severity", severity)}</Tag> {message}{" "}
                  {suggestion && `${t.report.suggestion}：${suggestion}`}
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
  editable,
  onType,
}: {
  readonly name: string;
  readonly body: string;
  readonly marks: readonly Shown[];
  readonly at: readonly [start: number, end: number] | null;
  readonly editable: boolean;
  readonly onType: (body: string) => void;
}) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [start, end] = at ?? [];
  useEffect(() => {
    if (start === undefined || end === undefined || !box.current) return;
    box.current.focus();
    box.current.setSelectionRange(unitsTo(box.current.value, start), unitsTo(box.current.value, end));
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
        readOnly={!editable}
        spellCheck={false}
        value={body}
        onChange={(event) => onType(event.target.value)}
      />
    </div>
  );
}

/** Offsets of the API count characters; a browser counts UTF-16 units. */
const unitsTo = (text: string, characters: number): number => [...text].slice(0, characters).join("").length;

const RANK = ["INFO", "WARNING", "ERROR"];

/** The text cut at the marks' ends; where marks overlap, the graver shows. */
function pieces(body: string, marks: readonly Shown[]): { text: string; severity: string | null }[] {
  const letters = [...body];
  const worst: (string | null)[] = letters.map(() => null);
  for (const { excerpt, severity } of marks)
    for (let i = excerpt?.start ?? 0; i < (excerpt?.end ?? 0); i++)
      if (RANK.indexOf(severity) > RANK.indexOf(worst[i] ?? "")) worst[i] = severity;
  const found: { text: string; severity: string | null }[] = [];
  letters.forEach((letter, i) => {
    const last = found[found.length - 1];
    if (last && last.severity === worst[i]) last.text += letter;
    else found.push({ text: letter, severity: worst[i] ?? null });
  });
  return found;
}
