import type { Session } from "../platform/db/index.js";
import type { UnitRow } from "./unit.entity.js";
import { mayStandBelow, type UnitKind } from "./unit-kind.js";
import { rootUnits, unitsByCodes } from "./unit.read-model.js";

interface Coded {
  readonly code: string;
  readonly kind: UnitKind;
}

/** All codes that are prefixes of a code, longest first: `371003`, `3710` and `37` for `371003001`. */
export const codesAbove = ({ code }: Pick<Coded, "code">): string[] =>
  Array.from({ length: code.length - 1 }, (_, i) => code.slice(0, code.length - 1 - i));

/** The government right above a unit, judged by the code. */
export const aboveByCode = <U extends Coded>(unit: Coded, governments: readonly U[]): U | undefined =>
  codesAbove(unit)
    .flatMap((code) => governments.filter((government) => government.code === code))
    .find((government) => mayStandBelow(unit.kind, government.kind));

async function expectedParent(session: Session, unit: Coded): Promise<UnitRow | null> {
  const living = (await unitsByCodes(session, codesAbove(unit))).filter(
    (above) => above.dissolvedOn === null,
  );
  return aboveByCode(unit, living) ?? null;
}

export interface MisplacedRoot {
  readonly root: UnitRow;
  readonly parent: UnitRow;
}

/** The roots that belong below another unit of the register by their codes. */
export async function misplacedRoots(session: Session): Promise<MisplacedRoot[]> {
  const found: MisplacedRoot[] = [];
  for (const root of await rootUnits(session)) {
    const parent = await expectedParent(session, root);
    if (parent) found.push({ root, parent });
  }
  return found;
}
