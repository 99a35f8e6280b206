import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { Database, raw } from "../../src/platform/db/index.js";
import { SYSTEM } from "../access/rows.js";
import { startTestApp, type Answer, type TestApp } from "../harness/app.js";
import { databaseKind } from "../harness/database.js";
import { newOffice, type Office } from "../reports/factories.js";
import { newRequest, RECEIVE } from "../ledgers/request-steps.js";
import { readOutside } from "./outsider.js";

let app: TestApp;
let office: Office;
beforeAll(async () => {
  // However slow the machine, nobody of a hundred gives up.
  app = await startTestApp({ databaseLimits: { lockWait: 25, patience: 300 } });
  office = await newOffice(app);
});
afterAll(() => app.close());

const receive = (subject: string, more: object = {}): Promise<Answer> =>
  office.clerk.query(RECEIVE, { input: newRequest(office.code, { subject, ...more }) });

const stored = async (subject: string): Promise<number> => {
  const [row] = await readOutside<{ n: number }>(
    app.config.databaseUrl,
    `select count(*) as n from information_requests where subject = '${subject}'`,
  );
  return Number(row?.n);
};

const numberOf = ({ data }: Answer): string | undefined => data?.receiveRequest?.request?.number;

/** Before the answer's first read, for which nothing but the command's own connection is there. */
function beforeAnswering(happens: (read: Database["read"]) => Promise<unknown>): void {
  const read = Database.prototype.read;
  const spy = vi.spyOn(Database.prototype, "read").mockImplementation(async function (
    this: Database,
    scope,
    work,
  ) {
    // Who asks is looked up first, and by the system.
    if (!scope.systemReason) {
      spy.mockRestore();
      await happens(read.bind(this));
    }
    return read.call(this, scope, work);
  });
}

const CUT = raw(databaseKind() === "sqlite" ? "rollback" : "kill connection_id()");

describe("D5 what a command answers comes from its own transaction", () => {
  it("100 at once: 100 stored, 100 acknowledged", async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => receive("百件")));
    const acknowledged = answers.map(numberOf).filter((number) => number !== undefined);
    expect(new Set(acknowledged).size).toBe(100);
    expect(await stored("百件")).toBe(100);
  });

  it("cut between the work and the commit, it is done again as a whole, once", async () => {
    beforeAnswering((read) => read(SYSTEM, (session) => session.query(CUT)).catch(() => undefined));
    const answer = await receive("剪断");
    expect([numberOf(answer) === undefined, answer.errors]).toEqual([false, undefined]);
    expect(await stored("剪断")).toBe(1);
  });

  it("an answer that cannot be read undoes the command", async () => {
    beforeAnswering(() => Promise.reject(new Error("cannot be read")));
    const answer = await receive("读不出");
    expect([answer.data, answer.errors?.[0]?.extensions["code"]]).toEqual([null, "INTERNAL_SERVER_ERROR"]);
    expect(await stored("读不出")).toBe(0);
  });

  it("each field of a mutation is committed before the next begins, and none after one that fails", async () => {
    const document = `mutation ($a: ReceiveRequestInput!, $b: ReceiveRequestInput!, $skip: Boolean!) {
      first: receiveRequest(input: $a) { request { number } problems { code } }
      ...More
      never: receiveRequest(input: $a) @include(if: $skip) { request { number } }
      foreign: receiveRequest(input: $b) { request { number } }
      last: receiveRequest(input: $a) { request { number } } }
      fragment More on Mutation { second: receiveRequest(input: $a) { ...Payload } }
      fragment Payload on ReceiveRequestPayload { request { number splitFrom { number } } }`;
    const a = newRequest(office.code, { subject: "逐个" });
    const { data, errors } = await office.clerk.query(document, {
      a,
      b: newRequest("371003003"),
      skip: false,
    });
    expect(data).toBeNull();
    expect(errors?.map(({ path, extensions }) => [path, extensions["code"]])).toEqual([
      [["foreign"], "NOT_FOUND"],
    ]);
    expect(await stored("逐个")).toBe(2);
  });
});
