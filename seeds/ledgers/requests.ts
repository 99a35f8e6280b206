import type { CalendarDate } from "../../src/kernel/calendar-date.js";
import { REQUEST_OUTCOMES, type RequestOutcome } from "../../src/ledgers/requests/index.js";
import { APPLICANTS, countOf, type Applicant, type Cells } from "../form-codes.js";
import { randomFor, type Random } from "../../src/kernel/random.js";
import { APPLICANT_COLUMNS, applicantOf } from "./applicants.js";
import type { LedgerFacts, SeedRequest } from "./facts.js";
import { pathOf, plainPath, type Path } from "./paths.js";
import { pendingBefore } from "./remedies.js";
import { PLACES, SUBJECTS } from "./subjects.data.js";
import { WorkingYear } from "./working-year.js";

/** One request before it has a subject: when it came in, who asked, and what became of it. */
interface Course {
  readonly applicant: Applicant;
  readonly outcome: RequestOutcome;
  readonly receivedOn: CalendarDate;
  readonly path: Path;
}

const OUTCOMES = Object.keys(REQUEST_OUTCOMES) as RequestOutcome[];
/** The period to reply, and the day kept for the service. */
const MOST_DAYS = 19;
/** Over the turn of the year go those that came in on its last working days. */
const LAST_DAYS = 12;
/** What became in the next year of what this one carried out. */
const LATER_OUTCOMES: readonly [RequestOutcome, ...RequestOutcome[]] = [
  "GRANTED",
  "GRANTED",
  "PARTIAL",
  "UNABLE_NOT_HELD",
];

/** Every request that table 三 counts, by applicant and outcome, and those that older lawsuits are about; in order. */
export function requestsOf(facts: LedgerFacts): SeedRequest[] {
  const { unit, year, cells, lastYear } = facts;
  const random = randomFor(unit.code, year.year, "request records");
  const before = new WorkingYear(year.calendar, year.year - 1);
  const courses = [
    ...Array.from({ length: pendingBefore(lastYear) }, () => contestedBefore(before, random)),
    ...APPLICANTS.flatMap((applicant) => coursesOf(cells, applicant, { before, year }, random)),
  ];
  const inOrder = courses.sort((left, right) => left.receivedOn.localeCompare(right.receivedOn));
  return inOrder.map((course) => requestOf(facts, course, random));
}

/** One column: what was carried in takes the first outcomes of the table. */
function coursesOf(
  cells: Cells,
  applicant: Applicant,
  { before, year }: Readonly<Record<"before" | "year", WorkingYear>>,
  random: Random,
): Course[] {
  const count = (row: string) => countOf(cells, `requests.${row}.${applicant}`);
  const carriedIn = count("carriedIn");
  const decided = OUTCOMES.flatMap((outcome) =>
    Array.from({ length: count(REQUEST_OUTCOMES[outcome].row) }, () => outcome),
  );
  const later = Array.from({ length: count("carriedOut") }, () => random.pick(LATER_OUTCOMES));
  return [
    ...decided.slice(0, carriedIn).map((outcome) => overTheTurn(before, applicant, outcome, random)),
    ...decided
      .slice(carriedIn)
      .map((outcome) => within(year, decided.length === 1 ? 2 : 1, { applicant, outcome }, random)),
    ...later.map((outcome) => overTheTurn(year, applicant, outcome, random)),
  ];
}

/** One alone comes in the first half of the year, so that a case about it can end in it, too. */
function within(
  year: WorkingYear,
  part: 1 | 2,
  result: Pick<Course, "applicant" | "outcome">,
  random: Random,
): Course {
  const path = pathOf(result.outcome, random);
  const lastDay = Math.floor((year.length - path.endsAfter) / part);
  return { ...result, receivedOn: year.day(random.between(1, lastDay)), path };
}

function overTheTurn(
  year: WorkingYear,
  applicant: Applicant,
  outcome: RequestOutcome,
  random: Random,
): Course {
  const number = year.length - random.between(0, LAST_DAYS);
  const path = plainPath(random.between(year.length - number + 1, MOST_DAYS));
  return { applicant, outcome, receivedOn: year.day(number), path };
}

/** Around the middle of the year before, so that a review and a suit could follow in it. */
const contestedBefore = (year: WorkingYear, random: Random): Course => ({
  applicant: "naturalPerson",
  outcome: "UNABLE_NOT_HELD",
  receivedOn: year.day(random.between(95, 110)),
  path: plainPath(random.between(10, 18)),
});

function requestOf({ unit, year }: LedgerFacts, course: Course, random: Random): SeedRequest {
  const { applicant, outcome, receivedOn, path } = course;
  const endedOn = year.calendar.after(receivedOn, path.endsAfter);
  return {
    received: {
      receiptChannel: random.pick(["ONLINE", "ONLINE", "IN_PERSON", "POST_SIGNED"]),
      arrivedOn: receivedOn,
      receivedOn,
      subject: `${random.pick(PLACES)}${random.pick(SUBJECTS[unit.code] ?? ["政务公开工作情况"])}`,
      applicantKind: APPLICANT_COLUMNS[applicant].kind,
      applicant: applicantOf(applicant, random),
    },
    outcome,
    path,
    endedOn,
    servedOn: year.calendar.after(endedOn, 1),
  };
}
