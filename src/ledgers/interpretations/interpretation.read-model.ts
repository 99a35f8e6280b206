import { allOf, raw, sql, type Session } from "../../platform/db/index.js";
import {
  being,
  byUnit,
  dueFirst,
  firstDayOf,
  lastDayOf,
  type Listing,
  newestFirst,
  oldestFirst,
  type Period,
  withinRange,
} from "../../records/index.js";
import { DISCLOSURES } from "../disclosures/index.js";
import { INTERPRETATIONS } from "./interpretation.entity.js";
import type { DocumentClass, InterpretationForm, InterpretationState } from "./interpretation.terms.js";

const COLUMNS = raw(
  `r.id, r.unit_id as unitId, r.document_title as documentTitle, r.document_number as documentNumber,
   r.document_class as documentClass, r.wide_effect as wideEffect, r.document_published_on as documentPublishedOn,
   r.document_link as documentLink, r.due_on as dueOn, r.form, r.title, r.author_unit as authorUnit, r.interpreter,
   r.contact, r.signed_off_by as signedOffBy, r.published_on as publishedOn, r.address, r.channel, r.voided, r.revision`,
);

/** A mistake stays in the ledger and counts nowhere. */
export const COUNTS = raw("r.voided = 0");

export interface InterpretationCriteria {
  readonly state?: InterpretationState | null;
  readonly documentClass?: DocumentClass | null;
  readonly form?: InterpretationForm | null;
  readonly documentPublished?: { from?: string | null; to?: string | null } | null;
  readonly published?: { from?: string | null; to?: string | null } | null;
  readonly overdue?: boolean | null;
  readonly today: string;
  readonly orderBy?: keyof typeof INTERPRETATION_ORDERS | null;
}

const IN_STATE = {
  AWAITED: raw("r.voided = 0 and r.published_on is null"),
  PUBLISHED: raw("r.voided = 0 and r.published_on is not null"),
  VOID: raw("r.voided = 1"),
};

const OF_DOCUMENT = ["r.document_published_on", "文件公布日期", "by the day of their document"] as const;
export const INTERPRETATION_ORDERS = {
  DOCUMENT_DESC: newestFirst(...OF_DOCUMENT),
  DOCUMENT_ASC: oldestFirst(...OF_DOCUMENT),
  DUE_ASC: dueFirst("r.due_on", "解读期限", "by the day on which they are due"),
};

/** Overdue is due before today and not published. */
export const interpretationListing = (criteria: InterpretationCriteria): Listing => {
  const { state, documentClass, form, documentPublished, published, overdue, today } = criteria;
  const late = sql`(r.voided = 0 and r.published_on is null and r.due_on is not null and r.due_on < ${today})`;
  return {
    table: INTERPRETATIONS,
    columns: COLUMNS,
    where: allOf([
      ...(state == null ? [] : [IN_STATE[state]]),
      ...being("r.document_class", documentClass),
      ...being("r.form", form),
      ...withinRange("r.document_published_on", documentPublished),
      ...withinRange("r.published_on", published),
      ...(overdue == null ? [] : [overdue ? late : sql`not ${late}`]),
    ]),
    order: INTERPRETATION_ORDERS[criteria.orderBy ?? "DOCUMENT_DESC"],
  };
};

/** One document of a unit over all its records. */
interface Interpreted {
  readonly unitId: string;
  /** The last day to interpret it; null: it need not be. */
  readonly dueOn: string | null;
  /** The day of the first interpretation; null: there is none yet. */
  readonly firstOn: string | null;
}

/** How a unit's documents of a period are interpreted, and what it published in the period. */
export interface InterpretationFacts {
  /** Interpretations published in the period, by form. */
  readonly forms: ReadonlyMap<string, number>;
  readonly interpretations: number;
  /** Documents published in the period and entered in the ledger. */
  readonly documents: number;
  readonly interpreted: number;
  readonly due: number;
  readonly dueInterpreted: number;
  /** Of those due: interpreted after the due day, or due before today and not interpreted. */
  readonly late: number;
}

/** The facts of several units in two statements. */
export async function interpretationFacts(
  session: Session,
  unitIds: readonly string[],
  period: Period,
  today: string,
): Promise<(unitId: string) => InterpretationFacts> {
  const units = [...unitIds];
  const documents = await session.query<Interpreted>(
    sql`select r.unit_id as unitId, max(r.due_on) as dueOn, min(r.published_on) as firstOn
        from ${session.from(INTERPRETATIONS, "r")}
        where r.unit_id in ${units} and ${COUNTS} and ${allOf(withinRange("r.document_published_on", period))}
        group by r.unit_id, r.document_key`,
  );
  const published = await session.query<{ unitId: string; form: string; count: number }>(
    sql`select r.unit_id as unitId, r.form, count(*) as count from ${session.from(INTERPRETATIONS, "r")}
        where r.unit_id in ${units} and ${COUNTS} and ${allOf(withinRange("r.published_on", period))}
        group by r.unit_id, r.form`,
  );
  const documentsOf = byUnit(units, documents);
  const publishedOf = byUnit(units, published);
  return (unitId) => {
    const all = documentsOf(unitId);
    const due = all.filter(({ dueOn }) => dueOn !== null);
    const forms = publishedOf(unitId).map(({ form, count }) => [form, Number(count)] as const);
    return {
      forms: new Map(forms),
      interpretations: forms.reduce((sum, [, count]) => sum + count, 0),
      documents: all.length,
      interpreted: all.filter(({ firstOn }) => firstOn !== null).length,
      due: due.length,
      dueInterpreted: due.filter(({ firstOn }) => firstOn !== null).length,
      late: due.filter(({ dueOn, firstOn }) => (dueOn ?? "") < (firstOn ?? today)).length,
    };
  };
}

/** The figures that a report quotes or answers for. */
export async function quotedFigures(
  session: Session,
  unitId: string,
  year: number,
): Promise<Readonly<Record<"INTERPRETATIONS" | "NOT_INTERPRETED", number>>> {
  const period = { from: firstDayOf(year), to: lastDayOf(year) };
  const facts = await interpretationFacts(session, [unitId], period, period.to);
  const { interpretations, due, dueInterpreted } = facts(unitId);
  const unknown = await documentsNotEntered(session, unitId, period);
  return { INTERPRETATIONS: interpretations, NOT_INTERPRETED: due - dueInterpreted + unknown };
}

/** Rules and normative documents among the disclosures of the period that this ledger does not know. */
async function documentsNotEntered(session: Session, unitId: string, period: Period): Promise<number> {
  const [found] = await session.query<{ count: number }>(
    sql`select count(*) as count from ${session.from(DISCLOSURES, "d")}
        where d.unit_id = ${unitId} and d.status = 'PUBLISHED' and d.document_kind is not null
          and ${allOf(withinRange("d.published_on", period))}
          and not exists (select 1 from ${session.from(INTERPRETATIONS, "r")}
            where r.unit_id = ${unitId} and ${COUNTS} and r.document_key = d.document_number_key)`,
  );
  return Number(found?.count ?? 0);
}
