import type { CalendarDate } from "../../src/kernel/calendar-date.js";
import { randomFor } from "../../src/kernel/random.js";
import type { SeedUnit } from "../units.js";
import type { LedgerFacts } from "./facts.js";

/** What another office counted in a quarter. */
export interface SeedSupply {
  readonly indicator: string;
  readonly supplier: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly quantity: string;
  readonly recordedOn: CalendarDate;
}

const INDICATORS = [
  "proactive.licences.decisions",
  "proactive.penalties.decisions",
  "proactive.coercions.decisions",
  "proactive.fees.amount",
] as const;

const SUPPLIERS: Readonly<Record<"township" | "department", Record<(typeof INDICATORS)[number], string>>> = {
  township: {
    "proactive.licences.decisions": "便民服务中心",
    "proactive.penalties.decisions": "综合行政执法队",
    "proactive.coercions.decisions": "综合行政执法队",
    "proactive.fees.amount": "财政所",
  },
  department: {
    "proactive.licences.decisions": "行政审批科",
    "proactive.penalties.decisions": "执法监督科",
    "proactive.coercions.decisions": "执法监督科",
    "proactive.fees.amount": "财务科",
  },
};

const QUARTERS = [
  ["01-01", "03-31"],
  ["04-01", "06-30"],
  ["07-01", "09-30"],
  ["10-01", "12-31"],
] as const;

/** Quarter by quarter; together exactly what the report says. What there was none of nobody supplied. */
export function suppliesOf({ unit, year, cells }: LedgerFacts): SeedSupply[] {
  return INDICATORS.flatMap((indicator) => {
    const total = cells[indicator] ?? "0";
    if (total === "0") return [];
    const quantities = quarters(unit, indicator, total);
    return QUARTERS.map(([first, last], at) => {
      const [from, to] = [`${year.year}-${first}`, `${year.year}-${last}`];
      return {
        indicator,
        supplier: SUPPLIERS[unit.kind === "DEPARTMENT" ? "department" : "township"][indicator],
        from,
        to,
        quantity: quantities[at] ?? "0",
        recordedOn: year.calendar.after(to, 3),
      };
    });
  });
}

/** Exact: reckoned in units of the last decimal. */
function quarters(unit: SeedUnit, indicator: string, total: string): string[] {
  const random = randomFor(unit.code, indicator, "quarters");
  const scale = total.split(".")[1]?.length ?? 0;
  const all = Number(total.replace(".", ""));
  const parts = [0, 1, 2].map(() => Math.floor((all / 4) * random.factor(0.8, 1.15)));
  parts.push(all - parts.reduce((sum, part) => sum + part, 0));
  return parts.map((part) => decimal(part, scale));
}

function decimal(scaled: number, scale: number): string {
  if (scale === 0) return String(scaled);
  const digits = String(scaled).padStart(scale + 1, "0");
  return `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
