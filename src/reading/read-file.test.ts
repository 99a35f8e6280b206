import { describe, expect, it } from "vitest";
import type { Block, SourceDocument } from "./document.js";
import {
  cell,
  docxOf,
  paragraph,
  relations,
  tableXml,
  withDeclaredSize,
  xlsxOf,
  zipOf,
} from "./office.fixture.js";
import { readFile } from "./read-file.js";

const bytes = (text: string): Uint8Array => Buffer.from(text, "utf8");
const refusalOf = (file: Uint8Array, name = "年报.docx"): Promise<string> =>
  readFile(file, name).then(
    () => "read",
    (error: { code?: string }) => error.code ?? "another error",
  );

const shown = ({ blocks }: SourceDocument): unknown[] => blocks.map(shownBlock);
const shownBlock = (block: Block): unknown => {
  if (block.kind === "picture") return "picture";
  if (block.kind === "paragraph") return block.level ? `${block.level} ${block.text}` : block.text;
  return block.cells.map(({ row, column, rowSpan, colSpan, text }) =>
    [row, column, rowSpan > 1 || colSpan > 1 ? `${rowSpan}x${colSpan}` : null, text]
      .filter((one) => one !== null)
      .join(" "),
  );
};

describe("a .docx", () => {
  it("gives headings, text and tables with merged cells", async () => {
    const file = docxOf(
      paragraph("一、总体情况", "a3") +
        paragraph("共 12 条") +
        tableXml(
          [cell("申请人", '<w:vMerge w:val="restart"/>'), cell("法人", '<w:gridSpan w:val="2"/>')],
          [cell("", "<w:vMerge/>"), cell("企业"), cell("其他")],
        ),
      {
        "word/_rels/document.xml.rels": relations(["rId1", "styles", "styles.xml"]),
        "word/styles.xml": `<w:styles xmlns:w="w"><w:style w:styleId="a3"><w:name w:val="heading 1"/></w:style></w:styles>`,
      },
    );
    expect(shown(await readFile(file, "年报.docx"))).toEqual([
      "1 一、总体情况",
      "共 12 条",
      ["0 0 2x1 申请人", "0 1 1x2 法人", "1 1 企业", "1 2 其他"],
    ]);
  });

  it("gives the content of a table that only arranges the page", async () => {
    const inner = tableXml([cell("甲"), cell("1")]);
    const file = docxOf(tableXml([cell(paragraph("引言") + inner), cell("旁注")]));
    expect(shown(await readFile(file, "a.docx"))).toEqual(["引言", ["0 0 甲", "0 1 1"], "旁注"]);
  });

  it("leaves out deleted text and the second drawing of a shape, and gives pictures", async () => {
    const file = docxOf(
      `<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>` +
        `<w:p><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:t>框</w:t></mc:Choice><mc:Fallback><w:t>框</w:t></mc:Fallback></mc:AlternateContent><a:blip xmlns:a="a"/></w:r></w:p>`,
    );
    expect(shown(await readFile(file, "a.docx"))).toEqual(["新", "picture", "框"]);
  });

  it("gives tagged figures and texts, a placeholder as blank", async () => {
    const control = (tag: string, content: string, more = ""): string =>
      `<w:sdt><w:sdtPr><w:tag w:val="${tag}"/>${more}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
    const file = docxOf(
      control("section.OVERVIEW", paragraph("第一段") + paragraph("第二段")) +
        tableXml([
          cell("自然人"),
          cell(`<w:p>${control("requests.received.naturalPerson", run("12"))}</w:p>`),
          cell(`<w:p>${control("requests.received.total", run("单击此处"), "<w:showingPlcHdr/>")}</w:p>`),
        ]),
    );
    const { tags } = await readFile(file, "a.docx");
    expect(tags).toMatchObject([
      { name: "requests.received.naturalPerson", value: "12", place: { table: 1, row: 1, column: 2 } },
      { name: "requests.received.total", value: "", place: { table: 1, row: 1, column: 3 } },
      { name: "section.OVERVIEW", value: "第一段\n第二段" },
    ]);
  });

  it("tells of macros, objects and links that it leaves out", async () => {
    const file = docxOf(paragraph("正文"), {
      "word/vbaProject.bin": "x",
      "word/embeddings/oleObject1.bin": "x",
      "word/_rels/document.xml.rels": relations([
        "rId1",
        "attachedTemplate",
        "http://example.org/t.dotm",
        "External",
      ]),
    });
    expect((await readFile(file, "a.docm")).dropped).toEqual([
      "MACROS",
      "EMBEDDED_OBJECTS",
      "EXTERNAL_LINKS",
    ]);
  });
});

describe("a .xlsx", () => {
  it("gives numbers as Excel shows them, dates, texts, merged cells and named cells", async () => {
    const file = xlsxOf(
      `<sheetData><row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2"><v>59237.244899999998</v></c><c r="D2" s="1"><v>45322</v></c><c r="E2" t="inlineStr"><is><t>甲_x000A_乙</t></is></c><c r="F2"><f>1+1</f><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="B2:C3"/></mergeCells>`,
      {
        "xl/sharedStrings.xml": "<sst><si><r><t>总</t></r><r><t>计</t></r><rPh><t>ソウ</t></rPh></si></sst>",
        "xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>`,
        "xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="表 一" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="proactive.fees.amount">'表 一'!$C$2</definedName></definedNames></workbook>`,
      },
    );
    const document = await readFile(file, "a.xlsx");
    expect(shown(document)).toEqual([
      ["1 1 1x2 总计", "1 2 59237.2449", "1 3 2024-01-31", "1 4 甲\n乙", "1 5 2"],
    ]);
    expect(document.tags).toMatchObject([
      { name: "proactive.fees.amount", value: "59237.2449", place: { sheet: "表 一", row: 2, column: 3 } },
    ]);
  });

  it("reads cells that do not say where they are", async () => {
    const file = xlsxOf(
      "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>",
    );
    expect(shown(await readFile(file, "a.xlsx"))).toEqual([["0 0 1", "0 1 2", "1 0 3"]]);
  });
});

