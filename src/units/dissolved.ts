import type { CalendarDate } from "../kernel/calendar-date.js";
import { invalidInput, type Path, type Problem } from "../kernel/problem.js";
import { text } from "../kernel/text.js";
import type { UnitRow } from "./unit.entity.js";

/**
 * 撤销: from the day of its dissolution on, a unit gets no new records; its successors do. Records of earlier days may
 * still be entered.
 */
export const dissolvedProblems = (
  { dissolvedOn }: Pick<UnitRow, "dissolvedOn">,
  on: CalendarDate | null | undefined,
  path: Path,
): Problem[] =>
  dissolvedOn === null || on == null || on < dissolvedOn
    ? []
    : [
        invalidInput(
          path,
          text(
            `该单位已于 ${dissolvedOn} 撤销，其后的事项由承继单位登记`,
            `The unit was dissolved on ${dissolvedOn}: its successor enters records of that day or later`,
          ),
        ),
      ];
