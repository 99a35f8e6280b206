import DataLoader from "dataloader";
import { Readable } from "node:stream";
import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../access/index.js";
import { DownloadLinkType, expired, type DownloadLinks, type LinkServices } from "../documents/api.js";
import { AnnualReportType } from "../reports/api.js";
import { seesWork } from "../reports/index.js";
import { notFound } from "../kernel/fault.js";
import type { Route, RouteReply } from "../platform/http/routes.js";
import { DateTimeScalar } from "../platform/graphql/scalars.js";
import { groupedBy, type LoaderFactory } from "../platform/loaders/index.js";
import type { ImportedFileRow } from "./imported-file.entity.js";
import { importedFilesOf, openFile } from "./imported-file.store.js";

@ObjectType("ImportedOriginal", {
  simpleResolvers: true,
  description: "导入年报的文件原件 · The original of a file that was imported into a report",
})
export class ImportedOriginalType {
  readonly id!: string;
  @Field(() => String, { description: "文件名 · Its name" }) readonly name!: string;
  @Field(() => String, {
    description: "文件的 SHA-256，十六进制，与操作记录一致 · As in the history, in hexadecimal",
  })
  readonly sha256!: string;
  @Field(() => Int, { description: "字节数 · Size in bytes" }) readonly bytes!: number;
  @Field(() => String, { description: "媒体类型 · Its media type, by its name" }) readonly mediaType!: string;
  @Field(() => DateTimeScalar, { description: "导入时间 · When it was imported" }) readonly importedAt!: Date;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "原件清除时间；未清除为空 · When the original was erased; null while it is kept",
  })
  readonly erasedAt!: Date | null;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  doc: "application/msword",
  html: "text/html",
  htm: "text/html",
  csv: "text/csv",
  txt: "text/plain",
};
/** Whatever the file says: a browser never opens it by itself. */
const BYTES = "application/octet-stream";

const mediaTypeOf = (name: string): string =>
  MEDIA_TYPES[name.slice(name.lastIndexOf(".") + 1).toLowerCase()] ?? BYTES;

const presentFile = ({
  id,
  name,
  sha256,
  bytes,
  importedAt,
  erasedAt,
}: ImportedFileRow): ImportedOriginalType => ({
  ...{ id, name, sha256, bytes },
  mediaType: mediaTypeOf(name),
  importedAt: new Date(importedAt),
  erasedAt: erasedAt === null ? null : new Date(erasedAt),
});

const filesOfReport: LoaderFactory<string, ImportedFileRow[]> = (read) =>
  new DataLoader(async (ids) =>
    groupedBy(ids, await read((session) => importedFilesOf(session, ids)), ({ reportId }) => reportId),
  );

const fileById: LoaderFactory<string, Awaited<ReturnType<typeof openFile>>> = (read) =>
  new DataLoader((ids) => Promise.all(ids.map((id) => read((session) => openFile(session, id)))));

@Resolver(() => AnnualReportType)
export class ImportedFilesOfReportResolver {
  @FieldResolver(() => [ImportedOriginalType], {
    nullable: true,
    description:
      "导入过的文件原件，由近到远；看不到工作稿的人为空 · The originals that were imported, newest first; null for whoever may not see the working copy",
  })
  async importedFiles(
    @Root() { view }: AnnualReportType,
    @Ctx() { viewer, loaders }: RequestContext,
  ): Promise<ImportedOriginalType[] | null> {
    if (!seesWork(viewer, view)) return null;
    return (await loaders.of(filesOfReport).load(view.id)).map(presentFile);
  }
}

type Links = Pick<LinkServices, "links" | "tokenOf">;

const pathOf = (id: string): string => `/imported-files/${id}`;

@Resolver(() => ImportedOriginalType)
export class ImportedFileResolver {
  readonly #services: Links;

  constructor(services: Links) {
    this.#services = services;
  }

  @FieldResolver(() => DownloadLinkType, {
    nullable: true,
    description:
      "原件的链接，五分钟内有效；清除后为空 · A link to the file for five minutes; null once it was erased",
  })
  async file(
    @Root() { id, erasedAt }: ImportedOriginalType,
    @Ctx() { viewer }: RequestContext,
  ): Promise<DownloadLinkType | null> {
    if (erasedAt !== null) return null;
    const { links, tokenOf } = this.#services;
    const expiresAt = links.expiry();
    const token = await tokenOf(viewer, expiresAt);
    return { url: await links.addressOf({ path: pathOf(id), token }, expiresAt), expiresAt };
  }
}

/** GET /imported-files/<id>: an original, with the ticket of `ImportedFile.file` or a header; always as a download. */
export const importedFileRoute = (links: DownloadLinks): Route<RequestContext> => ({
  method: "GET",
  url: "/imported-files/:id",
  authorization: async (search, header) => {
    const ticket = search.get("ticket");
    if (ticket === null) return header;
    const token = (await links.open(ticket))?.token;
    return token == null ? undefined : `Bearer ${token}`;
  },
  handle: async ({ params, search, context: { loaders } }): Promise<RouteReply> => {
    const id = params["id"] ?? "";
    const ticket = search.get("ticket");
    if (ticket !== null) {
      const linked = await links.open(ticket);
      if (!linked || !("path" in linked) || linked.path !== pathOf(id)) throw expired();
    }
    const found = await loaders.of(fileById).load(id);
    if (!found) throw notFound();
    const { name } = found.file;
    return { type: BYTES, body: Readable.from([found.content]), fileName: name };
  },
});
