import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { Access, SignedIn } from "../access/api.js";
import { signedIn, type Commands, type RequestContext } from "../access/index.js";
import type { Database } from "../platform/db/index.js";
import { idOfType } from "../platform/graphql/global-id.js";
import { presentProblems } from "../platform/graphql/problems.types.js";
import { importTable, NothingStored, type ImportedTable } from "./import-table.js";
import { ImportTableInput, ImportTablePayloadType } from "./table-import.types.js";
import type { ImportServices } from "./table-entering.js";
import { sheetOf, uploadOf } from "./upload.store.js";

@Resolver()
export class TableImportResolver {
  readonly #database: Database;
  readonly #commands: Commands;
  readonly #services: ImportServices;

  constructor(database: Database, commands: Commands, services: ImportServices) {
    this.#database = database;
    this.#commands = commands;
    this.#services = services;
  }

  @Query(() => String, {
    nullable: true,
    description:
      "上传文件的第一张表，作为 .csv 文字，可交给 importUnits、importUsers；没有表则为空 · The first table of an uploaded file as .csv text, for importUnits and importUsers; null where there is none",
  })
  @SignedIn()
  uploadedTable(
    @Arg("uploadId", () => ID, {
      description: "POST /uploads 返回的 id · The id that POST /uploads answered",
    })
    uploadId: string,
    @Ctx() { viewer }: RequestContext,
  ): Promise<string | null> {
    const { id } = signedIn(viewer);
    return this.#database.read(viewer.scope, async (session) =>
      sheetOf(await uploadOf(session, idOfType("Upload", uploadId) ?? "", id)),
    );
  }

  @Mutation(() => ImportTablePayloadType, {
    description:
      "从 .csv、.xlsx 整表登记台账或目录，先预览；有一处问题即全部不存 · Enters a whole table into a ledger or the catalogue, with a preview first; all or nothing",
  })
  @Access(
    "disclosure:register",
    "request:receive",
    "remedy:record",
    "proposal:record",
    "interpretation:record",
    "catalogue:change",
  )
  async importTable(
    @Arg("input", () => ImportTableInput) input: ImportTableInput,
    @Ctx() { viewer, language, requestId }: RequestContext,
  ): Promise<ImportTablePayloadType> {
    const table = {
      kind: input.kind,
      unitCode: input.unitCode,
      uploadId: idOfType("Upload", input.uploadId) ?? "",
    };
    const told = (result: ImportedTable | null, done: boolean) => ({
      done,
      rows: result?.rows ?? 0,
      rowProblems: (result?.rowProblems ?? []).map((one) => ({ ...one, message: one.message[language] })),
    });
    try {
      const { record, problems } = await this.#commands.run(
        { viewer, name: "importTable", input, requestId },
        (_session, call) => importTable(call, table, this.#services, input.preview),
      );
      return { ...told(record, record !== null), problems: presentProblems(problems, language) };
    } catch (error) {
      if (error instanceof NothingStored) return { ...told(error.result, false), problems: [] };
      throw error;
    }
  }
}
