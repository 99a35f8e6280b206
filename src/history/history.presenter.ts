import type { Language, Text } from "../kernel/text.js";
import { toGlobalId } from "../platform/graphql/global-id.js";
import type { HistoryRow } from "./history.entity.js";
import type { Changes } from "./changes.js";
import { parsed } from "./history.store.js";
import type { HistoryChangeType, HistoryEntryType, HistorySubjectType } from "./history.types.js";
import { enumName, operationName } from "./operation-names.js";
import type { SubjectType } from "./subjects.data.js";

export const presentEntry = (row: HistoryRow): HistoryEntryType => ({
  __typename: "HistoryEntry",
  row,
  id: toGlobalId("HistoryEntry", `${row.unitId}.${row.seq}`),
  sequence: row.seq,
  at: row.at,
  on: row.onDate,
  role: row.role,
  operation: operationName(row.operation),
  subject: presentSubject(row),
  revision: row.revision,
  reason: row.reason,
  requestId: row.requestId,
  algorithm: row.algorithm,
  previousHash: row.previous,
  hash: row.hash,
});

const ROW_ID_LENGTH = 16;

export const presentSubject = (row: Pick<HistoryRow, "subjectType" | "subjectId">): HistorySubjectType => ({
  type: enumName(row.subjectType),
  id: subjectId(row),
});

/** Only what is a row can be fetched: a setting is known by its key, a deadline by its year. */
const subjectId = ({
  subjectType,
  subjectId: id,
}: Pick<HistoryRow, "subjectType" | "subjectId">): string | null =>
  id?.length === ROW_ID_LENGTH && subjectType !== "Setting" ? toGlobalId(subjectType, id) : null;

/** How the changes of a subject's entries are worded; without one they go by their fields' names. */
export type Wording = (row: HistoryRow, language: Language) => HistoryChangeType[];

export type Wordings = Partial<Record<SubjectType, Wording>>;

/** The names of a subject's fields, where they have one. */
export type Labels = Partial<Record<SubjectType, Readonly<Record<string, Text>>>>;

/** What became what, and then what else the entry keeps. */
export const presentChanges = ({ changes, details }: HistoryRow): HistoryChangeType[] => [
  ...Object.entries(parsed<Changes>(changes, {})).map(([field, [before, after]]) => ({
    ...{ field, label: field, before: said(before), after: said(after) },
  })),
  ...Object.entries(parsed<Record<string, unknown>>(details, {})).map(([field, value]) => ({
    ...{ field, label: field, before: null, after: said(value) },
  })),
];

function said(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((one) => said(one) ?? "").join("、");
  return typeof value === "string" ? value : JSON.stringify(value);
}
