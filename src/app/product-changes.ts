import { createHash } from "node:crypto";
import { asOperator } from "../access/index.js";
import { append, PLATFORM } from "../history/index.js";
import { dateOfDay, dayNumber, yearOf } from "../kernel/calendar-date.js";
import { TenantScope } from "../kernel/tenant-scope.js";
import type { WorkingCalendar } from "../kernel/working-calendar.js";
import type { Database } from "../platform/db/index.js";
import { factOf, INSTALLATION_FACTS, keepFact } from "../platform/installation/index.js";
import { RULES } from "../rules/index.js";

const SCOPE = TenantScope.system("compare the rules and the calendar with those of the last start");
const ID = "rules and calendar";

/** Fingerprints by a rule's code, or by a year of the calendar. */
type Fingerprints = Readonly<Record<string, string>>;

interface Product {
  readonly rules: Fingerprints;
  readonly calendar: Fingerprints;
}

const fingerprint = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

/** A rule's data, and the source of its check where it is a function. */
const sourceOf = (rule: object): string =>
  JSON.stringify(rule, (_, value: unknown) => (typeof value === "function" ? String(value) : value));

const ruleFingerprints = (): Fingerprints =>
  Object.fromEntries(RULES.map((rule) => [rule.code, fingerprint(sourceOf(rule))]));

/** By year, which of its days are worked, as far as holidays are announced. */
function calendarFingerprints(calendar: WorkingCalendar): Fingerprints {
  const days = new Map<string, string>();
  for (let day = dayNumber(calendar.firstDay); day <= dayNumber(calendar.announcedUntil); day++) {
    const date = dateOfDay(day);
    const year = String(yearOf(date));
    days.set(year, `${days.get(year) ?? ""}${calendar.isWorkingDay(date) ? 1 : 0}`);
  }
  return Object.fromEntries([...days].map(([year, worked]) => [year, fingerprint(worked)]));
}

/** The keys that came, went or changed. */
const differing = (before: Fingerprints, after: Fingerprints): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => before[key] !== after[key])
    .sort();

/**
 * Records in the history, at a start of the server, which rules and which years of the calendar are not those of the
 * last start: a release or an installed calendar changed them. Of several servers that start at once one records it.
 */
export async function recordProductChanges(
  database: Database,
  calendar: WorkingCalendar,
  now: Date,
): Promise<void> {
  const product: Product = { rules: ruleFingerprints(), calendar: calendarFingerprints(calendar) };
  const value = JSON.stringify(product);
  const known = await database.read(SCOPE, (session) => factOf(session, ID));
  if (known === null) return keepFact(database, SCOPE, { id: ID, value });
  if (known === value) return;
  const before = JSON.parse(known) as Product;
  await database.write(SCOPE, async (session) => {
    if ((await session.rows(INSTALLATION_FACTS).update({ id: ID, value: known }, { value })) === 0) return;
    append(asOperator(session, now, "changeRules"), {
      unit: PLATFORM,
      subject: { type: "Installation", id: null },
      details: {
        rules: differing(before.rules, product.rules),
        calendarYears: differing(before.calendar, product.calendar),
      },
    });
  });
}
