import { notAllowedNow, refuse, Refusal } from "../../kernel/problem.js";
import { text, type Text } from "../../kernel/text.js";
import { successionsOf, wasParent } from "../unit-life.read-model.js";
import { deleteUnit, tablesHolding } from "../unit-life.store.js";
import { unitsByIds, unitsByParents } from "../unit.read-model.js";
import { changeUnit } from "../unit.store.js";
import type { RemoveUnitInput } from "../unit-life.types.js";
import { findForStep, finished, type UnitCall } from "../unit-step.js";

const USERS = text("用户", "users");
const REPORTS = text("年报", "reports");

/** Names of tables for people; all others are ledgers. */
const NAMES: Readonly<Record<string, Text>> = {
  users: USERS,
  password_states: USERS,
  memberships: text("角色", "roles"),
  reports: REPORTS,
  report_versions: REPORTS,
  filing_deadlines: text("报送期限", "filing dates"),
  district_settings: text("设置", "settings"),
  peer_groups: text("对标组", "peer groups"),
  saved_queries: text("保存的查询", "saved queries"),
  dashboards: text("看板", "dashboards"),
};
const LEDGERS = text("台账记录", "ledger records");

export interface RemovedUnit {
  readonly removedCode: string;
}

/** Deletes a unit that was made by mistake. A unit with any records must be dissolved instead. */
export async function removeUnit(call: UnitCall, input: RemoveUnitInput): Promise<RemovedUnit> {
  const { session } = call;
  const { unit, on, problems } = await findForStep(call, "unit:remove", input);
  refuse(problems);
  const tables = await tablesHolding(session, unit);
  const hanging = new Set(tables.map((table) => NAMES[table] ?? LEDGERS));
  if ((await unitsByParents(session, [unit.id])).length > 0) hanging.add(text("下级单位", "units below it"));
  if ((await successionsOf(session, [unit.id])).length > 0) hanging.add(text("承继关系", "a succession"));
  if (await wasParent(session, unit.id)) hanging.add(text("曾在其下的单位", "units that stood below it"));
  if (hanging.size > 0)
    throw new Refusal(
      notAllowedNow(
        ["input", "unitCode"],
        text(
          `该单位已有${[...hanging].map(({ zh }) => zh).join("、")}，不能删除；请改用撤销`,
          `The unit has ${[...hanging].map(({ en }) => en).join(", ")}: it cannot be removed; dissolve it instead`,
        ),
      ),
    );
  const [parent] = unit.parentId ? await unitsByIds(session, [unit.parentId]) : [];
  await deleteUnit(session, unit);
  // The unit's own history stays, and nobody works there: what was done is told with the unit above.
  if (parent && (await changeUnit(session, parent, {})))
    await finished(call, parent, {
      action: "removeUnit",
      on,
      reason: input.reason,
      details: { child: [unit.code, null] },
    });
  return { removedCode: unit.code };
}
