import { type FormEvent, useState } from "react";
import { useAnswer } from "../ui/use-answer";
import { graphql, type ResultOf } from "../api";
import { t } from "../texts";
import { Dialog } from "../ui/dialog";
import { Button, Notice, Page, Waiting } from "../ui/parts";
import { useStep } from "../ui/step-form";
import { DataTable } from "../ui/table";
import { CALENDAR } from "./settings";

const DAYS = graphql(`
  query CalendarDays($unit: String!, $year: Int!) {
    unit(code: $unit) {
      id
      name
      calendarDays(year: $year) {
        date
        working
        name
        local
      }
      settings {
        key
        decided
      }
    }
  }
`);

type Day = NonNullable<ResultOf<typeof DAYS>["unit"]>["calendarDays"][number];

/** A day as the setting keeps it. */
interface LocalDay {
  readonly date: string;
  readonly kind: "OFF" | "WORK" | "NATIONAL";
  readonly notice: string;
}

/** Days off on weekdays and weekends that are worked, those of the place among them. */
export function Calendar({ unit }: { readonly unit: string }) {
  const [year, setYear] = useState(new Date().getFullYear());
  const [edited, setEdited] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const [answer, ask] = useAnswer({ query: DAYS, variables: { unit, year } });
  const found = answer.data?.unit;
  const decided = (found?.settings.find(({ key }) => key === CALENDAR)?.decided ?? []) as readonly LocalDay[];
  const done = () => {
    setEdited(null);
    setSaved(true);
    ask({ requestPolicy: "network-only" });
  };
  const { problems, failure, send } = useStep("changeSetting", done);
  const save = (days: readonly LocalDay[]) => {
    setSaved(false);
    const value = days.length > 0 ? { value: days } : {};
    void send({ unitCode: unit, key: CALENDAR, ...value });
  };
  const faults = [...problems.map(({ message }) => message), ...(failure === null ? [] : [failure])];
  return (
    <Page
      title={t.nav.calendar}
      about={found?.name}
      tools={
        <Button primary onClick={() => setEdited("")}>
          {t.admin.addDay}
        </Button>
      }
    >
      <YearChoice year={year} onChoose={setYear} />
      <Waiting answer={answer} />
      {saved && <Notice>{t.admin.moved}</Notice>}
      {edited === null && faults.map((fault) => <Fault key={fault} fault={fault} />)}
      {found && !found.calendarDays.some(({ local }) => !local) && <Notice>{t.admin.noDays(year)}</Notice>}
      {found && (
        <Days
          {...{ year, decided }}
          days={found.calendarDays}
          onEdit={setEdited}
          onRemove={(date) => save(decided.filter((day) => day.date !== date))}
        />
      )}
      {edited !== null && (
        <DayForm
          day={decided.find(({ date }) => date === edited) ?? { date: edited, kind: "OFF", notice: "" }}
          faults={faults}
          onClose={() => setEdited(null)}
          onSave={(day) =>
            save([...decided.filter(({ date }) => date !== day.date && date !== edited), day].sort(byDate))
          }
        />
      )}
    </Page>
  );
}

const YearChoice = ({
  year,
  onChoose,
}: {
  readonly year: number;
  readonly onChoose: (year: number) => void;
}) => (
  <p className="filters">
    <label>
      {t.common.year}{" "}
      <select value={year} onChange={({ target }) => onChoose(Number(target.value))}>
        {years().map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </label>
  </p>
);

function Days({
  year,
  days,
  decided,
  onEdit,
  onRemove,
}: {
  readonly year: number;
  readonly days: readonly Day[];
  readonly decided: readonly LocalDay[];
  readonly onEdit: (date: string) => void;
  readonly onRemove: (date: string) => void;
}) {
  return (
    <DataTable
      caption={`${t.nav.calendar} ${year}`}
      rows={days}
      keyOf={({ date }) => date}
      columns={[
        { key: "day", title: t.admin.day, cell: ({ date }) => dayOf(date) },
        { key: "kind", title: t.ledger.columns.kind, cell: kindOf },
        { key: "name", title: t.admin.notice, cell: ({ name }) => name },
        {
          key: "from",
          title: t.admin.from,
          cell: ({ date, local }) =>
            !local
              ? t.admin.national
              : decided.some((day) => day.date === date)
                ? t.admin.local
                : t.admin.above,
        },
        {
          key: "steps",
          title: t.record.steps,
          cell: ({ date }) => (
            <>
              <Button onClick={() => onEdit(date)}>{t.admin.change}</Button>{" "}
              {decided.some((day) => day.date === date) && (
                <Button onClick={() => onRemove(date)}>{t.admin.removeDay}</Button>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

const byDate = (one: LocalDay, other: LocalDay): number => one.date.localeCompare(other.date);
const kindOf = ({ working }: Day): string => t.admin.dayKind[working ? "WORK" : "OFF"];
const FIRST_YEAR = 2019;
/** From the first form's year to the next one. */
const years = (): readonly number[] => {
  const next = new Date().getFullYear() + 1;
  return Array.from({ length: next - FIRST_YEAR + 1 }, (_, i) => next - i);
};
const dayOf = (date: string): string =>
  `${date} ${t.record.weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? ""}`;

const Fault = ({ fault }: { readonly fault: string }) => <Notice kind="ERROR">{fault}</Notice>;

function DayForm({
  day,
  faults,
  onClose,
  onSave,
}: {
  readonly day: LocalDay;
  readonly faults: readonly string[];
  readonly onClose: () => void;
  readonly onSave: (day: LocalDay) => void;
}) {
  const [typed, setTyped] = useState(day);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave({ ...typed, notice: typed.notice.trim() });
  };
  return (
    <Dialog title={day.date === "" ? t.admin.addDay : `${t.admin.change} · ${day.date}`} onClose={onClose}>
      <form onSubmit={submit}>
        <div className="field">
          <label htmlFor="day-date">{t.admin.day}</label>
          <input
            id="day-date"
            type="date"
            required
            value={typed.date}
            onChange={({ target }) => setTyped({ ...typed, date: target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor="day-kind">{t.ledger.columns.kind}</label>
          <select
            id="day-kind"
            value={typed.kind}
            onChange={({ target }) => setTyped({ ...typed, kind: target.value as LocalDay["kind"] })}
          >
            {(["OFF", "WORK", "NATIONAL"] as const).map((kind) => (
              <option key={kind} value={kind}>
                {t.admin.dayKind[kind]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="day-notice">{t.admin.notice}</label>
          <input
            id="day-notice"
            required
            value={typed.notice}
            onChange={({ target }) => setTyped({ ...typed, notice: target.value })}
          />
        </div>
        {faults.map((fault) => (
          <Fault key={fault} fault={fault} />
        ))}
        <footer>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button primary type="submit">
            {t.report.save}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
