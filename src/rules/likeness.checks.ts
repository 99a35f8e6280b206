import { figureRunsOf, fingerprintsOf, likestStretch, sharedFigures, shareIn } from "../audit/index.js";
import { text, type Text } from "../kernel/text.js";
import type { Check, CheckInput, Spotted } from "./rule.js";

/** So many siblings are named, the most alike first: a district's common template is one fault, not fifty. */
const MOST_PEERS = 5;

const percentOf = (share: number): number => Math.floor(share * 100);

interface Alike {
  readonly at: string;
  readonly share: number;
  readonly limit: number;
  readonly prints: Uint32Array;
  readonly who: Text;
}

function tooAlike({ sections }: CheckInput, { at, share, limit, prints, who }: Alike): Spotted {
  const percent = percentOf(share);
  return {
    at,
    expected: `${limit}`,
    actual: `${percent}`,
    excerpt: likestStretch(sections, prints),
    said: {
      message: text(
        `除格式规定的文字外，正文有 ${percent}% 与${who.zh}相同（数字不计），达到提示线 ${limit}%`,
        `Apart from the form's own wording, ${percent}% of the text is that of ${who.en} (figures aside); the limit is ${limit}%`,
      ),
      arithmetic: null,
      suggestion: text(
        "按本机关本年度的实际情况改写相同的段落",
        "Rewrite the passages from the unit's own work of the year",
      ),
    },
  };
}

/** N16: the text is last year's. */
export const likeLastYear: Check = (input) => {
  const { likeness } = input;
  if (!likeness?.previous) return [];
  const prints = likeness.previous.texts;
  const share = shareIn(fingerprintsOf(input.sections), prints);
  const limit = likeness.previousPercent;
  const who = text(`${input.year - 1} 年的年度报告`, `the report of ${input.year - 1}`);
  return percentOf(share) < limit ? [] : [tooAlike(input, { at: "previous", share, limit, prints, who })];
};

/** N17: the text is a sibling's. */
export const likePeers: Check = (input) => {
  const { likeness } = input;
  if (!likeness || likeness.peers.length === 0) return [];
  const own = fingerprintsOf(input.sections);
  const limit = likeness.peerPercent;
  return likeness.peers
    .map(({ unitId, unitName, texts }) => ({
      at: unitId,
      share: shareIn(own, texts),
      limit,
      prints: texts,
      who: text(`${unitName}已发布的年度报告`, `the published report of ${unitName}`),
    }))
    .filter(({ share }) => percentOf(share) >= limit)
    .sort((a, b) => b.share - a.share || a.at.localeCompare(b.at))
    .slice(0, MOST_PEERS)
    .map((alike) => tooAlike(input, alike));
};

/** N18: three figures or more in a row are a sibling's. */
export const figuresOfPeers: Check = (input) => {
  const { likeness } = input;
  if (!likeness || likeness.peers.length === 0) return [];
  const own = figureRunsOf(input.sections, input.year);
  if (own.length === 0) return [];
  return likeness.peers
    .flatMap(({ unitId, unitName, figures }) => {
      const [first] = sharedFigures(own, figures);
      if (!first) return [];
      const values = first.values.join("、");
      return [
        {
          at: unitId,
          excerpt: first.excerpt,
          said: {
            message: text(
              `连续的 ${first.values.length} 个数字（${values}）与${unitName}已发布的年度报告相同`,
              `${first.values.length} figures in a row (${first.values.join(", ")}) are those of the published report of ${unitName}`,
            ),
            arithmetic: null,
            suggestion: text(
              "核对这些数字是否为本机关的数字",
              "Check whether these are the unit's own figures",
            ),
          },
        },
      ];
    })
    .slice(0, MOST_PEERS);
};
