import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asOperator, Commands, PUBLIC, Viewer } from "../../src/access/index.js";
import { append, HISTORY, HISTORY_HEADS, PLATFORM, type HistoryRow } from "../../src/history/index.js";
import { hashOf } from "../../src/history/chain.js";
import { unitByCode, type UnitRow } from "../../src/units/index.js";
import { UNITS } from "../../src/units/api.js";
import { SYSTEM } from "../access/rows.js";
import { startTestApp, type TestApp } from "../harness/app.js";

let app: TestApp;
let town: UnitRow;
let bureau: UnitRow;
beforeAll(async () => {
  app = await startTestApp();
  const units = await app.app.database.read(SYSTEM, async (session) => [
    await unitByCode(session, "371003104"),
    await unitByCode(session, "371003003"),
  ]);
  [town, bureau] = units as [UnitRow, UnitRow];
});
afterAll(() => app.close());

const entry = (unit: { id: string; path: string }, id: string) =>
  ({ unit, subject: { type: "Unit", id }, operation: "amendUnit" }) as const;

const write = (work: (add: (...entries: ReturnType<typeof entry>[]) => void) => void): Promise<void> =>
  app.app.database.write(SYSTEM, (session) => {
    const call = asOperator(session, app.clock.now(), "test");
    work((...entries) => append(call, ...entries));
    return Promise.resolve();
  });

const chainOf = ({ id }: { id: string }): Promise<HistoryRow[]> =>
  app.app.database.read(SYSTEM, (session) =>
    session.rows(HISTORY).find({ unitId: id }, { orderBy: { seq: "ASC" } }),
  );

function expectWhole(rows: readonly HistoryRow[]): void {
  let previous = "";
  for (const [i, row] of rows.entries()) {
    expect([row.seq, row.previous, row.hash]).toEqual([i + 1, previous, hashOf(row, row)]);
    previous = row.hash;
  }
}

describe("the history", () => {
  it("stores any number of a unit's entries in three statements, at the end", async () => {
    await write((add) => add(entry(town, "first of all")));
    app.statements();
    await write((add) => {
      add(entry(town, "a"), entry(town, "b"));
      add(entry(town, "c"));
    });
    const statements = app.statements().filter((text) => /history/.test(text));
    expect(statements.map((text) => text.trim().split(/\s/)[0]?.toLowerCase())).toEqual([
      "update",
      "select",
      "insert",
    ]);
    const rows = await chainOf(town);
    expect(rows.slice(-4).map(({ subjectId }) => subjectId)).toEqual(["first of all", "a", "b", "c"]);
    expectWhole(rows);
  });

  it("keeps one chain a unit, and one for what belongs to no unit", async () => {
    const before = await chainOf(bureau);
    await write((add) => add(entry(bureau, "x"), entry(town, "y"), entry(PLATFORM, "z")));
    expectWhole(await chainOf(bureau));
    expectWhole(await chainOf(PLATFORM));
    expect(await chainOf(bureau)).toHaveLength(before.length + 1);
  });

  it("loses and mixes nothing where many write at once", async () => {
    const before = (await chainOf(town)).length;
    await Promise.all(
      Array.from({ length: 24 }, (_, i) =>
        write((add) => add(entry(i % 2 ? town : bureau, `${i}`), entry(i % 2 ? bureau : town, `${i}`))),
      ),
    );
    const rows = await chainOf(town);
    expect(rows).toHaveLength(before + 24);
    expectWhole(rows);
    expectWhole(await chainOf(bureau));
  });

  it("is only ever added to, and by who acts at the unit", async () => {
    const { database } = app.app;
    const change = database.write(SYSTEM, (session) =>
      session.rows(HISTORY).update({ unitId: town.id }, { reason: "never was" }),
    );
    await expect(change).rejects.toThrow("rows are only ever added");
    const remove = database.write(SYSTEM, (session) => session.rows(HISTORY).delete({ unitId: town.id }));
    await expect(remove).rejects.toThrow("rows are only ever added");
    const clerk = new Viewer(null, [{ unit: bureau, role: "CLERK" }]);
    const elsewhere = database.write(clerk.scope, (session) => {
      const author = { session, now: app.clock.now(), operation: "test", requestId: null, viewer: clerk };
      append(author, entry(town, "not mine"));
      return Promise.resolve();
    });
    await expect(elsewhere).rejects.toThrow("outside the writable scope");
    expectWhole(await chainOf(town));
  });
});

describe("no history, no action", () => {
  const commands = () => new Commands(app.app.database, app.clock, { key: Buffer.from("key") });
  const held = () => app.app.database.read(SYSTEM, (session) => session.rows(UNITS).one({ id: town.id }));
  const renamed = (name: string, told: boolean) =>
    commands().run(
      { viewer: PUBLIC, requestId: null, name: "aDeed", input: {}, scope: SYSTEM },
      async (session, call) => {
        await session.rows(UNITS).update({ id: town.id }, { name });
        if (told) append(call, entry(town, town.id));
        return null;
      },
    );

  it("a command that changed rows and tells nothing of it is undone", async () => {
    const before = await held();
    await expect(renamed("without a word", false)).rejects.toThrow("without an entry in the history");
    expect(await held()).toEqual(before);
  });

  it("one that tells of it is done; one that changes nothing has nothing to tell", async () => {
    await expect(renamed("told", true)).resolves.toMatchObject({ problems: [] });
    expect((await held())?.name).toBe("told");
    const nothing = commands().run(
      { viewer: PUBLIC, requestId: null, name: "aDeed", input: { idempotencyKey: "k" }, scope: SYSTEM },
      (session) => session.rows(UNITS).update({ id: "nobody" }, { name: "?" }),
    );
    // Without somebody who asks there is no idempotency key.
    await expect(nothing).rejects.toThrow();
    const none = commands().run(
      { viewer: PUBLIC, requestId: null, name: "aDeed", input: {}, scope: SYSTEM },
      (session) => session.rows(UNITS).update({ id: "nobody" }, { name: "?" }),
    );
    await expect(none).resolves.toMatchObject({ record: 0 });
  });

  it("an entry that cannot be stored undoes what it tells of", async () => {
    const before = await held();
    // The head says that there are more entries than there are.
    const torn = (by: number) =>
      app.app.database.write(SYSTEM, async (session) => {
        const [head] = await session.rows(HISTORY_HEADS).find({ unitId: town.id });
        await session.rows(HISTORY_HEADS).update({ unitId: town.id }, { seq: (head?.seq ?? 0) + by });
      });
    await torn(1);
    await expect(renamed("lost", true)).rejects.toThrow("has no entry");
    expect(await held()).toEqual(before);
    await torn(-1);
    await expect(renamed("found", true)).resolves.toMatchObject({ problems: [] });
  });
});
