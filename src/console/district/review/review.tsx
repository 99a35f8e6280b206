import { useEffect, useState } from "react";
import { useAnswer } from "../../ui/use-answer";
import { isOfReports, useChanged } from "../../live/live";
import { label, t } from "../../texts";
import { Button, Tag, Waiting } from "../../ui/parts";
import { type Office, PartPage } from "../part-page";
import { BOARD, type Filing } from "../queries";
import { ReviewMany } from "./review-many";
import { ReviewReport } from "./review-report";

/** The review desk: what was submitted, and what is approved and not yet published, one report after another. */
export function Review({ office }: { readonly office: Office }) {
  const { code, year } = office;
  const [answer, ask] = useAnswer({ query: BOARD, variables: { under: code, year } });
  const [at, setAt] = useState<string | null>(null);
  const again = () => ask({ requestPolicy: "network-only" });
  useChanged(isOfReports(year), again);
  const queue = ["SUBMITTED", "APPROVED"].flatMap((status) =>
    (answer.data?.filingBoard.filings ?? []).filter((filing) => filing.status === status),
  );
  const found = queue.findIndex(({ unit }) => unit.code === at);
  const position = Math.max(0, found);
  const current = queue[position];
  // Whatever joins the queue meanwhile, the report in hand stays.
  useEffect(() => {
    if (at === null && current) setAt(current.unit.code);
  }, [at, current]);
  const step = (by: number) => {
    const next = queue[Math.min(queue.length - 1, Math.max(0, position + by))];
    if (next) setAt(next.unit.code);
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
  /** What is done leaves the queue: the next report takes its place. */
  const done = () => {
    const next = queue[position + 1] ?? queue[position - 1];
    if (next) setAt(next.unit.code);
    again();
  };
  return (
    <PartPage
      office={office}
      part="review"
      title={t.review.title}
      about={<span>{t.review.waiting(queue.filter(({ status }) => status === "SUBMITTED").length)}</span>}
    >
      {!answer.data && <Waiting answer={answer} retry={again} />}
      {answer.data && !current && <p className="empty">{t.review.nothing}</p>}
      {current && (
        <>
          <div className="filters">
            <Button whyNot={position === 0 ? t.review.at(1, queue.length) : null} onClick={() => step(-1)}>
              ← {t.review.previous}
            </Button>
            <span role="status">{t.review.at(position + 1, queue.length)}</span>
            <Button
              whyNot={position === queue.length - 1 ? t.review.at(queue.length, queue.length) : null}
              onClick={() => step(1)}
            >
              {t.review.next} →
            </Button>
            <small>{t.review.keys}</small>
          </div>
          <div className="desk">
            <Queue queue={queue} at={current.unit.code} onPick={setAt} />
            <ReviewReport key={current.unit.code} office={office} filing={current} onDone={done} />
          </div>
          <ReviewMany key={year} year={year} queue={queue} onDone={again} />
        </>
      )}
    </PartPage>
  );
}

/** Keys that work wherever nothing is being typed and no window is open. */
function useKeys(keys: Readonly<Record<string, () => void>>) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { tagName = "" } = document.activeElement ?? {};
      if (event.ctrlKey || event.metaKey || event.altKey || /^(?:INPUT|TEXTAREA|SELECT)$/.test(tagName))
        return;
      if (document.querySelector("[role=dialog]")) return;
      keys[event.key.toLowerCase()]?.();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [keys]);
}

function Queue({
  queue,
  at,
  onPick,
}: {
  readonly queue: readonly Filing[];
  readonly at: string;
  readonly onPick: (code: string) => void;
}) {
  return (
    <nav className="queue" aria-label={t.review.queue}>
      <ul>
        {queue.map(({ unit, status, openWarnings, openErrors }) => (
          <li key={unit.code}>
            <button
              type="button"
              aria-current={unit.code === at ? "true" : undefined}
              onClick={() => onPick(unit.code)}
            >
              {unit.shortName}
              <Tag kind={status ?? "NONE"}>{label("ReportStatus", status ?? "")}</Tag>
              {openErrors + openWarnings > 0 && (
                <Tag kind={openErrors > 0 ? "ERROR" : "WARNING"}>{openErrors + openWarnings}</Tag>
              )}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
