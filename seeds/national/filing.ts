import type { Format } from "../../src/forms/index.js";

interface Filer {
  readonly id: string;
  readonly name: string;
}

/** What a published report and its version have in common, filed in time. */
export function filing(unit: Filer, year: number, format: Format) {
  const submittedAt = `${year + 1}-01-21T02:00:00.000Z`;
  return {
    unitId: unit.id,
    year,
    scope: "OWN",
    format: format.code,
    status: "PUBLISHED",
    revision: 5,
    unitName: unit.name,
    signedOn: `${year + 1}-01-20`,
    dueOn: `${year + 1}-01-31`,
    firstSubmittedAt: submittedAt,
    submittedAt,
    publishedAt: `${year + 1}-01-28T02:00:00.000Z`,
  } as const;
}
