import type { FieldChange, QuestionChange } from "./adapt.js";

/** Fields whose place, name or answer is another since the release. An entry that no question meets fails the test. */
export const FIELD_CHANGES: readonly FieldChange[] = [];

/** Single questions that are asked or answered otherwise since the release. */
export const QUESTION_CHANGES: readonly QuestionChange[] = [];
