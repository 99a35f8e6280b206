import type { Call } from "../access/index.js";
import { groupedBy } from "../platform/loaders/index.js";
import { staleRevision } from "../kernel/problem.js";
import { remember, type RecordChange, type RecordRow } from "./record-history.js";
import type { Opened, Stored } from "./record.js";

type Changed<Row> = Opened<Row> & RecordChange & { readonly values: Partial<Row> };

/**
 * Changes several opened records, unless somebody else has changed one in the meantime, and writes their history. Those
 * of one unit that stand at one revision and change alike are one statement.
 */
export async function saveRecords<Row extends RecordRow>(
  call: Call,
  kind: Stored<Row>,
  changes: readonly Changed<Row>[],
): Promise<void> {
  const changed = changes.map((one) => ({ ...one, values: differing(one.record, one.values) }));
  for (const alike of groupedBy([...new Set(changed.map(groupKey))], changed, groupKey))
    await saveAlike(call, kind, alike);
}

/** Only what becomes another: most of many records change alike. */
const differing = <Row>(record: Row, values: Partial<Row>): Partial<Row> =>
  Object.fromEntries(
    Object.entries(values).filter(([key, value]) => record[key as keyof Row] !== value),
  ) as Partial<Row>;

const groupKey = <Row extends RecordRow>({ unit, record, values }: Changed<Row>): string =>
  `${unit.id} ${record.revision} ${JSON.stringify(values)}`;

async function saveAlike<Row extends RecordRow>(
  call: Call,
  kind: Stored<Row>,
  alike: readonly Changed<Row>[],
): Promise<void> {
  const [first] = alike;
  if (!first) return;
  const { unitId, revision } = first.record;
  const next = { ...first.values, revision: revision + 1 };
  const ids = alike.map(({ record }) => record.id);
  const rows = call.session.rows<RecordRow>(kind.table as never);
  if ((await rows.update({ id: ids, unitId, revision }, next)) < ids.length) {
    const now = await rows.find({ id: ids });
    throw staleRevision(Math.max(revision, ...now.map((row) => row.revision)));
  }
  for (const { unit, record, step, ...happening } of alike) {
    const after = { ...record, ...first.values };
    const changed = { id: record.id, revision: revision + 1, before: record, after };
    remember(call, kind, { unit, step, ...changed }, happening);
  }
}
