import { exceeds } from "./interval.js";
import { countBefore, type Reading, type Statement } from "./statements.js";
import { areDispositions, areOpposite, areWithin, isJoined, isSplit, isTotal } from "./kinship.js";
import { introducesParts, isOfAnother, markerOf, speaksOfWhole, subjectOf, type Marker } from "./markers.js";
import { LONGEST_GAP, PartsList } from "./parts-list.js";
import { PUBLISHED_IN_ALL, type PartKind } from "./vocabulary.data.js";

/** A figure and the parts that the text breaks it down into. */
export interface Breakdown {
  readonly whole: Statement;
  readonly parts: readonly Statement[];
  readonly kind: PartKind;
  /** The text claims that these are all: 分别为, a colon, 其他. */
  readonly closed: boolean;
  /** The text does not say so: the parts are all that the form has of their kind. */
  readonly inferred: boolean;
  /** Whether every part was understood; if not, they may be more or fewer. */
  readonly certain: boolean;
}

/** So that the work stays linear, however often a text says 其中. */
const MOST_PARTS = 60;

/** All breakdowns of a section, in the order of their wholes. */
export function breakdownsOf(reading: Reading): readonly Breakdown[] {
  const known = new Map<Statement, boolean>();
  const introduces = (one: Statement): boolean => {
    const answer = known.get(one) ?? introducesParts(reading, one);
    known.set(one, answer);
    return answer;
  };
  const named = new Map<Statement, Introduction>();
  return reading.statements.flatMap((whole) => [
    ...new Finder(reading, whole, { introduces, named }).find(),
    ...summedUp(reading, whole),
  ]);
}

/** How a list is introduced between a figure and its first part, and the channel that it is said to be of. */
interface Introduction {
  readonly first: Statement;
  readonly marker: Marker;
  readonly subject: string | null;
}

/** What is known of a section's figures, whichever whole is looked at. */
interface Known {
  readonly introduces: (one: Statement) => boolean;
  readonly named: Map<Statement, Introduction>;
}

class Finder {
  private readonly next: number;
  private readonly list: PartsList;

  constructor(
    private readonly reading: Reading,
    private readonly whole: Statement,
    private readonly known: Known,
  ) {
    this.next = countBefore(reading.statements, whole.index) + 1;
    this.list = new PartsList(reading, whole, known.introduces);
  }

  find(): readonly Breakdown[] {
    if (this.whole.role.change) return [];
    return [this.bracketed(), ...this.following(), this.named()].filter((one) => one !== null);
  }

  /** The next figures inside or outside a bracket. */
  private within(bracket: number): readonly Statement[] {
    return this.reading.statements
      .slice(this.next, this.next + MOST_PARTS)
      .filter(({ context, role }) => context.bracket === bracket && !role.change);
  }

  /** 59条(人事信息1条、业务动态40条) */
  private bracketed(): Breakdown | null {
    const first = this.reading.statements[this.next];
    if (first?.context.owner !== this.whole.index || first.context.bracket === this.whole.context.bracket)
      return null;
    const marker = markerOf(this.reading.text.slice(this.whole.end, first.start));
    return this.breakdown(this.within(first.context.bracket), marker === "none" ? "closed" : marker);
  }

  /** 59条，其中… and, where it is broken down again, 按…分: as many lists as there are markers. */
  private following(): readonly (Breakdown | null)[] {
    const first = this.firstOutside();
    const marker = first && this.markerBefore(first, false);
    if (!first || !marker) return [];
    let rest = this.within(this.whole.context.bracket);
    let list = this.breakdown(rest, marker);
    const found = [list];
    for (let last = list?.parts.at(-1); last && found.length < 4; last = list?.parts.at(-1)) {
      rest = rest.slice(rest.indexOf(last) + 1);
      const again = rest[0] && this.markerBefore(rest[0], true);
      list = again ? this.breakdown(rest, again) : null;
      found.push(list);
    }
    return found;
  }

  /** The next figure that is not inside a bracket that begins after this one. */
  private firstOutside(): Statement | null {
    const { statements } = this.reading;
    const { bracket, line } = this.whole.context;
    for (let i = this.next; i < Math.min(this.next + MOST_PARTS, statements.length); i++) {
      const one = statements[i];
      if (one?.context.bracket === bracket && !one.role.change) return one;
      if (one?.context.line !== line) return null;
    }
    return null;
  }

  /** How a list is introduced between the figure before it and its first part; null if there is no list. */
  private markerBefore(first: Statement, again: boolean): Marker | null {
    const { context } = first;
    if (context.line !== this.whole.context.line) return null;
    const from = again ? first.start - context.phrase.length - 16 : this.gapStart(first);
    const gap = this.reading.text.slice(Math.max(this.whole.end, from), first.start);
    if (gap.length > LONGEST_GAP) return null;
    const marker = isJoined(this.whole) ? "none" : markerOf(gap);
    if (isOfAnother(this.whole, gap, marker)) return null;
    if (again) return marker === "by" ? marker : null;
    const sentences = context.sentence - this.whole.context.sentence;
    if (sentences > 1 || (sentences === 1 && !/^[^。]{0,8}。(?:其中|按|从|具体)/.test(gap))) return null;
    if (marker === "none" && this.isComposed(gap, first)) return "closed";
    if (marker !== "none") return speaksOfWhole(gap, marker) ? marker : null;
    const ofOneKind = this.whole.partKind === "channel" && first.partKind === "channel";
    const second = this.reading.statements[countBefore(this.reading.statements, first.index) + 1];
    const begins =
      sentences === 0 &&
      !isJoined(this.whole) &&
      (/^[,:]/.test(gap) || (second !== undefined && areDispositions(first, second)));
    const split = isTotal(this.whole) || isSplit(this.whole, first, second) || areOpposite(first, second);
    return begins && !ofOneKind && !areDispositions(this.whole, first) && split ? "none" : null;
  }

