import { AUDITOR_ALONE, mayStandTogether } from "./identity.problems.js";
import { ROLES, type Role } from "../access/index.js";
import type { PasswordPolicy } from "../kernel/password-policies.data.js";
import { readCsvTable, type CsvColumn, type CsvTable } from "../kernel/csv-table.js";
import { invalidInput, type Problem } from "../kernel/problem.js";
import { text, type Text } from "../kernel/text.js";
import { displayNameProblems, loginProblems } from "./account.rules.js";
import { passwordProblems } from "./password.rules.js";

/** One user of a file. */
export interface UserRow {
  /** As a spreadsheet counts. */
  readonly row: number;
  readonly login: string;
  readonly displayName: string;
  readonly unitCode: string;
  readonly roles: readonly Role[];
  /** null: one is generated. */
  readonly password: string | null;
}

const ROLE_WORDS = (Object.keys(ROLES) as Role[]).map((role): readonly [Role, readonly string[]] => [
  role,
  [ROLES[role].name.zh, ...ROLES[role].alsoCalled],
]);

/** The columns of a file of users, by the field that each fills. */
export const USER_COLUMNS = {
  login: {
    names: ["登录名", "login"],
    required: true,
    hint: text("如 clerk.371003003", "as clerk.371003003"),
  },
  displayName: { names: ["姓名", "displayName", "name"], required: true },
  unitCode: {
    names: ["单位代码", "unitCode"],
    required: true,
    hint: text("管理此账号的单位", "the unit that keeps the account"),
  },
  roles: {
    names: ["角色", "roles", "role"],
    hint: text(
      `${ROLE_WORDS.map(([, [name]]) => name).join("、")}；可以填几个`,
      `${Object.keys(ROLES).join(", ")}; may be several`,
    ),
  },
  password: {
    names: ["初始密码", "password", "firstPassword"],
    hint: text("不填则由系统生成", "generated when left out"),
  },
} as const satisfies Record<string, CsvColumn>;

const SHAPE = {
  columns: USER_COLUMNS,
  /** Each row costs a hash. */
  mostRows: 300,
} as const;

export type UserColumn = keyof typeof USER_COLUMNS;

export interface UserRows {
  readonly rows: readonly UserRow[];
  readonly problems: readonly Problem[];
  /** Makes the problem of one cell. */
  readonly at: (row: number, column: UserColumn, message: Text) => Problem;
}

/** A problem in a row, and in a column as the file names it. */
const problemAt = (row: number, column: string | null, message: Text): Problem =>
  invalidInput(
    ["input", "csv", String(row), ...(column === null ? [] : [column])],
    text(
      `第 ${row} 行${column === null ? "" : `“${column}”`}：${message.zh}`,
      `Row ${row}${column === null ? "" : `, ${column}`}: ${message.en}`,
    ),
  );

export const readUserRows = (content: string, policy: PasswordPolicy): UserRows =>
  usersOf(readCsvTable(content, SHAPE), policy);

/** From the rows of a table, whatever kind of file they were read from. */
function usersOf({ records, titleOf, problems }: CsvTable<UserColumn>, policy: PasswordPolicy): UserRows {
  const at: UserRows["at"] = (row, column, message) => problemAt(row, titleOf(column), message);
  const found: Problem[] = problems.map(({ row, column, message }) => problemAt(row, column, message));
  const taken = new Map<string, number>();
  const rows = records.map(({ row, values }): UserRow => {
    const { login, displayName, unitCode } = values;
    const password = values.password === "" ? null : values.password;
    const roles = rolesIn(values.roles);
    const tell = (column: UserColumn, ...messages: readonly Text[]): void =>
      void found.push(...messages.map((message) => at(row, column, message)));
    const messagesOf = (list: readonly Problem[]): Text[] => list.map(({ message }) => message);
    if (login !== "") tell("login", ...messagesOf(loginProblems(login, [])));
    if (displayName !== "") tell("displayName", ...messagesOf(displayNameProblems(displayName, [])));
    if (password !== null)
      tell("password", ...messagesOf(passwordProblems(password, { login, known: [unitCode] }, policy, [])));
    tell("roles", ...roles.unknown.map(unknownRole));
    if (!mayStandTogether(roles.known)) tell("roles", AUDITOR_ALONE);
    const before = taken.get(login);
    if (before !== undefined && login !== "") tell("login", sameLogin(before));
    taken.set(login, before ?? row);
    return { row, login, displayName, unitCode, password, roles: roles.known };
  });
  return { rows, problems: found, at };
}

/** What a file may call a role, besides its name in the API. */
function rolesIn(cell: string): { readonly known: readonly Role[]; readonly unknown: readonly string[] } {
  const words = cell.split(/[\s、,，;；/|]+/).filter((word) => word !== "");
  const roleOf = (word: string): Role | undefined =>
    ROLE_WORDS.find(([role, names]) => role === word.toUpperCase() || names.includes(word))?.[0];
  return {
    known: [...new Set(words.flatMap((word) => roleOf(word) ?? []))],
    unknown: words.filter((word) => roleOf(word) === undefined),
  };
}

const unknownRole = (word: string): Text =>
  text(
    `没有角色“${word}”；可填：${ROLE_WORDS.map(([role, [name]]) => `${name}（${role}）`).join("、")}`,
    `Unknown role ${word}; known roles are ${Object.keys(ROLES).join(", ")}`,
  );

const sameLogin = (row: number): Text =>
  text(`与第 ${row} 行的登录名相同`, `The same login as in row ${row}`);
