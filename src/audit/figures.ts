import { meaning, type Interval } from "./interval.js";
import { readNumber } from "./numerals.js";
import { readPercentage, type Percentage } from "./percentages.js";
import { TOKEN } from "./tokens.js";

/** A count that a text states, and how it is said. Offsets are into the plain text. */
export interface Figure {
  readonly kind: "count";
  readonly written: string;
  readonly value: number;
  readonly range: Interval;
  /** Said with 余, 近, 约, 超, ... */
  readonly vague: boolean;
  /** 条, 件, 元; "" for a bare number in a list. */
  readonly measure: string;
  readonly start: number;
  readonly end: number;
  readonly context: Context;
}

/** 占20.34%, 占百分之二十, 占两成, 占五分之一. */
export interface Rate extends Percentage {
  readonly kind: "rate";
  /** 个百分点, not %. */
  readonly points: boolean;
  readonly start: number;
  readonly end: number;
  readonly context: Context;
}

/** Where a figure stands. */
export interface Context {
  /** The words before it, back to the last mark or figure. */
  readonly label: string;
  /** The same, back to the last comma: 网站、微信共 of 网站、微信共9条. */
  readonly phrase: string;
  /** The words after it, up to the next mark. */
  readonly after: string;
  /** The year that it is of. */
  readonly year: number;
  /** False for half a year, a quarter, or all years since one. */
  readonly wholeYear: boolean;
  readonly sentence: number;
  readonly line: number;
  /** The bracket that holds it; 0 outside. */
  readonly bracket: number;
  /** The figure right before that bracket, by its index; null for none. */
  readonly owner: number | null;
  /** The last subject named in the line: 申请, 复议. */
  readonly topic: string;
  /** Where its line begins, and where its sentence does. */
  readonly lineStart: number;
  readonly sentenceStart: number;
}

export type Mark = Figure | Rate;

/** A year as it is written, to be held against the report's. */
export interface YearMark {
  readonly year: number;
  readonly written: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

export interface Figures {
  readonly marks: readonly Mark[];
  readonly years: readonly YearMark[];
}

/** 由上年的434条减少至423条: the second is this year's. */
const NOW = /^(?:增加|上升|增长|提高|减少|下降|降低?|升|增|减)(?:到|至)$|^(?:变为|变成)$/;
const COUNT_ALONE = /^\((?:共)?\d[\d,.]*万?余?[条件篇份则期次个场]\)/;
const PHRASE_LENGTH = 60;
const BARE = /^[,;。、)\n]/;

/** Reads the figures of a plain text in one pass. */
export function readFigures(text: string, reportYear: number): Figures {
  const reader = new Reader(text, reportYear);
  for (const match of text.matchAll(TOKEN)) reader.take(match);
  return reader.finish();
}

type Open = Omit<Context, "after" | "label" | "phrase">;
type Groups = Readonly<Record<string, string | undefined>>;

class Reader {
  private readonly marks: Mark[] = [];
  private readonly years: YearMark[] = [];
  private readonly outer: Open[] = [];
  private cut = 0;
  /** Inside a bracket that holds nothing but a count. */
  private inline = false;
  /** The year to return to after the next figure: the report's in 比上年350条增长20%. */
  private lender: number | null = null;
  private hardCut = 0;
  private brackets = 0;
  /** The context of the last figure, until its following words are known; they begin at `cutEnd`. */
  private last: { after: string } | null = null;
  private cutEnd = 0;
  private now: Open;

  constructor(
    private readonly text: string,
    private readonly reportYear: number,
  ) {
    this.now = {
      year: reportYear,
      wholeYear: true,
      ...{ sentence: 0, line: 0, lineStart: 0, sentenceStart: 0 },
      ...{ bracket: 0, owner: null, topic: "" },
    };
  }

  take({ 0: found, index: start, groups = {} }: RegExpExecArray): void {
    const end = start + found.length;
    if (groups.number !== undefined) this.count(groups, start, end);
    else if (groups.rate !== undefined) this.rate(groups.rate, start, end);
    else if (groups.year ?? groups.relative) this.year(found, start, end);
    else if (groups.span) this.now = { ...this.now, wholeYear: false };
    else if (groups.topic) this.topic(groups.topic);
    else if (groups.skip ?? groups.date) return;
    else this.punctuation(found, start, end);
  }

  finish(): Figures {
    this.closeLast(this.text.length);
    return { marks: this.marks, years: this.years };
  }

  /** 新收 and 结转 speak of requests, if nothing else has been named. */
  private topic(found: string): void {
    if (!/新收|结转/.test(found)) this.now = { ...this.now, topic: found };
    else if (this.now.topic === "") this.now = { ...this.now, topic: "申请" };
  }

  private punctuation(found: string, start: number, end: number): void {
    this.closeLast(start);
    if (found === "(" && this.isInline(start)) {
      this.inline = true;
      return;
    }
    if (found === ")" && this.inline) this.inline = false;
    else if (found === "(") {
      this.outer.push(this.now);
      const last = this.marks.at(-1);
      const owner = last && start - last.end <= 2 ? this.marks.length - 1 : null;
      this.now = { ...this.now, bracket: ++this.brackets, owner };
    } else if (found === ")") {
      const { sentence, sentenceStart } = this.now;
      this.now = { ...(this.outer.pop() ?? this.now), sentence, sentenceStart };
    } else if (found === "。" || found === "!" || found === "?" || found === "\n") this.stop(found, end);
    this.cut = end;
    if (found !== "、") this.hardCut = end;
  }

