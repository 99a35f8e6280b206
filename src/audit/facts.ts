import { isExact } from "./interval.js";
import type { Excerpt } from "./passage.js";
import type { Audit } from "./remark.js";
import type { Reading, Statement } from "./statements.js";

/** A shared figure, and the section that states it. */
export interface Fact {
  readonly reading: Reading;
  readonly statement: Statement;
}

/** All figures of a year that the texts state, by indicator. */
export class Facts {
  private readonly known = new Map<string, Fact[]>();
  private readonly single = new Map<string, Fact | null>();

  constructor(
    private readonly audit: Audit,
    private readonly year = audit.input.year,
  ) {
    for (const reading of audit.readings)
      for (const statement of reading.statements) {
        const key = keyIn(reading, statement, audit.input.year);
        if (
          key === null ||
          statement.role.change ||
          statement.context.year !== this.year ||
          !statement.context.wholeYear
        )
          continue;
        if (ONE_OF_SEVERAL.test(reading.text.slice(statement.end, statement.end + 24))) continue;
        const facts = this.known.get(key);
        if (facts) facts.push({ reading, statement });
        else this.known.set(key, [{ reading, statement }]);
      }
  }

  get keys(): readonly string[] {
    return [...this.known.keys()];
  }

  all(key: string): readonly Fact[] {
    return this.known.get(key) ?? [];
  }

  /** The figure, if the texts state one exact number for it; two numbers are a contradiction of their own. */
  one(key: string): Fact | null {
    const known = this.single.get(key);
    if (known !== undefined) return known;
    const found = this.onlyOne(key);
    this.single.set(key, found);
    return found;
  }

  private onlyOne(key: string): Fact | null {
    const [first, ...others] = this.all(key);
    if (!first || !isExact(first.statement.range)) return null;
    return others.every(({ statement }) => statement.value === first.statement.value) ? first : null;
  }

  /** The same for a number that may be rounded (1.9万), but is not vague (近900). */
  stated(key: string): Fact | null {
    const [first, ...others] = this.all(key);
    if (!first || first.statement.vague) return null;
    return others.every(({ statement }) => statement.value === first.statement.value) ? first : null;
  }

  value(key: string): number | null {
    return this.one(key)?.statement.value ?? null;
  }
}

/** 公开信息34条(政策文件)和41条(工作动态) */
const ONE_OF_SEVERAL = /^(?:\([^()]{0,20}\))?[、和及与]\d/;

const WITH_CARRIED = /^\((?:含|包括|包含|其中)[^)。]{0,14}结转|^,(?:含|包括|包含)[^,。]{0,14}结转/;

/** 结转2024年4件 goes out of 2023, 结转2022年4件 came into it. */
const carriedFrom = (phrase: string): number => Number(/结转(20\d\d)年/.exec(phrase)?.[1] ?? Infinity);

/** 收到36件(含上年结转2件) counts what was carried in. */
export const includesCarried = ({ reading: { text }, statement: { end } }: Fact): boolean =>
  WITH_CARRIED.test(text.slice(end, end + 24));

const keyIn = (reading: Reading, statement: Statement, year: number): string | null =>
  statement.key === "requests.carriedOut" && carriedFrom(statement.context.phrase) <= year
    ? "requests.carriedIn"
    : statement.key === "requests.received" && includesCarried({ reading, statement })
      ? "requests.accepted"
      : statement.key;

/** The words of a figure without the year before them: 共主动公开政府信息911条. */
export function excerptOfFact({ reading: { passage }, statement }: Fact): Excerpt {
  const { phrase } = statement.context;
  const year = /^.*(?:\d|[〇零○一二三四五六七八九])年度?/.exec(phrase)?.[0].length ?? 0;
  return passage.excerpt(statement.start - phrase.length + year, statement.end);
}

const known = new WeakMap<Audit, Map<number, Facts>>();

/** The facts of a year, gathered once for all checks. */
export function factsOf(audit: Audit, year = audit.input.year): Facts {
  const ofAudit = known.get(audit) ?? new Map<number, Facts>();
  known.set(audit, ofAudit);
  const facts = ofAudit.get(year) ?? new Facts(audit, year);
  ofAudit.set(year, facts);
  return facts;
}
