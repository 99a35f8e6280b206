import type { Viewer } from "../access/index.js";
import { toGlobalId } from "../platform/graphql/global-id.js";
import type { SavedQueryVersionRow } from "./saved-query.entity.js";
import type { SavedQuery } from "./saved-query.read-model.js";
import { readVariables } from "./variables.js";
import type { SavedQueryType, SavedQueryVersionType } from "./saved-query.types.js";

export function presentSavedQuery(row: SavedQuery, viewer: Viewer): SavedQueryType {
  const id = toGlobalId("SavedQuery", row.id);
  return {
    __typename: "SavedQuery",
    row,
    id,
    name: row.name,
    visibility: row.visibility,
    version: row.version,
    document: row.document,
    variables: readVariables(row.variables) ?? {},
    owner: row.ownerId === viewer.user?.id,
    url: `/queries/${id}`,
    revision: row.revision,
  };
}

export const presentVersion = ({
  number,
  document,
  variables,
  cost,
  author,
  createdAt,
}: SavedQueryVersionRow): SavedQueryVersionType => ({
  ...{ number, document, cost, author, createdAt },
  variables: readVariables(variables) ?? {},
});