describe("a web page", () => {
  it("gives its text, tables with spans and pictures; scripts are no text", async () => {
    const page = `<!doctype html><meta charset=utf-8><h2>一、总体&nbsp;情况</h2><script>alert(1)</script><p>正文 &lt;b&gt;<br>换行</p>
      <table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>1<td>2</table><img src=x onerror=alert(1)>`;
    const document = await readFile(bytes(page), "a.html");
    expect(shown(document)).toEqual([
      "2 一、总体 情况",
      "正文 <b>\n换行",
      ["0 0 2x1 甲", "0 1 1x2 乙", "1 1 1", "1 2 2"],
      "picture",
    ]);
    expect(document.dropped).toEqual(["SCRIPTS"]);
  });

  it("prefers the exact value of a tagged figure to its text", async () => {
    const page = `<table><tr><td>甲<td data-cell="requests.received.total" data-value="1999">1,999</table><div data-section="PROBLEMS"><p>一</p><p>二</p></div>`;
    expect((await readFile(bytes(page), "a.html")).tags).toMatchObject([
      { name: "requests.received.total", value: "1999", place: { table: 1, row: 1, column: 2 } },
      { name: "section.PROBLEMS", value: "一\n二" },
    ]);
  });
});

describe("text", () => {
  const GBK = "d5fec3c5c9e7bbe1b9abbfaab1a8b8e6ced2c3c7b5c4b9abbfaad0c5cfa2";

  it("is decoded by its mark, as UTF-8, or as GB18030", async () => {
    const gbk = Buffer.from(GBK, "hex");
    expect(await readFile(gbk, "a.txt")).toMatchObject({
      encoding: "gb18030",
      blocks: [{ text: "政门社会公开报告我们的公开信息" }],
    });
    expect(await readFile(bytes("\uFEFF政务"), "a.txt")).toMatchObject({
      encoding: "utf-8",
      blocks: [{ text: "政务" }],
    });
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("政务公开", "utf16le")]);
    expect(await readFile(utf16, "a.txt")).toMatchObject({
      encoding: "utf-16le",
      blocks: [{ text: "政务公开" }],
    });
    const page = Buffer.concat([bytes("<html><meta charset=gb2312><p>"), gbk]);
    expect(await readFile(page, "a.htm")).toMatchObject({ encoding: "gb18030" });
  });

  it("of a .csv is a table whose rows are the file's", async () => {
    expect(shown(await readFile(bytes('标题,日期\n\n"甲,乙",2024-01-02\n'), "a.csv"))).toEqual([
      ["0 0 标题", "0 1 日期", "2 0 甲,乙", "2 1 2024-01-02"],
    ]);
  });
});

describe("a hostile or wrong file is refused as a whole", () => {
  const rows = (count: number): string => "<w:tbl><w:tr><w:tc>".repeat(count);
  const CASES: readonly (readonly [code: string, file: () => Uint8Array, name?: string])[] = [
    ["EMPTY", () => new Uint8Array()],
    ["EMPTY", () => docxOf(paragraph(" "))],
    ["EMPTY", () => bytes("  \n\t"), "a.txt"],
    ["PDF", () => bytes("%PDF-1.7\n")],
    ["PICTURE", () => Buffer.from("89504e470d0a1a0a00", "hex")],
    ["UNKNOWN_KIND", () => Buffer.from("0001020300", "hex"), "a.txt"],
    ["UNKNOWN_KIND", () => zipOf({ "a.txt": "not an Office file" })],
    ["UNKNOWN_KIND", () => bytes("{\\rtf1 text}"), "a.doc"],
    [
      "ENCRYPTED",
      () =>
        Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]),
    ],
    [
      "OLD_EXCEL",
      () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("Workbook", "utf16le")]),
    ],
    ["DAMAGED", () => Buffer.from("d0cf11e0a1b11ae1", "hex"), "a.doc"],
    ["DAMAGED", () => docxOf(paragraph("正文")).subarray(0, 300)],
    ["DAMAGED", () => docxOf("<w:p><w:r>")],
    ["DAMAGED", () => docxOf(paragraph("&lol;"))],
    ["DAMAGED", () => withDeclaredSize(docxOf(paragraph("文".repeat(10_000))), "word/document.xml", 100)],
    ["DOCTYPE", () => docxOf("", { "word/document.xml": `<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>` })],
    ["TOO_DEEP", () => docxOf(rows(20_000))],
    ["TOO_DEEP", () => bytes(`<html>${"<table><tr><td>".repeat(20_000)}`), "a.html"],
    ["TOO_LARGE", () => docxOf(`<!--${"0".repeat(20_000_000)}-->`)],
    ["TOO_LARGE", () => bytes(`<table><tr>${`<td colspan="1000" rowspan="65534">1`.repeat(100)}`), "a.html"],
    ["TOO_LARGE", () => zipOf(Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`${i}`, ""])))],
  ];

  it.each(CASES.map(([code, file, name], i) => ({ code, file, name, i })))(
    "$i $code",
    async ({ code, file, name }) => {
      expect(await refusalOf(file(), name)).toBe(code);
    },
  );

  it("but a far cell and a merge over the whole sheet cost nothing", async () => {
    const sheet = `<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`;
    const { blocks } = await readFile(xlsxOf(sheet), "a.xlsx");
    expect(blocks).toMatchObject([
      { rows: 1_048_576, columns: 16_384, cells: [{ text: "1" }, { text: "2" }] },
    ]);
  });
});
