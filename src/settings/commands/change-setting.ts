import { append } from "../../history/index.js";
import { authorize, type Call, signedIn } from "../../access/index.js";
import { invalidInput, Refusal } from "../../kernel/problem.js";
import { text } from "../../kernel/text.js";
import { newId, type Session } from "../../platform/db/index.js";
import { unitByCode, type UnitRow } from "../../units/index.js";
import { DISTRICT_SETTINGS } from "../setting.entity.js";
import { valueProblem } from "../setting-value.js";
import { settingsOf } from "../setting.read-model.js";
import { SETTING_KEYS, SETTINGS, type SettingKey } from "../settings.data.js";

export interface ChangeSetting {
  readonly unitCode: string;
  readonly key: string;
  /** Undefined removes the decision; null does, too, unless the setting may be null. */
  readonly value?: unknown;
}

/** Called in the same transaction, so that dates and findings are computed with the new settings. */
export type OnSettingsChange = (session: Session, unit: UnitRow) => Promise<void>;

export async function changeSetting(
  call: Call,
  input: ChangeSetting,
  onChange: OnSettingsChange,
): Promise<UnitRow> {
  const { session, viewer, now } = call;
  const unit = authorize(viewer, "setting:change", await unitByCode(session, input.unitCode));
  const key = keyOf(input.key);
  const value = decidedValue(key, input.value);
  const held = async (): Promise<string> => JSON.stringify((await settingsOf(session))(unit)[key]);
  const before = await held();
  await session.rows(DISTRICT_SETTINGS).delete({ unitId: unit.id, setting: key });
  if (value !== undefined)
    await session.rows(DISTRICT_SETTINGS).insert({
      id: newId(),
      unitId: unit.id,
      setting: key,
      value: JSON.stringify(value),
      changedAt: now.toISOString(),
      changedBy: signedIn(viewer).displayName,
    });
  const changes = { [key]: [before, await held()] as const };
  append(call, { unit, subject: { type: "Setting", id: key }, changes });
  await onChange(session, unit);
  return unit;
}

function keyOf(key: string): SettingKey {
  const known = SETTING_KEYS.find((one) => one === key);
  if (known) return known;
  throw new Refusal(
    invalidInput(
      ["input", "key"],
      text(
        `没有这项设置；可设：${SETTING_KEYS.join("、")}`,
        `No such setting; there are ${SETTING_KEYS.join(", ")}`,
      ),
    ),
  );
}

/** Undefined if the decision is removed. */
function decidedValue(key: SettingKey, value: unknown): unknown {
  if (value === undefined) return undefined;
  const problem = valueProblem(SETTINGS[key], value);
  if (problem && value === null) return undefined;
  if (problem) throw new Refusal(invalidInput(["input", "value"], problem));
  return value;
}
