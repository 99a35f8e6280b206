import { signedIn, type Viewer } from "../../access/index.js";
import { appendSteps, type Step } from "../../history/index.js";
import { dateInShanghai } from "../../kernel/calendar-date.js";
import { newId, sql, type Session } from "../../platform/db/index.js";
import { staleRecord } from "../../records/index.js";
import type { UnitRow } from "../../units/index.js";
import { encodeChannels } from "./channels.js";
import { DISCLOSURES, type DisclosureRow } from "./disclosure.entity.js";
import type { DisclosureFields } from "./disclosure.rules.js";

/** Keeps a statement's parameters far below what any server takes. */
const ROWS_A_STATEMENT = 500;

/** Who did it, and when. */
type Deed = Pick<Step, "at" | "actorId" | "actor" | "action" | "note">;

export function eventBy(viewer: Viewer, now: Date, action: string, note: string | null = null): Deed {
  const { id: actorId, displayName: actor } = signedIn(viewer);
  return { at: now.toISOString(), actorId, actor, action, note };
}

export const newDisclosure = (
  unit: UnitRow,
  fields: DisclosureFields,
  dueOn: string,
  createdAt: string,
): DisclosureRow => ({
  ...fields,
  id: newId(),
  unitId: unit.id,
  channels: encodeChannels(fields.channels),
  status: "DRAFT",
  dueOn,
  publishedOn: null,
  repealedOn: null,
  revision: 1,
  createdAt,
});

export async function insertDisclosures(
  session: Session,
  unit: UnitRow,
  disclosures: readonly DisclosureRow[],
  deed: Deed,
): Promise<void> {
  for (let first = 0; first < disclosures.length; first += ROWS_A_STATEMENT) {
    const rows = disclosures.slice(first, first + ROWS_A_STATEMENT);
    await session.rows(DISCLOSURES).insert(unit, ...rows);
    recordDeed(session, unit, rows, deed);
  }
}

/**
 * The same change to several records of one unit at one revision, if nobody else has changed any since it was read.
 */
export async function updateDisclosures(
  session: Session,
  unit: UnitRow,
  disclosures: readonly DisclosureRow[],
  values: Partial<DisclosureRow>,
  deed: Deed,
): Promise<void> {
  const revision = disclosures[0]?.revision ?? 0;
  const next = { ...values, revision: revision + 1 };
  const ids = disclosures.map(({ id }) => id);
  const changed = await session.rows(DISCLOSURES).update({ id: ids, unitId: unit.id, revision }, next);
  if (changed < ids.length) throw await stale(session, ids, revision);
  recordDeed(
    session,
    unit,
    disclosures.map((disclosure) => ({ ...disclosure, ...next })),
    deed,
  );
}

async function stale(session: Session, ids: readonly string[], revision: number): Promise<Error> {
  const now = await session.rows(DISCLOSURES).find({ id: ids });
  return staleRecord(Math.max(revision, ...now.map((row) => row.revision)));
}

const recordDeed = (
  session: Session,
  unit: UnitRow,
  disclosures: readonly DisclosureRow[],
  deed: Deed,
): void =>
  appendSteps(
    session,
    unit,
    "Disclosure",
    disclosures.map(({ id: subjectId, revision }) => ({
      ...deed,
      onDate: dateInShanghai(new Date(deed.at)),
      subjectId,
      revision,
    })),
  );

type Alike = Pick<DisclosureRow, "title" | "category" | "documentNumber" | "formedOn">;

/** Records of a unit that were formed on the same days as some others; what was withdrawn is no record any more. */
export const disclosuresAlike = (
  session: Session,
  unit: UnitRow,
  others: readonly Pick<DisclosureRow, "formedOn">[],
): Promise<Alike[]> =>
  session.query<Alike>(
    sql`select r.title, r.category, r.document_number as documentNumber, r.formed_on as formedOn
        from ${session.from(DISCLOSURES, "r")}
        where r.unit_id = ${unit.id} and r.status <> 'WITHDRAWN'
          and r.formed_on in ${[...new Set(others.map(({ formedOn }) => formedOn))]}`,
  );
