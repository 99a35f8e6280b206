import { Arg, Ctx, Field, ObjectType, Query, registerEnumType, Resolver } from "type-graphql";
import { Public } from "../access/api.js";
import type { RequestContext, Viewer } from "../access/index.js";
import { badInput } from "../kernel/fault.js";
import { text } from "../kernel/text.js";
import type { DocumentCheck } from "../platform/graphql/document-check.js";
import { JsonScalar } from "../platform/graphql/json.scalar.js";
import { DateTimeScalar } from "../platform/graphql/scalars.js";
import type { DownloadLinks } from "./download-links.js";
import { tabularQuery } from "./tabular-document.js";

const FileFormatEnum = { CSV: "csv", XLSX: "xlsx" } as const;
registerEnumType(FileFormatEnum, {
  name: "FileFormat",
  description: "文件格式 · Form of a file",
  valuesConfig: {
    CSV: { description: "逗号分隔文本 · Comma-separated text" },
    XLSX: { description: "Excel 工作簿 · Workbook of Excel" },
  },
});

@ObjectType("DownloadLink", {
  simpleResolvers: true,
  description: "下载链接：浏览器可直接打开 · An address that a browser can open as it is",
})
export class DownloadLinkType {
  @Field(() => String, { description: "以 / 开头的地址 · Address on this server, from / on" }) url!: string;
  @Field(() => DateTimeScalar, {
    description: "失效时刻：五分钟后；退出登录即失效 · Five minutes from now; signing out ends it at once",
  })
  expiresAt!: Date;
}

/** A session token of the caller, valid until the given moment; null for the public. */
export type TokenSource = (viewer: Viewer, until: Date) => Promise<string | null>;

export interface LinkServices {
  readonly links: DownloadLinks;
  readonly check: DocumentCheck;
  readonly tokenOf: TokenSource;
}

@Resolver()
export class DownloadLinkResolver {
  readonly #services: LinkServices;

  constructor(services: LinkServices) {
    this.#services = services;
  }

  @Query(() => DownloadLinkType, {
    description:
      "把一个表格类查询做成下载链接：凭生成者打开时的权限取数 · Makes an address of a query whose answer is a table; it is read with the rights that its maker has when it is opened",
  })
  @Public()
  async downloadLink(
    @Arg("document", () => String, { description: "GraphQL 查询 · A query" }) document: string,
    @Arg("format", () => FileFormatEnum, { description: "文件格式 · Form of the file" })
    format: (typeof FileFormatEnum)[keyof typeof FileFormatEnum],
    @Arg("variables", () => JsonScalar, {
      nullable: true,
      description: "变量，JSON 对象；不给为 {} · Variables, a JSON object; left out: {}",
    })
    variables: unknown,
    @Ctx() { viewer }: RequestContext,
  ): Promise<DownloadLinkType> {
    const { check, links, tokenOf } = this.#services;
    const read = check.read(document);
    if ("problems" in read) throw badInput(read.problems[0], ["document"]);
    const values = objectIn(variables ?? {});
    tabularQuery(check.schema, read, values);
    const expiresAt = links.expiry();
    const token = await tokenOf(viewer, expiresAt);
    return {
      url: await links.addressOf({ document, variables: values, format, token }, expiresAt),
      expiresAt,
    };
  }
}

function objectIn(value: unknown): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw badInput(text("变量须为 JSON 对象", "The variables must be a JSON object"), ["variables"]);
}
