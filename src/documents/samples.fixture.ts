import { FORMATS } from "../forms/index.js";
import { reportDocx } from "./report/report-docx.js";
import { reportHtml } from "./report/report-html.js";
import { reportXlsx } from "./report/report-xlsx.js";
import { reportWith } from "./report/report.fixture.js";
import { packed as bytesOf } from "./open-data/bundle.js";

export interface Sample {
  readonly name: string;
  readonly content: Buffer | string;
}

/** One of each file that the product prints, for a person to look at. */
export async function samples(): Promise<Sample[]> {
  const all: Sample[] = [];
  for (const format of FORMATS) {
    const report = reportWith(format, (i) => (format.cells[i]?.scale === 6 ? 1_234_567 : (i * 7) % 23));
    all.push(
      { name: `report-${format.code}.docx`, content: await bytesOf(reportDocx(report)) },
      { name: `workbook-${format.code}.xlsx`, content: await bytesOf(reportXlsx(report)) },
      { name: `page-${format.code}.html`, content: reportHtml(report, [{ label: "Word", href: "#" }]) },
    );
  }
  return all;
}
