import { useMemo, useState } from "react";
import { useAnswer } from "../../ui/use-answer";
import { isOfReports, useChanged } from "../../live/live";
import { label, t } from "../../texts";
import { Button, Tag, Waiting } from "../../ui/parts";
import { StepForm } from "../../ui/step-form";
import { placesOf, useViewer } from "../../viewer";
import { BoardTable } from "./board-table";
import { type Office, PartPage } from "../part-page";
import { BOARD, type Filing, isOpen, stateOf, STATES } from "../queries";
import { Reminders } from "./reminders";

const named = (state: string): string => (state === "NONE" ? t.board.none : label("ReportStatus", state));

/** Who has filed, who has not, who is late; reminders to those that have not. */
export function Board({ office }: { readonly office: Office }) {
  const { code, year } = office;
  const [answer, ask] = useAnswer({ query: BOARD, variables: { under: code, year } });
  useChanged(isOfReports(year), () => ask({ requestPolicy: "network-only" }));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<"remind" | "deadline" | null>(null);
  const may = placesOf(useViewer(), "OFFICER").some((place) => place.code === code);
  const board = answer.data?.filingBoard;
  const filings = board?.filings ?? [];
  const late = filings.filter(isOpen);
  const reminded = chosen.size > 0 ? late.filter(({ unit }) => chosen.has(unit.code)) : late;
  const tools = may && board && (
    <>
      <Button onClick={() => setOpen("deadline")}>{t.board.deadline}</Button>
      <Button
        primary
        whyNot={reminded.length === 0 ? t.board.noneToRemind : null}
        onClick={() => setOpen("remind")}
      >
        {t.board.remind(reminded.length)}
      </Button>
    </>
  );
  return (
    <PartPage
      office={office}
      part="board"
      title={t.board.title}
      tools={tools}
      about={<Told filings={filings} />}
    >
      {!board && <Waiting answer={answer} retry={() => ask({ requestPolicy: "network-only" })} />}
      {board && (
        <Filtered office={office} filings={filings} chosen={chosen} onChoose={may ? setChosen : null} />
      )}
      {open === "remind" && (
        <Reminders under={code} filings={reminded} year={year} onClose={() => setOpen(null)} />
      )}
      {open === "deadline" && (
        <StepForm
          mutation="setFilingDeadline"
          given={{ under: code, year }}
          onClose={() => setOpen(null)}
          onDone={() => (setOpen(null), ask({ requestPolicy: "network-only" }))}
        />
      )}
    </PartPage>
  );
}

function Told({ filings }: { readonly filings: readonly Filing[] }) {
  if (filings.length === 0) return null;
  const errors = filings.reduce((sum, { openErrors }) => sum + openErrors, 0);
  return (
    <>
      <span>{t.board.filed(filings.filter((one) => !isOpen(one)).length, filings.length)}</span>
      <span>{t.board.onTime(filings.filter(({ onTime }) => onTime).length)}</span>
      {errors > 0 && (
        <Tag kind="ERROR">
          {t.board.errors} {errors}
        </Tag>
      )}
    </>
  );
}

function Filtered({
  office,
  filings,
  chosen,
  onChoose,
}: {
  readonly office: Office;
  readonly filings: readonly Filing[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: ((chosen: ReadonlySet<string>) => void) | null;
}) {
  const [state, setState] = useState("");
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [onlyErrors, setOnlyErrors] = useState(false);
  const shown = useMemo(
    () =>
      filings
        .filter((filing) => state === "" || stateOf(filing) === state)
        .filter((filing) => !onlyOpen || isOpen(filing))
        .filter(({ openErrors }) => !onlyErrors || openErrors > 0),
    [filings, state, onlyOpen, onlyErrors],
  );
  const box = (name: string, value: boolean, set: (value: boolean) => void) => (
    <label>
      <input type="checkbox" checked={value} onChange={({ target }) => set(target.checked)} /> {name}
    </label>
  );
  return (
    <>
      <StateBar filings={filings} at={state} onPick={(next) => setState(next === state ? "" : next)} />
      <div className="filters">
        <select aria-label={t.board.status} value={state} onChange={({ target }) => setState(target.value)}>
          <option value="">{t.board.anyStatus}</option>
          {STATES.map((one) => (
            <option key={one} value={one}>
              {named(one)}
            </option>
          ))}
        </select>
        {box(t.board.onlyOpen, onlyOpen, setOnlyOpen)}
        {box(t.board.onlyErrors, onlyErrors, setOnlyErrors)}
        <span role="status">{t.board.shown(shown.length, filings.length)}</span>
      </div>
      <BoardTable office={office} filings={shown} chosen={chosen} onChoose={onChoose} />
    </>
  );
}

/** How many units stand where, as one bar; each part narrows the table to its state. */
function StateBar({
  filings,
  at,
  onPick,
}: {
  readonly filings: readonly Filing[];
  readonly at: string;
  readonly onPick: (state: string) => void;
}) {
  const counts = [...STATES]
    .reverse()
    .map((state) => ({ state, count: filings.filter((one) => stateOf(one) === state).length }))
    .filter(({ count }) => count > 0);
  return (
    <div className="states" role="group" aria-label={t.board.status}>
      {counts.map(({ state, count }) => (
        <button
          key={state}
          type="button"
          className={`state ${state.toLowerCase()}`}
          style={{ flexGrow: count }}
          aria-pressed={at === state}
          onClick={() => onPick(state)}
        >
          <Tag kind={state}>
            {named(state)} <strong>{count}</strong>
          </Tag>
        </button>
      ))}
    </div>
  );
}
