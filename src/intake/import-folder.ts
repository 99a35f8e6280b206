import { holds, signedIn, Viewer, type Call, type Commands } from "../access/index.js";
import type { ReportServices } from "../filing/index.js";
import { append } from "../history/index.js";
import { CallerFault } from "../kernel/fault.js";
import { Refusal } from "../kernel/problem.js";
import { text, type Text } from "../kernel/text.js";
import { sql, type Database, type Session } from "../platform/db/index.js";
import { Unreadable } from "../reading/index.js";
import { unitsByIds, unitsWhere, type UnitRow } from "../units/index.js";
import { bringIn, hashOf, type FileAtHand } from "./bring-in.js";
import { applyImport, isCalled, previewImport, type Preview } from "./import-report.js";
import { IMPORTED_FILES } from "./imported-file.entity.js";
import type { DoubtCode } from "./understanding/findings.js";
import { bare } from "./understanding/labels.js";
import type { Understood } from "./understanding/understand.js";
import type { UploadRow } from "./upload.entity.js";
import { dropUpload, understoodOf } from "./upload.store.js";

/** IMPORTED; PREVIEWED: would be; KNOWN: the same file was imported before; SKIPPED: not sure enough; FAILED: unreadable. */
export type FileOutcome = "IMPORTED" | "PREVIEWED" | "KNOWN" | "SKIPPED" | "FAILED";

interface Seen {
  readonly unit: UnitRow | null;
  readonly year: number | null;
  readonly cells: number;
  readonly texts: number;
  readonly doubts: readonly Text[];
}

/** One line of the report on a folder. */
export interface FileReport extends Seen {
  readonly outcome: FileOutcome;
  /** Why it was not imported; null where it was, or would be. */
  readonly reason: Text | null;
}

export interface FolderImport {
  readonly database: Database;
  readonly commands: Commands;
  readonly services: ReportServices;
  /** In whose name it is done. */
  readonly viewer: Viewer;
  /** The units whose reports may be filled: see fillableUnits. */
  readonly units: readonly UnitRow[];
  readonly previewOnly: boolean;
}

const MOST_UNITS = 20_000;

/**
 * The units whose reports the operator's command may fill in a person's name: those whose clerk the person is, and
 * those below a government whose officer the person is.
 */
export async function fillableUnits(session: Session, { memberships }: Viewer): Promise<UnitRow[]> {
  const held = (role: string) => memberships.filter((one) => one.role === role).map(({ unit }) => unit);
  const own = held("CLERK").map(({ id }) => id);
  const found = await unitsByIds(session, own);
  for (const { path } of held("OFFICER"))
    found.push(...(await unitsWhere(session, { under: path }, MOST_UNITS)));
  return [...new Map(found.map((unit) => [unit.id, unit])).values()];
}

/** Reads a file and fills the report that it holds, if that is sure. What is wrong with the file is in the answer. */
export async function importFile(folder: FolderImport, file: FileAtHand): Promise<FileReport> {
  const { database, viewer, services, units } = folder;
  const known = await database.read(viewer.scope, (session) =>
    importedTo(session, units, hashOf(file.bytes)),
  );
  if (known) return { ...NOTHING, unit: known, outcome: "KNOWN", reason: KNOWN };
  const now = services.clock.now();
  let seen: Seen = NOTHING;
  try {
    const bringing = { database, scope: viewer.scope, userId: signedIn(viewer).id, now };
    const upload = await bringIn(file, bringing);
    try {
      const understood = await understoodOf(upload);
      seen = seenIn(understood);
      const unit = unitIn(understood, units);
      seen = { ...seen, unit };
      return { ...seen, outcome: await fill(folder, upload, unit), reason: null };
    } finally {
      await database.write(viewer.scope, (session) => dropUpload(session, upload));
    }
  } catch (error) {
    return { ...seen, ...refused(error) };
  }
}

const NOTHING: Seen = { unit: null, year: null, cells: 0, texts: 0, doubts: [] };
const KNOWN = text("同一文件已导入过", "The same file was imported before");

async function importedTo(
  session: Session,
  units: readonly UnitRow[],
  sha256: string,
): Promise<UnitRow | null> {
  const [found] = await session.query<{ unitId: string }>(
    sql`select f.unit_id as unitId from ${session.from(IMPORTED_FILES, "f")} where f.sha256 = ${sha256} limit 1`,
  );
  return units.find(({ id }) => id === found?.unitId) ?? null;
}

