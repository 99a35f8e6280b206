import type { TextFields } from "../platform/graphql/tidy-input.js";

/** Input fields of type String, by name. New single-line or verbatim fields are added here. */
export const TEXT_FIELDS: TextFields = {
  lines: new Set([
    ...["name", "shortName", "aliases", "displayName", "login", "code", "unitCode", "parentCode", "under"],
    ...["title", "subject", "subjects", "number", "documentNumber", "answerNumber", "session", "resultClass"],
    ...["article", "category", "synonyms", "supplier", "organ", "approver", "signedOffBy", "indicator"],
    ...["contact", "deliveryAddress", "creditCode", "successorCodes", "handOverTo"],
  ]),
  verbatim: new Set([
    ...["password", "currentPassword", "newPassword", "idempotencyKey"],
    ...["document", "variables", "value", "csv"],
  ]),
};
