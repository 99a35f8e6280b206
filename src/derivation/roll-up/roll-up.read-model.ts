import type { Session } from "../../platform/db/index.js";
import { isGovernment, unitsByParents, type UnitRow } from "../../units/index.js";
import { isExpected, type ReportScope, type ReportView, submittedViews } from "../../reports/index.js";
import type { Member, RollUp } from "./roll-up.js";

/** The roll-ups of several governments for one year, by unit id. Three statements, whatever their number. */
export async function rollUpsOf(
  session: Session,
  tops: readonly UnitRow[],
  year: number,
): Promise<Map<string, RollUp>> {
  const below = await unitsByParents(
    session,
    tops.map(({ id }) => id),
  );
  const filersOf = (top: UnitRow): Filer[] => [
    { unit: top, scope: "OWN" as const },
    ...below.filter(({ parentId }) => parentId === top.id).map((unit) => ({ unit, scope: scopeOf(unit) })),
  ];
  const filers = tops.flatMap(filersOf);
  const reports = new Map([
    ...(await newest(session, filers, year, "OWN")),
    ...(await newest(session, filers, year, "SYSTEM")),
  ]);
  const memberOf = ({ unit, scope }: Filer): Member => ({
    unit,
    scope,
    report: reports.get(`${unit.id} ${scope}`) ?? null,
  });
  return new Map(
    tops.map((top) => [
      top.id,
      {
        year,
        members: filersOf(top)
          .map(memberOf)
          .filter((member) => counts(member, year)),
      },
    ]),
  );
}

const counts = ({ unit, scope, report }: Member, year: number): boolean =>
  isExpected(unit, { year, scope, filed: report !== null });

type Filer = Pick<Member, "unit" | "scope">;

/** A government below contributes its whole system, any other unit itself. */
const scopeOf = (unit: UnitRow): ReportScope => (isGovernment(unit.kind) ? "SYSTEM" : "OWN");

async function newest(
  session: Session,
  filers: readonly Filer[],
  year: number,
  scope: ReportScope,
): Promise<[string, ReportView][]> {
  const units = filers.filter((filer) => filer.scope === scope).map(({ unit }) => unit);
  if (units.length === 0) return [];
  const views = await submittedViews(session, { units, years: [year], scope });
  return views.map((view) => [`${view.unitId} ${scope}`, view]);
}
