import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { expect, it } from "vitest";
import { briefDocx } from "./brief-docx";

const PNG = "data:image/png;base64,iVBORw0KGgo=";
const sentences = Array.from({ length: 10 }, (_, i) => `第${i + 1}句：新收申请 <12> 件 & 其他。`);
const made = (words = sentences) =>
  unzipSync(
    briefDocx({
      ...{
        title: "示例区 2023 年简报",
        author: "示例区",
        sentences: words,
        source: "据 2024-01-31 的数据",
        chartsTitle: "六幅图",
      },
      charts: ["甲", "乙", "丙"].map((title) => ({ title, png: PNG, ratio: 0.5 })),
    }),
  );

it("the brief in Word holds the sentences as they are, and each chart as a picture that has its words", () => {
  const file = made();
  const texts = Object.entries(file).flatMap(([name, bytes]) =>
    name.endsWith(".png") ? [] : [strFromU8(bytes)],
  );
  for (const text of texts) new SaxesParser({ xmlns: true }).write(text).close();
  const body = strFromU8(file["word/document.xml"]!);
  const said = [...body.matchAll(/<w:t [^>]*>([^<]*)/g)].map(([, text]) => text);
  expect(said).toEqual([
    "示例区 2023 年简报",
    ...sentences.map(
      (one, i) => `${i + 1}. ${one.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")}`,
    ),
    ...["据 2024-01-31 的数据", "六幅图", "甲", "乙", "丙"],
  ]);
  const targets = new Map(
    [...strFromU8(file["word/_rels/document.xml.rels"]!).matchAll(/Id="(rId\d+)"[^>]*Target="([^"]+)"/g)].map(
      ([, id, target]) => [id, target] as const,
    ),
  );
  const shown = [...body.matchAll(/descr="(.)"\/><pic:cNvPicPr.*?r:embed="(rId\d+)"/g)].map(
    ([, says, id]) => [says, targets.get(id)],
  );
  expect(shown).toEqual([
    ["甲", "media/picture1.png"],
    ["乙", "media/picture2.png"],
    ["丙", "media/picture3.png"],
  ]);
  expect(file["word/media/picture3.png"]).toEqual(Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10]));
});

it("sets a long brief smaller, so that it stays on its sheet", () => {
  const inSmall = (words: string[]) =>
    strFromU8(made(words)["word/document.xml"]!).split('<w:sz w:val="24"/>').length - 1;
  const long = sentences.map((one) => one + "很长的话".repeat(15));
  // The source is always small.
  expect([sentences, long].map(inSmall)).toEqual([1, 11]);
});
