import { authorize, type Call } from "../../access/index.js";
import { append } from "../../history/index.js";
import { isBlank, isPlainLine, lengthOf } from "../../kernel/plain-text.js";
import { invalidInput, type Problem, refuse } from "../../kernel/problem.js";
import { text } from "../../kernel/text.js";
import { newId } from "../../platform/db/index.js";
import { unitByCode, type UnitRow } from "../../units/index.js";
import { UNIT_CONTACTS, type UnitContact } from "../contact.entity.js";

export interface SaveContacts {
  readonly unitCode: string;
  readonly contacts: readonly UnitContact[];
}

const MOST = 10;
const NAME_LENGTH = 40;
const TELEPHONE = /^[\d+()（） -]{5,}(?: ?(?:转|x) ?\d{1,6})?$/;
const TELEPHONE_LENGTH = 30;

/** Replaces a unit's contacts. The history tells how many there are, not who. */
export async function saveContacts(call: Call, { unitCode, contacts }: SaveContacts): Promise<UnitRow> {
  const { session, viewer, now } = call;
  const unit = authorize(viewer, "contact:save", await unitByCode(session, unitCode));
  refuse(contactProblems(contacts));
  const before = await session.rows(UNIT_CONTACTS).one({ unitId: unit.id });
  if (before) await session.rows(UNIT_CONTACTS).delete({ unitId: unit.id });
  const row = { id: newId(), unitId: unit.id, contacts, changedAt: now.toISOString() };
  if (contacts.length > 0) await session.rows(UNIT_CONTACTS).insert(unit, row);
  append(call, {
    unit,
    subject: { type: "UnitContacts", id: unit.id },
    changes: { contacts: [String(before?.contacts.length ?? 0), String(contacts.length)] },
  });
  return unit;
}

function contactProblems(contacts: readonly UnitContact[]): Problem[] {
  const path = ["input", "contacts"];
  if (contacts.length > MOST)
    return [invalidInput(path, text(`至多 ${MOST} 位联系人`, `At most ${MOST} contacts`))];
  return contacts.flatMap(({ name, telephone, duty }, i) => {
    const at = (field: string) => [...path, String(i), field];
    const problems: Problem[] = [];
    if (!isLine(name))
      problems.push(
        invalidInput(at("name"), text(`须为 1 至 ${NAME_LENGTH} 个字`, `1 to ${NAME_LENGTH} characters`)),
      );
    if (!TELEPHONE.test(telephone) || telephone.length > TELEPHONE_LENGTH)
      problems.push(
        invalidInput(
          at("telephone"),
          text("须为电话号码，如 0631-8450000 转 12", "A telephone number, as 0631-8450000"),
        ),
      );
    if (duty !== null && !isLine(duty))
      problems.push(
        invalidInput(at("duty"), text(`至多 ${NAME_LENGTH} 个字`, `At most ${NAME_LENGTH} characters`)),
      );
    return problems;
  });
}

const isLine = (line: string): boolean =>
  !isBlank(line) && isPlainLine(line) && lengthOf(line) <= NAME_LENGTH;
