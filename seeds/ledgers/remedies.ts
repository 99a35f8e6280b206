import { addDays, type CalendarDate } from "../../src/kernel/calendar-date.js";
import type { ConcludeRemedy, LodgeRemedy } from "../../src/ledgers/remedies/api.js";
import {
  REMEDY_GROUPS,
  REMEDY_RESULTS,
  countOf,
  type Cells,
  type RemedyGroup,
  type RemedyResult,
} from "../form-codes.js";
import { randomFor, type Random } from "../../src/kernel/random.js";
import type { LedgerFacts, SeedRequest } from "./facts.js";

export interface SeedRemedy {
  readonly route: LodgeRemedy["route"];
  readonly contests: SeedRequest;
  /** The review that a suit followed. */
  readonly after: SeedRemedy | null;
  readonly number: string;
  readonly organ: string;
  readonly lodgedOn: CalendarDate;
  readonly concludedOn: CalendarDate;
  readonly disposition: NonNullable<ConcludeRemedy["disposition"]>;
}

const ROUTES: Readonly<Record<RemedyGroup, SeedRemedy["route"]>> = {
  review: "REVIEW",
  litigationDirect: "LITIGATION_DIRECT",
  litigationAfterReview: "LITIGATION_AFTER_REVIEW",
};

/** What is settled in the year: none of the units that keep ledgers had a case pending at its end. */
type Settled = Exclude<RemedyResult, "pending">;
const SETTLED = REMEDY_RESULTS.filter((result): result is Settled => result !== "pending");

interface Stage {
  readonly organ: string;
  readonly number: (year: string, serial: number) => string;
  /** Days from its lodging to its end. */
  readonly takes: readonly [number, number];
  readonly rulings: Readonly<Record<Settled, SeedRemedy["disposition"]>>;
}

const REVIEWED: Stage = {
  organ: "示例区人民政府",
  number: (year, serial) => `示复决字〔${year}〕${serial}号`,
  takes: [40, 58],
  rulings: { upheld: "REVIEW_UPHELD", corrected: "REVIEW_REVOKED", other: "REVIEW_TERMINATED" },
};
const TRIED: Stage = {
  organ: "示例市中级人民法院",
  number: (year, serial) => `（${year}）示行初${serial}号`,
  takes: [85, 150],
  rulings: { upheld: "SUIT_CLAIM_DISMISSED", corrected: "SUIT_REVOKED", other: "SUIT_WITHDRAWN" },
};
const stageOf = (group: RemedyGroup): Stage => (group === "review" ? REVIEWED : TRIED);

const pendingIn = (cells: Cells, group: RemedyGroup): number => countOf(cells, `remedies.${group}.pending`);

/** Cases that the year before left over, each over a request of that year. */
export const pendingBefore = (lastYear: Cells): number =>
  REMEDY_GROUPS.reduce((sum, group) => sum + pendingIn(lastYear, group), 0);

/** Every case that table 四 counts, with the request it contests; a review stands before the suit that followed it. */
export function remediesOf(facts: LedgerFacts, requests: readonly SeedRequest[]): SeedRemedy[] {
  const { unit, year, cells, lastYear } = facts;
  const docket = new Docket(facts, randomFor(unit.code, year.year, "remedy records"));
  const older = requests.filter(({ endedOn }) => endedOn < `${year.year}-01-01`);
  const contested = contestable(requests, year.year);
  for (const group of REMEDY_GROUPS) {
    const results = SETTLED.flatMap((result) =>
      Array.from({ length: countOf(cells, `remedies.${group}.${result}`) }, () => result),
    );
    const pending = pendingIn(lastYear, group);
    for (const [at, result] of results.entries()) {
      const request = at < pending ? older.shift() : contested.shift();
      if (!request) throw new Error(`${unit.code} has no request left that a ${group} could contest`);
      if (at < pending) docket.settleOld(group, result, request);
      else docket.settle(group, result, request);
    }
  }
  return docket.remedies;
}

/** What was not granted is contested first, and early, so that the case ends in the year. */
function contestable(requests: readonly SeedRequest[], year: number): SeedRequest[] {
  const decided = requests.filter(
    ({ path, endedOn }) => path.ends === "decideRequest" && endedOn.startsWith(`${year}`),
  );
  const refused = decided.filter(({ outcome }) => outcome !== "GRANTED");
  return [...refused, ...decided.filter(({ outcome }) => outcome === "GRANTED")];
}

class Docket {
  readonly remedies: SeedRemedy[] = [];

  constructor(
    private readonly facts: LedgerFacts,
    private readonly random: Random,
  ) {}

  settle(group: RemedyGroup, result: Settled, request: SeedRequest): void {
    const lodgedOn = this.#later(request.servedOn, [8, 24]);
    const concludedOn = this.#later(lodgedOn, stageOf(group).takes);
    this.#add({ group, result }, request, { lodgedOn, concludedOn });
  }

  /** Lodged in the year before; a suit after review follows one that ended then. */
  settleOld(group: RemedyGroup, result: Settled, request: SeedRequest): void {
    const after = group === "litigationAfterReview" ? this.#review(request) : null;
    const lodgedOn = this.#later(after?.concludedOn ?? request.servedOn, [6, 12]);
    const { year } = this.facts;
    const concludedOn = year.day(this.random.between(20, 60));
    this.#add({ group, result }, request, { lodgedOn, concludedOn }, after);
  }

  #review(request: SeedRequest): SeedRemedy {
    const lodgedOn = this.#later(request.servedOn, [8, 24]);
    const concludedOn = this.#later(lodgedOn, REVIEWED.takes);
    return this.#add({ group: "review", result: "upheld" }, request, { lodgedOn, concludedOn });
  }

  #add(
    { group, result }: { group: RemedyGroup; result: Settled },
    contests: SeedRequest,
    days: Pick<SeedRemedy, "lodgedOn" | "concludedOn">,
    after: SeedRemedy | null = null,
  ): SeedRemedy {
    const { organ, number, rulings } = stageOf(group);
    const remedy = {
      route: ROUTES[group],
      contests,
      after,
      number: number(days.lodgedOn.slice(0, 4), this.remedies.length + 1),
      organ,
      ...days,
      disposition: rulings[result],
    };
    this.remedies.push(remedy);
    return remedy;
  }

  /** A working day so many days later. */
  #later(date: CalendarDate, [low, high]: readonly [number, number]): CalendarDate {
    return this.facts.year.calendar.after(addDays(date, this.random.between(low, high) - 1), 1);
  }
}
