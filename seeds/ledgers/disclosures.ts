import type { CalendarDate } from "../../src/kernel/calendar-date.js";
import type { Channel } from "../../src/ledgers/disclosures/api.js";
import { disclosureFigures } from "../figures/disclosure.js";
import type { LabelledCount } from "../known-figures.js";
import { randomFor, type Random } from "../../src/kernel/random.js";
import type { SeedUnit } from "../units.js";
import type { LedgerFacts } from "./facts.js";
import { titleOf } from "./titles.js";
import type { WorkingYear } from "./working-year.js";

export interface SeedDisclosure {
  readonly title: string;
  readonly category: string;
  readonly channels: readonly Channel[];
  readonly items: number;
  readonly formedOn: CalendarDate;
  /** Of an 行政规范性文件. */
  readonly documentNumber: string | null;
}

/** What is drafted and reviewed together (批量初审、终审), and published on one day. */
export interface SeedRound {
  readonly draftedOn: CalendarDate;
  readonly publishedOn: CalendarDate;
  readonly disclosures: readonly SeedDisclosure[];
}

const CHANNELS: readonly (readonly [label: string, channel: Channel])[] = [
  ["政府网站", "WEBSITE"],
  ["微信", "WECHAT"],
  ["公示栏", "BULLETIN"],
  ["其他新媒体", "OTHER"],
];

/** The columns of the website are categories; what runs elsewhere has one of its own. */
const ELSEWHERE: Readonly<Partial<Record<Channel, string>>> = { BULLETIN: "公告公示" };

/**
 * Items that ran on two channels and are counted once: of 泽库镇's 357 + 101 + 75 they make 532. 环山街道's report has
 * no such explanation: 59 + 876 is 935, not 911.
 */
const ON_TWO_CHANNELS: Readonly<Record<string, number>> = { "371003104": 1 };

/** Whose website's items are records of their own, and whose posts of a year are one batch. */
const ONE_BY_ONE: ReadonlySet<string> = new Set(["371003003"]);

const ROUNDS = 12;
/** Working days from one round to the next: what was formed in between is published within 20 of them (条例 §26). */
const ROUND_DAYS = 20;
const MOST_DAYS_AGO = 12;

/** All that the unit's report says it disclosed, in twelve rounds. */
export function disclosureRounds(facts: LedgerFacts, issued: readonly SeedDisclosure[]): SeedRound[] {
  const { unit, year } = facts;
  const random = randomFor(unit.code, year.year, "disclosure records");
  const records = kindsOf(unit, year, issued.length, random).flatMap((kind) =>
    recordsOf(facts, kind, random),
  );
  const titled = withTitles(unit, records);
  return Array.from({ length: ROUNDS }, (_, round) => {
    const draftedOn = year.day(draftDay(round));
    const documents = issued.filter(({ formedOn }) => roundOf(year, formedOn) === round);
    const others = titled.filter(({ formedOn }) => roundOf(year, formedOn) === round);
    return {
      draftedOn,
      publishedOn: year.calendar.after(draftedOn, 1),
      disclosures: [...documents, ...others],
    };
  }).filter(({ disclosures }) => disclosures.length > 0);
}

type Untitled = Omit<SeedDisclosure, "title">;

const recordsOf = (
  { year }: LedgerFacts,
  { category, channels, amounts }: Kind,
  random: Random,
): Untitled[] =>
  amounts.flatMap((records, round) =>
    records.map((items) => ({
      category,
      channels,
      items,
      formedOn: year.day(draftDay(round) - random.between(0, MOST_DAYS_AGO)),
      documentNumber: null,
    })),
  );

/** In the order of their dates, so that the first report of the year is titled before the second. */
function withTitles(unit: SeedUnit, records: readonly Untitled[]): SeedDisclosure[] {
  const before = new Map<string, number>();
  const inOrder = [...records].sort((left, right) => left.formedOn.localeCompare(right.formedOn));
  return inOrder.map((record) => {
    const { category, items, formedOn } = record;
    const count = before.get(category) ?? 0;
    before.set(category, count + 1);
    const month = Number(formedOn.slice(5, 7));
    return { ...record, title: titleOf({ unit, category, items, month, before: count }) };
  });
}

const draftDay = (round: number): number => (round + 1) * ROUND_DAYS;

const roundOf = (year: WorkingYear, date: CalendarDate): number =>
  Math.ceil(year.numberOf(date) / ROUND_DAYS) - 1;

interface Kind {
  readonly category: string;
  readonly channels: readonly Channel[];
  /** Round -> the items of each of its records. */
  readonly amounts: readonly (readonly number[])[];
}

function kindsOf(unit: SeedUnit, year: WorkingYear, documents: number, random: Random): Kind[] {
  const { channels, categories } = disclosureFigures(unit, year.year);
  const spread = ONE_BY_ONE.has(unit.code) ? ones : batches;
  const both = ON_TWO_CHANNELS[unit.code] ?? 0;
  const onWebsite = categories.flatMap(([category, count], at): Kind[] => {
    const documentsHere = category === "政策文件" ? documents : 0;
    const shared = at === 0 ? both : 0;
    const alone = spread(count - documentsHere - shared, random);
    return [
      { category, channels: ["WEBSITE"], amounts: alone },
      { category, channels: ["WEBSITE", "WECHAT"], amounts: ones(shared, random) },
    ];
  });
  const elsewhere = channels.flatMap((counted): Kind[] => {
    const channel = channelOf(counted);
    if (channel === "WEBSITE") return [];
    const count = counted[1] - (channel === "WECHAT" ? both : 0);
    const amounts = ONE_BY_ONE.has(unit.code) ? atYearsEnd(count) : batches(count, random);
    return [{ category: ELSEWHERE[channel] ?? "政务新媒体", channels: [channel], amounts }];
  });
  return [...onWebsite, ...elsewhere];
}

function channelOf([label]: LabelledCount): Channel {
  const channel = CHANNELS.find(([part]) => label.includes(part))?.[1];
  if (!channel) throw new Error(`which channel is ${label}?`);
  return channel;
}

/** So many records of one item each, over the year. */
function ones(count: number, random: Random): number[][] {
  const amounts: number[][] = Array.from({ length: ROUNDS }, () => []);
  for (let left = count; left > 0; left--) amounts[random.between(0, ROUNDS - 1)]?.push(1);
  return amounts;
}

/** A record a round for what came in since the last one. */
const batches = (count: number, random: Random): number[][] =>
  ones(count, random).map((records) => (records.length > 0 ? [records.length] : []));

/** One record for the whole year. */
const atYearsEnd = (count: number): number[][] =>
  Array.from({ length: ROUNDS }, (_, round) => (round === ROUNDS - 1 ? [count] : []));