  /** 62次，由信箱回应30次、热线回应32次构成 */
  private isComposed(gap: string, { start }: Statement): boolean {
    const rest = /^,?由/.test(gap) ? this.reading.text.slice(start, start + 100) : "";
    return /^[^。\n]*?(?:构成|组成)/.test(rest);
  }

  /** 网站59条、微信876条；网站信息按栏目计：… names the figure that it breaks down. */
  private named(): Breakdown | null {
    if (this.whole.partKind !== "channel") return null;
    const level = this.within(this.whole.context.bracket);
    for (const [i, before] of level.entries()) {
      const first = level[i + 1];
      if (!first || first.context.line !== this.whole.context.line) return null;
      if (!this.known.introduces(before)) continue;
      const { marker, subject } = this.introduction(before, first);
      if (subject === this.whole.part) return this.breakdown(level.slice(i + 1), marker);
    }
    return null;
  }

  /** What stands between two figures, read once for all wholes before them. */
  private introduction(before: Statement, first: Statement): Introduction {
    const known = this.known.named.get(before);
    if (known?.first === first) return known;
    const gap = this.reading.text.slice(before.end, first.start);
    const marker = markerOf(gap.slice(0, LONGEST_GAP));
    const subject = gap.length > LONGEST_GAP ? null : subjectOf(gap, marker);
    const found = { first, marker, subject };
    this.known.named.set(before, found);
    return found;
  }

  /** Past the bracket that follows the whole, if there is one. */
  private gapStart(first: Statement): number {
    const { text } = this.reading;
    if (text[this.whole.end] !== "(") return this.whole.end;
    const close = text.lastIndexOf(")", first.start);
    return close > this.whole.end ? close + 1 : this.whole.end;
  }

  private breakdown(candidates: readonly Statement[], marker: Marker): Breakdown | null {
    const { parts, certain, mixed } = this.list.collect(candidates, marker);
    const [first] = parts;
    if (!first || (marker === "none" && !areWithin(parts, this.whole))) return null;
    const kind = mixed ? "plain" : first.partKind;
    if (kind === "outcome" && this.whole.key === "requests.carriedIn") return null;
    const open = marker !== "closed" && marker !== "by";
    const complete =
      !open ||
      parts.at(-1)?.role.remainder === true ||
      parts.some(({ name, part }) => name === "其他" || part === "other");
    const inferred =
      !complete || kind === "outcome"
        ? this.isExhaustive(kind, parts) || (marker === "listed" && kind === "channel" && parts.length > 2)
        : false;
    const others = parts.some(({ role }) => role.more);
    const all = kind === "outcome" && open ? inferred : complete || inferred;
    return {
      whole: this.whole,
      parts,
      kind,
      closed: !others && all,
      inferred: !complete && inferred,
      certain,
    };
  }

  /** The parts are all that the form knows of their kind. What is carried out has no outcome yet. */
  private isExhaustive(kind: PartKind, parts: readonly Statement[]): boolean {
    const named = new Set(parts.map(({ part }) => part));
    if (kind === "applicant") return named.size > 1;
    if (kind === "remedyOutcome") return named.size > 2;
    if (kind !== "outcome") return false;
    if (this.whole.key === "requests.answered") return named.has("other") || named.size > 4;
    const end = parts.at(-1)?.end ?? this.whole.end;
    return (
      named.has("other") && !/结转|转入|在办|正在|尚未|未办结/.test(this.reading.text.slice(end, end + 40))
    );
  }
}

/** 人事3条、财政6条，合计9条: the parts stand before their sum. 网站3条、微信6条，共公开9条 may leave channels out. */
function summedUp({ statements }: Reading, whole: Statement): readonly Breakdown[] {
  const inferred = PUBLISHED_IN_ALL.test(whole.context.label);
  const isDisclosed = whole.key === "overview.disclosed.total";
  if (!whole.role.sum && !inferred && !isDisclosed) return [];
  const at = countBefore(statements, whole.index);
  const parts: Statement[] = [];
  for (const part of statements.slice(Math.max(0, at - MOST_PARTS), at).reverse()) {
    const { context, measure, partKind } = part;
    // 予以公开12件(含部分公开4件): a part's own part.
    if (
      context.bracket !== whole.context.bracket &&
      context.owner !== null &&
      context.sentence === whole.context.sentence
    )
      continue;
    const alike =
      partKind === (parts[0]?.partKind ?? partKind) && (measure === whole.measure || partKind === "channel");
    if (!alike || context.sentence !== whole.context.sentence || context.bracket !== whole.context.bracket)
      break;
    if (part.role.sum || /(?<!公)共(?![同享青产])/.test(context.label) || exceeds(part.range, whole.range))
      break;
    parts.unshift(part);
  }
  const [first] = parts;
  if (!first || parts.length < 2 || (!whole.role.sum && first.partKind !== "channel")) return [];
  const closed = whole.role.sum || inferred;
  return [{ whole, parts, kind: first.partKind, closed, inferred, certain: true }];
}
