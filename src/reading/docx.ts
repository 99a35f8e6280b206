import { Assembler } from "./assembler.js";
import type { SourceDocument } from "./document.js";
import { droppedParts, mainPart, propertiesOf, relationsOf } from "./office.js";
import { attribute, readXml, type Attributes, type XmlHandler } from "./xml.js";
import type { ZipArchive } from "./zip-archive.js";

/** A text document of WordprocessingML (ECMA-376): Word, WPS, LibreOffice. */
export function readDocx(zip: ZipArchive): SourceDocument {
  const main = mainPart(zip);
  const relations = relationsOf(zip, main);
  const styles = relations.find(({ type }) => type === "styles")?.target;
  const body = new Body(styles ? headingStyles(zip, styles) : new Map());
  readXml(zip.read(main), body);
  return {
    kind: "DOCX",
    ...body.assembler.finished(),
    properties: propertiesOf(zip),
    dropped: droppedParts(zip, relations),
    encoding: null,
  };
}

/** The level of each heading style by its id. */
function headingStyles(zip: ZipArchive, part: string): Map<string, number> {
  const levels = new Map<string, number>();
  let id = "";
  readXml(zip.read(part), {
    open: (name, attributes) => {
      if (name === "style") id = attribute(attributes, "styleId") ?? "";
      const value = attribute(attributes, "val") ?? "";
      const heading = name === "name" && /^(?:heading|标题) ?([1-9])$/i.exec(value)?.[1];
      if (heading) levels.set(id, Number(heading));
      else if (name === "outlineLvl" && /^[0-8]$/.test(value) && !levels.has(id))
        levels.set(id, Number(value) + 1);
    },
  });
  return levels;
}

/** The older picture of the same shape, deleted text, and moved text at its old place. */
const SKIPPED = new Set([
  "Fallback",
  "del",
  "moveFrom",
  "pPrChange",
  "rPrChange",
  "tblPrChange",
  "tcPrChange",
]);

interface Control {
  tag: string;
  isPlaceholder: boolean;
}

class Body implements XmlHandler {
  readonly assembler = new Assembler();
  readonly #styles: ReadonlyMap<string, number>;
  readonly #controls: Control[] = [];
  #skipped = 0;
  #isText = false;
  #level = 0;
  #inCellProperties = false;
  #cell: { colSpan: number; continues: boolean } | null = null;

  constructor(styles: ReadonlyMap<string, number>) {
    this.#styles = styles;
  }

  open = (name: string, attributes: Attributes): void => {
    if (this.#skipped > 0 || SKIPPED.has(name)) return void this.#skipped++;
    const value = attribute(attributes, "val") ?? "";
    this.#openText(name, value);
    this.#openControl(name, value);
    this.#openTable(name, value);
  };

  close = (name: string): void => {
    if (this.#skipped > 0) return void this.#skipped--;
    const { assembler } = this;
    if (name === "t") this.#isText = false;
    else if (name === "p") {
      assembler.endParagraph(this.#level);
      this.#level = 0;
    } else if (name === "tcPr") this.#inCellProperties = false;
    else if (name === "tc") assembler.closeCell();
    else if (name === "tbl") assembler.closeTable();
    else if (name === "sdt") this.#closeControl();
  };

  text = (value: string): void => {
    if (!this.#isText || this.#skipped > 0) return;
    this.#enterCell();
    this.assembler.text(value);
  };

  #openText(name: string, value: string): void {
    if (name === "t") this.#isText = true;
    else if (name === "tab" && value === "") this.assembler.text("\t");
    else if (name === "br" || name === "cr") this.assembler.text("\n");
    else if (name === "noBreakHyphen") this.assembler.text("-");
    else if (name === "pStyle") this.#level = this.#styles.get(value) ?? 0;
    else if (name === "outlineLvl" && /^[0-8]$/.test(value)) this.#level = Number(value) + 1;
    else if (name === "blip" || name === "imagedata") this.assembler.picture();
  }

  #openControl(name: string, value: string): void {
    if (name === "sdt") {
      this.#enterCell();
      this.#controls.push({ tag: "", isPlaceholder: false });
      return;
    }
    const control = this.#controls.at(-1);
    if (!control) return;
    if (name === "tag") control.tag = value;
    else if (name === "showingPlcHdr") control.isPlaceholder = true;
    else if (name === "sdtContent") this.assembler.openTag(control.tag);
  }

  #closeControl(): void {
    const control = this.#controls.pop();
    this.assembler.closeTag(control?.isPlaceholder ? "" : undefined);
  }

  #openTable(name: string, value: string): void {
    if (name === "tbl") {
      this.#enterCell();
      this.assembler.openTable();
    } else if (name === "tr") this.assembler.openRow();
    else if (name === "tc") this.#cell = { colSpan: 1, continues: false };
    else if (name === "tcPr") this.#inCellProperties = true;
    else if (name === "p") this.#enterCell();
    else if (name === "gridBefore") this.assembler.skipColumns(columnsOf(value));
    if (!this.#cell || !this.#inCellProperties) return;
    if (name === "gridSpan") this.#cell.colSpan = columnsOf(value);
    else if (name === "vMerge") this.#cell.continues = value !== "restart";
  }

  /** A cell is opened at its first content, when its properties are known. */
  #enterCell(): void {
    if (!this.#cell) return;
    this.assembler.openCell(this.#cell);
    this.#cell = null;
  }
}

const columnsOf = (value: string): number => Math.min(Math.max(Number.parseInt(value, 10) || 1, 1), 1000);
