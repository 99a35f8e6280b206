import { Writable } from "node:stream";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TABLES } from "../../src/app/app-database.js";
import { INFORMATION_REQUESTS } from "../../src/ledgers/requests/index.js";
import { blankApplicants, REQUEST_APPLICANTS, unitsWithApplicants } from "../../src/ledgers/requests/api.js";
import { raw, sql } from "../../src/platform/db/index.js";
import { idOfType } from "../../src/platform/graphql/global-id.js";
import { SYSTEM, unitOf } from "../access/rows.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { faults, save, wholeReport } from "../reports/factories.js";
import {
  listAnswer,
  received,
  RECEIVE,
  newRequest,
  REQUEST_FIELDS,
  requestNode,
  stepped,
  tryReceive,
  tryStep,
  type InformationRequest,
} from "./request-steps.js";

const UNIT = "371003003";
const CANARIES = ["雀蓝丁", "canary-13800138000", "金丝雀路七号"] as const;
const [NAME, CONTACT, ADDRESS] = CANARIES;
const APPLICANT = { name: NAME, contact: CONTACT, deliveryAddress: ADDRESS };

let log = "";
const stream = new Writable({
  write(chunk, _encoding, done) {
    log += String(chunk);
    done();
  },
});

let app: TestApp;
let clerk: Client;
let request: InformationRequest;
beforeAll(async () => {
  app = await startTestApp({ log: pino({ level: "trace" }, stream) });
  clerk = app.as(`clerk.${UNIT}`);
  const key = (name: string) => ({ idempotencyKey: name });
  request = await received(clerk, UNIT, { applicant: APPLICANT, ...key("receive") });
  await tryReceive(clerk, newRequest(UNIT, { applicant: APPLICANT, ...key("receive") }));
  await tryReceive(clerk, newRequest(UNIT, { applicant: APPLICANT, ...key("receive"), subject: "别的" }));
  await stepped(clerk, "askCorrection", request, { on: "2026-01-07", deadline: "2026-01-15", ...key("a") });
  await stepped(clerk, "recordCorrection", request, { on: "2026-01-09" });
  await tryStep(clerk, "askCorrection", request);
  await stepped(clerk, "noticeFee", request, { on: "2026-01-09", ...key("b") });
  await stepped(clerk, "recordFeePaid", request, { on: "2026-01-12" });
  await stepped(clerk, "splitRequest", request, { on: "2026-01-13", ...key("c") });
  await stepped(clerk, "decideRequest", request, { on: "2026-01-14", ...key("d") });
  await save(clerk, wholeReport({ code: UNIT }, 2025));
});
afterAll(() => app.close());

/** The canaries that a text holds, as they are, escaped or encoded. */
const canariesIn = (text: string): string[] =>
  CANARIES.filter((canary) =>
    [canary, JSON.stringify(canary).slice(1, -1), encodeURIComponent(canary)]
      .concat([Buffer.from(canary).toString("base64").slice(0, -4), Buffer.from(canary).toString("hex")])
      .some((form) => text.includes(form)),
  );

const dump = (): Promise<Map<string, string>> =>
  app.app.database.read(SYSTEM, async (session) => {
    const tables = new Map<string, string>();
    for (const table of TABLES) {
      const from = table.kind === "tenant" ? session.from(table, "t") : raw(`${table.name} t`);
      const rows = await session.query<object>(sql`select t.* from ${from}`);
      const asText = (_key: string, value: unknown): unknown =>
        value instanceof Uint8Array
          ? `${Buffer.from(value).toString("utf8")} ${Buffer.from(value).toString("hex")}`
          : value;
      tables.set(table.name, JSON.stringify(rows, asText));
    }
    return tables;
  });

