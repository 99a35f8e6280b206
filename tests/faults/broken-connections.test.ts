import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { raw, type Session } from "../../src/platform/db/index.js";
import { SYSTEM } from "../access/rows.js";
import { startTestApp, type Answer, type TestApp } from "../harness/app.js";
import { databaseKind } from "../harness/database.js";
import { newOffice, type Office } from "../reports/factories.js";
import { newRequest, RECEIVE } from "../ledgers/request-steps.js";
import { readOutside } from "./outsider.js";

let app: TestApp;
let office: Office;
beforeAll(async () => {
  app = await startTestApp();
  office = await newOffice(app);
});
afterAll(() => app.close());

let number = 0;
const receive = (): Promise<Answer> =>
  office.clerk.query(RECEIVE, { input: newRequest(office.code, { number: `断-${++number}` }) });

const numbersStored = async (): Promise<string[]> => {
  const rows = await readOutside<{ number: string }>(
    app.config.databaseUrl,
    "select number from information_requests order by number",
  );
  return rows.map((row) => row.number);
};

const acknowledged = (answer: Answer): string[] => {
  const number = answer.data?.receiveRequest?.request?.number as string | undefined;
  return number ? [number] : [];
};

/** What can happen to a connection in the middle of a unit of work, as the next unit on it would meet it. */
const MISHAPS: Record<
  ReturnType<typeof databaseKind>,
  Readonly<Record<string, (session: Session) => Promise<unknown>>>
> = {
  sqlite: {
    "the disk is full": async (session) => {
      await session.query(raw("pragma max_page_count = 1"));
      await session.query(raw("create table filler as select zeroblob(200000) as bytes"));
    },
    "the transaction is gone already, so that it cannot be rolled back": (session) =>
      session.query(raw("rollback")),
    "a transaction within it was committed": (session) => session.query(raw("commit")),
  },
  mysql: {
    "the server has become read-only for it": async (session) => {
      await session.query(raw("set session transaction read only"));
      await session.query(raw("commit"));
    },
    "it was killed": (session) => session.query(raw("kill connection_id()")),
  },
};

/** What stays with a connection, whatever becomes of its transactions. */
const MARK = { sqlite: "pragma cache_size = -1234", mysql: "set @cache_size = -1234" }[databaseKind()];
const MARKED = { sqlite: "pragma cache_size", mysql: "select @cache_size as cache_size" }[databaseKind()];

it("D12 health tells that saves fail for the disk, also where one small row still fits", async () => {
  expect((await app.app.health.look()).status).toBe("ok");
  const full = MISHAPS[databaseKind()]["the disk is full"];
  const saving = app.app.database.write(SYSTEM, (session) => full?.(session) ?? Promise.resolve());
  const code = await saving.then(
    () => "saved",
    (error: { code: string }) => error.code,
  );
  const expected = { sqlite: ["UNAVAILABLE", "degraded"], mysql: ["saved", "ok"] }[databaseKind()];
  expect([code, (await app.app.health.look()).status]).toEqual(expected);
  expect((await app.app.health.look()).status).toBe("ok");
});

describe.each(Object.entries(MISHAPS[databaseKind()]))("D12 %s", (_, mishap) => {
  it("what is acknowledged afterwards is there for others to read, and all of it", async () => {
    const before = await numbersStored();
    const broken = app.app.database.write(SYSTEM, async (session) => {
      await mishap(session);
      throw new Error("and the work fails");
    });
    await expect(broken).rejects.toThrow();
    const answers = [await receive(), await receive(), await receive()];
    expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined, undefined]);
    const known = answers.flatMap(acknowledged);
    expect(known).toHaveLength(3);
    expect(await numbersStored()).toEqual([...before, ...known].sort());
  });

  it("code that catches the error and goes on writes nothing outside of its transaction", async () => {
    const before = await numbersStored();
    const going = app.app.database.write(SYSTEM, async (session) => {
      await mishap(session).catch(() => undefined);
      await session.query(raw("update units set revision = revision + 1000"));
    });
    const said = await going.then(
      () => "committed",
      () => "refused",
    );
    const [row] = await readOutside<{ n: number }>(
      app.config.databaseUrl,
      "select count(*) as n from units where revision > 1000",
    );
    expect([said, Number(row?.n)]).toEqual(["refused", 0]);
    expect(await numbersStored()).toEqual(before);
  });

  it("nothing is ever written again on that connection", async () => {
    const broken = app.app.database.write(SYSTEM, async (session) => {
      await session.query(raw(MARK));
      await mishap(session);
      throw new Error("and the work fails");
    });
    await expect(broken).rejects.toThrow();
    const write = async (session: Session) => {
      await session.query(raw("update units set revision = revision where code = ''"));
      return session.query<{ cache_size: unknown }>(raw(MARKED));
    };
    const later = await Promise.all(Array.from({ length: 6 }, () => app.app.database.write(SYSTEM, write)));
    expect(later.flat().map(({ cache_size }) => Number(cache_size))).not.toContain(-1234);
  });
});

/** A file has no server that could be gone: there it is the one connection that is replaced. */
const WHICH = { sqlite: "select 0 as id", mysql: "select connection_id() as id" }[databaseKind()];
const KILL = { sqlite: "rollback", mysql: "kill connection_id()" }[databaseKind()];

it("D3 one connection that shows that the server is gone condemns all that are open", async () => {
  const inUse = async (): Promise<readonly number[]> => {
    const ids = await Promise.all(
      Array.from({ length: 6 }, () =>
        app.app.database.read(SYSTEM, (session) => session.query<{ id: number }>(raw(WHICH))),
      ),
    );
    return ids.map(([row]) => Number(row?.id));
  };
  const before = await inUse();
  const killed = app.app.database.write(SYSTEM, async (session) => {
    await session.query(raw(KILL));
    throw new Error("and the work fails");
  });
  await expect(killed).rejects.toThrow();
  const kept = (await inUse()).filter((id) => id > 0 && before.includes(id));
  expect(kept).toEqual([]);
});
