import { exceeds, plus } from "./interval.js";
import {
  areDispositions,
  areOfTheWhole,
  DOCUMENTS,
  isFlow,
  isLoose,
  ITEMS,
  Nested,
  TEXTS,
  ties,
  type Collected,
} from "./kinship.js";
import type { Marker } from "./markers.js";
import type { Reading, Statement } from "./statements.js";

export const LONGEST_GAP = 70;

/** Which of the figures after a whole are its parts, and where their list ends. */
export class PartsList {
  constructor(
    private readonly reading: Reading,
    private readonly whole: Statement,
    private readonly introduces: (one: Statement) => boolean,
  ) {}

  collect(candidates: readonly Statement[], marker: Marker): Collected {
    const list: Collected = { parts: [], certain: true, mixed: false };
    const loose: Statement[] = [];
    let nested: Nested | null = null;
    let before: Statement | null = null;
    for (const part of candidates) {
      const [first] = list.parts;
      const between = before ? this.reading.text.slice(before.end, part.start) : "";
      if (first && before ? this.ends(list, { before, part, between }) : !this.mayBePart(part)) {
        if (this.mayGoOn(list, { before: before ?? part, part, between })) list.certain = false;
        break;
      }
      before = part;
      if (first && nested && !nested.isOver && nested.mayHold(part, first)) {
        nested.take(part);
        continue;
      }
      if (
        first?.partKind === "channel" &&
        part.partKind === "plain" &&
        !part.role.remainder &&
        !part.role.nameless
      ) {
        list.mixed = rank(between) === 0;
        list.certain = list.mixed;
        if (!list.mixed) loose.push(part);
        if (!list.mixed) continue;
      }
      if (nested && !nested.ties) list.certain = false;
      list.parts.push(part);
      nested = this.opensNested(part, marker) ? new Nested(part) : null;
    }
    return areOfTheWhole(list, loose)
      ? { parts: [...list.parts, ...loose], certain: true, mixed: true }
      : list;
  }

  /** True if a part of an unknown kind may be what a list that is too short lacks. */
  private mayGoOn({ parts }: Collected, { before, part, between }: Step): boolean {
    const sum = plus([...parts, part].map(({ range }) => range));
    return (
      parts.length > 0 &&
      part.context.sentence === before.context.sentence &&
      rank(between) < 2 &&
      part.measure === this.whole.measure &&
      !ties(this.whole, parts) &&
      !exceeds(sum, this.whole.range)
    );
  }

  /** True if `part` is not of the list any more. */
  private ends({ parts, mixed }: Collected, { before, part, between }: Step): boolean {
    const [first = part] = parts;
    const { context } = part;
    if (context.line !== first.context.line || context.year !== first.context.year) return true;
    if (part.key !== null && part.key === this.whole.key) return true;
    if (between.length > LONGEST_GAP || ANOTHER_WHOLE.test(between) || !this.mayBePart(part)) return true;
    if (
      part.measure !== "" &&
      part.measure !== this.whole.measure &&
      part.partKind === "plain" &&
      rank(between) > 0
    )
      return true;
    const ofOneKind = part.partKind === first.partKind || part.role.remainder || mixed;
    if (context.sentence !== before.context.sentence) return !(ofOneKind && part.partKind === "channel");
    const apart = parts.length > 1 && coarser(between, this.betweenFirst(parts));
    const ended = apart || parts.at(-1)?.role.remainder === true || ties(this.whole, parts);
    if (ended && (part.role.act || (apart && part.partKind === "plain" && ties(this.whole, parts))))
      return true;
    if (first.partKind === "channel") return !ofOneKind && part.partKind !== "plain";
    return !ofOneKind && !(first.partKind === "plain" && (isLoose(part) || areDispositions(first, part)));
  }

  private betweenFirst([first, second]: readonly Statement[]): string {
    return first && second ? this.reading.text.slice(first.end, second.start) : "";
  }

  private mayBePart(part: Statement): boolean {
    const { whole } = this;
    if (part.context.year !== whole.context.year) return false;
    if (part.name === "" && !part.role.nameless) return false;
    if (part.role.sum) return false;
    if (part.key !== null && isFlow(part.key) && !this.mayHold(part.key, part)) return false;
    if (part.measure === "" || part.measure === whole.measure) return true;
    const alike = part.partKind === "channel" ? ITEMS : TEXTS;
    return alike.includes(part.measure) && alike.includes(whole.measure);
  }

  /** A shared figure as a part: 清理文件56件，其中废止9件; 主动公开30份，依申请公开6份. */
  private mayHold(key: string, part: Statement): boolean {
    const { key: whole, context } = this.whole;
    if (whole !== null) return key.startsWith(whole) || areDispositions(part, part);
    return areDispositions(part, part) || (DOCUMENTS.test(key) && /清理|评估|审查|文件/.test(context.phrase));
  }

  /** A part that is broken down in its turn without a bracket. */
  private opensNested(part: Statement, outer: Marker): boolean {
    const inBracket = this.reading.text[part.end] === "(";
    return !inBracket && (outer !== "none" || part.partKind === "channel") && this.introduces(part);
  }
}

/** 回收480份;回收问卷中,满意456份 is a part of what was collected. */
const ANOTHER_WHOLE = /[;,][^,;。]{2,10}中,?[^,;。]*$/;

interface Step {
  readonly before: Statement;
  readonly part: Statement;
  readonly between: string;
}

/** 甲1条、乙2条，丙3条: the comma ends what 、 joined. */
const coarser = (now: string, before: string): boolean => rank(now) > rank(before);
const rank = (between: string): number =>
  between.includes(";") || between.includes("。") ? 2 : between.includes(",") ? 1 : 0;
