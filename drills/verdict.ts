/** What the goal is nothing of. */
export interface Verdict {
  /** Acknowledged, and not there. */
  readonly lost: number;
  /** More than once where it was asked for once. */
  readonly duplicated: number;
  /** Some of what belongs together, without the rest. */
  readonly halfDone: number;
}

export interface Counts extends Verdict {
  readonly acknowledged: number;
}

/** All rows of a database in which the drill's requests are the only ones; events and applicants by their request. */
export interface StoredRequests {
  readonly requests: readonly { readonly id: string; readonly subject: string }[];
  readonly events: readonly string[];
  readonly applicants: readonly string[];
  /** What is kept for each idempotency key: the result as JSON. */
  readonly answers: readonly (string | null)[];
}

export function verdictOfRequests(
  acknowledged: ReadonlyMap<string, string>,
  { requests, events, applicants, answers }: StoredRequests,
): Verdict {
  const there = new Set(requests.map(({ id, subject }) => `${subject} ${id}`));
  const parts = [requests.map(({ id }) => id), events, applicants, answers.map(answeredId)];
  const sets = parts.map((ids) => new Set(ids));
  return {
    lost: [...acknowledged].filter(([subject, id]) => !there.has(`${subject} ${id}`)).length,
    duplicated: requests.length - new Set(requests.map(({ subject }) => subject)).size,
    halfDone: [...new Set(parts.flat())].filter((id) => !sets.every((set) => set.has(id))).length,
  };
}

/** A key without an answer names no request, and so is half of something. */
const answeredId = (answer: string | null): string =>
  answer === null ? "no answer" : (JSON.parse(answer) as { record: { id: string } }).record.id;

export interface Edit {
  readonly cell: string;
  readonly value: string;
  /** That the edit made. */
  readonly revision: number;
}

export interface StoredReport {
  readonly revision: number;
  readonly cells: Readonly<Record<string, { readonly value: string }>>;
  readonly events: readonly { readonly revision: number; readonly cells: readonly string[] }[];
}

/** Of edits of cells, each acknowledged with the revision that it made; a cell is one clerk's, whose values follow each other. */
export function verdictOfEdits(acknowledged: readonly Edit[], stored: StoredReport): Verdict {
  const told = stored.events.map(({ revision, cells }) => `${revision} ${cells.join()}`);
  const last = new Map(acknowledged.map(({ cell, value }) => [cell, value]));
  const overwritten = [...last].filter(([cell, value]) => stored.cells[cell]?.value !== value);
  const untold = acknowledged.filter(({ revision, cell }) => !told.includes(`${revision} ${cell}`));
  const revisions = stored.events.map(({ revision }) => revision);
  const distinct = new Set(revisions).size;
  return {
    lost: overwritten.length + untold.length,
    duplicated: revisions.length - distinct + Math.max(0, distinct - 1 - acknowledged.length),
    halfDone: Math.abs(stored.revision - distinct),
  };
}

/** Of several looks at one database the worst of each. */
export const worst = (looks: readonly Verdict[]): Verdict => ({
  lost: Math.max(...looks.map(({ lost }) => lost)),
  duplicated: Math.max(...looks.map(({ duplicated }) => duplicated)),
  halfDone: Math.max(...looks.map(({ halfDone }) => halfDone)),
});

/** Nothing lost of nothing proves nothing. */
export const isGood = ({ acknowledged, lost, duplicated, halfDone }: Counts): boolean =>
  acknowledged > 0 && lost + duplicated + halfDone === 0;
