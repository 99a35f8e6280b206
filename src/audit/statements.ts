import type { Figure, Rate } from "./figures.js";
import { readFigures, type YearMark } from "./figures.js";
import type { SectionKey } from "../forms/index.js";
import type { Passage } from "./passage.js";
import { keyOf } from "./subjects.js";
import {
  AND_OTHERS,
  ANOTHER_ACT,
  APPLICANTS,
  CHANNELS,
  OUTCOMES,
  REMAINDER,
  REMEDY_OUTCOMES,
  SUM,
  WAYS,
  type Name,
  type PartKind,
} from "./vocabulary.data.js";

/** A figure with what it is of. */
export interface Statement extends Figure {
  readonly index: number;
  /** Its own name in a list: 人事信息. */
  readonly name: string;
  readonly partKind: PartKind;
  /** The name's key among its kind: website. */
  readonly part: string | null;
  /** The indicator that it states, if it is one that reports share: requests.received. */
  readonly key: string | null;
  readonly role: Role;
}

/** What a figure may be to the figures around it, by its words. */
interface Role {
  /** 其他, which completes a list. */
  readonly remainder: boolean;
  /** 合计, after the parts. */
  readonly sum: boolean;
  /** A number alone: the second of 420元、290元. */
  readonly nameless: boolean;
  /** The first word is a verb: 转发信息30条 is of another list. */
  readonly act: boolean;
  /** 增加2件: no part of anything. */
  readonly change: boolean;
  /** 等 follows: there are more parts. */
  readonly more: boolean;
}

/** What a section says, read once for all checks. */
export interface Reading {
  readonly section: SectionKey;
  readonly passage: Passage;
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly rates: readonly IndexedRate[];
  readonly years: readonly YearMark[];
}

export type IndexedRate = Rate & { readonly index: number };

export function readSection(section: SectionKey, passage: Passage, year: number): Reading {
  const { text } = passage;
  const { marks, years } = readFigures(text, year);
  const known = new Map<string, Meaning>();
  const statements: Statement[] = [];
  const rates: IndexedRate[] = [];
  for (const [index, mark] of marks.entries()) {
    if (mark.kind === "rate") rates.push({ ...mark, index });
    else statements.push(statement(mark, index, meaningOf(mark, known)));
  }
  return { section, passage, text, years, rates, statements: comparedAlike(statements, year) };
}

/** 收到申请12件，比2022年的7件多5件: two figures that are compared are of one thing, though only one says of which. */
const comparedAlike = (statements: readonly Statement[], year: number): readonly Statement[] =>
  statements.map((one, i) => {
    if (one.key !== null || !isOfEither(one, year)) return one;
    const beside = [statements[i - 1], statements[i + 1]].find(
      (other) =>
        other !== undefined &&
        other.key !== null &&
        isOfEither(other, year) &&
        other.context.year !== one.context.year &&
        other.measure === one.measure &&
        areCompared(one, other),
    );
    return beside ? { ...one, key: beside.key } : one;
  });

const isOfEither = ({ context }: Statement, year: number): boolean =>
  context.year === year || context.year === year - 1;

