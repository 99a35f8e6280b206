import { authorize, signedIn, type Call } from "../access/index.js";
import { append } from "../history/index.js";
import { notFound } from "../kernel/fault.js";
import { invalidInput, notAllowedNow, Refusal } from "../kernel/problem.js";
import { text } from "../kernel/text.js";
import { newId } from "../platform/db/index.js";
import type { Vault } from "../platform/vault/vault.js";
import { unitByCode, unitsByIds } from "../units/index.js";
import type { ImportTable } from "./import-table.js";
import type { TableImport } from "./table-entering.js";
import { TABLE_IMPORTS } from "./table-imports.data.js";
import {
  TABLE_IMPORT_ROWS,
  TABLE_IMPORT_STATES,
  type TableImportRow,
  type TableImportState,
} from "./table-import.entity.js";
import { sealSheet } from "./table-import.store.js";
import { IMPORT_QUEUED } from "./table-import-worker.js";
import { uploadOf } from "./upload.store.js";

/** Imports of one unit that are waiting or worked off. */
const MOST_OPEN = 5;

/** Orders a table of thousands of rows to be entered in the background. */
export async function startTableImport(
  call: Call,
  { kind, uploadId, unitCode }: ImportTable,
  vault: Vault,
  preview: boolean,
): Promise<TableImportRow> {
  const { session, viewer, now } = call;
  const spec: TableImport = TABLE_IMPORTS[kind];
  const unit = authorize(viewer, spec.permission, await unitByCode(session, unitCode));
  const user = signedIn(viewer);
  const upload = await uploadOf(session, uploadId, user.id);
  if (!spec.table) throw new Refusal(invalidInput(["input", "kind"], AT_ONCE_ONLY));
  if (unit.dissolvedOn !== null) throw new Refusal(notAllowedNow(["input", "unitCode"], DISSOLVED));
  if (upload.sheet === null) throw new Refusal(invalidInput(["input", "uploadId"], NO_TABLE));
  const rows = session.rows(TABLE_IMPORT_ROWS);
  const open = await rows.find({ unitId: unit.id, endedAt: null }, { limit: MOST_OPEN });
  if (open.length === MOST_OPEN) throw new Refusal(notAllowedNow(["input"], TOO_MANY));
  const place = { id: newId(), unitId: unit.id };
  const row: TableImportRow = {
    ...{ ...place, kind, preview, userId: user.id, userName: user.displayName },
    ...{ fileName: upload.name, bytes: upload.bytes, sha256: upload.sha256 },
    ...{ state: "QUEUED", ending: null, sheet: sealSheet(vault, upload.sheet, place) },
    ...{ rowsRead: 0, rowsWritten: 0, sinceYear: null, rowCount: null, problemCount: 0, problems: null },
    ...{ worker: null, leasedUntil: null, attempts: 0, createdAt: now.toISOString(), endedAt: null },
  };
  await rows.insert(unit, row);
  const details = { kind, fileName: row.fileName, sha256: row.sha256 };
  if (!preview) append(call, { unit, subject: { type: "TableImport", id: row.id }, details });
  session.announce(IMPORT_QUEUED);
  return row;
}

const AT_ONCE_ONLY = text(
  "目录请用 importTable：一个单位的目录不会有这么多项",
  "The catalogue is brought in by importTable: no unit's has thousands of items",
);
const DISSOLVED = text("单位已撤销", "The unit has been dissolved");
const NO_TABLE = text("文件中没有表", "There is no table in the file");
const TOO_MANY = text(
  `该单位已有 ${MOST_OPEN} 个整表导入未完成，请稍候`,
  `${MOST_OPEN} tables of this unit are still being imported: wait for one to end`,
);

/** What was entered so far is taken back in the background. */
export async function cancelTableImport(call: Call, id: string): Promise<TableImportRow> {
  const { session, viewer } = call;
  const row = await session.rows(TABLE_IMPORT_ROWS).one({ id });
  if (!row) throw notFound();
  const [found] = await unitsByIds(session, [row.unitId]);
  const spec: TableImport = TABLE_IMPORTS[row.kind];
  const unit = authorize(viewer, spec.permission, found ?? null);
  const cancelled = { state: "TAKING_BACK", ending: "CANCELLED" } as const;
  const { unitId, state, endedAt } = row;
  const changed =
    endedAt === null && state !== "TAKING_BACK"
      ? await session.rows(TABLE_IMPORT_ROWS).update({ id, unitId, state, endedAt }, cancelled)
      : 0;
  if (changed === 0) throw new Refusal(notAllowedNow(["input", "tableImportId"], over(state)));
  append(call, { unit, subject: { type: "TableImport", id }, details: { fileName: row.fileName } });
  session.announce(IMPORT_QUEUED);
  return { ...row, ...cancelled };
}

const over = (state: TableImportState) =>
  text(
    `不能取消：${TABLE_IMPORT_STATES[state].zh}`,
    `It cannot be cancelled: ${TABLE_IMPORT_STATES[state].en}`,
  );
