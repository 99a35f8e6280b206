import { authorize, type Call, signedIn } from "../../access/index.js";
import { isPlainText } from "../../kernel/plain-text.js";
import { invalidInput, refuse, type Path, type Problem, Refusal } from "../../kernel/problem.js";
import { text, type Text } from "../../kernel/text.js";
import { newId, type Session } from "../../platform/db/index.js";
import { lineProblems } from "../../records/index.js";
import { unitByCode, type UnitRow } from "../../units/index.js";
import type { Judge } from "../fitness.js";
import { SAVED_QUERIES, SAVED_QUERY_VERSIONS, type SavedQueryVersionRow } from "../saved-query.entity.js";
import { newestVersion, ownQuery, recordQuery, updateQuery, type QueryAt } from "../saved-query.store.js";
import type { Visibility } from "../saved-query.terms.js";
import { readVariables, type Variables } from "../variables.js";

export interface SaveQuery {
  /** Null saves a new one. */
  readonly queryId: string | null;
  readonly name: string;
  /** A query never moves to another unit. */
  readonly unitCode: string | null;
  readonly visibility: Visibility | null;
  readonly document: string;
  /** Undefined: as before, at first none. */
  readonly variables: unknown;
  readonly expectedRevision: number | null;
}

export interface SavingRules {
  readonly judge: Judge;
  /** What the caller may spend on one request: a dearer one could not be run. */
  readonly mostCost: number;
}

const NAME_LENGTH = 120;
const DOCUMENT_LENGTH = 50_000;
const VARIABLES_LENGTH = 20_000;

/** Saves a query, or a new version of one where its document or variables changed. */
export async function saveQuery(call: Call, input: SaveQuery, rules: SavingRules): Promise<{ id: string }> {
  const { session, viewer } = call;
  const { queryId, expectedRevision, name } = input;
  const found = queryId === null ? null : await ownQuery(session, viewer, queryId, expectedRevision);
  const unit = authorize(viewer, "query:save", found?.unit ?? (await givenUnit(session, input)));
  const before = found && (await newestVersion(session, found.row));
  const content = readContent(input, before, rules);
  const problems = [
    ...lineProblems(name, ["input", "name"], NAME_LENGTH),
    ...placeProblems(input, found),
    ...content.problems,
  ];
  refuse(problems);
  const changed = before?.document !== content.document || before.variables !== content.variables;
  const version = (found?.row.version ?? 0) + (changed ? 1 : 0);
  const id = found?.row.id ?? newId();
  const visibility = input.visibility ?? found?.row.visibility ?? "PRIVATE";
  const createdAt = call.now.toISOString();
  const { id: ownerId, displayName: author } = signedIn(viewer);
  if (found) await updateQuery(session, found.row, { name, visibility, version });
  else {
    const fresh = { id, unitId: unit.id, ownerId, name, visibility, version, revision: 1, createdAt };
    await session.rows(SAVED_QUERIES).insert(unit, fresh);
  }
  recordQuery(call, unit, {
    ...{ id, revision: (found?.row.revision ?? 0) + 1 },
    ...{ before: found && { ...found.row, ...before }, after: { name, visibility, version, ...content } },
  });
  if (changed) {
    const { document, variables, cost } = content;
    const row = { id: newId(), unitId: unit.id, queryId: id, number: version, author, createdAt };
    await session.rows(SAVED_QUERY_VERSIONS).insert(unit, { ...row, document, variables, cost });
  }
  return { id };
}

async function givenUnit(session: Session, { unitCode }: SaveQuery): Promise<UnitRow | null> {
  if (unitCode !== null) return unitByCode(session, unitCode);
  throw new Refusal(
    invalidInput(["input", "unitCode"], text("新的查询须指明所属单位", "A new query needs a unit")),
  );
}

function placeProblems({ unitCode }: SaveQuery, found: QueryAt | null): Problem[] {
  if (!found || unitCode === null || unitCode === found.unit.code) return [];
  return [
    invalidInput(
      ["input", "unitCode"],
      text("已保存的查询不能改属其他单位", "A saved query cannot move to another unit"),
    ),
  ];
}

interface Content {
  readonly document: string;
  readonly variables: string;
  readonly cost: number;
  readonly problems: readonly Problem[];
}

/** The document must be runnable for the caller as it stands, with its variables. */
function readContent(
  { document, variables: given }: SaveQuery,
  before: Pick<SavedQueryVersionRow, "variables"> | null,
  { judge, mostCost }: SavingRules,
): Content {
  const at = (part: "document" | "variables", ...messages: readonly Text[]): Content => ({
    ...{ document, variables: "{}", cost: 0 },
    problems: messages.map((message) => invalidInput(["input", part] satisfies Path, message)),
  });
  if (document.length > DOCUMENT_LENGTH || !isPlainText(document))
    return at("document", tooLong(DOCUMENT_LENGTH));
  const read = judge.check.read(document);
  if ("problems" in read) return at("document", ...read.problems);
  const json = given === undefined ? (before?.variables ?? "{}") : JSON.stringify(given);
  if (json.length > VARIABLES_LENGTH || !isPlainText(json)) return at("variables", tooLong(VARIABLES_LENGTH));
  const variables: Variables | undefined = readVariables(json);
  if (!variables) return at("variables", text("变量须为 JSON 对象", "The variables must be a JSON object"));
  const { cost, problems } = judge.fitnessOf(document, variables);
  if (cost === null) return at("variables", ...problems);
  if (cost > mostCost) return at("document", tooDear(cost, mostCost));
  return { document, variables: JSON.stringify(variables), cost, problems: [] };
}

const tooLong = (most: number): Text =>
  text(`最多 ${most} 字，不含控制字符`, `At most ${most} plain characters`);

const tooDear = (cost: number, most: number): Text =>
  text(
    `查询费用为 ${cost}，您每次请求的上限为 ${most}`,
    `The query would cost ${cost}; your limit for a request is ${most}`,
  );
