import type { WholeRecord } from "../../ledgers/requests/api.js";
import { REQUEST_OUTCOMES } from "../../ledgers/requests/index.js";
import { invalidInput, type Path, type Problem } from "../../kernel/problem.js";
import { text, type Text } from "../../kernel/text.js";
import { lineProblems, noteProblems, optionalLine } from "../../records/index.js";
import { itemsOf, stepFor, type LetterItem, type LetterWords } from "./letter-values.js";
import { letterSpec } from "./letters.data.js";
import { articlesIn, OUTCOME_WORDINGS } from "./outcomes.data.js";

const MOST_PARAGRAPHS = 30;
const MOST_ITEMS = 10;
const LINE = 200;
/** Fewer characters are a label, not a reason. */
const FEWEST_REASONS = 10;
const WITHOUT_NUMBER = ["RECEIPT", "SERVICE_RECORD"];

const at = (...path: string[]): Path => ["input", ...path];

/** What the record or the writer's words lack for a letter of this kind. */
export function letterProblems(words: LetterWords, record: WholeRecord): Problem[] {
  const problems = [...formProblems(words), ...recordProblems(words, record)];
  return problems.length > 0 || words.kind !== "DECISION" ? problems : decisionProblems(words, record);
}

function formProblems(words: LetterWords): Problem[] {
  const { kind, number, paragraphs, items, recipient, enclosures, contact } = words;
  const spec = letterSpec(kind);
  const needsText = spec.paragraphs !== null && items.length === 0;
  return [
    ...(WITHOUT_NUMBER.includes(kind)
      ? optionalLine(number, at("number"), 100)
      : lineProblems(number ?? "", at("number"), 100)),
    ...(needsText && paragraphs.join("").trim() === ""
      ? [invalidInput(at("paragraphs"), asking(spec.paragraphs))]
      : []),
    ...(paragraphs.length > MOST_PARAGRAPHS ||
    items.length > MOST_ITEMS ||
    enclosures.length > MOST_PARAGRAPHS
      ? [
          invalidInput(
            at("paragraphs"),
            text(
              `至多 ${MOST_PARAGRAPHS} 段、${MOST_ITEMS} 项`,
              `At most ${MOST_PARAGRAPHS} paragraphs and ${MOST_ITEMS} items`,
            ),
          ),
        ]
      : []),
    ...paragraphs.flatMap((one, i) => noteProblems(one, at("paragraphs", String(i)))),
    ...items.flatMap(({ about, reasons }, i) => [
      ...lineProblems(about ?? "", at("items", String(i), "about"), LINE),
      ...reasons.flatMap((one, j) => noteProblems(one, at("items", String(i), "reasons", String(j)))),
    ]),
    ...enclosures.flatMap((one, i) => lineProblems(one, at("enclosures", String(i)), LINE)),
    ...(spec.recipient ? lineProblems(recipient ?? "", at("recipient"), LINE) : []),
    ...optionalLine(contact, at("contact"), LINE),
  ];
}

const asking = (what: Text | null): Text => text(`请写明：${what?.zh ?? ""}`, `Say ${what?.en ?? ""}`);

const notYet = (path: Path, zh: string, en: string): Problem => ({
  code: "NOT_ALLOWED_NOW",
  path,
  message: text(zh, en),
});

/** What stands against a letter as the record is, and whether it does. */
type Bar = readonly [holds: boolean, zh: string, en: string];

function recordProblems(words: LetterWords, record: WholeRecord): Problem[] {
  const { kind, number } = words;
  const { documentNumber } = record.request;
  const bars = barsOf(words, record).flatMap(([holds, zh, en]) =>
    holds ? [notYet(at("kind"), zh, en)] : [],
  );
  if (kind !== "DECISION" || documentNumber === null || number === documentNumber) return bars;
  const message = text(
    `与登记的文号 ${documentNumber} 不一致`,
    `Not the number on record, ${documentNumber}`,
  );
  return [...bars, invalidInput(at("number"), message)];
}

const CONSULTING = ["consultThirdParty", "consultAgency"];

