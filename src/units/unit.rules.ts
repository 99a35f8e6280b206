import { badInput } from "../kernel/fault.js";
import { invalidInput, type Problem } from "../kernel/problem.js";
import { isBlank, isPlainLine, isPlainText, lengthOf } from "../kernel/plain-text.js";
import { text } from "../kernel/text.js";
import type { UnitRow } from "./unit.entity.js";
import { mayStandBelow, type UnitKind } from "./unit-kind.js";

/** A village's code, the longest of the statistical list. */
const MOST_DIGITS = 12;
const MOST_ALIASES = 20;
const NAME_LENGTH = { least: 2, most: 60 };

const NAME_EXPECTED = text(
  `名称须为 ${NAME_LENGTH.least} 至 ${NAME_LENGTH.most} 个字，首尾无空格`,
  `A name has ${NAME_LENGTH.least} to ${NAME_LENGTH.most} characters and no space at its ends`,
);

export function nameProblems(names: { name: string; shortName: string }): Problem[] {
  return (["name", "shortName"] as const)
    .filter((field) => !isName(names[field]))
    .map((field) => invalidInput(["input", field], NAME_EXPECTED));
}

export function aliasProblems(aliases: readonly string[]): Problem[] {
  if (aliases.length > MOST_ALIASES)
    return [
      invalidInput(
        ["input", "aliases"],
        text(`最多 ${MOST_ALIASES} 个别名`, `At most ${MOST_ALIASES} aliases`),
      ),
    ];
  return aliases.flatMap((alias, i) =>
    isName(alias) ? [] : [invalidInput(["input", "aliases", String(i)], NAME_EXPECTED)],
  );
}

const isName = (name: string): boolean =>
  isPlainLine(name) &&
  !isBlank(name) &&
  lengthOf(name) >= NAME_LENGTH.least &&
  lengthOf(name) <= NAME_LENGTH.most;

/** A code continues its parent's: by digits (GB/T 2260), or for a department by a hyphen and a short code. */
export function codeProblems(code: string, kind: UnitKind, parent: UnitRow): Problem[] {
  const rest = code.startsWith(parent.code) ? code.slice(parent.code.length) : "";
  const fits =
    kind === "DEPARTMENT"
      ? /^-[a-z0-9]{1,20}$/.test(rest)
      : /^[0-9]{1,6}$/.test(rest) && code.length <= MOST_DIGITS;
  if (fits) return [];
  return [
    invalidInput(
      ["input", "code"],
      kind === "DEPARTMENT"
        ? text(
            "部门代码须为上级代码加连字符加短码，如 371003-fgj",
            "A department's code is its government's, a hyphen and a short code, such as 371003-fgj",
          )
        : text(
            `代码须以上级代码开头，其后为数字，共不超过 ${MOST_DIGITS} 位`,
            `A code starts with its parent's and goes on in digits, ${MOST_DIGITS} at most`,
          ),
    ),
  ];
}

export function parentProblems(kind: UnitKind, parent: UnitRow): Problem[] {
  if (mayStandBelow(kind, parent.kind)) return [];
  return [
    invalidInput(
      ["input", "parentCode"],
      text("上级单位须为级别更高的一级政府", "Only a government of a higher level has such a unit below it"),
    ),
  ];
}

/** Refuses search texts longer than any name: they find nothing, and SQLite rejects long patterns. */
export function checkUnitSearchText(wanted: string): void {
  if (lengthOf(wanted) > NAME_LENGTH.most || !isPlainText(wanted))
    throw badInput(
      text(`text 最多 ${NAME_LENGTH.most} 个字`, `text has at most ${NAME_LENGTH.most} plain characters`),
      ["text"],
    );
}
