import { fold } from "../../kernel/fold.js";
import type { Problem } from "../../kernel/problem.js";
import { text } from "../../kernel/text.js";
import { withStaged, type Session } from "../../platform/db/index.js";
import { holdUnit, type UnitRow } from "../../units/index.js";
import { REMEDIES, type RemedyRow } from "./remedy.entity.js";

export const NUMBER_LENGTH = 100;
export const ORGAN_LENGTH = 120;

type Identity = Pick<RemedyRow, "route" | "number" | "organ">;

/**
 * A case entered twice would count twice in table 四; of two simultaneous entries the second waits here and is
 * refused.
 */
export async function sameCaseProblems(
  session: Session,
  unit: UnitRow,
  { id, route, number, organ }: Identity & { readonly id: string | null },
): Promise<Problem[]> {
  await holdUnit(session, unit);
  const alike = await session
    .rows(withStaged(REMEDIES))
    .find({ unitId: unit.id, route, numberKey: fold(number) });
  const same = alike.filter((row) => fold(row.organ ?? "") === fold(organ ?? "") && row.id !== id);
  if (same.length === 0) return [];
  return [
    {
      code: "ALREADY_EXISTS",
      path: ["input", "number"],
      message: text(
        `台账中已有同一机关、同一案号的案件：${number}`,
        `The ledger has this case already: ${number}`,
      ),
    },
  ];
}
