import { FORMATS } from "../forms/index.js";
import { reportDocx } from "./report/report-docx.js";
import { reportHtml } from "./report/report-html.js";
import { reportXlsx } from "./report/report-xlsx.js";
import { reportWith } from "./report/report.fixture.js";
import { remedyClause } from "./letters/remedies.js";
import { defaultTemplate, filled } from "./letters/template.js";
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
      {
        name: `page-${format.code}.html`,
        content: reportHtml(report, { origin: "", address: "#", files: [{ label: "Word", href: "#" }] }),
      },
    );
  }
  for (const kind of ["DECISION", "THIRD_PARTY_CONSULTATION", "CORRECTION", "SERVICE_RECORD"] as const)
    all.push({
      name: `letter-${kind.toLowerCase()}.docx`,
      content: filled(await defaultTemplate(kind), LETTER_VALUES),
    });
  return all;
}

const LETTER_VALUES = {
  ...{
    机关: "威海市文登区环山街道办事处",
    文号: "文环公复〔2026〕3号",
    申请人: "王某",
    收件人: "某科技有限公司",
  },
  ...{ 申请编号: "2026-0003", 申请内容: "环山街道2025年度预算", 收到日期: "2026年1月5日", 收件方式: "当面" },
  经过: ["本机关于2026年1月7日告知补正。", "本机关于2026年1月12日收到补正的申请。"],
  事项: [
    "一、关于年度预算：经查，该文件由本机关保管。依据《中华人民共和国政府信息公开条例》第三十六条第（二）项，本机关决定予以公开。",
    "二、关于处罚笔录：该笔录为某行政处罚案件的案卷材料。依据《中华人民共和国政府信息公开条例》第十六条第二款，该信息属于行政执法案卷信息，本机关决定不予公开。",
  ],
  正文: ["1.所需文件的名称或者文号；", "2.所需信息的形成年度。"],
  附件: ["附件：年度预算（12页）"],
  救济: remedyClause("MIXED", {
    review: "威海市文登区人民政府",
    court: "威海市文登区人民法院",
    online: null,
  }),
  ...{ 落款日期: "2026年1月19日", 联系方式: "联系方式：党政办公室，0631-0000000", 补正期限: "2026年1月20日" },
  ...{ 送达地址: "某路1号", 送达方式: "邮寄送达", 送出日期: "2026年1月19日", 送达日期: "" },
};
