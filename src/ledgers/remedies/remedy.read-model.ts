import { allOf, raw, sql, type Session } from "../../platform/db/index.js";
import {
  being,
  countedBy,
  inYear,
  lastDayOf,
  type Listing,
  newestFirst,
  notBy,
  oldestFirst,
  type Period,
  withinRange,
} from "../../records/index.js";
import { INFORMATION_REQUESTS, type RequestOutcome } from "../requests/index.js";
import { REMEDIES } from "./remedy.entity.js";
import type { RemedyActivityType } from "./remedy-activity.types.js";
import type { RemedyRoute, RemedyRuling } from "./remedy.terms.js";

const COLUMNS = raw(
  `r.id, r.unit_id as unitId, r.route, r.request_id as requestId, r.review_id as reviewId, r.number, r.organ,
   r.lodged_on as lodgedOn, r.concluded_on as concludedOn, r.decision_arrived_on as decisionArrivedOn, r.ruling, r.disposition, r.note, r.revision`,
);

export interface RemedyCriteria {
  readonly route?: RemedyRoute | null;
  readonly pending?: boolean | null;
  readonly lodged?: { from?: string | null; to?: string | null } | null;
  readonly orderBy?: keyof typeof REMEDY_ORDERS | null;
}

const LODGED = ["r.lodged_on", "提起日期", "by the day on which they were lodged"] as const;
export const REMEDY_ORDERS = {
  LODGED_DESC: newestFirst(...LODGED),
  LODGED_ASC: oldestFirst(...LODGED),
};

export const remedyListing = ({ route, pending, lodged, orderBy }: RemedyCriteria): Listing => ({
  table: REMEDIES,
  columns: COLUMNS,
  where: allOf([
    ...being("r.route", route),
    ...(pending == null ? [] : [raw(`r.concluded_on is ${pending ? "null" : "not null"}`)]),
    ...withinRange("r.lodged_on", lodged),
  ]),
  order: REMEDY_ORDERS[orderBy ?? "LODGED_DESC"],
});

interface RemedyCount {
  readonly unitId: string;
  readonly way: "lodged" | "pending" | "concluded";
  readonly ruling: RemedyRuling | null;
  readonly count: number;
}

/** How many cases of each of several units were lodged and concluded in a period, and are pending at its end. */
export async function remedyCounts(
  session: Session,
  unitIds: readonly string[],
  { from, to }: Period,
): Promise<(unitId: string) => RemedyActivityType> {
  const own = sql`${session.from(REMEDIES, "r")} where r.unit_id in ${[...unitIds]}`;
  const rows = await session.query<RemedyCount>(
    sql`select r.unit_id as unitId, 'lodged' as way, null as ruling, count(*) as count
          from ${own} and ${allOf(withinRange("r.lodged_on", { from, to }))} group by r.unit_id
        union all
        select r.unit_id as unitId, 'pending' as way, null as ruling, count(*) as count
          from ${own} and r.lodged_on <= ${to} and ${notBy("r.concluded_on", to)} group by r.unit_id
        union all
        select r.unit_id as unitId, 'concluded' as way, r.ruling as ruling, count(*) as count
          from ${own} and ${allOf(withinRange("r.concluded_on", { from, to }))} group by r.unit_id, r.ruling`,
  );
  const counts = rows.map((row) => ({ ...row, count: Number(row.count) }));
  return (unitId) => activityOf(counts.filter((row) => row.unitId === unitId));
}

function activityOf(counts: readonly RemedyCount[]): RemedyActivityType {
  const byWay = countedBy(counts, ({ way }) => way);
  return {
    lodged: byWay.get("lodged") ?? 0,
    pending: byWay.get("pending") ?? 0,
    rulings: countedBy(counts, ({ ruling }) => ruling),
  };
}

/** A case that counts in a year's table 四, with what it contests: for the rules that compare it with table 三. */
export interface ChainedRemedy {
  readonly id: string;
  readonly number: string;
  readonly route: RemedyRoute;
  readonly requestId: string | null;
  readonly requestOutcome: RequestOutcome | null;
  readonly requestDecidedOn: string | null;
  readonly reviewId: string | null;
  readonly lodgedOn: string;
}

/** Every case concluded in the year or pending at its end, oldest first. One statement. */
export const remedyChain = (session: Session, unitId: string, year: number): Promise<ChainedRemedy[]> =>
  session.query<ChainedRemedy>(
    sql`select r.id, r.number, r.route, r.request_id as requestId, q.outcome as requestOutcome,
          q.decided_on as requestDecidedOn, r.review_id as reviewId, r.lodged_on as lodgedOn
        from ${session.from(REMEDIES, "r")}
        left join ${session.from(INFORMATION_REQUESTS, "q")} on q.id = r.request_id and q.unit_id = r.unit_id
        where r.unit_id = ${unitId} and (${inYear("r.concluded_on", year)}
          or (r.lodged_on <= ${lastDayOf(year)} and ${notBy("r.concluded_on", lastDayOf(year))}))
        order by r.lodged_on, r.id`,
  );