/** How many figures stand before a mark, by the index of the mark. */
export function countBefore(statements: readonly { readonly index: number }[], index: number): number {
  let [low, high] = [0, statements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((statements[middle]?.index ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

const LEADING =
  /^(?:其中|包括|包含|含|有|共|主要|具体|分别|依次|为|是|由|通过|利用|依托|借助|运用|经|在|向|以及|以|和|及|与|并|还|另|即|如|约|近|但|同期|今年|本年度?|全年|20\d\d年度?|上年度?|去年)+/;
const TRAILING =
  /(?:共计|总计|合计|累计|共|计|为|达到|达|有|了|发布|公开|推送|更新|公布|主动|政府|政务|信息|数据|方面|栏目|类别|类|等|各类|的|上|数量|数|总数|件|申请|收到|提出|方式|渠道|途径|告知|答复)+$/;

/** 人事信息 of 其中人事信息1条; of 其中3件予以公开 the words after the number. */
function nameOf({ context: { label, after } }: Figure): string {
  const bare = label.replace(LEADING, "").replace(/^[“"'‘”’]+|[“"'‘”’]+$/g, "");
  if (bare !== "" && !/^(?:件|条|的|了)$/.test(bare)) return bare;
  return after.replace(/^(?:申请|信息|件|的|为|是|属于|系|由)+/, "");
}

/** The name without the words that every name may have; may be "". */
export const kernelOf = (name: string): string => name.replace(TRAILING, "");

/** The same, and never "": by it, two names are the same. */
export const coreName = (name: string): string => kernelOf(name) || name;

const KINDS: readonly (readonly [PartKind, readonly Name[]])[] = [
  ["outcome", OUTCOMES],
  ["channel", CHANNELS],
  ["applicant", APPLICANTS],
  ["way", WAYS],
];

// Field by field: a text may hold thousands of figures, and copying an object by its keys costs ten times as much.
function statement(figure: Figure, index: number, { name, partKind, part, key, role }: Meaning): Statement {
  const { kind, written, value, range, vague, measure, start, end, context } = figure;
  return {
    kind,
    written,
    value,
    range,
    vague,
    measure,
    start,
    end,
    context,
    index,
    name,
    partKind,
    part,
    key,
    role,
  };
}

type Meaning = Pick<Statement, "name" | "partKind" | "part" | "key" | "role">;

/** What a figure is of, by its words alone: a text that repeats itself is read once. */
function meaningOf(figure: Figure, known: Map<string, Meaning>): Meaning {
  const { label, phrase, after, topic } = figure.context;
  const words = [label, phrase, after, topic, figure.measure].join("|");
  const same = known.get(words);
  if (same) return same;
  const name = nameOf(figure);
  const [partKind, part] = partOf(figure, name);
  const role = roleOf(figure, name);
  const meaning = { name, partKind, part, key: keyOf(figure, name), role };
  known.set(words, meaning);
  return meaning;
}

const OF_REQUESTS = /不属于本(?:机关|单位)|予以公开|部分公开|不予公开|无法提供|不予处理|其[他它]处理/;
const ABOUT_REMEDIES = /复议|诉讼/;

function partOf({ context, measure }: Figure, name: string): readonly [PartKind, string | null] {
  const find = (names: readonly Name[]): Name | undefined => names.find(({ wording }) => wording.test(name));
  if (ABOUT_REMEDIES.test(context.topic)) {
    const outcome = find(REMEDY_OUTCOMES);
    if (outcome) return ["remedyOutcome", outcome.key];
  }
  const ofRequests = context.topic === "申请";
  for (const [kind, names] of KINDS) {
    if ((kind === "applicant" || kind === "way") && !ofRequests) continue;
    if (kind === "outcome" && !ofRequests && !(/[件宗份例起次个]/.test(measure) && OF_REQUESTS.test(name)))
      continue;
    if (kind === "channel" && (ofRequests || measure === "元")) continue;
    const found = find(names);
    if (found) return [kind, found.key];
  }
  return ["plain", null];
}

function roleOf({ context: { label, after } }: Figure, name: string): Role {
  return {
    remainder: REMAINDER.test(name) || REMAINDER.test(coreName(name)),
    sum: SUM.test(label),
    nameless: name === "" && after === "" && NAMELESS.test(label),
    act: ANOTHER_ACT.test(name),
    change: CHANGED.test(label),
    more: AND_OTHERS.test(after),
  };
}

const CHANGED =
  /(?:增加|减少|增长|下降|上升|降低|提高|增多|[较比][^,]{0,12}[多少](?:收到|受理|办理|接收|公开|发布)?)了?(?:申请|信息)?$/;
const NAMELESS = /^[,、和及与]?(?:其中|分别|依次|各|分项|为|是)*$/;

/** One is last year's of the other, by the words between them. */
export const areCompared = (one: Statement, other: Statement): boolean =>
  isFollowedBy(one, other) || isFollowedBy(other, one);

const isFollowedBy = (one: Statement, other: Statement): boolean =>
  one.index + 1 === other.index &&
  (RISEN_TO.test(other.context.label) || COMPARED_WITH.test(other.context.label));

/** 从2022年的1000条增加到2023年的1200条 */
const RISEN_TO = /^,?(?:(?:增|上升|升|提|减|下降|降|回落|压缩|扩)[^,\d]{0,3}(?:到|至|为)|变为|变成)/;
/** 16件，较上年的15件; 16件，去年同期为15件 */
const COMPARED_WITH =
  /^,?(?:相?较|相比|比|与|同|和|跟|是|为)?于?(?:上一?年|去年|20\d\d年)度?(?:同期|全年)?(?:的|为|是|仅|有)?\(?$/;
