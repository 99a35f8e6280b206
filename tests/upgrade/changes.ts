import type { FieldChange, QuestionChange } from "./adapt.js";

/** Fields whose place, name or answer is another since the release. An entry that no question meets fails the test. */
export const FIELD_CHANGES: readonly FieldChange[] = [
  ...[
    "Setting.value",
    "Setting.defaultValue",
    "LibraryQuery.variables",
    "SavedQuery.variables",
    "SavedQueryVersion.variables",
  ].map((field): FieldChange => ({
    field,
    reason: "JSON is answered as such, no longer as a string of JSON",
    ask: () => field.replace(/^.*\./, ""),
    answer: (was) => JSON.parse(was) as unknown,
  })),
];

/** Single questions that are asked or answered otherwise since the release. */
export const QUESTION_CHANGES: readonly QuestionChange[] = [];
