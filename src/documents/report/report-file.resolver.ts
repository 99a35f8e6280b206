import { Arg, Ctx, FieldResolver, registerEnumType, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../access/index.js";
import { AnnualReportType } from "../../reports/api.js";
import { notFound } from "../../kernel/fault.js";
import { unitById } from "../../units/index.js";
import { DownloadLinkType, type LinkServices } from "../download-link.resolver.js";
import { addressOf, type ReportFormat } from "./report.routes.js";

const ReportFileFormatEnum = { PAGE: "html", DOCX: "docx", XLSX: "xlsx", JSON: "json" } as const;
registerEnumType(ReportFileFormatEnum, {
  name: "ReportFileFormat",
  description: "年报文件格式 · Form of a report's file",
  valuesConfig: {
    PAGE: { description: "网页，可打印 · A page that prints in the official layout" },
    DOCX: { description: "Word 文档，公文版式 · Word document in the official layout" },
    XLSX: { description: "Excel 工作簿，合计为公式 · Workbook whose totals are formulas" },
    JSON: { description: "数据 · Data for programs" },
  },
});

@Resolver(() => AnnualReportType)
export class ReportFileResolver {
  readonly #services: Pick<LinkServices, "links" | "tokenOf">;

  constructor(services: Pick<LinkServices, "links" | "tokenOf">) {
    this.#services = services;
  }

  @FieldResolver(() => String, {
    description:
      "年报的固定网址，以 / 开头；公众在此读到已发布的版本 · The report's lasting address on this server, from / on; the public reads the published version there",
  })
  async address(@Root() { view }: AnnualReportType, @Ctx() { loaders }: RequestContext): Promise<string> {
    return addressOf(await codeOf(view.unitId, loaders), view.year, view.scope, "html");
  }

  @FieldResolver(() => DownloadLinkType, {
    description:
      "这份年报的文件链接，五分钟内凭生成者的权限打开，草稿亦可 · An address of the report as a file, opened within five minutes with its maker's rights; a draft, too",
  })
  async file(
    @Root() { view }: AnnualReportType,
    @Arg("format", () => ReportFileFormatEnum, { description: "文件格式 · Form of the file" })
    format: ReportFormat,
    @Ctx() { viewer, loaders }: RequestContext,
  ): Promise<DownloadLinkType> {
    const { links, tokenOf } = this.#services;
    const path = addressOf(await codeOf(view.unitId, loaders), view.year, view.scope, format);
    const expiresAt = links.expiry();
    const token = await tokenOf(viewer, expiresAt);
    return { url: await links.addressOf({ path, token }, expiresAt), expiresAt };
  }
}

async function codeOf(unitId: string, loaders: RequestContext["loaders"]): Promise<string> {
  const unit = await loaders.of(unitById).load(unitId);
  if (!unit) throw notFound();
  return unit.code;
}
