import { authorize, signedIn } from "../../access/index.js";
import type { CalendarDate } from "../../kernel/calendar-date.js";
import { invalidInput, notAllowedNow, refuse, staleRevision, type Problem } from "../../kernel/problem.js";
import { text } from "../../kernel/text.js";
import type { UnitRow } from "../unit.entity.js";
import { replaceSuccessors } from "../unit-life.store.js";
import { unitByCode, unitsByParents } from "../unit.read-model.js";
import { changeUnit } from "../unit.store.js";
import type { DissolveUnitInput } from "../unit-life.types.js";
import { findForStep, finished, type UnitCall } from "../unit-step.js";

/** Far more than any reform needs. */
const MOST_SUCCESSORS = 20;

/**
 * 撤销、合并、分立: ends a unit on a day and names its successors. Its open business goes to one of them. A repeated call
 * corrects the day and the successors, and hands over business opened since.
 */
export async function dissolveUnit(call: UnitCall, input: DissolveUnitInput): Promise<UnitRow> {
  const { session, viewer, now } = call;
  const { unit, on, problems } = await findForStep(call, "unit:dissolve", input);
  const successors = await successorsOf(call, input);
  const heir = successors.find(({ code }) => code === (input.handOverTo ?? successors[0]?.code)) ?? null;
  refuse([
    ...problems,
    ...(await childProblems(call, unit)),
    ...successorProblems(input, unit, successors, on),
    ...(heir ? [] : await businessProblems(call, unit, input)),
  ]);
  const values = { dissolvedOn: on, successorId: heir?.id ?? null };
  if (!(await changeUnit(session, unit, values))) throw staleRevision(unit.revision + 1);
  await replaceSuccessors(session, unit, successors);
  if (heir) {
    const { id, displayName: name } = signedIn(viewer);
    const handOver = { from: unit, to: heir, on, reason: input.reason, now, actor: { id, name } };
    for (const ledger of call.followers.business) await ledger.handOver(session, handOver);
    for (const follow of call.followers.handedOver) await follow(session, handOver);
  }
  const details = {
    dissolvedOn: [unit.dissolvedOn, on] as const,
    successors: [null, successors.map(({ code }) => code)] as const,
  };
  return finished(call, unit, { action: "dissolveUnit", on, reason: input.reason, details });
}

/** The administrator must also administer the successors, which receive the open business. */
async function successorsOf({ session, viewer }: UnitCall, input: DissolveUnitInput): Promise<UnitRow[]> {
  const codes = [...new Set(input.successorCodes)];
  if (codes.length > MOST_SUCCESSORS)
    refuse([
      invalidInput(
        ["input", "successorCodes"],
        text(`最多 ${MOST_SUCCESSORS} 个承继单位`, `At most ${MOST_SUCCESSORS} successors`),
      ),
    ]);
  const found: UnitRow[] = [];
  for (const code of codes) found.push(authorize(viewer, "unit:dissolve", await unitByCode(session, code)));
  return found;
}

async function childProblems({ session }: UnitCall, unit: UnitRow): Promise<Problem[]> {
  const left = (await unitsByParents(session, [unit.id])).filter(({ dissolvedOn }) => dissolvedOn === null);
  const codes = left.slice(0, 5).map(({ code }) => code);
  return left.length === 0
    ? []
    : [
        notAllowedNow(
          ["input", "unitCode"],
          text(
            `其下还有 ${left.length} 个单位（${codes.join("、")}${left.length > 5 ? "等" : ""}），请先移动或撤销`,
            `There are ${left.length} units below it (such as ${codes.join(", ")}): move or dissolve them first`,
          ),
        ),
      ];
}

function successorProblems(
  { handOverTo, successorCodes }: DissolveUnitInput,
  unit: UnitRow,
  successors: readonly UnitRow[],
  on: CalendarDate,
): Problem[] {
  const problems = successors.flatMap((successor): Problem[] => {
    const path = ["input", "successorCodes", String(successorCodes.indexOf(successor.code))];
    if (successor.id === unit.id)
      return [invalidInput(path, text("不能承继自身", "A unit cannot succeed itself"))];
    if (successor.dissolvedOn !== null)
      return [invalidInput(path, text("该单位已撤销", "That unit has been dissolved, too"))];
    return successor.establishedOn !== null && successor.establishedOn > on
      ? [
          invalidInput(
            path,
            text(
              `该单位 ${successor.establishedOn} 才设立`,
              `That unit was set up on ${successor.establishedOn}`,
            ),
          ),
        ]
      : [];
  });
  const path = ["input", "handOverTo"];
  if (handOverTo != null && !successorCodes.includes(handOverTo))
    problems.push(invalidInput(path, text("须为承继单位之一", "It must be one of the successors")));
  if (handOverTo == null && successors.length > 1)
    problems.push(
      invalidInput(
        path,
        text(
          "有几个承继单位时须指明由谁承接未结事项",
          "Name the successor that takes over the open business",
        ),
      ),
    );
  return problems;
}

async function businessProblems(
  { session, followers }: UnitCall,
  unit: UnitRow,
  { successorCodes }: DissolveUnitInput,
): Promise<Problem[]> {
  if (successorCodes.length > 0) return [];
  let open = 0;
  for (const ledger of followers.business) open += await ledger.count(session, unit);
  if (open === 0) return [];
  return [
    notAllowedNow(
      ["input", "successorCodes"],
      text(
        `还有 ${open} 件未结的申请、案件或建议提案，须有承继单位承接`,
        `There are ${open} open requests, cases or proposals: a successor must take them over`,
      ),
    ),
  ];
}
