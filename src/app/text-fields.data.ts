import { LEDGERS } from "../ledgers/registry/index.js";
import type { TextFields } from "../platform/graphql/tidy-input.js";

/** Input fields of type String, by name. A new field of one line, or one to be taken as it is, is declared here or by its ledger. */
export const TEXT_FIELDS: TextFields = {
  lines: new Set([
    ...["name", "shortName", "aliases", "displayName", "login", "code", "unitCode", "parentCode", "under"],
    ...["title", "organ", "successorCodes", "handOverTo", "telephone", "duty"],
    ...LEDGERS.flatMap(({ lines }) => lines),
  ]),
  verbatim: new Set([
    ...["password", "currentPassword", "newPassword", "idempotencyKey"],
    ...["document", "variables", "value", "csv"],
  ]),
};
