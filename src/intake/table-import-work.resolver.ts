import DataLoader from "dataloader";
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Access } from "../access/api.js";
import { authorize, type Commands, type Permission, type RequestContext } from "../access/index.js";
import { notFound } from "../kernel/fault.js";
import type { Language } from "../kernel/text.js";
import type { Database } from "../platform/db/index.js";
import { idOfType, toGlobalId } from "../platform/graphql/global-id.js";
import { payload, type PayloadOf } from "../platform/graphql/mutation.types.js";
import { inOrderOf, type LoaderFactory } from "../platform/loaders/index.js";
import type { Vault } from "../platform/vault/vault.js";
import { UnitType } from "../units/api.js";
import { presentUnit, unitByCode, unitById } from "../units/index.js";
import { cancelTableImport, startTableImport } from "./start-table-import.js";
import { TABLE_IMPORT_ROWS, type TableImportRow } from "./table-import.entity.js";
import { problemsOf } from "./table-import.store.js";
import {
  CancelTableImportInput,
  CancelTableImportPayload,
  StartTableImportInput,
  StartTableImportPayload,
  TableImportType,
} from "./table-import.types.js";

/** Those of the five ledgers, which hold what may be thousands. */
const PERMISSIONS = [
  "disclosure:register",
  "request:receive",
  "remedy:record",
  "proposal:record",
  "interpretation:record",
] as const satisfies readonly Permission[];
/** A unit's newest imports. */
const MOST_LISTED = 20;

const tableImportById: LoaderFactory<string, TableImportRow | null> = (read) =>
  new DataLoader(async (ids) =>
    inOrderOf(
      ids,
      await read((session) => session.rows(TABLE_IMPORT_ROWS).find({ id: ids })),
      ({ id }) => id,
    ),
  );

/** For `node(id:)`. */
export const TABLE_IMPORT_NODES = {
  TableImport: async (id: string, { loaders, language }: RequestContext) => {
    const row = await loaders.of(tableImportById).load(id);
    return row && presentTableImport(row, language);
  },
};

@Resolver(() => TableImportType)
export class TableImportWorkResolver {
  readonly #database: Database;
  readonly #commands: Commands;
  readonly #vault: Vault;

  constructor(database: Database, commands: Commands, vault: Vault) {
    this.#database = database;
    this.#commands = commands;
    this.#vault = vault;
  }

  @FieldResolver(() => UnitType, { description: "单位 · The unit" })
  async unit(@Root() { row }: TableImportType, @Ctx() { loaders }: RequestContext): Promise<UnitType> {
    const unit = await loaders.of(unitById).load(row.unitId);
    if (!unit) throw notFound();
    return presentUnit(unit);
  }

  @Query(() => [TableImportType], {
    description: `一个单位最近 ${MOST_LISTED} 次后台整表导入，新的在前 · A unit's ${MOST_LISTED} newest imports in the background, the newest first`,
  })
  @Access(...PERMISSIONS)
  tableImports(
    @Arg("unitCode", () => String, { description: "单位代码 · Code of the unit" }) unitCode: string,
    @Ctx() { viewer, language }: RequestContext,
  ): Promise<TableImportType[]> {
    return this.#database.read(viewer.scope, async (session) => {
      const unit = authorize(viewer, PERMISSIONS, await unitByCode(session, unitCode));
      const order = { orderBy: { createdAt: "DESC", id: "DESC" }, limit: MOST_LISTED } as const;
      const rows = await session.rows(TABLE_IMPORT_ROWS).find({ unitId: unit.id }, order);
      return rows.map((row) => presentTableImport(row, language));
    });
  }

  @Mutation(() => StartTableImportPayload, {
    description:
      "在后台整表导入台账：最多 50000 行，逐行检查后写入，全部写完才一次可见，有一处问题即全部不存；用 node 查询进展 · Brings a table into a ledger in the background, at most 50,000 rows: they are checked, entered unseen and appear all at once; a problem in any keeps all out; poll it by node",
  })
  @Access(...PERMISSIONS)
  async startTableImport(
    @Arg("input", () => StartTableImportInput) input: StartTableImportInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof StartTableImportPayload>> {
    const { kind, unitCode } = input;
    const table = { kind, unitCode, uploadId: idOfType("Upload", input.uploadId) ?? "" };
    const command = { ...context, name: "startTableImport", input };
    const outcome = await this.#commands.run(command, (_, call) =>
      startTableImport(call, table, this.#vault, input.preview),
    );
    return payload("tableImport", outcome, (row) => presentTableImport(row, context.language), context);
  }

  @Mutation(() => CancelTableImportPayload, {
    description:
      "取消后台整表导入；已写入的行随即撤回，台账不变 · Cancels an import in the background: what it has entered is taken back, and the ledger stays as it was",
  })
  @Access(...PERMISSIONS)
  async cancelTableImport(
    @Arg("input", () => CancelTableImportInput) input: CancelTableImportInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof CancelTableImportPayload>> {
    const command = { ...context, name: "cancelTableImport", input };
    const outcome = await this.#commands.run(command, (_, call) =>
      cancelTableImport(call, idOfType("TableImport", input.tableImportId) ?? ""),
    );
    return payload("tableImport", outcome, (row) => presentTableImport(row, context.language), context);
  }
}

function presentTableImport(row: TableImportRow, language: Language): TableImportType {
  const { kind, state, fileName, sha256, rowCount, rowsRead, rowsWritten, problemCount, endedAt } = row;
  return {
    __typename: "TableImport",
    row,
    id: toGlobalId("TableImport", row.id),
    ...{ kind, state, fileName, sha256, rowCount, rowsRead, rowsWritten, problemCount, endedAt },
    preview: Boolean(row.preview),
    rowProblems: problemsOf(row).map((one) => ({ ...one, message: one.message[language] })),
    startedBy: row.userName,
    startedAt: row.createdAt,
  };
}
