import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../harness/app.js";
import { Adapter } from "./adapt.js";
import { answerTo, compared } from "./answer-to.js";
import { FIELD_CHANGES, QUESTION_CHANGES } from "./changes.js";
import { rowsOf } from "./database-contents.js";
import { CENSUS } from "./recording/asked-census.js";
import { recording, releasedContents, releasedDatabase } from "./release.js";

const { askedAt, schema, tokens, recorded } = recording();
const adapter = new Adapter(schema, FIELD_CHANGES, QUESTION_CHANGES);
const adapted = recorded.map((each) => adapter.adapt(each));

let app: TestApp;
const told = new Map<string, unknown>();

beforeAll(async () => {
  app = await startTestApp({ database: await releasedDatabase() });
  app.clock.set(askedAt);
  await app.settled();
});
afterAll(() => app.close());

describe("a database of the last release, brought up to date", () => {
  // In the order in which they were recorded, within sessions that began before.
  it.each(adapted.map((each) => [each.question.name, each] as const))("answers %s", async (name, each) => {
    const answer = await answerTo(app, each.question, tokens[each.question.as]);
    told.set(name, answer.data);
    expect(compared(answer)).toEqual(compared(each.answer));
  });

  it("has been asked two hundred questions, no two the same", () => {
    expect(recorded.length).toBeGreaterThanOrEqual(200);
    expect(new Set(recorded.map(({ name }) => name)).size).toBe(recorded.length);
  });

  it("knows of each version what its texts state beyond the form", async () => {
    const { data } = await app.anonymous.query(`{ compareReports(input: {
      under: "371003", years: [2022, 2023], indicators: ["overview.disclosed.total"]
    }) { columns { reported } coverage { included } } }`);
    const { columns, coverage } = data.compareReports;
    expect(columns[0].reported).toBeGreaterThan(30);
    expect(columns.map((column: { reported: number }) => column.reported)).toEqual(
      coverage.map((year: { included: number }) => year.included),
    );
  });

  it("differs in nothing that the list of changes names in vain", () => {
    const met = new Set(adapted.flatMap((each) => each.met));
    expect([...FIELD_CHANGES, ...QUESTION_CHANGES].filter((change) => !met.has(change))).toEqual([]);
  });
});

/** The tables of events that the release kept: what of a row, and what of the answers, tells it from the others. */
const EVENTS = {
  request_events: [["at", "actor"]],
  remedy_events: [["at", "actor"]],
  proposal_events: [["at", "actor"]],
  disclosure_events: [["at", "actor"]],
  report_events: [["at", "actor"]],
  account_events: [["at", "actor"]],
  unit_events: [
    ["on_date", "reason"],
    ["on", "reason"],
  ],
} as const;

const keyOf = (row: Readonly<Record<string, unknown>>, keys: readonly string[]): string =>
  JSON.stringify(keys.map((key) => row[key]));

describe("whatever was noted before", () => {
  it.each(Object.entries(EVENTS))("stands in the answers: %s", (table, [ofRow, ofAnswer = ofRow]) => {
    const rows = rowsOf(releasedContents(), table).map((row) => keyOf(row, ofRow));
    const found = new Map<string, number>();
    for (const [name, data] of told)
      if (name.startsWith(CENSUS))
        for (const key of objectsIn(data).map((each) => keyOf(each, ofAnswer)))
          found.set(key, (found.get(key) ?? 0) + 1);
    const lost = rows.filter((row) => {
      const left = found.get(row) ?? 0;
      found.set(row, left - 1);
      return left <= 0;
    });
    expect(rows.length).toBeGreaterThan(8);
    expect(lost).toEqual([]);
  });
});

function objectsIn(value: unknown): Record<string, unknown>[] {
  if (value === null || typeof value !== "object") return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}
