import { toGlobalId } from "../../platform/graphql/global-id.js";
import type { InterpretationRow } from "./interpretation.entity.js";
import { INTERPRETATION } from "./interpretation.js";
import type { InterpretationType } from "./interpretation.types.js";

export const presentInterpretation = ({ id, unitId, ...row }: InterpretationRow): InterpretationType => ({
  ...row,
  __typename: "Interpretation",
  row: { id, unitId, ...row },
  id: toGlobalId("Interpretation", id),
  // A list's rows come as the database has them: 0 and 1.
  wideEffect: Boolean(row.wideEffect),
  state: INTERPRETATION.stateOf({ id, unitId, ...row, voided: Boolean(row.voided) }),
});
