import { Refusal, type Path } from "../kernel/problem.js";
import { text, type Text } from "../kernel/text.js";

/** The step is not open to the record in its state; the message lists the open ones. */
export const stepRefused = (
  path: Path,
  state: string,
  stateName: Text,
  legal: readonly LegalStep[],
): Refusal =>
  new Refusal({
    code: "TRANSITION_REFUSED",
    message: text(
      `现为“${stateName.zh}”，不能进行这一步；现在可以：${names(legal, "zh", "、") || "无"}`,
      `It is ${stateName.en}: this step is not open; open are ${names(legal, "en", ", ") || "none"}`,
    ),
    path,
    state,
    legalSteps: [...new Set(legal.map(({ mutation }) => mutation))],
  });

export interface LegalStep {
  readonly mutation: string;
  readonly name: Text;
}

const names = (steps: readonly LegalStep[], language: keyof Text, comma: string): string =>
  steps.map(({ name }) => name[language]).join(comma);

/** `at` leads to the part of the input that names the record: `["input", "disclosures", "3"]`. */
export const staleRecord = (currentRevision: number, at: Path = ["input"]): Refusal =>
  new Refusal({
    code: "STALE_REVISION",
    message: text(
      `该记录已被他人办理（现为第 ${currentRevision} 次修订），请刷新后重试`,
      `Somebody else changed this record in the meantime (it is at revision ${currentRevision}): reload and try again`,
    ),
    path: [...at, "expectedRevision"],
    currentRevision,
  });

/** A record that exists is changed only from the revision that the caller has read. */
export const revisionMissing = (): Refusal =>
  new Refusal({
    code: "ALREADY_EXISTS",
    message: text(
      "该记录已存在：请给出读取时的修订号 expectedRevision",
      "The record exists: give the revision at which you read it, as expectedRevision",
    ),
    path: ["input", "expectedRevision"],
  });

/** A refusal because the law forbids the step now, with the article in the message. */
export const notNow = (path: Path, message: Text): Refusal =>
  new Refusal({ code: "NOT_ALLOWED_NOW", message, path });
