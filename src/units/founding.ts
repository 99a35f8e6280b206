import type { CalendarDate } from "../kernel/calendar-date.js";
import { invalidInput, type Problem } from "../kernel/problem.js";
import { text } from "../kernel/text.js";
import type { Session } from "../platform/db/index.js";
import { isCreditCode } from "./credit-code.js";
import type { UnitRow } from "./unit.entity.js";
import { isGovernment, type UnitKind } from "./unit-kind.js";
import { unitByCode, unitsByCreditCodes } from "./unit.read-model.js";
import { aliasProblems, codeProblems, nameProblems, parentProblems } from "./unit.rules.js";
import type { NewUnit } from "./unit.store.js";

/** A unit as somebody enters it, by hand or in a file. */
export interface UnitGiven {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly aliases?: readonly string[] | null;
  readonly kind: UnitKind;
  readonly filesReport?: boolean | null;
  readonly establishedOn?: CalendarDate | null;
  readonly creditCode?: string | null;
}

export const newUnitOf = (given: UnitGiven): NewUnit => ({
  code: given.code,
  name: given.name,
  shortName: given.shortName,
  aliases: given.aliases ?? [],
  kind: given.kind,
  filesReport: given.filesReport ?? filesByDefault(given.kind),
  establishedOn: given.establishedOn ?? null,
  creditCode: given.creditCode ?? null,
});

/** A government answers for all below it by its 本级汇总 (条例 §49) and files no report of its own unless it says so. */
export const filesByDefault = (kind: UnitKind): boolean => !isGovernment(kind);

/** Problems of a new unit below a parent, without looking at the register; `path` names the field of the input. */
export const givenProblems = (given: UnitGiven, parent: UnitRow): Problem[] => [
  ...parentProblems(given.kind, parent),
  ...codeProblems(given.code, given.kind, parent),
  ...nameProblems(given),
  ...aliasProblems(given.aliases ?? []),
  ...lifeOfParentProblems(given, parent),
  ...creditFormProblems(given.creditCode ?? null),
];

/** The same, with conflicts in the register. */
export async function foundingProblems(
  session: Session,
  given: UnitGiven,
  parent: UnitRow,
): Promise<Problem[]> {
  const problems = givenProblems(given, parent);
  if (problems.length > 0) return problems;
  return [
    ...takenProblems(await unitByCode(session, given.code), parent),
    ...(await creditCodeProblems(session, given.creditCode ?? null)),
  ];
}

const lifeOfParentProblems = ({ establishedOn }: UnitGiven, { dissolvedOn }: UnitRow): Problem[] =>
  dissolvedOn !== null && (establishedOn == null || establishedOn >= dissolvedOn)
    ? [
        invalidInput(
          ["input", "parentCode"],
          text(`该上级单位已于 ${dissolvedOn} 撤销`, `The unit above was dissolved on ${dissolvedOn}`),
        ),
      ]
    : [];

/** A root whose code belongs below this parent was installed first: it is to be moved, not created again. */
function takenProblems(known: UnitRow | null, parent: UnitRow): Problem[] {
  if (!known) return [];
  const message =
    known.parentId === null && known.code.startsWith(parent.code)
      ? text(
          `单位 ${known.code} 已有，但没有上级：请用 moveUnit 移到 ${parent.code} 之下`,
          `The unit ${known.code} exists as a root: move it below ${parent.code} with moveUnit`,
        )
      : text("已有单位使用该代码", "A unit has this code already");
  return [{ code: "ALREADY_EXISTS", message, path: ["input", "code"] }];
}

const CREDIT_PATH = ["input", "creditCode"];

export const creditFormProblems = (code: string | null): Problem[] =>
  code === null || isCreditCode(code)
    ? []
    : [
        invalidInput(
          CREDIT_PATH,
          text(
            "统一社会信用代码须为 18 位，末位为校验码（GB 32100）",
            "A social-credit code has 18 characters, the last of which checks the others (GB 32100)",
          ),
        ),
      ];

export const creditTaken = ({ code }: Pick<UnitRow, "code">): Problem => ({
  code: "ALREADY_EXISTS",
  path: CREDIT_PATH,
  message: text(`单位 ${code} 已使用该信用代码`, `The unit ${code} has this code`),
});

export async function creditCodeProblems(session: Session, code: string | null): Promise<Problem[]> {
  const problems = creditFormProblems(code);
  if (code === null || problems.length > 0) return problems;
  const [holder] = await unitsByCreditCodes(session, [code]);
  return holder ? [creditTaken(holder)] : [];
}
