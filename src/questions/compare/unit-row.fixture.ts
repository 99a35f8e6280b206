import type { UnitRow } from "../../units/index.js";

/** A town of 文登区, with changes for the test. */
export const unitRow = (code: string, changed: Partial<UnitRow> = {}): UnitRow => ({
  id: `id-${code}`,
  code,
  name: `示例单位${code}`,
  shortName: code,
  aliases: [],
  kind: "TOWN",
  parentId: "id-371003",
  path: `37/3710/371003/${code}/`,
  filesReport: true,
  establishedOn: null,
  dissolvedOn: null,
  successorId: null,
  creditCode: null,
  revision: 1,
  ...changed,
});
