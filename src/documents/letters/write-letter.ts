import { createHash } from "node:crypto";
import type { Call } from "../../access/index.js";
import { append } from "../../history/index.js";
import {
  type LetterRow,
  REQUEST_LETTERS,
  sealLetter,
  type WholeRecord,
  wholeRecord,
} from "../../ledgers/requests/api.js";
import { invalidInput, type Problem, refuse } from "../../kernel/problem.js";
import { text, type Text } from "../../kernel/text.js";
import type { WorkingCalendar } from "../../kernel/working-calendar.js";
import { newId, type Session } from "../../platform/db/index.js";
import type { Vault } from "../../platform/vault/vault.js";
import { isGovernment, unitsByCodes, type UnitRow } from "../../units/index.js";
import { letterProblems } from "./letter-checks.js";
import { templateFor } from "./letter-template.entity.js";
import { itemsOf, letterValues, type LetterWords } from "./letter-values.js";
import { letterSpec } from "./letters.data.js";
import { type Contradiction, contradictions, remedyClause, type RemedyMode, remedyMode } from "./remedies.js";
import { defaultTemplate, filled, textOf } from "./template.js";

export interface WriteLetter extends LetterWords {
  readonly requestId: string;
  readonly expectedRevision: number;
  /** What the writer believes the remedies to be; must agree. */
  readonly remedy: RemedyMode | null;
  /** Served over the internet; null: as the application came in. */
  readonly servedOnline: boolean | null;
}

export interface LetterServices {
  readonly vault: Vault;
  readonly calendar: WorkingCalendar;
}

/** Writes a letter from the record, stores it sealed, and notes its hash in the request's history. */
export async function writeLetter(
  call: Call,
  input: WriteLetter,
  services: LetterServices,
): Promise<LetterRow> {
  const { session } = call;
  const target = { id: input.requestId, expectedRevision: input.expectedRevision };
  const record = await wholeRecord(call, target, services);
  refuse([...letterProblems(input, record), ...(await numberProblems(session, input, record))]);
  const { mode, clause, problems } = await remediesFor(session, input, record);
  refuse(problems);
  const template =
    (await templateFor(session, record.unit, input.kind)) ?? (await defaultTemplate(input.kind));
  const file = filled(template, letterValues(input, record, clause));
  refuse(finishedProblems(await textOf(file), { input, record, mode, clause }));
  return stored(call, { input, record, file, vault: services.vault });
}

/** A number belongs to one letter of the unit; a letter written anew keeps its own. */
async function numberProblems(
  session: Session,
  { kind, number, requestId }: WriteLetter,
  { unit }: WholeRecord,
): Promise<Problem[]> {
  if (number === null || kind === "SERVICE_RECORD") return [];
  const same = await session.rows(REQUEST_LETTERS).find({ unitId: unit.id, number });
  if (
    same.every((one) => one.requestId === requestId && (one.kind === kind || one.kind === "SERVICE_RECORD"))
  )
    return [];
  const message = text(`文号 ${number} 已用于另一件文书`, `Another letter has the number ${number}`);
  return [{ code: "ALREADY_EXISTS", path: ["input", "number"], message }];
}

interface Remedies {
  readonly mode: RemedyMode;
  readonly clause: string;
  readonly problems: readonly Problem[];
}

async function remediesFor(session: Session, input: WriteLetter, record: WholeRecord): Promise<Remedies> {
  const { settings, request, unit } = record;
  const mode = modeFor(input, record);
  const wrong =
    input.remedy !== null && input.remedy !== mode
      ? [
          invalidInput(
            ["input", "remedy"],
            text(
              `救济途径与办理结果矛盾：应为 ${mode}`,
              `The remedies contradict the outcome: ${mode} is right`,
            ),
          ),
        ]
      : [];
  if (mode === "NONE") return { mode, clause: "", problems: wrong };
  const review = settings["letters.reviewBody"] ?? (await governmentOver(session, unit));
  const isOnline = input.servedOnline ?? request.receiptChannel === "ONLINE";
  const online = isOnline ? settings["letters.onlineReview"] : null;
  const problems = [
    ...wrong,
    ...(review === null ? [unset("letters.reviewBody", text("行政复议机关", "the review body"))] : []),
    ...(isOnline && online === null
      ? [
          unset(
            "letters.onlineReview",
            text(
              "在线申请行政复议的渠道（行政复议法第二十二条第二款）",
              "the online channel of a review (行政复议法 §22)",
            ),
          ),
        ]
      : []),
  ];
  const court = settings["letters.court"] ?? "有管辖权的人民法院";
  return { mode, clause: remedyClause(mode, { review: review ?? "", court, online }), problems };
}

