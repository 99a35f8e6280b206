import { CallerFault, notFound } from "../../kernel/fault.js";
import { text } from "../../kernel/text.js";
import type { Session } from "../../platform/db/index.js";
import { TooComplex } from "../../platform/graphql/exceeded.js";
import { unitByCode, unitsByCodes, unitsByParents, unitsWhere, type UnitRow } from "../../units/index.js";
import type { CompareRequest } from "./comparison-request.js";

/** Most units of a comparison: more than anybody reads, yet computed within milliseconds. */
export const MAX_UNITS = 5_000;

/** The unit at the top of a comparison or a board. */
export async function topUnit(session: Session, code: string, path: readonly string[]): Promise<UnitRow> {
  const unit = await unitByCode(session, code);
  if (!unit) throw notFoundAt(path);
  return unit;
}

/** The units asked for, in tree order or the order given. Two statements, whatever is asked. */
export async function comparedUnits(
  session: Session,
  { under, kinds, units }: Pick<CompareRequest, "under" | "kinds" | "units">,
): Promise<UnitRow[]> {
  if (units) refuseTooMany(units.length);
  const top = await topUnit(session, under, ["input", "under"]);
  if (units) return namedUnits(session, top, units);
  const found = await (kinds
    ? unitsWhere(session, { under: top.path, kinds }, MAX_UNITS + 1)
    : unitsByParents(session, [top.id]));
  refuseTooMany(found.length);
  return found;
}

async function namedUnits(session: Session, top: UnitRow, codes: readonly string[]): Promise<UnitRow[]> {
  const byCode = new Map((await unitsByCodes(session, codes)).map((unit) => [unit.code, unit]));
  return codes.map((code, i) => {
    const unit = byCode.get(code);
    if (!unit?.path.startsWith(top.path)) throw notFoundAt(["input", "units", String(i)]);
    return unit;
  });
}

export function refuseTooMany(units: number): void {
  if (units > MAX_UNITS)
    throw new TooComplex(
      text(`一次最多 ${MAX_UNITS} 个单位，请缩小范围`, `At most ${MAX_UNITS} units at a time: ask for less`),
      { limit: MAX_UNITS },
    );
}

/** NOT_FOUND with the path of the input. */
export function notFoundAt(path: readonly string[]): CallerFault {
  const { code, text: wording } = notFound();
  return new CallerFault(code, wording, path);
}