const seenIn = ({ year, cells, sections, doubts }: Understood): Seen => ({
  unit: null,
  year: year?.value ?? null,
  cells: cells.length,
  texts: sections.length,
  doubts: doubts.map(({ message }) => message),
});

/** The file is readable, and yet no report is filled from it. */
class Unsure extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

function refused(error: unknown): Pick<FileReport, "outcome" | "reason"> {
  if (error instanceof Unreadable) return { outcome: "FAILED", reason: error.text };
  if (error instanceof Unsure || error instanceof CallerFault)
    return { outcome: "SKIPPED", reason: error.text };
  const [problem] = error instanceof Refusal ? error.problems : [];
  if (problem) return { outcome: "SKIPPED", reason: problem.message };
  throw error;
}

/** The unit by the code that an export of the product carries, or by the name on the report's first lines. */
function unitIn({ exported, unitName }: Understood, units: readonly UnitRow[]): UnitRow {
  const name = exported?.unitCode ?? unitName?.value;
  if (name === undefined)
    throw new Unsure(text("文件中没有找到单位名称", "The file does not say whose report it is"));
  const found = exported
    ? units.filter(({ code }) => code === name)
    : [
        units.filter((unit) => bare(unit.name) === bare(name)),
        units.filter((unit) => isCalled(unit, name)),
      ].find((some) => some.length > 0);
  const [unit, ...others] = found ?? [];
  if (!unit)
    throw new Unsure(
      text(`所辖单位中没有“${name}”`, `None of the units that may be filled is called “${name}”`),
    );
  if (others.length > 0)
    throw new Unsure(
      text(`“${name}”可指多个单位，请手工导入`, `Several units may be called “${name}”: import it by hand`),
    );
  return unit;
}

async function fill(folder: FolderImport, upload: UploadRow, unit: UnitRow): Promise<FileOutcome> {
  const { database, commands, services, previewOnly } = folder;
  const viewer = fillerOf(folder.viewer, unit);
  const target = { uploadId: upload.id, unitCode: unit.code, year: null, scope: "OWN" } as const;
  const preview = await database.read(viewer.scope, (session) =>
    previewImport(session, viewer, target, services.clock.now()),
  );
  refuseUnsure(preview);
  if (previewOnly) return "PREVIEWED";
  const chosen = { cells: null, sections: null, withSignature: true, expectedRevision: null };
  const { problems } = await commands.run(
    { viewer, name: "applyImport", input: {}, requestId: null },
    async (_session, call) => {
      const { id } = await applyImport(call, { ...target, ...chosen }, services);
      noteOperator(call, unit, id, upload);
      return id;
    },
  );
  const [problem] = problems;
  if (problem) throw new Refusal(problem);
  return "IMPORTED";
}

/** An officer fills no unit's report; where the operator orders it, the officer does it as a clerk of that unit would. */
const fillerOf = (viewer: Viewer, unit: UnitRow): Viewer =>
  holds(viewer, "report:save", unit)
    ? viewer
    : new Viewer(viewer.user, [...viewer.memberships, { unit, role: "CLERK" }]);

/** What makes it doubtful that the figures are the report's, or all of them. Single doubtful figures are left out anyway. */
const UNSURE: ReadonlySet<DoubtCode> = new Set<DoubtCode>([
  "S04_TABLE_IMAGE",
  "TABLE_NOT_FOUND",
  "FOUND_TWICE",
  "OTHER_FORM",
  "OTHER_UNIT",
  "OTHER_YEAR",
]);

function refuseUnsure({ revision, cells, sections, doubts }: Preview): void {
  if (revision > 0)
    throw new Unsure(
      text("该年报已开始填报，请手工导入", "The report has been begun already: import the file by hand"),
    );
  if (cells.length + sections.length === 0)
    throw new Unsure(text("没有识别出年报内容", "Nothing of a report was found in it"));
  const doubt = doubts.find(({ code }) => UNSURE.has(code));
  if (doubt) throw new Unsure(doubt.message);
}

/** The entry before is the person's; this one says that the operator ordered it. */
const noteOperator = (call: Call, unit: UnitRow, reportId: string, { name, sha256 }: UploadRow): void =>
  append(call, {
    unit,
    subject: { type: "AnnualReport", id: reportId },
    operation: "importFolder",
    actor: null,
    details: { file: name, sha256, login: signedIn(call.viewer).login },
  });