describe("an applicant's personal data", () => {
  it("is shown to the unit's own clerk and reviewer, also on the parts of a split", async () => {
    for (const login of [`clerk.${UNIT}`, `reviewer.${UNIT}`]) {
      const answer = await app.as(login).query(
        `query ($id: ID!) { node(id: $id) { ... on InformationRequest {
          applicant { name contact deliveryAddress } parts { applicant { name contact deliveryAddress } } } } }`,
        { id: request.id },
      );
      expect(answer.data.node).toEqual({ applicant: APPLICANT, parts: [{ applicant: APPLICANT }] });
    }
  });

  it("is null to officer and analyst, and the request is nothing to others", async () => {
    for (const login of ["officer.371003", "case-reader.371003"])
      expect(await requestNode(app.as(login), request.id)).toMatchObject({
        number: request.number,
        applicant: null,
      });
    for (const login of ["clerk.371003104", "officer.371002", "admin.371003"])
      expect(await requestNode(app.as(login), request.id)).toBeNull();
    expect(await requestNode(app.anonymous, request.id)).toBeNull();
  });

  it("stands in no table but sealed", async () => {
    const tables = await dump();
    expect(tables.get("request_applicants")).toContain(idOfType("InformationRequest", request.id));
    for (const [table, rows] of tables) expect([table, canariesIn(rows)]).toEqual([table, []]);
  });

  const QUERIES = [
    `{ unit(code: "${UNIT}") { requests { nodes { ${REQUEST_FIELDS} } } } }`,
    `{ unit(code: "371003") { requests(subtree: true) { nodes { ${REQUEST_FIELDS} } } } }`,
    ...CANARIES.map(
      (canary) => `{ unit(code: "${UNIT}") { requests(filter: { text: "${canary}" }) { totalCount } } }`,
    ),
    `{ unit(code: "${UNIT}") { report(year: 2025) { findings { message explanation judgement excerpt { text } } } } }`,
    `{ unit(code: "${UNIT}") { report(year: 2025) { events { nodes { actor action: operation reason } } sections { body } } } }`,
    `{ compareReports(input: { under: "371003", years: [2025], indicators: ["requests.received.total"] }) {
      rows { unit { code } values } } }`,
    `{ unit(code: "${UNIT}") { activity(from: "2026-01-01", to: "2026-12-31") {
      requests { received byOutcome { key label count } byApplicant { key label count } } } } }`,
  ];

  it.each(["officer.371003", "analyst.371003", "clerk.371003104", "officer.371002", null])(
    "is in no answer to %s",
    async (login) => {
      const client = login === null ? app.anonymous : app.as(login);
      for (const query of QUERIES) {
        const answer = await client.query(query);
        if (login === "officer.371003") expect([query, faults(answer)]).toEqual([query, []]);
        // The text that was searched for is not repeated either.
        expect(canariesIn(JSON.stringify(answer))).toEqual([]);
      }
    },
  );

  it("is in no problem and no error, whatever is wrong with it", async () => {
    const wrong = [
      { applicant: { ...APPLICANT, name: `${NAME}\ud800` } },
      { applicant: { ...APPLICANT, contact: CONTACT.repeat(50) } },
      { applicant: { ...APPLICANT, contact: { phone: CONTACT } } },
      { applicant: { ...APPLICANT, unknown: ADDRESS } },
      { applicant: `${NAME}${CONTACT}${ADDRESS}` },
    ];
    for (const more of wrong) {
      const answer = await clerk.query(RECEIVE, { input: newRequest(UNIT, more) });
      expect(answer.data?.receiveRequest?.request ?? null).toBeNull();
      expect(canariesIn(JSON.stringify(answer))).toEqual([]);
    }
  });

  it("is in no log, even when it cannot be opened", async () => {
    const { id } = await received(clerk, UNIT, { applicant: APPLICANT });
    const row = { requestId: idOfType("InformationRequest", id) ?? "" };
    await app.app.database.write(SYSTEM, async (session) => {
      const unit = await unitOf(session, UNIT);
      const garbage = Buffer.from([1, ...Buffer.from(NAME.repeat(20))]);
      await session.rows(REQUEST_APPLICANTS).update({ ...row, unitId: unit.id }, { sealed: garbage });
    });
    const answer = await clerk.query(
      `query ($id: ID!) { node(id: $id) { ... on InformationRequest { number applicant { name } } } }`,
      { id },
    );
    expect(answer.data.node).toMatchObject({ applicant: null });
    expect(faults(answer)).toEqual(["INTERNAL_SERVER_ERROR"]);
    expect(log).toContain("request failed");
    expect(canariesIn(log)).toEqual([]);
    await app.app.database.write(SYSTEM, async (session) => {
      const unit = await unitOf(session, UNIT);
      await session.rows(REQUEST_APPLICANTS).delete({ ...row, unitId: unit.id });
    });
  });
});

describe("the retention command", () => {
  it("blanks what ended before a day, and nothing else", async () => {
    const blank = (before: string): Promise<number> =>
      app.app.database.write(SYSTEM, async (session) =>
        blankApplicants(session, await unitOf(session, UNIT), before, app.clock),
      );
    const holding = async (): Promise<string[]> =>
      (await app.app.database.read(SYSTEM, unitsWithApplicants)).map(({ code }) => code);
    expect(await holding()).toEqual([UNIT]);
    expect(await blank("2026-01-14")).toBe(0);
    expect(await blank("2026-01-15")).toBe(1);
    expect(await blank("2026-01-15")).toBe(0);
    const blanked = await requestNode(clerk, request.id);
    expect(blanked).toMatchObject({ state: "DECIDED", applicant: null });
    expect(blanked?.events.at(-1)).toMatchObject({
      on: "2026-01-20",
      action: "BLANK_APPLICANT",
      title: "清除申请人个人信息",
      note: null,
    });
    const [part] = (await listAnswer(clerk, UNIT, { filter: { text: "-2" } })).data.unit.requests.nodes;
    expect(part).toMatchObject({ number: `${request.number}-2` });
    expect(await holding()).toEqual([UNIT]);
    // It is no step of the process: the service of the day before is recorded all the same.
    expect(await stepped(clerk, "serveRequest", request, { on: "2026-01-16" })).toMatchObject({
      state: "SERVED",
    });
    const rows = await app.app.database.read(SYSTEM, (session) =>
      session.rows(INFORMATION_REQUESTS).find({ number: request.number }),
    );
    expect(rows).toHaveLength(1);
  });
});
