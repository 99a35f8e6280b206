import { useMemo } from "react";
import { useAnswer } from "../../ui/use-answer";
import { Link } from "wouter";
import { localDay } from "../../days";
import { label, moment, t } from "../../texts";
import { Button, Tag } from "../../ui/parts";
import type { Office } from "../part-page";
import { useLikeness } from "../review/likeness-of-all";
import {
  columnAt,
  FIGURES,
  type Filing,
  FILERS,
  isOpen,
  percent,
  RECEIVED,
  stateOf,
  STATES,
  writeChange,
} from "../queries";
import { SortedTable, type SortedColumn } from "../sorted-table";

/** Every unit's filing; what is chosen can be reminded. */
export function BoardTable({
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
  const changes = useChanges(office);
  const likeness = useLikeness(office.year);
  const open = filings.filter(isOpen).map(({ unit }) => unit.code);
  const columns: SortedColumn<Filing>[] = [
    {
      key: "unit",
      title: t.common.unit,
      sort: null,
      cell: ({ unit }) => <Link href={`/report/${unit.code}/${office.year}`}>{unit.shortName}</Link>,
    },
    ...(onChoose ? [choiceColumn(chosen, onChoose, open)] : []),
    ...stateColumns,
    {
      key: "change",
      title: `${t.board.change} ${t.board.changeOf}`,
      number: true,
      sort: ({ unit }) => changes.get(unit.code) ?? null,
      cell: ({ unit }) => writeChange(changes.get(unit.code)),
    },
    {
      key: "like",
      title: t.board.like,
      number: true,
      sort: ({ unit }) => likeness.shares.get(unit.code) ?? null,
      cell: ({ unit }) => {
        const share = likeness.shares.get(unit.code);
        return share === undefined || share === null ? "" : percent(share);
      },
    },
  ];
  return (
    <>
      <SortedTable caption={t.board.title} rows={filings} columns={columns} keyOf={({ unit }) => unit.code} />
      <p className="filters">
        <Button
          disabled={likeness.running}
          onClick={() =>
            void likeness.run(filings.filter(({ status }) => status !== null).map(({ unit }) => unit.code))
          }
        >
          {t.board.showLike}
        </Button>
        {likeness.running && <span role="status">{t.board.liking(likeness.done, likeness.all)}</span>}
      </p>
    </>
  );
}

const punctuality = ({ onTime }: Filing) =>
  onTime === null ? t.board.notYet : onTime ? t.board.inTime : <Tag kind="LATE">{t.board.late}</Tag>;

/** What comes next for a unit that has not filed: a reminder, or the public notice, and when. */
function nextOf(filing: Filing): readonly [step: string, on: string] | null {
  if (!isOpen(filing)) return null;
  const { firstOn, secondOn, noticeOn } = filing.reminders;
  const today = localDay();
  if (today <= firstOn) return [t.board.first, firstOn];
  if (today <= secondOn) return [t.board.second, secondOn];
  return [t.board.notice, noticeOn];
}

const stateColumns: readonly SortedColumn<Filing>[] = [
  {
    key: "status",
    title: t.board.status,
    sort: (one) => STATES.indexOf(stateOf(one)),
    cell: (one) => (
      <Tag kind={stateOf(one)}>{one.status ? label("ReportStatus", one.status) : t.board.none}</Tag>
    ),
  },
  {
    key: "submitted",
    title: t.board.submitted,
    sort: ({ submittedAt }) => submittedAt,
    cell: ({ submittedAt }) => moment(submittedAt).split(" ")[0],
  },
  {
    key: "punctual",
    title: t.board.punctual,
    sort: ({ onTime }) => (onTime === null ? null : Number(onTime)),
    cell: punctuality,
  },
  { key: "due", title: t.board.due, sort: ({ dueOn }) => dueOn, cell: ({ dueOn }) => dueOn },
  {
    key: "next",
    title: t.board.next,
    sort: (one) => nextOf(one)?.[1] ?? null,
    cell: (one) => nextOf(one)?.join(" "),
  },
  {
    key: "errors",
    title: t.board.errors,
    number: true,
    sort: (one) => one.openErrors,
    cell: (one) => one.openErrors,
  },
  {
    key: "warnings",
    title: t.board.warnings,
    number: true,
    sort: (one) => one.openWarnings,
    cell: (one) => one.openWarnings,
  },
];

function choiceColumn(
  chosen: ReadonlySet<string>,
  onChoose: (chosen: ReadonlySet<string>) => void,
  open: readonly string[],
): SortedColumn<Filing> {
  const all = open.length > 0 && open.every((code) => chosen.has(code));
  return {
    key: "choose",
    title: t.common.choose,
    head: (
      <input
        type="checkbox"
        aria-label={t.board.chooseAll}
        checked={all}
        onChange={() => onChoose(new Set(all ? [] : open))}
      />
    ),
    cell: (filing) =>
      isOpen(filing) && (
        <input
          type="checkbox"
          aria-label={t.board.choose(filing.unit.shortName)}
          checked={chosen.has(filing.unit.code)}
          onChange={() => {
            const next = new Set(chosen);
            if (!next.delete(filing.unit.code)) next.add(filing.unit.code);
            onChoose(next);
          }}
        />
      ),
  };
}

/** By unit: how much more or fewer requests it received than the year before. */
function useChanges({ code, year }: Office): ReadonlyMap<string, number | null> {
  const input = { under: code, kinds: [...FILERS], indicators: [RECEIVED], years: [year] };
  const [{ data }] = useAnswer({ query: FIGURES, variables: { input } });
  return useMemo(() => {
    const figures = data?.compareReports;
    const at = figures ? columnAt(figures, RECEIVED, year) : -1;
    return new Map(figures?.rows.map(({ unit, changes }) => [unit.code, changes[at] ?? null]));
  }, [data, year]);
}
