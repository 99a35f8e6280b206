import { Args, Ctx, Query, Resolver } from "type-graphql";
import { SignedIn } from "../access/api.js";
import { signedIn, type RequestContext } from "../access/index.js";
import {
  documentOfVersion,
  presentVersion,
  publishedView,
  type ReportScope,
  versionsOfReport,
} from "../reports/index.js";
import { presentIndicator } from "../forms/index.js";
import { notFound } from "../kernel/fault.js";
import type { Language } from "../kernel/text.js";
import type { Database, Session } from "../platform/db/index.js";
import { idOfType } from "../platform/graphql/global-id.js";
import { unitByCode } from "../units/index.js";
import { auditDocument, type DocumentAudit } from "./audit-document.js";
import { AuditDocumentArgs, DocumentAuditType } from "./document-audit.types.js";
import { understoodOf, uploadOf } from "./upload.store.js";

@Resolver()
export class DocumentAuditResolver {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  @Query(() => DocumentAuditType, {
    nullable: true,
    description:
      "核对成稿：上传的 .docx、.html 等成稿与该单位已发布的年报逐格、逐句核对；没有已发布的年报时为空 · Holds a finished file against the unit's published report, cell by cell and sentence by sentence; null where nothing is published",
  })
  @SignedIn()
  async auditDocument(
    @Args(() => AuditDocumentArgs) { uploadId, unitCode, year, scope }: AuditDocumentArgs,
    @Ctx() { viewer, loaders, language }: RequestContext,
  ): Promise<DocumentAuditType | null> {
    const { id: userId } = signedIn(viewer);
    const { upload, unit, view } = await this.#database.read(viewer.scope, async (session) => {
      const uploaded = await uploadOf(session, idOfType("Upload", uploadId) ?? "", userId);
      return { upload: uploaded, ...(await publishedOf(session, { unitCode, year, scope })) };
    });
    if (view?.content.kind !== "version") return null;
    const { versionId } = view.content;
    const document = await loaders.of(documentOfVersion).load(versionId);
    const version = (await loaders.of(versionsOfReport).load(view.id)).find(({ id }) => id === versionId);
    if (!document || !version) throw new Error("a published version has its head and its texts");
    const found = auditDocument(await understoodOf(upload), { view, texts: document.sections, unit });
    const file = { name: upload.name, bytes: upload.bytes, sha256: upload.sha256 };
    return { file, version: presentVersion(version), ...presentAudit(found, language) };
  }
}

interface Asked {
  readonly unitCode: string;
  readonly year: number;
  readonly scope: ReportScope;
}

async function publishedOf(session: Session, { unitCode, year, scope }: Asked) {
  const unit = await unitByCode(session, unitCode);
  if (!unit) throw notFound();
  return { unit, view: await publishedView(session, { path: unit.path, year, scope }) };
}

const presentAudit = (
  { cells, missing, sections, doubts }: DocumentAudit,
  language: Language,
): Omit<DocumentAuditType, "file" | "version"> => ({
  agrees: [cells, missing, sections, doubts].every(({ length }) => length === 0),
  cells: cells.map(({ code, ...cell }) => ({ ...cell, indicator: presentIndicator(code) })),
  missing: missing.map(presentIndicator),
  sections,
  doubts: doubts.map(({ message, ...doubt }) => ({ ...doubt, message: message[language] })),
});