function modeFor(input: WriteLetter, record: WholeRecord): RemedyMode {
  if (!letterSpec(input.kind).remedies) return "NONE";
  const { settings, request } = record;
  const queryMatter = settings["letters.queryMatterRemedy"];
  const rules = { decidedOn: request.decidedOn ?? input.on, queryMatter };
  // A third party may contest the disclosure either way.
  if (input.kind === "DISCLOSURE_NOTICE") return "CHOICE";
  return remedyMode(
    itemsOf(input, record).map(({ outcome }) => outcome),
    rules,
  );
}

const unset = (key: string, { zh, en }: Text): Problem => ({
  code: "NOT_ALLOWED_NOW",
  path: ["input", "kind"],
  message: text(`不能确定${zh}，请在设置 ${key} 中写明`, `Unknown: ${en}; name it in the setting ${key}`),
});

/** 行政复议法 §24: the government of the same level; for a government the next one above. */
async function governmentOver(session: Session, { path }: UnitRow): Promise<string | null> {
  const above = await unitsByCodes(session, path.split("/").slice(0, -2));
  const governments = above
    .filter(({ kind }) => isGovernment(kind))
    .sort((a, b) => b.path.length - a.path.length);
  return governments[0]?.name ?? null;
}

const CONTRADICTIONS: Readonly<Record<Contradiction, Text>> = {
  SPEAKS_OF_REMEDIES: text("程序性文书不得告知复议、诉讼", "A procedural letter tells of no remedies"),
  CLAUSE_MISSING: text("文书没有完整告知救济途径", "The letter lacks the remedies clause"),
  OFFERS_CHOICE: text(
    "不予公开应当先申请行政复议，文书却告知可以直接起诉",
    "A refusal is reviewed first, yet the letter offers a suit",
  ),
  DEMANDS_REVIEW: text(
    "该结果可以直接起诉，文书却要求先申请行政复议",
    "The outcome allows a suit, yet the letter demands a review first",
  ),
  TWO_BODIES: text(
    "复议机关只有一个，文书却提到上级主管部门",
    "There is one review body, yet the letter names a superior department",
  ),
};

interface Finished {
  readonly input: WriteLetter;
  readonly record: WholeRecord;
  readonly mode: RemedyMode;
  readonly clause: string;
}

/** What the finished letter says, whatever the template and the writer put in. */
function finishedProblems(said: string, { input, record: { applicant }, mode, clause }: Finished): Problem[] {
  const { to } = letterSpec(input.kind);
  const personal = [applicant?.name, applicant?.contact, applicant?.deliveryAddress].filter(
    (one) => one != null,
  );
  const tells = to === "THIRD_PARTY" && personal.some((one) => one.length > 1 && said.includes(one));
  return [
    ...contradictions(said, mode, clause).map((one) =>
      invalidInput(["input", "paragraphs"], CONTRADICTIONS[one]),
    ),
    ...(tells
      ? [
          invalidInput(
            ["input", "paragraphs"],
            text(
              "给第三方的文书不得含有申请人的个人信息",
              "A letter to a third party holds no personal data of the applicant",
            ),
          ),
        ]
      : []),
  ];
}

async function stored(
  { session, now, ...call }: Call,
  {
    input,
    record,
    file,
    vault,
  }: Pick<Finished, "input" | "record"> & { readonly file: Buffer; readonly vault: Vault },
): Promise<LetterRow> {
  const { request, unit } = record;
  const id = newId();
  const sha256 = createHash("sha256").update(file).digest("hex");
  const letter: LetterRow = {
    id,
    unitId: unit.id,
    requestId: request.id,
    kind: input.kind,
    number: input.number,
    writtenOn: input.on,
    sha256,
    sealed: sealLetter(vault, file, { id, unitId: unit.id }),
    createdAt: now.toISOString(),
  };
  await session.rows(REQUEST_LETTERS).insert(unit, letter);
  append(
    { session, now, ...call },
    {
      unit,
      subject: { type: "InformationRequest", id: request.id },
      on: input.on,
      changes: { letter: [null, input.kind], number: [null, input.number], sha256: [null, sha256] },
    },
  );
  return letter;
}
