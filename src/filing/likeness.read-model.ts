import { FEWEST_PRINTS, figurePrintsOf, fingerprintsOf, shareIn, unpackPrints } from "../audit/index.js";
import { raw, sql, type Session } from "../platform/db/index.js";
import type { LikenessFacts, Prints } from "../rules/index.js";
import { markReports } from "./recheck-marks.js";
import { settingsOf, type Settings } from "../settings/index.js";
import type { UnitRow } from "../units/index.js";
import {
  COUNTED_STATUSES,
  HEAD_COLUMNS,
  type ReportRow,
  type ReportScope,
  VERSION_FINGERPRINTS,
  type VersionHead,
  VERSIONS,
} from "../reports/index.js";

/** A version that another report may be like, with the hashes of its texts. */
export interface AlikeVersion extends Prints, VersionHead {}

type Row = VersionHead & { readonly textPrints: Uint8Array; readonly figurePrints: Uint8Array };

export interface Compared {
  readonly unitId: string;
  readonly unitPath: string;
  readonly year: number;
  readonly scope: ReportScope;
}

/** Which versions of the siblings are compared: for findings only what everybody may read. */
export type Compares = "PUBLISHED" | "READABLE";

/**
 * The newest version of last year's report of the unit, and of this year's of each unit with the same parent, as far as
 * this scope may read them. Two statements, whatever the number of siblings: their places come first, so that the versions
 * are read by key.
 */
export async function alikeVersions(
  session: Session,
  { unitId, unitPath, year, scope }: Compared,
  compares: Compares,
): Promise<readonly AlikeVersion[]> {
  const siblings = await session.query<{ readonly path: string }>(
    sql`select u.path from units u where u.parent_id = (select o.parent_id from units o where o.id = ${unitId})`,
  );
  const others = siblings.map(({ path }) => path).filter((path) => path !== unitPath);
  const counted = sql`v.status in ${raw(COUNTED_STATUSES)}`;
  const columns = sql`select ${HEAD_COLUMNS}, f.texts as textPrints, f.figures as figurePrints
    from ${session.from(VERSIONS, "v")} join ${session.from(VERSION_FINGERPRINTS, "f")} on f.version_id = v.id`;
  const rows = await session.query<Row>(
    sql`${columns} where v.scope = ${scope} and v.year = ${year} and v.unit_path in ${others}
          and ${compares === "PUBLISHED" ? sql`v.status = 'PUBLISHED'` : counted}
        union all
        ${columns} where v.scope = ${scope} and v.year = ${year - 1} and v.unit_path = ${unitPath} and ${counted}
        order by reportId, number desc`,
  );
  return rows
    .filter((row, i) => row.reportId !== rows[i - 1]?.reportId)
    .map(({ textPrints, figurePrints, ...head }) => ({
      ...head,
      texts: unpackPrints(textPrints),
      figures: unpackPrints(figurePrints),
    }));
}

/**
 * Marks the siblings whose submitted texts are like one that is published now: until now nobody could hold them against it.
 */
export async function markAlike(
  session: Session,
  unit: UnitRow,
  { year, scope, sections }: ReportRow,
  now: Date,
): Promise<void> {
  const own = fingerprintsOf(sections);
  const figures = new Set(figurePrintsOf(sections, year));
  const limit = (await settingsOf(session))(unit)["rules.likenessPeer"];
  const compared = { unitId: unit.id, unitPath: unit.path, year, scope };
  const alike = (await alikeVersions(session, compared, "READABLE")).filter(
    (other) =>
      other.unitId !== unit.id &&
      (shareIn(other.texts, own) * 100 >= limit || other.figures.some((print) => figures.has(print))),
  );
  await markReports(session, now, ...alike.map(({ unitId }) => ({ unitId, year, scope })));
}

/** What the rules N16 to N18 compare with; null for texts too short to be like another. */
export async function likenessFacts(
  session: Session,
  unit: UnitRow,
  { year, scope, sections }: ReportRow,
  settings: Settings,
): Promise<LikenessFacts | null> {
  if (fingerprintsOf(sections).length < FEWEST_PRINTS) return null;
  const versions = await alikeVersions(
    session,
    { unitId: unit.id, unitPath: unit.path, year, scope },
    "PUBLISHED",
  );
  return {
    previous: versions.find(({ unitId }) => unitId === unit.id) ?? null,
    peers: versions.filter(({ unitId }) => unitId !== unit.id),
    previousPercent: settings["rules.likenessPrevious"],
    peerPercent: settings["rules.likenessPeer"],
  };
}
