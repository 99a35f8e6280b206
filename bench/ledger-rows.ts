import { randomFor, type Random } from "../src/kernel/random.js";
import { addDays, addMonths, yearOf, type CalendarDate } from "../src/kernel/calendar-date.js";
import { bitOf, type DisclosureRow } from "../src/ledgers/disclosures/api.js";
import type { ProposalRow } from "../src/ledgers/proposals/api.js";
import type { RemedyRow } from "../src/ledgers/remedies/api.js";
import type { RequestRow } from "../src/ledgers/requests/api.js";
import type { SupplyRow } from "../src/ledgers/supplies/api.js";
import type { UnitRow } from "../src/units/index.js";
import { newId } from "../src/platform/db/index.js";
import type { Today } from "./request-rows.js";

export const YEARS_OF_LEDGERS = [2023, 2024, 2025];

const BY = { recordedBy: "样本·经办人", enteredBy: "clerk-of-bench-0", signedOffBy: "样本·负责人" };
const DECIDED_REQUESTS_A_REVIEW = 25;
const DISCLOSURES_A_YEAR = 20;
const PROPOSALS_A_YEAR = 4;
const SUPPLIED = [
  "proactive.licences.decisions",
  "proactive.penalties.decisions",
  "proactive.coercions.decisions",
  "proactive.fees.amount",
];
const CATEGORIES = ["机构信息", "政策文件", "财政信息", "重大项目", "公共服务", "工作动态"] as const;

const idOf = (unit: UnitRow) => ({ id: newId(), unitId: unit.id });
const morningOf = (date: CalendarDate): string => `${date}T02:00:00.000Z`;
const dayOf = (random: Random, year: number): CalendarDate =>
  addDays(`${year}-01-01`, random.between(0, 364));

/** Of the decided requests one in 25 is contested, and of the reviews one in five goes on to court. */
export function remedyRows(unit: UnitRow, requests: readonly RequestRow[]): RemedyRow[] {
  const random = randomFor(unit.code, "remedies");
  const contested = requests.filter((_, i) => i % DECIDED_REQUESTS_A_REVIEW === 0);
  return contested.flatMap(({ id, number, decidedOn }) => {
    if (decidedOn === null || yearOf(decidedOn) > 2025) return [];
    const review = caseRow(unit, random, {
      requestId: id,
      number: `复议${number}`,
      lodgedOn: addDays(decidedOn, random.between(5, 55)),
    });
    if (!random.chance(0.2) || review.concludedOn === null) return [review];
    const suit = caseRow(unit, random, {
      requestId: id,
      number: `行初${number}`,
      lodgedOn: addDays(review.concludedOn, 10),
    });
    return [review, { ...suit, route: "LITIGATION_AFTER_REVIEW", reviewId: review.id }];
  });
}

function caseRow(
  unit: UnitRow,
  random: Random,
  lodged: Pick<RemedyRow, "requestId" | "number" | "lodgedOn">,
): RemedyRow {
  const { lodgedOn } = lodged;
  const concluded = lodgedOn < "2025-11-01" || random.chance(0.5);
  return {
    ...idOf(unit),
    route: "REVIEW",
    ...lodged,
    reviewId: null,
    organ: null,
    concludedOn: concluded ? addDays(lodgedOn, 55) : null,
    decisionArrivedOn: null,
    ruling: concluded ? random.weighted({ UPHELD: 70, CORRECTED: 15, OTHER: 15 }) : null,
    disposition: null,
    note: null,
    revision: concluded ? 2 : 1,
    recordedBy: BY.recordedBy,
    createdAt: morningOf(lodgedOn),
  };
}

export function disclosureRows(unit: UnitRow, { calendar }: Today): DisclosureRow[] {
  const random = randomFor(unit.code, "disclosures");
  return eachYear(DISCLOSURES_A_YEAR, (year, i) => {
    const formedOn = dayOf(random, year);
    const isDocument = i === 0;
    return {
      ...idOf(unit),
      title: `${unit.shortName}${year}年第${i + 1}条公开信息`,
      category: random.pick(CATEGORIES),
      channels: bitOf("WEBSITE") + (random.chance(0.4) ? bitOf("WECHAT") : 0),
      items: isDocument || random.chance(0.9) ? 1 : random.between(2, 40),
      status: "PUBLISHED",
      formedOn,
      dueOn: calendar.after(formedOn, 20),
      publishedOn: calendar.after(formedOn, random.between(1, 22)),
      documentKind: isDocument ? "NORMATIVE_DOCUMENT" : null,
      documentNumber: isDocument ? `〔${year}〕1号` : null,
      repealedOn: null,
      revision: 5,
      createdAt: morningOf(formedOn),
    };
  });
}

/** Licences, penalties, coercions and fees of each half year. */
export function supplyRows(unit: UnitRow): SupplyRow[] {
  const random = randomFor(unit.code, "supplies");
  return YEARS_OF_LEDGERS.flatMap((year) =>
    SUPPLIED.flatMap((indicator) =>
      [`${year}-01-01`, `${year}-07-01`].map((fromOn) => ({
        ...idOf(unit),
        indicator,
        supplier: "行政审批服务局",
        year,
        fromOn,
        toOn: addDays(addMonths(fromOn, 6), -1),
        quantity: String(random.between(0, 300)),
        enteredBy: BY.enteredBy,
        signedOffAt: morningOf(addMonths(fromOn, 6)),
        signedOffBy: BY.signedOffBy,
        revocation: null,
        revision: 2,
        createdAt: morningOf(addMonths(fromOn, 6)),
      })),
    ),
  );
}

export function proposalRows(unit: UnitRow): ProposalRow[] {
  const random = randomFor(unit.code, "proposals");
  return eachYear(PROPOSALS_A_YEAR, (year, i) => {
    const assignedOn = `${year}-02-20`;
    const answered = year < 2025 || random.chance(0.9);
    return {
      ...idOf(unit),
      kind: i % 2 === 0 ? "CONGRESS_SUGGESTION" : "CPPCC_PROPOSAL",
      level: "DISTRICT",
      role: random.chance(0.7) ? "LEAD" : "CO_ORGANIZER",
      session: null,
      number: `${year}-${i + 1}`,
      title: `关于第${i + 1}项民生事项的建议`,
      broad: false,
      assignedOn,
      dueOn: addMonths(assignedOn, 3),
      answeredOn: answered ? addDays(assignedOn, random.between(30, 95)) : null,
      answerNumber: null,
      resultClass: answered ? random.weighted({ A: 60, B: 30, C: 10 }) : null,
      satisfaction: answered ? random.weighted({ SATISFIED: 90, FAIRLY_SATISFIED: 10 }) : null,
      published: answered,
      redo: false,
      revision: answered ? 3 : 1,
      createdAt: morningOf(assignedOn),
    };
  });
}

const eachYear = <Row>(many: number, make: (year: number, i: number) => Row): Row[] =>
  YEARS_OF_LEDGERS.flatMap((year) => Array.from({ length: many }, (_, i) => make(year, i)));
