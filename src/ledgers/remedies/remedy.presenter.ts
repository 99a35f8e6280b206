import { toGlobalId } from "../../platform/graphql/global-id.js";
import type { RemedyRow } from "./remedy.entity.js";
import { REMEDY } from "./remedy.js";
import type { RemedyType } from "./remedy.types.js";

export const presentRemedy = (row: RemedyRow): RemedyType => ({
  __typename: "Remedy",
  row,
  id: toGlobalId("Remedy", row.id),
  route: row.route,
  number: row.number,
  organ: row.organ,
  lodgedOn: row.lodgedOn,
  concludedOn: row.concludedOn,
  decisionArrivedOn: row.decisionArrivedOn,
  ruling: row.ruling,
  disposition: row.disposition,
  note: row.note,
  state: REMEDY.stateOf(row),
  revision: row.revision,
});
