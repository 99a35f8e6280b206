import { Parser } from "htmlparser2";
import { Assembler } from "./assembler.js";
import { LIMITS, Unreadable, type DroppedPart, type SourceDocument } from "./document.js";

/** Elements whose text is no text of the page. */
const UNSEEN = new Set([
  "script",
  "style",
  "head",
  "template",
  "noscript",
  "iframe",
  "object",
  "svg",
  "math",
  "select",
]);
const SCRIPTS = new Set(["script", "iframe", "object", "embed"]);
const BLOCKS = new Set(
  "address article aside blockquote body center dd div dl dt fieldset figure footer form header hr html li main nav ol p pre section ul caption".split(
    " ",
  ),
);
const HEADING = /^h([1-6])$/;

/** A web page, or what a browser, Word or WPS put on the clipboard. Markup is never text, and text never markup. */
export function readHtml(source: string, encoding: string | null): SourceDocument {
  const page = new Page();
  const parser = new Parser(page, {
    decodeEntities: true,
    lowerCaseTags: true,
    lowerCaseAttributeNames: true,
  });
  const STEP = 64 * 1024;
  for (let at = 0; at < source.length; at += STEP) parser.write(source.slice(at, at + STEP));
  parser.end();
  return {
    kind: "HTML",
    ...page.assembler.finished(),
    properties: {},
    dropped: page.dropped,
    encoding,
  };
}

type PageAttributes = Readonly<Record<string, string>>;

class Page {
  readonly assembler = new Assembler();
  readonly dropped: DroppedPart[] = [];
  readonly #open: {
    readonly name: string;
    readonly value: string | undefined;
    readonly tag: string | undefined;
  }[] = [];
  #unseen = 0;
  #isPreformatted = 0;
  #sections = 0;

  onopentag = (name: string, attributes: PageAttributes): void => {
    if (this.#open.length >= LIMITS.xmlDepth) throw new Unreadable("TOO_DEEP");
    if (SCRIPTS.has(name)) this.#drop("SCRIPTS");
    if (UNSEEN.has(name)) this.#unseen++;
    const tag = this.#unseen > 0 ? undefined : tagOf(attributes);
    this.#begin(name, attributes);
    this.#open.push({ name, value: attributes["data-value"], tag });
    if (tag?.startsWith("section.")) this.#sections++;
    if (tag !== undefined) this.assembler.openTag(tag);
  };

  onclosetag = (name: string): void => {
    const open = this.#open.pop();
    if (open?.tag !== undefined) this.#endTag(open.name, open.value);
    if (open?.tag?.startsWith("section.")) this.#sections--;
    if (UNSEEN.has(name)) this.#unseen--;
    if (this.#unseen > 0) return;
    const level = HEADING.exec(name)?.[1];
    if (level) this.assembler.breakParagraph(Number(level));
    else if (BLOCKS.has(name)) this.assembler.breakParagraph();
    else if (name === "td" || name === "th") this.assembler.closeCell();
    else if (name === "table") this.assembler.closeTable();
    if (name === "pre") this.#isPreformatted--;
  };

  ontext = (data: string): void => {
    if (this.#unseen > 0) return;
    // Line ends of the source between Chinese characters are no blanks; the text of a tagged section is exact.
    const isExact = this.#isPreformatted > 0 || (this.#sections > 0 && data.trim() !== "");
    const text = isExact ? data : data.replace(/[ \t\r\n\f]+/g, (blank) => (/\n/.test(blank) ? "" : " "));
    if (text !== "") this.assembler.text(text.replaceAll("\u00a0", " "));
  };

  #begin(name: string, attributes: PageAttributes): void {
    if (this.#unseen > 0) return;
    const { assembler } = this;
    if (BLOCKS.has(name) || HEADING.test(name)) assembler.breakParagraph();
    if (name === "pre") this.#isPreformatted++;
    if (name === "br") assembler.text("\n");
    else if (name === "img" || name === "image") assembler.picture();
    else if (name === "table") {
      assembler.breakParagraph();
      assembler.openTable();
    } else if (name === "tr") assembler.openRow();
    else if (name === "td" || name === "th")
      assembler.openCell({
        colSpan: spanOf(attributes["colspan"], 1000),
        rowSpan: spanOf(attributes["rowspan"], 65_534),
      });
  }

  /** A tag around blocks ends after its last paragraph, one within a cell before the cell does. */
  #endTag(name: string, value: string | undefined): void {
    if (BLOCKS.has(name)) this.assembler.breakParagraph();
    this.assembler.closeTag(value);
  }

  #drop(part: DroppedPart): void {
    if (!this.dropped.includes(part)) this.dropped.push(part);
  }
}

const spanOf = (value: string | undefined, most: number): number =>
  Math.min(Math.max(Number.parseInt(value ?? "1", 10) || 1, 1), most);

/** `data-cell`, `data-section` and `data-report` name the figure, the section or the part of the head. */
function tagOf(attributes: PageAttributes): string | undefined {
  const { "data-cell": cell, "data-section": section, "data-report": report } = attributes;
  return cell ?? (section && `section.${section}`) ?? (report && `report.${report}`);
}