  /** 政府网站(410条) says what 政府网站410条 says. */
  private isInline(start: number): boolean {
    const last = this.marks.at(-1);
    return (
      start > this.cut &&
      !(last && start - last.end <= 2) &&
      COUNT_ALONE.test(this.text.slice(start, start + 14))
    );
  }

  private stop(found: string, end: number): void {
    this.outer.length = 0;
    this.inline = false;
    this.lender = null;
    const [now, newLine] = [this.now, found === "\n"];
    this.now = {
      year: this.reportYear,
      wholeYear: true,
      sentence: now.sentence + 1,
      line: newLine ? now.line + 1 : now.line,
      bracket: 0,
      owner: null,
      topic: newLine ? "" : now.topic,
      lineStart: newLine ? end : now.lineStart,
      sentenceStart: end,
    };
  }

  /** 2022年 sets the year of what follows; 较2022年, 2022年结转 and 2022年相比 do not. */
  private year(found: string, start: number, end: number): void {
    const year = this.yearOf(found);
    if (year === null) return;
    const stated = /\d/.test(found) || found.length === 5;
    if (stated) this.years.push({ year, written: found, start, end, line: this.now.line });
    const [before, after] = [this.text[start - 1] ?? "", this.text.slice(end, end + 8)];
    if (/^度?的?结转|^度?(?:同期|全年)?(?:相比|比较|持平|相同|一致)/.test(after)) return;
    if (/[较比与同和跟]/.test(before) && !/^度?(?:同期|全年)?的?\(?\d/.test(after)) return;
    if (/结转|转至|转入/.test(this.text.slice(start - 3, start))) return;
    if (/^度?(?:以来|起|至今)/.test(after)) this.now = { ...this.now, wholeYear: false };
    else {
      const lent = /[较比与同和跟是为由从]/.test(before) && /^度?(?:同期|全年)?(?:的|为)?\(?\d/.test(after);
      this.lender = lent ? this.now.year : null;
      this.now = { ...this.now, year, wholeYear: true };
    }
  }

  private yearOf(found: string): number | null {
    if (/^[上去]/.test(found)) return this.reportYear - 1;
    if (found.startsWith("前")) return this.reportYear - 2;
    if (/^[本今当]/.test(found)) return this.reportYear;
    return readNumber(found.slice(0, -1))?.value ?? null;
  }

  private count(groups: Groups, start: number, end: number): void {
    const { number = "", before = "", vague: after = "", beyond = "", measure = "" } = groups;
    const read = readNumber(number);
    if (!read || (measure === "" && !this.standsAlone(number, end))) return;
    if (/[A-Za-z\d.-]/.test(this.text[start - 1] ?? "")) return;
    this.closeLast(start);
    const { value, step } = read;
    if (NOW.test(this.text.slice(this.cut, start))) this.now = { ...this.now, year: this.reportYear };
    const words = before + after + beyond;
    const [vague, written] = [words !== "", this.text.slice(start, end)];
    const range = meaning(value, { step, words });
    this.marks.push({
      kind: "count",
      written,
      value,
      range,
      vague,
      measure,
      start,
      end,
      context: this.at(start),
    });
    this.cutAt(end);
    this.giveBack();
  }

  private giveBack(): void {
    if (this.lender === null) return;
    const outside = this.outer.pop();
    if (outside) this.outer.push({ ...outside, year: this.lender });
    this.now = { ...this.now, year: this.lender };
    this.lender = null;
  }

  /** 文字37、图解18: a number in a list, and no year. */
  private standsAlone(number: string, end: number): boolean {
    return BARE.test(this.text.slice(end, end + 1) || "。") && !/^(?:19|20)\d\d$/.test(number);
  }

  private rate(found: string, start: number, end: number): void {
    this.closeLast(start);
    const read = readPercentage(found);
    if (!read) return;
    const points = found.includes("个百分点");
    this.marks.push({ kind: "rate", ...read, points, start, end, context: this.at(start) });
    this.cutAt(end);
  }

  private cutAt(end: number): void {
    this.cutEnd = end;
    this.cut = end;
    this.hardCut = end;
  }

  private at(start: number): Context {
    const { year, wholeYear, sentence, line, bracket, owner, topic, lineStart, sentenceStart } = this.now;
    const label = this.text.slice(Math.max(this.cut, start - PHRASE_LENGTH), start).replace(/\($/, "");
    const phrase = this.text.slice(Math.max(this.hardCut, start - PHRASE_LENGTH), start);
    const place = {
      label,
      phrase,
      after: "",
      year,
      wholeYear,
      sentence,
      line,
      bracket,
      owner,
      topic,
      lineStart,
      sentenceStart,
    };
    this.last = place;
    return place;
  }

  /** The words after the last figure are known once the next mark is. */
  private closeLast(start: number): void {
    if (!this.last) return;
    this.last.after = this.text.slice(this.cutEnd, Math.min(start, this.cutEnd + 20));
    this.last = null;
  }
}
