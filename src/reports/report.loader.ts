import DataLoader from "dataloader";
import { groupedBy, inOrderOf, type LoaderFactory, type Read } from "../platform/loaders/index.js";
import type { CellSource, Sections } from "./report.entity.js";
import { unpackSources } from "./draft.js";
import { REPORT_FILINGS, type ReportFilingRow } from "./report-filing.entity.js";
import {
  publishedBelow,
  type PublishedReport,
  type ReportKeys,
  reportViews,
  reportViewsByIds,
  submittedViews,
  type VersionHead,
  versionsByIds,
  versionsOfReports,
} from "./report.read-model.js";
import type { ReportScope } from "./report-status.js";
import type { ReportView } from "./report.view.js";
import { VERSION_DIFFERENCES, VERSION_DOCUMENTS } from "./version.entity.js";
import type { Session } from "../platform/db/index.js";

export interface ReportKey {
  readonly unit: { readonly id: string; readonly path: string };
  readonly year: number;
  readonly scope: ReportScope;
}

type FetchViews = (session: Session, keys: ReportKeys) => Promise<ReportView[]>;

const keyText = (unitId: string, year: number, scope: ReportScope): string => `${unitId} ${year} ${scope}`;

/** One pair of statements per scope asked for, whatever the number of units and years. */
const reportLoader = (
  read: Read,
  fetch: FetchViews,
): DataLoader<ReportKey, ReportView | null, string | ReportKey> =>
  new DataLoader(
    async (keys) => {
      const scopes = [...new Set(keys.map((key) => key.scope))];
      const views = await read(async (session) => {
        const found: ReportView[] = [];
        for (const scope of scopes) found.push(...(await fetch(session, keysIn(keys, scope))));
        return found;
      });
      const byKey = new Map(views.map((view) => [keyText(view.unitId, view.year, view.scope), view]));
      return keys.map((key) => byKey.get(keyText(key.unit.id, key.year, key.scope)) ?? null);
    },
    { cacheKeyFn: (key) => keyText(key.unit.id, key.year, key.scope) },
  );

function keysIn(keys: readonly ReportKey[], scope: ReportScope): ReportKeys {
  const inScope = keys.filter((key) => key.scope === scope);
  const units = new Map(inScope.map((key) => [key.unit.id, key.unit]));
  return { units: [...units.values()], years: [...new Set(inScope.map((key) => key.year))], scope };
}

export const reportOfUnit: LoaderFactory<ReportKey, ReportView | null> = (read) =>
  reportLoader(read, reportViews);

/** The newest version alone, for `previous`, which never shows a working copy. */
export const submittedReportOfUnit: LoaderFactory<ReportKey, ReportView | null> = (read) =>
  reportLoader(read, submittedViews);

/** Most published versions of one year that a file of all may hold: a district has about fifty reports. */
export const MOST_PUBLISHED = 2_000;

export interface PublishedKey {
  readonly path: string;
  readonly year: number;
}

export const publishedReports: LoaderFactory<PublishedKey, PublishedReport[]> = (read) =>
  new DataLoader((keys) =>
    Promise.all(
      keys.map((key) => read((session) => publishedBelow(session, { ...key, most: MOST_PUBLISHED }))),
    ),
  );

export const reportViewById: LoaderFactory<string, ReportView | null> = (read) =>
  new DataLoader(async (ids) =>
    inOrderOf(ids, await read((s) => reportViewsByIds(s, ids)), (view) => view.id),
  );

/** null if never submitted, or without access. */
export const filingOfReport: LoaderFactory<string, ReportFilingRow | null> = (read) =>
  new DataLoader(async (ids) =>
    inOrderOf(ids, await read((s) => s.rows(REPORT_FILINGS).find({ reportId: ids })), (f) => f.reportId),
  );

export const versionsOfReport: LoaderFactory<string, VersionHead[]> = (read) =>
  new DataLoader(async (ids) =>
    groupedBy(ids, await read((s) => versionsOfReports(s, ids)), (v) => v.reportId),
  );

export const versionById: LoaderFactory<string, VersionHead | null> = (read) =>
  new DataLoader(async (ids) => inOrderOf(ids, await read((s) => versionsByIds(s, ids)), (v) => v.id));

export interface VersionDocument {
  readonly versionId: string;
  readonly sections: Sections;
  readonly sources: readonly CellSource[];
}

export const documentOfVersion: LoaderFactory<string, VersionDocument | null> = (read) =>
  new DataLoader(async (ids) => {
    const rows = await read((s) => s.rows(VERSION_DOCUMENTS).find({ versionId: ids }));
    const documents = rows.map(({ versionId, sections, sources }) => ({
      versionId,
      sections,
      sources: unpackSources(sources),
    }));
    return inOrderOf(ids, documents, (document) => document.versionId);
  });

export const differencesOfVersion: LoaderFactory<string, Readonly<Record<string, string>>> = (read) =>
  new DataLoader(async (ids) => {
    const rows = await read((s) => s.rows(VERSION_DIFFERENCES).find({ versionId: ids }));
    return inOrderOf(ids, rows, (row) => row.versionId).map((row) => row?.differences ?? {});
  });
