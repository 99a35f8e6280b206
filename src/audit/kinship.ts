import { exceeds, isExact, mayEqual, plus } from "./interval.js";
import type { Statement } from "./statements.js";
import { DISPOSITIONS, STATES } from "./vocabulary.data.js";

const FLOWS = ["received", "accepted", "answered", "carriedIn", "carriedOut"].map((key) => `requests.${key}`);
export const isFlow = (key: string): boolean =>
  FLOWS.includes(key) || ["remedies.", "proactive."].some((table) => key.startsWith(table));
export const DOCUMENTS = /^proactive\.normativeDocuments\.(?:repealed|inForce)/;
export const areDispositions = (one: Statement, other: Statement): boolean =>
  DISPOSITIONS.test(one.name) && DISPOSITIONS.test(other.name);

/** 采纳36条、未采纳16条; 线上1次，线下3次 */
export const areOpposite = (one: Statement, other: Statement | undefined): boolean =>
  other !== undefined &&
  one.measure === other.measure &&
  ((/^[不未]/.test(other.name) &&
    one.name.length > 1 &&
    other.name.slice(1).startsWith(one.name.slice(0, 2))) ||
    (one.name.startsWith("线上") && other.name.startsWith("线下")));

/** 行政复议9件，维持5件; 办结76件，予以公开30件; 问题56个，已整改40个: parts by their words alone. */
export const isSplit = (whole: Statement, first: Statement, second: Statement | undefined): boolean =>
  (first.partKind === "remedyOutcome" &&
    /^remedies\./.test(whole.key ?? "") &&
    whole.partKind !== first.partKind) ||
  (/^(?:outcome|applicant|way)$/.test(first.partKind) &&
    /^requests\.(?:received|accepted|answered)$/.test(whole.key ?? "")) ||
  (second !== undefined &&
    first.measure === whole.measure &&
    (areDispositions(first, second) || (isOfReview(whole) && [first, second].every(isReviewed)))) ||
  (whole.context.topic !== "申请" && first.measure === whole.measure && STATES.test(first.context.phrase));

/** 清理历史文件120份，废止34份，修改8份，继续有效78份 */
const isOfReview = ({ context: { phrase } }: Statement): boolean => /清理|评估|梳理/.test(phrase);
const isReviewed = ({ name }: Statement): boolean =>
  /^(?:拟|予以|宣布)?(?:废止|失效|修[改订]|保留|继续有效)/.test(name);

/** What may be counted together: 公告38条、规范性文件2件. */
export const TEXTS = ["条", "件", "篇", "份", "则"];
export const ITEMS = ["条", "件", "篇", "份", "则", "期", "个", "次", "条次", "件次", "篇次", ""];

export const ties = (whole: Statement, parts: readonly Statement[]): boolean =>
  isExact(whole.range) && mayEqual(plus(parts.map(({ range }) => range)), whole.range);

/** 网上公示 among categories is one of them. */
export const isLoose = ({ partKind, context }: Statement): boolean =>
  partKind === "channel" && context.topic !== "申请";

/** A figure that says of itself that it is a sum: only then are the figures after it, without a word, its parts. */
export const isTotal = ({ key, context: { phrase } }: Statement): boolean =>
  key?.startsWith("overview.disclosed.") === true || /共|累计|合计|总计|总数|总量/.test(phrase);

/** 建议3件、提案5件，其中主办4件: of both. */
export const isJoined = ({ context: { phrase } }: Statement): boolean => /^[、和及与]/.test(phrase);

/** Without a word that says so, figures are parts of one before them only if they can be, and if there are several. */
export const areWithin = (parts: readonly Statement[], whole: Statement): boolean =>
  parts.length > 1 && !parts.some(({ range }) => exceeds(range, whole.range));

/** The parts of a part. They go on until they add up to it, or until the outer list goes on. */
export class Nested {
  private readonly taken: Statement[] = [];

  constructor(private readonly whole: Statement) {}

  get ties(): boolean {
    return this.taken.length === 0 || mayEqual(plus(this.taken.map(({ range }) => range)), this.whole.range);
  }

  get isOver(): boolean {
    const last = this.taken.at(-1);
    return last !== undefined && (this.ties || last.role.remainder);
  }

  mayHold(part: Statement, first: Statement): boolean {
    return first.partKind === "plain" || part.partKind !== first.partKind;
  }

  take(part: Statement): void {
    this.taken.push(part);
  }
}

/** 网站397条，党务公开42条，公共资源11386条: names that are too many for the one channel before them are beside it. */
export const areOfTheWhole = ({ parts, certain }: Collected, loose: readonly Statement[]): boolean => {
  const [channel, ...others] = parts;
  return (
    !certain &&
    channel !== undefined &&
    others.length === 0 &&
    exceeds(plus(loose.map(({ range }) => range)), channel.range)
  );
};

export interface Collected {
  readonly parts: Statement[];
  certain: boolean;
  /** Channels and other names in one list: 门户网站397条、党务公开42条. */
  mixed: boolean;
}
