import { PEER_GROUPS } from "../../src/questions/rank/api.js";
import { DASHBOARDS, SAVED_QUERIES, SAVED_QUERY_VERSIONS } from "../../src/library/api.js";
import { newId, type Database, type Session } from "../../src/platform/db/index.js";
import { toGlobalId } from "../../src/platform/graphql/global-id.js";
import { FIGURE } from "./plant.js";
import { SYSTEM, unitOf } from "./rows.js";

const AT = "2026-01-10T01:00:00.000Z";

/** What the owner keeps to himself, what he shares with his unit, its district's office, and all below that. */
export interface Shared<Item> {
  readonly own: Item;
  readonly unit: Item;
  readonly office: Item;
  readonly below: Item;
}

/** Global ids of a query and of a dashboard that shows it. */
export type PlantedQueries = Shared<{ readonly query: string; readonly dashboard: string }>;

/** What is written in each of a tenant's saved queries, in its name, text, variables and author alike, and its dashboard's name. */
export const queryWords = (code: string) =>
  ({
    own: `密-${code}-仅自己的查询`,
    unit: `密-${code}-本单位的查询`,
    office: `密-${code}-主管部门的查询`,
    below: `密-${code}-供下级用的查询`,
  }) as const satisfies Shared<string>;

/** Whoever runs one may look at more than its author meant, if it ran with the rights of another. */
const DOCUMENTS = {
  ledger: `query ($under: String!, $column: String!) { requestStatistics(input: { scope: { under: $under },
    groupBy: [UNIT, ARTICLE], measures: [{ name: $column, function: COUNT }] }) { rows { values } } }`,
  reports: `query ($under: String = "37", $column: String!) { reportStatistics(input: { scope: { under: $under },
    years: [2022, 2024, 2025], groupBy: [UNIT, YEAR],
    measures: [{ name: $column, function: SUM, field: "${FIGURE}" }] }) { rows { values } } }`,
} as const;

interface Planted {
  readonly at: string;
  readonly visibility: "PRIVATE" | "UNIT" | "SUBTREE";
  readonly word: string;
  readonly asks: keyof typeof DOCUMENTS;
}

/** `ownerId`: the row id of a user. */
export function plantQueries(database: Database, code: string, ownerId: string): Promise<PlantedQueries> {
  const words = queryWords(code);
  const district = code.slice(0, 6);
  return database.write(SYSTEM, async (session) => {
    const plant = (planted: Planted) => plantQuery(session, planted, ownerId);
    return {
      own: await plant({ at: code, visibility: "PRIVATE", word: words.own, asks: "ledger" }),
      unit: await plant({ at: code, visibility: "UNIT", word: words.unit, asks: "ledger" }),
      office: await plant({ at: district, visibility: "UNIT", word: words.office, asks: "ledger" }),
      below: await plant({ at: district, visibility: "SUBTREE", word: words.below, asks: "reports" }),
    };
  });
}

async function plantQuery(
  session: Session,
  { at, visibility, word, asks }: Planted,
  ownerId: string,
): Promise<PlantedQueries["own"]> {
  const unit = await unitOf(session, at);
  const id = newId();
  const row = { id, unitId: unit.id, ownerId, name: word, visibility, version: 1, revision: 1 };
  await session.rows(SAVED_QUERIES).insert(unit, { ...row, createdAt: AT });
  await session.rows(SAVED_QUERY_VERSIONS).insert(unit, {
    ...{ id: newId(), unitId: unit.id, queryId: id, number: 1, cost: 1, author: word, createdAt: AT },
    document: `# ${word}\n${DOCUMENTS[asks]}`,
    variables: JSON.stringify({ ...(asks === "ledger" && { under: at }), column: word }),
  });
  const dashboardId = newId();
  await session.rows(DASHBOARDS).insert(unit, {
    ...{ id: dashboardId, unitId: unit.id, ownerId, name: word, visibility, revision: 1, createdAt: AT },
    panels: JSON.stringify([{ queryId: id, show: "BOTH" }]),
  });
  return { query: toGlobalId("SavedQuery", id), dashboard: toGlobalId("Dashboard", dashboardId) };
}

/** A group that a unit's district named, the unit its only member; its global id. */
export function plantPeerGroup(database: Database, code: string): Promise<string> {
  return database.write(SYSTEM, async (session) => {
    const [district, unit] = [await unitOf(session, code.slice(0, 6)), await unitOf(session, code)];
    const id = newId();
    const told = { name: `密-${code}-组`, revision: 1, changedAt: AT, changedBy: "示例" };
    await session.rows(PEER_GROUPS).insert({ id, unitId: district.id, members: [unit.id], ...told });
    return toGlobalId("CustomPeerGroup", id);
  });
}
