import { auditTexts } from "../src/audit/index.js";
import { found, precision, readLabelled, recall, score, SENTENCES, type Labelled } from "./audit-eval.js";

/**
 * Prints precision and recall of the audit of the text, by rule. Takes a file of labelled sentences in the shape of
 * `Labelled`, one JSON object a line; without one, those that ship with the product.
 */
const [file = SENTENCES] = process.argv.slice(2);
const sentences = readLabelled(file);
const clean = sentences.filter(({ expect }) => expect.length === 0);
console.log(`${file}: ${sentences.length} sentences, ${clean.length} of them clean`);

const percent = (value: number): string => value.toFixed(3);
function print(title: string, some: readonly Labelled[]): void {
  if (some.length === 0) return;
  console.log(`\n${title} (${some.length})\n${"rule".padEnd(20)} right false missed precision recall`);
  for (const [rule, one] of score(some)) {
    const counts = [one.right, one.falseAlarms, one.missed]
      .map((count) => String(count).padStart(5))
      .join(" ");
    console.log(`${rule.padEnd(20)} ${counts}     ${percent(precision(one))}  ${percent(recall(one))}`);
  }
}

print(
  "Sentences that rules were made by",
  sentences.filter(({ part }) => part !== "held"),
);
print(
  "Sentences held out",
  sentences.filter(({ part }) => part === "held"),
);
for (const sentence of sentences) {
  const rules = found(sentence);
  const wrong = rules.filter((rule) => !sentence.expect.includes(rule));
  const missed = sentence.expect.filter((rule) => !rules.includes(rule));
  if (wrong.length + missed.length > 0)
    console.log(
      `\n${sentence.text}\n  false: ${wrong.join(", ") || "-"}; missed: ${missed.join(", ") || "-"}`,
    );
}

const LENGTH = 100_000;
const long = sentences
  .map(({ text }) => text)
  .join("\n")
  .padEnd(LENGTH, "全年办理留言92条。")
  .slice(0, LENGTH);
const spent = (): number => process.cpuUsage().user / 1000;
for (let warm = 0; warm < 3; warm++) auditTexts({ year: 2023, sections: { OVERVIEW: long + warm } });
const before = spent();
auditTexts({ year: 2023, sections: { OVERVIEW: long } });
console.log(`\n${LENGTH} characters: ${Math.round(spent() - before)} ms of processor time`);
