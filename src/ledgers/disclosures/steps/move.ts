import type { Call } from "../../../access/index.js";
import { dateInShanghai, yearOf } from "../../../kernel/calendar-date.js";
import { refuse, type Problem } from "../../../kernel/problem.js";
import {
  openRecords,
  saveRecords,
  type ListedTarget,
  type Opened,
  type StepServices,
} from "../../../records/index.js";
import { DISCLOSURE } from "../disclosure.js";
import type { DisclosureRow } from "../disclosure.entity.js";

export type OpenedDisclosure = Opened<DisclosureRow>;
type Verb = keyof (typeof DISCLOSURE)["steps"];

export interface Move {
  /** What the mutation can be; the status of each record decides. */
  readonly verbs: Verb | readonly Verb[];
  readonly note?: string | null;
  /** What stands against the step besides the workflow. */
  readonly problems?: (one: OpenedDisclosure) => readonly Problem[];
  readonly values?: (one: OpenedDisclosure) => Partial<DisclosureRow>;
}

/** Takes the same step with each of the records or, with a problem in one of them, with none. */
export async function moveDisclosures(
  call: Call,
  targets: readonly ListedTarget[],
  { verbs, note = null, problems, values }: Move,
  { onChange }: Pick<StepServices, "onChange">,
): Promise<{ ids: string[] }> {
  const opened = await openRecords(call, DISCLOSURE, verbs, targets);
  refuse(eachOnce(opened.flatMap((one) => problems?.(one) ?? [])));
  const on = dateInShanghai(call.now);
  const changes = opened.map((one) => ({
    ...one,
    values: { ...(one.step.to && { status: one.step.to }), ...values?.(one) },
  }));
  await saveRecords(
    call,
    DISCLOSURE,
    changes.map((one) => ({ ...one, on, note })),
  );
  for (const unit of new Set(opened.map((one) => one.unit))) {
    const years = changes.filter((one) => one.unit === unit).flatMap(yearsOf);
    await onChange(call.session, unit, Math.min(...years));
  }
  return { ids: opened.map(({ record }) => record.id) };
}

/** The years whose figures may differ: that in which the record was formed, before and after. */
const yearsOf = ({ record, values }: { record: DisclosureRow; values: Partial<DisclosureRow> }): number[] =>
  [record.formedOn, values.formedOn ?? record.formedOn].map(yearOf);

/** A problem such as a wrong date concerns all records, and is reported once. */
const eachOnce = (problems: readonly Problem[]): Problem[] => [
  ...new Map(
    problems.map((problem) => [`${problem.path.join(".")} ${problem.message.zh}`, problem]),
  ).values(),
];
