import { allOf, raw, sql, type Session } from "../../platform/db/index.js";
import {
  being,
  countedBy,
  firstDayOf,
  lastDayOf,
  type Listing,
  type Period,
  withinRange,
} from "../../records/index.js";
import { PROPOSALS } from "./proposal.entity.js";
import type { ProposalActivityType } from "./proposal.types.js";
import {
  PROPOSAL_ORDERS,
  type ProposalKind,
  type ProposalRole,
  type Satisfaction,
} from "./proposal.terms.js";

const COLUMNS = raw(
  `r.id, r.unit_id as unitId, r.kind, r.level, r.role, r.session, r.number, r.title, r.broad,
   r.assigned_on as assignedOn, r.due_on as dueOn, r.answered_on as answeredOn, r.answer_number as answerNumber,
   r.result_class as resultClass, r.satisfaction, r.published, r.redo, r.revision`,
);

export interface ProposalCriteria {
  readonly kind?: ProposalKind | null;
  readonly role?: ProposalRole | null;
  readonly assigned?: { from?: string | null; to?: string | null } | null;
  readonly answered?: boolean | null;
  readonly overdue?: boolean | null;
  readonly today: string;
  readonly orderBy?: keyof typeof PROPOSAL_ORDERS | null;
}

/** Overdue is what is not answered and was due before today. */
export const proposalListing = (criteria: ProposalCriteria): Listing => {
  const { kind, role, assigned, answered, overdue, today } = criteria;
  return {
    table: PROPOSALS,
    columns: COLUMNS,
    where: allOf([
      ...being("r.kind", kind),
      ...being("r.role", role),
      ...withinRange("r.assigned_on", assigned),
      ...(answered == null ? [] : [raw(`r.answered_on is ${answered ? "not null" : "null"}`)]),
      ...(overdue == null
        ? []
        : [
            overdue
              ? sql`r.answered_on is null and r.due_on < ${today}`
              : sql`(r.answered_on is not null or r.due_on >= ${today})`,
          ]),
    ]),
    order: PROPOSAL_ORDERS[criteria.orderBy ?? "ASSIGNED_DESC"],
  };
};

interface ProposalGroup {
  readonly unitId: string;
  readonly kind: ProposalKind;
  readonly role: ProposalRole;
  readonly answered: boolean;
  readonly overdue: boolean;
  readonly resultClass: string | null;
  readonly satisfaction: Satisfaction | null;
  readonly count: number;
}

type RawGroup = Omit<ProposalGroup, "answered" | "overdue"> & Record<"answered" | "overdue", number>;

/** Counts by unit and state in one statement; grouped on hex() because MariaDB's collation ignores case. */
async function groupsOf(
  session: Session,
  unitIds: readonly string[],
  period: Period,
  today: string,
): Promise<ProposalGroup[]> {
  const rows = await session.query<RawGroup>(
    sql`select g.*, count(*) as count from (
          select r.unit_id as unitId, r.kind, r.role, r.result_class as resultClass, r.satisfaction,
            case when r.answered_on is null then 0 else 1 end as answered,
            case when r.answered_on is null and r.due_on < ${today} then 1 else 0 end as overdue
          from ${session.from(PROPOSALS, "r")}
          where r.unit_id in ${[...unitIds]} and ${allOf(withinRange("r.assigned_on", period))}) g
        group by g.unitId, g.kind, g.role, g.resultClass, hex(g.resultClass), g.satisfaction, g.answered, g.overdue`,
  );
  return rows.map((row) => ({
    ...row,
    answered: Boolean(Number(row.answered)),
    overdue: Boolean(Number(row.overdue)),
    count: Number(row.count),
  }));
}

/** Only what the unit answers itself counts as handled: an opinion given to another does not. */
const led = (groups: readonly ProposalGroup[]): ProposalGroup[] =>
  groups.filter(({ role }) => role === "LEAD");
const sum = (groups: readonly ProposalGroup[]): number =>
  groups.reduce((total, { count }) => total + count, 0);

/** Present results of the proposals assigned in a period to each of several units. */
export async function proposalCounts(
  session: Session,
  unitIds: readonly string[],
  period: Period,
  today: string,
): Promise<(unitId: string) => ProposalActivityType> {
  const groups = await groupsOf(session, unitIds, period, today);
  return (unitId) => activityOf(groups.filter((group) => group.unitId === unitId));
}

function activityOf(groups: readonly ProposalGroup[]): ProposalActivityType {
  const { answered, byResult, bySatisfaction } = handled(led(groups));
  const results = [...byResult].map(([key, count]) => ({ key, label: key, count }));
  return {
    assigned: sum(groups),
    answered,
    overdue: sum(groups.filter(({ overdue }) => overdue)),
    kinds: countedBy(groups, ({ kind }) => kind),
    byResult: results.sort((a, b) => (a.key < b.key ? -1 : 1)),
    satisfactions: bySatisfaction,
  };
}

interface Handled {
  readonly answered: number;
  readonly byResult: ReadonlyMap<string, number>;
  readonly bySatisfaction: ReadonlyMap<string, number>;
}

const handled = (groups: readonly ProposalGroup[]): Handled => ({
  answered: sum(groups.filter(({ answered }) => answered)),
  byResult: countedBy(groups, ({ resultClass }) => resultClass),
  bySatisfaction: countedBy(groups, ({ satisfaction }) => satisfaction),
});

/** The figures that a report's section 六 quotes: what the unit was to answer itself, by the year it was assigned in. */
export interface ProposalFacts extends Handled {
  readonly suggestions: number;
  readonly proposals: number;
}

export async function proposalFacts(session: Session, unitId: string, year: number): Promise<ProposalFacts> {
  const period = { from: firstDayOf(year), to: lastDayOf(year) };
  const groups = led(await groupsOf(session, [unitId], period, period.to));
  const byKind = countedBy(groups, ({ kind }) => kind);
  return {
    ...handled(groups),
    suggestions: byKind.get("CONGRESS_SUGGESTION") ?? 0,
    proposals: byKind.get("CPPCC_PROPOSAL") ?? 0,
  };
}

/** `proposalFacts` as a report's text quotes them. */
export async function quotedFigures(
  session: Session,
  unitId: string,
  year: number,
): Promise<Readonly<Record<ProposalKind, number>>> {
  const { suggestions, proposals } = await proposalFacts(session, unitId, year);
  return { CONGRESS_SUGGESTION: suggestions, CPPCC_PROPOSAL: proposals };
}
