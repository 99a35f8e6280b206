import { authorize, type Call, holds, signedIn } from "../../access/index.js";
import { forbidden, notFound } from "../../kernel/fault.js";
import {
  invalidInput,
  refuse,
  type Problem,
  Refusal,
  revisionMissing,
  staleRevision,
} from "../../kernel/problem.js";
import { text } from "../../kernel/text.js";
import { append, changesBetween } from "../../history/index.js";
import { newId, type Session } from "../../platform/db/index.js";
import { lineProblems } from "../../records/index.js";
import { unitByCode, unitsByIds, type UnitRow } from "../../units/index.js";
import { DASHBOARDS, type DashboardRow, type Panel } from "../dashboard.entity.js";
import { savedQueriesByIds } from "../saved-query.read-model.js";
import type { Visibility } from "../saved-query.terms.js";

export interface SaveDashboard {
  /** Null saves a new one. */
  readonly dashboardId: string | null;
  readonly name: string;
  /** A dashboard never moves to another unit. */
  readonly unitCode: string | null;
  readonly visibility: Visibility | null;
  readonly panels: readonly Panel[];
  readonly expectedRevision: number | null;
}

const NAME_LENGTH = 120;
export const MOST_PANELS = 12;

/** Saves a dashboard: a new one, or the caller's own with another name, sharing or arrangement. */
export async function saveDashboard(call: Call, input: SaveDashboard): Promise<{ id: string }> {
  const { session, viewer } = call;
  const { name, panels } = input;
  const { id: ownerId } = signedIn(viewer);
  const found = input.dashboardId === null ? null : await foundFor(call, input.dashboardId, input, "change");
  const unit = authorize(viewer, "query:save", found?.unit ?? (await givenUnit(session, input)));
  refuse([
    ...lineProblems(name, ["input", "name"], NAME_LENGTH),
    ...placeProblems(input, found?.unit ?? null),
    ...(await panelProblems(session, panels)),
  ]);
  const visibility = input.visibility ?? found?.row.visibility ?? "PRIVATE";
  const values = { name, visibility, panels: JSON.stringify(panels) };
  const id = found?.row.id ?? newId();
  if (found) await update(session, found.row, values);
  else {
    const fresh = { id, unitId: unit.id, ownerId, revision: 1, createdAt: call.now.toISOString() };
    await session.rows(DASHBOARDS).insert(unit, { ...fresh, ...values });
  }
  record(call, unit, {
    id,
    revision: (found?.row.revision ?? 0) + 1,
    before: found?.row ?? null,
    after: values,
  });
  return { id };
}

export interface DeleteDashboard {
  readonly dashboardId: string;
  readonly expectedRevision: number;
}

/** The owner deletes a dashboard; an officer removes those shared in the district. The queries stay. */
export async function deleteDashboard(call: Call, input: DeleteDashboard): Promise<{ id: string }> {
  const { session } = call;
  const { row, unit } = await foundFor(call, input.dashboardId, input, "delete");
  const { id, unitId, name, visibility, panels } = row;
  await update(session, row, { name, visibility, panels });
  await session.rows(DASHBOARDS).delete({ id, unitId });
  record(call, unit, { id, revision: row.revision + 1, before: row, after: null });
  return { id };
}

interface Found {
  readonly row: DashboardRow;
  readonly unit: UnitRow;
}

/** One that the caller sees and may change: his own; or delete: his own, and shared ones of his district. */
async function foundFor(
  { session, viewer }: Call,
  id: string,
  { expectedRevision }: { readonly expectedRevision: number | null },
  act: "change" | "delete",
): Promise<Found> {
  const row = await session.rows(DASHBOARDS).one({ id });
  const [unit] = row ? await unitsByIds(session, [row.unitId]) : [];
  if (!row || !unit) throw notFound();
  const clears = act === "delete" && holds(viewer, "query:clear", unit);
  if (row.ownerId !== signedIn(viewer).id && !clears) throw forbidden();
  if (expectedRevision === null) throw revisionMissing();
  if (expectedRevision !== row.revision) throw staleRevision(row.revision);
  return { row, unit };
}

async function givenUnit(session: Session, { unitCode }: SaveDashboard): Promise<UnitRow | null> {
  if (unitCode !== null) return unitByCode(session, unitCode);
  throw new Refusal(
    invalidInput(["input", "unitCode"], text("新的看板须指明所属单位", "A new dashboard needs a unit")),
  );
}

function placeProblems({ unitCode }: SaveDashboard, unit: UnitRow | null): Problem[] {
  if (!unit || unitCode === null || unitCode === unit.code) return [];
  return [
    invalidInput(
      ["input", "unitCode"],
      text("已保存的看板不能改属其他单位", "A saved dashboard cannot move to another unit"),
    ),
  ];
}

/** Each panel shows a query that the caller sees; one that is hidden from him is one that there is not. */
async function panelProblems(session: Session, panels: readonly Panel[]): Promise<Problem[]> {
  const at = ["input", "panels"] as const;
  if (panels.length === 0 || panels.length > MOST_PANELS)
    return [invalidInput(at, text(`须有 1 至 ${MOST_PANELS} 个查询`, `1 to ${MOST_PANELS} queries`))];
  const ids = [...new Set(panels.map(({ queryId }) => queryId))];
  const seen = new Set((await savedQueriesByIds(session, ids)).map(({ id }) => id));
  return panels.flatMap(({ queryId }, i) =>
    seen.has(queryId)
      ? []
      : [
          invalidInput(
            [...at, String(i), "queryId"],
            text("没有这个保存的查询", "There is no such saved query"),
          ),
        ],
  );
}

async function update(
  session: Session,
  { id, unitId, revision }: DashboardRow,
  values: Pick<DashboardRow, "name" | "visibility" | "panels">,
): Promise<void> {
  const changed = await session
    .rows(DASHBOARDS)
    .update({ id, unitId, revision }, { ...values, revision: revision + 1 });
  if (changed === 0) throw staleRevision((await session.rows(DASHBOARDS).one({ id }))?.revision ?? revision);
}

type Recorded = Pick<DashboardRow, "name" | "visibility" | "panels">;

interface Change {
  readonly id: string;
  /** The revision that came of it. */
  readonly revision: number;
  /** null: it is new, or gone. */
  readonly before: Recorded | null;
  readonly after: Recorded | null;
}

/** The name goes into the history by digest while the dashboard is its owner's alone. */
function record(call: Call, unit: UnitRow, { id, revision, before, after }: Change): void {
  const isOwners = [before, after].some((one) => one?.visibility === "PRIVATE");
  const plainly = (one: Recorded | null) =>
    one ? { ...(!isOwners && { name: one.name }), visibility: one.visibility, panels: one.panels } : {};
  append(call, {
    ...{ unit, subject: { type: "Dashboard", id }, revision },
    ...(isOwners && { personal: { name: [before?.name ?? null, after?.name ?? null] as const } }),
    changes: changesBetween<object>(plainly(before), plainly(after)),
  });
}
