import { afterAll, beforeAll, expect, it } from "vitest";
import { MIGRATIONS } from "../../migrations/index.js";
import type { TestDatabase } from "../harness/database.js";
import { contentsOf, rowsOf } from "./database-contents.js";
import { migrate, releasedContents, releasedDatabase } from "./release.js";

type Row = Readonly<Record<string, unknown>>;

const TABLES = ["unit", "account", "request", "remedy", "proposal", "disclosure", "report"].map(
  (subject) => `${subject}_events`,
);
/** The row's own id; the action, which has another name in the history; a mark that is there or is not. */
const TOLD_OTHERWISE = ["id", "action", "kind", "same_person"];

let database: TestDatabase;
/** What each entry of the history says, by the unit and the instant: the shortest first, each taken once. */
const history = new Map<string, Set<string>[]>();

const keyOf = ({ unit_id: unit, at }: Row): string => `${String(unit)} ${String(at)}`;

/** Every text and number in a value that may be JSON; of a setting's `key: before → after`, the parts. */
function leaves(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (typeof value === "object") return Object.entries(value).flatMap(([key, one]) => [key, ...leaves(one)]);
  if (typeof value === "string" && /^[[{]/.test(value)) return leaves(JSON.parse(value));
  return typeof value === "string" || typeof value === "number" ? String(value).split(/: | → /) : [];
}

beforeAll(async () => {
  database = await releasedDatabase();
  await migrate(database.url, MIGRATIONS);
  for (const entry of rowsOf(await contentsOf(database.url), "history")) {
    const others = history.get(keyOf(entry)) ?? [];
    const all = [...others, new Set(leaves(entry))];
    history.set(
      keyOf(entry),
      all.sort((a, b) => a.size - b.size),
    );
  }
});
afterAll(() => database.drop());

it.each(TABLES)("moves each row of %s into the history, with all that it holds", (table) => {
  const rows = rowsOf(releasedContents(), table);
  const lost = rows.filter((row) => {
    const held = Object.entries(row).flatMap(([column, value]) =>
      TOLD_OTHERWISE.includes(column) ? [] : leaves(value),
    );
    if (row["same_person"] === 1) held.push("samePerson");
    const entries = history.get(keyOf(row)) ?? [];
    const found = entries.findIndex((words) => held.every((word) => words.has(word)));
    if (found >= 0) entries.splice(found, 1);
    return found < 0;
  });
  expect(rows.length).toBeGreaterThan(0);
  expect(lost).toEqual([]);
});

it("leaves nothing in the history but these rows", () => {
  expect([...history.values()].flat()).toEqual([]);
});
