import { useState } from "react";
import { localDay } from "../days";
import { t } from "../texts";
import type { RequestData } from "./record-query";

type Clock = RequestData["clock"];
type Day = {
  readonly date: string;
  readonly step: Clock["steps"][number] | null;
  readonly marks: readonly string[];
};

/** The statutory clock as months: each day counted or not, and why, by which article. */
export function ClockCalendar({ clock }: { readonly clock: Clock }) {
  const [chosen, setChosen] = useState<Day | null>(null);
  const { dueOn, workingDaysLeft, overdue, waitsUntil } = clock;
  const months = monthsOf(clock);
  return (
    <section className="card">
      <h2>{t.record.calendar}</h2>
      <p>
        {dueOn ? t.record.dueOn(dueOn) : t.record.noDue}
        {workingDaysLeft !== null &&
          dueOn &&
          ` · ${overdue ? t.work.overdue : t.work.daysLeft(workingDaysLeft)}`}
        {waitsUntil && ` · ${t.record.waitsUntil(waitsUntil)}`}
      </p>
      <p className="legend">
        <span className="day counted">■</span> {t.record.counted} <span className="day">□</span>{" "}
        {t.record.notCounted} <span className="day rest">·</span> {t.record.restDay} ◎ {t.record.today} ★{" "}
        {t.record.lastDay}
      </p>
      <div className="months">
        {months.map(({ month, days }) => (
          <Month key={month} month={month} days={days} onChoose={setChosen} />
        ))}
      </div>
      {chosen && (
        <p role="status">
          <strong>{chosen.date}</strong>：{why(chosen)}
        </p>
      )}
      <Periods clock={clock} />
    </section>
  );
}

const why = ({ date, step }: Day): string =>
  step === null
    ? t.record.outside
    : `${isOff(date, step) ? `${t.record.restDay}；` : ""}${step.reason}（${step.basis}）`;

function Month({
  month,
  days,
  onChoose,
}: {
  readonly month: string;
  readonly days: readonly Day[];
  readonly onChoose: (day: Day) => void;
}) {
  const blanks = (new Date(`${month}-01T00:00:00`).getDay() + 6) % 7;
  return (
    <div className="month" role="group" aria-label={month}>
      <h3>{month}</h3>
      <div className="days">
        {[...t.record.weekdays].map((day) => (
          <span key={day} aria-hidden="true">
            {day}
          </span>
        ))}
        {Array.from({ length: blanks }, (_, i) => (
          <span key={i} />
        ))}
        {days.map((day) => (
          <button
            type="button"
            key={day.date}
            className={`day ${looksOf(day)}`}
            aria-label={`${Number(day.date.slice(8))}${day.marks.join("")}，${day.date}：${why(day)}`}
            onClick={() => onChoose(day)}
          >
            {Number(day.date.slice(8))}
            {day.marks.join("")}
          </button>
        ))}
      </div>
    </div>
  );
}

/** The periods in words: what the calendar is drawn from, for whoever prefers to read. */
function Periods({ clock }: { readonly clock: Clock }) {
  return (
    <details>
      <summary>{t.record.periods}</summary>
      <ul>
        {clock.steps.map(({ from, to, counted, reason, basis, workingDays }) => (
          <li key={`${from} ${to} ${reason}`}>
            {from} — {to}：{counted ? t.record.counted : t.record.notCounted}{" "}
            {t.record.workingDays(workingDays)}，{reason}（{basis}）
          </li>
        ))}
      </ul>
    </details>
  );
}

const looksOf = ({ date, step }: Day): string =>
  step === null ? "" : isOff(date, step) ? "rest" : step.counted ? "counted" : "waits";

const isOff = (date: string, step: Day["step"]): boolean => step?.daysOff.includes(date) ?? false;

function monthsOf({ steps, dueOn }: Clock): { month: string; days: Day[] }[] {
  const [first] = steps;
  if (!first) return [];
  const today = localDay();
  const last =
    [dueOn, ...steps.map(({ to }) => to)]
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? first.to;
  const months = new Map<string, Day[]>();
  for (const date of daysBetween(`${first.from.slice(0, 7)}-01`, endOfMonth(last))) {
    const step = steps.find(({ from, to }) => from <= date && date <= to) ?? null;
    const marks = [...(date === today ? ["◎"] : []), ...(date === dueOn ? ["★"] : [])];
    const month = date.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), { date, step, marks }]);
  }
  return [...months].map(([month, days]) => ({ month, days })).slice(-6);
}

function endOfMonth(date: string): string {
  const [year = 0, month = 0] = date.split("-").map(Number);
  return localDay(new Date(year, month, 0));
}

function* daysBetween(from: string, to: string): Generator<string> {
  const day = new Date(`${from}T00:00:00`);
  for (let date = localDay(day); date <= to; date = localDay(day)) {
    yield date;
    day.setDate(day.getDate() + 1);
  }
}
