import { Viewer, type Role } from "../src/access/index.js";
import type { UnitRow } from "../src/units/index.js";
import { newId } from "../src/platform/db/index.js";
import { unitOf } from "./load-register.js";

const NAMES: Readonly<Record<Role, string>> = {
  CLERK: "示例·经办人",
  REVIEWER: "示例·审核人",
  OFFICER: "示例·区政府办公室",
  ANALYST: "示例·分析员",
  CASE_READER: "示例·案件查阅",
  ADMIN: "示例·管理员",
  AUDITOR: "示例·审计员",
};

/** Who acts in the demo: the people who can sign in where there are any, else somebody made up for the record. */
export class Actors {
  readonly #strangers = new Map<string, string>();

  constructor(
    private readonly units: ReadonlyMap<string, UnitRow>,
    private readonly people: ReadonlyMap<string, string>,
  ) {}

  holding(role: Role, unitCode: string): Viewer {
    return this.#viewer(role, unitCode, role.toLowerCase(), NAMES[role]);
  }

  /** 负责人: the second reviewer, who takes the last of the three reviews (条例 §17). */
  headOf(unitCode: string): Viewer {
    return this.#viewer("REVIEWER", unitCode, "head", "示例·负责人");
  }

  #viewer(role: Role, unitCode: string, post: string, displayName: string): Viewer {
    const seat = role === "OFFICER" ? unitCode.slice(0, 6) : unitCode;
    const login = `${post}.${seat}`;
    const user = { id: this.people.get(login) ?? this.#stranger(login), sessionId: "", login, displayName };
    return new Viewer(user, [{ unit: unitOf(this.units, seat), role }]);
  }

  /** One id a post, so that two steps by two posts are two people's. */
  #stranger(login: string): string {
    const known = this.#strangers.get(login) ?? newId();
    this.#strangers.set(login, known);
    return known;
  }
}
