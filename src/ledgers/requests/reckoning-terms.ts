import { createHash } from "node:crypto";
import { WorkingCalendar } from "../../kernel/working-calendar.js";
import { isDuplicate, type Session } from "../../platform/db/index.js";
import { CONVENTIONS, type ClockSettings, type ClockTerms } from "./request-clock.js";
import { RECKONING_TERMS, type RequestRow } from "./request.entity.js";

/** Terms of the clock at the time of the decision. */
export type KeptTerms = Omit<ClockTerms, "today">;

const ID_LENGTH = 16;
/** Calendars kept in memory: making one takes milliseconds. */
const MOST_KEPT = 20;
const made = new Map<string, KeptTerms>();

function bodyOf({ calendar, settings }: KeptTerms): string {
  const { holidays, makeUpDays, firstYear, lastYear } = calendar.announced;
  const announced = {
    holidays: [...holidays].sort(),
    makeUpDays: [...makeUpDays].sort(),
    firstYear,
    lastYear,
  };
  const conventions = Object.fromEntries(CONVENTIONS.map((key) => [key, settings[key]]));
  return JSON.stringify({ announced, conventions });
}

function termsIn(id: string, body: string): KeptTerms {
  const known = made.get(id);
  if (known) return known;
  const { announced, conventions } = JSON.parse(body) as {
    readonly announced: { holidays: string[]; makeUpDays: string[]; firstYear: number; lastYear: number };
    readonly conventions: ClockSettings;
  };
  const { holidays, makeUpDays, ...years } = announced;
  const calendar = new WorkingCalendar({
    ...years,
    holidays: new Set(holidays),
    makeUpDays: new Set(makeUpDays),
  });
  const terms = { calendar, settings: conventions };
  const [oldest] = made.keys();
  if (made.size >= MOST_KEPT && oldest !== undefined) made.delete(oldest);
  made.set(id, terms);
  return terms;
}

/** Stores a calendar with conventions, once for all cases with the same terms. Returns the id. */
export async function keepTerms(session: Session, terms: KeptTerms, now: Date): Promise<string> {
  const body = bodyOf(terms);
  const id = createHash("sha256").update(body).digest("base64url").slice(0, ID_LENGTH);
  if (await session.rows(RECKONING_TERMS).one({ id })) return id;
  try {
    await session.rows(RECKONING_TERMS).insert({ id, body, createdAt: now.toISOString() });
  } catch (error) {
    // Another call stored the same terms at this moment.
    if (!isDuplicate(error)) throw error;
  }
  return id;
}

/** Those of several cases, by their ids. One statement. */
export async function keptTerms(
  session: Session,
  requests: readonly Pick<RequestRow, "termsId">[],
): Promise<(request: Pick<RequestRow, "termsId">) => KeptTerms | null> {
  const ids = [...new Set(requests.flatMap(({ termsId }) => termsId ?? []))];
  const rows = ids.length === 0 ? [] : await session.rows(RECKONING_TERMS).find({ id: ids });
  const terms = new Map(rows.map(({ id, body }) => [id, termsIn(id, body)]));
  return ({ termsId }) => (termsId === null ? null : (terms.get(termsId) ?? null));
}
