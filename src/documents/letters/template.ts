import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import { text, type Text } from "../../kernel/text.js";
import { readFile, Unreadable } from "../../reading/index.js";
import { packed } from "../open-data/bundle.js";
import { paragraph, run, wordFile } from "../../wordprocessing/index.js";
import { letterSpec, tagsOf, type LetterKind, type TemplateLine } from "./letters.data.js";
import type { Values } from "./letter-values.js";

/** A template of a district with its letterhead; sealed letters must fit a column of 64 kB. */
export const MOST_TEMPLATE_BYTES = 40_000;

const PRINTED: Readonly<Record<TemplateLine["style"], (content: string) => string>> = {
  title: (content) => paragraph(run(content), { style: "Title" }),
  number: (content) => paragraph(run(content), { align: "center" }),
  to: (content) => paragraph(run(content)),
  text: (content) => paragraph(run(content), { first: 2 }),
  right: (content) => paragraph(run(content), { align: "right", right: 4 }),
  break: () => paragraph("", { pageBreakBefore: true }),
};

/** The product's own template, which a district may take, change and put in place. */
export const defaultTemplate = (kind: LetterKind): Promise<Buffer> =>
  packed(
    wordFile({
      title: letterSpec(kind).name.zh,
      author: "",
      body: letterSpec(kind)
        .lines.map(({ style, text: content }) => PRINTED[style](content))
        .join(""),
      properties: {},
    }),
  );

const DELIMITERS = { start: "{{", end: "}}" };

/** Fills a template in; throws where its tags do not close. */
export function filled(template: Uint8Array, values: Values): Buffer {
  const document = new Docxtemplater(new PizZip(template), {
    delimiters: DELIMITERS,
    paragraphLoop: true,
    linebreaks: true,
    nullGetter: () => "",
    // docxtemplater logs errors to the console unless told not to.
    errorLogging: false,
  });
  document.render(values);
  return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
}

/** All text of a Word file, a paragraph a line. */
export async function textOf(file: Uint8Array): Promise<string> {
  const { blocks } = await readFile(file, "letter.docx");
  return blocks
    .flatMap((block) =>
      block.kind === "paragraph"
        ? [block.text]
        : block.kind === "table"
          ? block.cells.map((cell) => cell.text)
          : [],
    )
    .join("\n");
}

/** Why a file cannot be a template of a kind; null: it can. */
export async function templateProblem(kind: LetterKind, file: Uint8Array): Promise<Text | null> {
  if (file.length > MOST_TEMPLATE_BYTES)
    return text(
      `模板超过 ${MOST_TEMPLATE_BYTES} 字节`,
      `The template has more than ${MOST_TEMPLATE_BYTES} bytes`,
    );
  try {
    // Our own reader first: within its limits, no file can make the other library unpack without end.
    const document = await readFile(file, "template.docx");
    if (document.kind !== "DOCX" || document.dropped.length > 0)
      return text(
        "须为不含宏、外部链接和嵌入对象的 .docx 文件",
        "A .docx file without macros, external links and embedded objects",
      );
    const found = new Set(
      [...(await textOf(file)).matchAll(/\{\{[#/]?([^}]*)\}\}/g)].map(([, tag = ""]) => tag.trim()),
    );
    const unknown = [...found].filter((tag) => !tagsOf(kind).has(tag));
    if (unknown.length > 0)
      return text(`模板中的标记不认识：${unknown.join("、")}`, `Unknown tags: ${unknown.join(", ")}`);
    const missing = [...required(kind)].filter((tag) => !found.has(tag));
    if (missing.length > 0)
      return text(`模板缺少标记：${missing.join("、")}`, `Tags are missing: ${missing.join(", ")}`);
    filled(file, {});
    return null;
  } catch (error) {
    if (error instanceof Unreadable) return text("不是可读的 .docx 文件", "Not a readable .docx file");
    return text("模板中的标记没有成对", "The template's tags do not close");
  }
}

/** What no template of a kind may leave out. */
export function required(kind: LetterKind): ReadonlySet<string> {
  const always = ["机关", "申请编号", "救济", "事项", "正文", "补正期限", "答复期限", "延迟期限", "金额"];
  return new Set(always.filter((tag) => tagsOf(kind).has(tag)));
}
