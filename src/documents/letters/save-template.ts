import { createHash } from "node:crypto";
import { authorize, type Call } from "../../access/index.js";
import { append } from "../../history/index.js";
import { invalidInput, refuse } from "../../kernel/problem.js";
import { text } from "../../kernel/text.js";
import { newId } from "../../platform/db/index.js";
import { unitByCode, type UnitRow } from "../../units/index.js";
import { LETTER_TEMPLATES } from "./letter-template.entity.js";
import type { LetterKind } from "./letters.data.js";
import { templateProblem } from "./template.js";

export interface SaveTemplate {
  readonly unitCode: string;
  readonly kind: LetterKind;
  /** A .docx file as base64; null: back to the template of above, or the product's own. */
  readonly content: string | null;
}

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Puts a template in place for a unit and all below. */
export async function saveTemplate(call: Call, { unitCode, kind, content }: SaveTemplate): Promise<UnitRow> {
  const { session, viewer, now } = call;
  const unit = authorize(viewer, "setting:change", await unitByCode(session, unitCode));
  const [before] = await session.rows(LETTER_TEMPLATES).find({ unitId: unit.id, kind });
  const file = content === null ? null : Buffer.from(content, "base64");
  const path = ["input", "content"];
  if (content !== null && !BASE64.test(content))
    refuse([invalidInput(path, text("须为 base64", "It must be base64"))]);
  const wrong = file && (await templateProblem(kind, file));
  if (wrong) refuse([invalidInput(path, wrong)]);
  const sha256 = file && createHash("sha256").update(file).digest("hex");
  await session.rows(LETTER_TEMPLATES).delete({ unitId: unit.id, kind });
  if (file && sha256)
    await session
      .rows(LETTER_TEMPLATES)
      .insert({ id: newId(), unitId: unit.id, kind, sha256, content: file, changedAt: now.toISOString() });
  append(call, {
    unit,
    subject: { type: "Setting", id: `letters.template.${kind}` },
    changes: { sha256: [before?.sha256 ?? null, sha256] },
  });
  return unit;
}
