import { text } from "../../kernel/text.js";
import { mayEqual, plus } from "../interval.js";
import { excerptOf, nameHash, shown, type Audit, type Check, type Remark } from "../remark.js";
import { areCompared, coreName, kernelOf, type Reading, type Statement } from "../statements.js";
import { SYNONYMS } from "../vocabulary.data.js";

/** N03: a category that stands twice in one list, or under two names. */
export const duplicateCategories: Check = (audit) =>
  audit.readings.flatMap((reading) => runsOf(reading).flatMap((run) => twice(audit, reading, run)));

/** Figures that follow each other as one list: 甲1条、乙2条，丙3条. */
function runsOf({ statements, text: all }: Reading): readonly (readonly Statement[])[] {
  const runs: Statement[][] = [];
  for (const figure of statements) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const goesOn =
      last !== undefined &&
      last.context.sentence === figure.context.sentence &&
      last.context.bracket === figure.context.bracket &&
      last.measure === figure.measure &&
      last.context.year === figure.context.year &&
      figure.start - last.end < 30 &&
      !areCompared(last, figure) &&
      !MARKS.some((mark) => all.slice(last.end, figure.start).includes(mark));
    if (goesOn && isCategory(figure) && figure.partKind === "plain") run?.push(figure);
    else runs.push(isCategory(figure) ? [figure] : []);
  }
  return runs.filter((run) => run.length > 1);
}

const MARKS = [";", "。", "(", ":"];

const isCategory = (figure: Statement): boolean =>
  (figure.partKind === "plain" || isOnChannel(figure)) &&
  figure.key === null &&
  !figure.role.remainder &&
  figure.context.label !== "" &&
  coreName(figure.name).length >= 2 &&
  /^[条件篇份则期个项]?$/.test(figure.measure) &&
  !/^(?:共|合计|累计|总计)/.test(figure.name);

function twice(audit: Audit, reading: Reading, run: readonly Statement[]): readonly Remark[] {
  const first = new Map<string, Statement>();
  const remarks: Remark[] = [];
  for (const figure of run) {
    const name = identityOf(figure);
    const before = first.get(name);
    if (before) remarks.push(duplicate(audit, reading, { before, figure }));
    else first.set(name, figure);
  }
  return remarks;
}

interface Pair {
  readonly before: Statement;
  readonly figure: Statement;
}

const SYNONYM = new Map(SYNONYMS.flatMap((names) => names.map((name) => [name, names[0] ?? name] as const)));
const plainName = (name: string): string => name.replace(/(?:类|类信息|共)$/, "");
const PUBLISHING =
  /^(?:[我本全][局镇委办区县市])?(?:在|通过)?(?:政府|政务|门户|官方)?(?:网站|微信|微博|公众号)?(?:主动)?(?:发布|公开|更新|推送)(?!指南|目录|年报|平台|专栏|制度|栏)(?=..)/;

/** 网站公开通知公告12条 begins a list of the website's categories. */
const isOnChannel = ({ partKind, name }: Statement): boolean =>
  partKind === "channel" &&
  /^[^,、]{0,10}(?:网站|微信|微博|公众号)/.test(name) &&
  kernelOf(name.replace(PUBLISHING, "")).length > 1 &&
  PUBLISHING.test(name);

const bare = ({ name }: Statement): string => plainName(name.replace(PUBLISHING, ""));

function identityOf(figure: Statement): string {
  const plain = bare(figure);
  return SYNONYM.get(plain) ?? coreName(plain);
}

function duplicate(audit: Audit, reading: Reading, { before, figure }: Pair): Remark {
  const same = bare(before) === bare(figure);
  const total = before.value + figure.value;
  const [a, b] = [`“${before.name}”${before.written}`, `“${figure.name}”${figure.written}`];
  const list = audit.partOf(before).find(({ parts }) => parts.includes(figure));
  const even = list && mayEqual(plus(list.parts.map(({ range }) => range)), list.whole.range);
  const note = even
    ? text(
        `；各项之和与 ${list.whole.written} 相符，应是名称有误而非数字有误`,
        `; the list adds up to ${shown(list.whole.value)}, so a name is wrong rather than a number`,
      )
    : text("", "");
  return {
    rule: "N03_CATEGORY_DUP",
    severity: same ? "WARNING" : "INFO",
    at: `${reading.section}.${nameHash(identityOf(figure))}`,
    excerpt: excerptOf(reading.passage, before, figure),
    expected: null,
    actual: null,
    arithmetic: `${shown(before.value)} + ${shown(figure.value)} = ${shown(total)}`,
    message: same
      ? text(`同一类别列了两次：${a}、${b}${note.zh}`, `One category is listed twice: ${a}, ${b}${note.en}`)
      : text(
          `两个类别疑为同一类：${a}、${b}${note.zh}`,
          `Two names of what may be one category: ${a}, ${b}${note.en}`,
        ),
    suggestion: text(
      `如确为同一类，合并为“${before.name}${shown(total)}${figure.measure}”；否则更正其中一个名称`,
      `If they are one, write ${shown(total)}; otherwise correct one of the names`,
    ),
  };
}