function barsOf(words: LetterWords, { request, steps, parts, applicant }: WholeRecord): Bar[] {
  const { kind } = words;
  const spec = letterSpec(kind);
  const step = stepFor(words, steps);
  const missing = spec.step !== undefined && !step;
  const asked = steps.some(({ action }) => CONSULTING.includes(action));
  return [
    [
      missing,
      "尚未登记这份文书所办的事项，请先登记",
      "The step that this letter carries out is not recorded yet",
    ],
    [
      kind === "RECEIPT" && request.state === "REGISTERED",
      "收到日期尚未确认（条例第三十一条）",
      "The day of the receipt is not confirmed (条例 §31)",
    ],
    [kind === "CONSULTATION_NOTICE" && !asked, "尚未登记征求意见", "Nobody has been asked yet"],
    [
      kind === "DELAYED_REPLY" && !missing && !step?.details["delayedUntil"],
      "未确定延迟答复的期限（条例第三十五条）",
      "No delayed day was set (条例 §35)",
    ],
    [kind === "SPLIT" && !missing && parts.length === 0, "没有分立出的申请", "Nothing was split off"],
    [spec.to === "APPLICANT" && applicant === null, "申请人信息已清除", "The applicant's data was blanked"],
  ];
}

const DISCLOSING = ["GRANTED", "PARTIAL"];

function decisionProblems(words: LetterWords, record: WholeRecord): Problem[] {
  const items = itemsOf(words, record);
  const { outcome } = record.request;
  const outcomes = items.map((item) => item.outcome);
  const given = words.items.length > 0;
  const isMixed =
    outcomes.some((one) => DISCLOSING.includes(one)) && outcomes.some((one) => !DISCLOSING.includes(one));
  const counted = isMixed ? outcome === "PARTIAL" : outcome !== null && outcomes.includes(outcome);
  return [
    ...(counted
      ? []
      : [
          invalidInput(
            at("items"),
            text(
              `各项与登记的办理结果“${outcome === null ? "" : REQUEST_OUTCOMES[outcome].name.zh}”不符：有公开也有不公开的登记为部分公开，其余登记为其中一项`,
              "The items do not fit the outcome on record: PARTIAL where something is given and something is not, else one of theirs",
            ),
          ),
        ]),
    ...items.flatMap((item, i) => itemProblems(item, given ? at("items", String(i)) : at(), record)),
  ];
}

function itemProblems(item: LetterItem, path: Path, { steps }: WholeRecord): Problem[] {
  const { outcome, article } = item;
  const { before } = OUTCOME_WORDINGS[outcome];
  const { name, article: usual } = REQUEST_OUTCOMES[outcome];
  const numbers = articlesIn(usual ?? "");
  const rests = numbers.length === 0 || articlesIn(article ?? "").some((number) => numbers.includes(number));
  const wrongArticle = text(`“${name.zh}”应依据条例 ${usual}`, `"${name.en}" rests on 条例 ${usual}`);
  const taken = !before || steps.some(({ action }) => action === before.verb);
  return [
    ...reasonProblems(item, [...path, path.length > 1 ? "reasons" : "paragraphs"]),
    ...(rests ? [] : [invalidInput([...path, "article"], wrongArticle)]),
    ...(taken
      ? []
      : [
          notYet(path, `“${name.zh}”之前须先${before.what.zh}`, `"${name.en}" needs ${before.what.en} first`),
        ]),
  ];
}

/** A bare label is no reason (条例 §36 第三项): what courts and reviewers fault most. */
function reasonProblems({ outcome, reasons }: LetterItem, path: Path): Problem[] {
  const { mentions } = OUTCOME_WORDINGS[outcome];
  const { name } = REQUEST_OUTCOMES[outcome];
  const said = reasons.join("");
  if (said.trim().length < FEWEST_REASONS)
    return [
      invalidInput(
        path,
        text(
          `“${name.zh}”须说明事实和理由，不能只写结论`,
          `Say the facts and reasons of "${name.en}", not the label alone`,
        ),
      ),
    ];
  if (!mentions || mentions.any.test(said)) return [];
  const { zh, en } = mentions.what;
  return [invalidInput(path, text(`“${name.zh}”须写明${zh}`, `"${name.en}" has to say ${en}`))];
}
