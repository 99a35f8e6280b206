import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DEMO_PASSWORD } from "../../seeds/people.js";
import { tellWhatIsDue } from "../../src/app/housekeeping.js";
import { ChangeNumbers } from "../../src/changes/api.js";
import { TEST_SECRETS, startTestApp, type Client, type TestApp } from "../harness/app.js";
import { Vault } from "../../src/platform/vault/vault.js";
import { WebhookWork } from "../../src/webhooks/api.js";
import { received } from "../ledgers/request-steps.js";
import {
  faults,
  fieldOf,
  newOffice,
  reportAt,
  taken,
  type Office,
  type Problem,
} from "../reports/factories.js";

interface Delivery {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly attempts: number;
  readonly answered: number | null;
  readonly failure: string | null;
  readonly body: string;
}
interface Added {
  readonly webhook: { readonly id: string } | null;
  readonly secret: string | null;
  readonly problems: readonly Problem[];
}

const DELIVERY = "id kind state attempts answered failure nextAt body";
const ADD = `mutation ($input: AddWebhookInput!) { addWebhook(input: $input) { webhook { id url kinds } secret problems { code path } } }`;
const TEST = `mutation ($id: ID!) { testWebhook(input: { webhookId: $id }) { delivery { ${DELIVERY} } problems { code } } }`;
const REPLAY = `mutation ($id: ID!) { replayDelivery(input: { deliveryId: $id }) { delivery { ${DELIVERY} } problems { code } } }`;
const REMOVE = `mutation ($id: ID!) { removeWebhook(input: { webhookId: $id }) { removedId problems { code } } }`;
const DELIVERIES = `query ($id: ID!) { node(id: $id) { ... on Webhook { deliveries { ${DELIVERY} } } } }`;

/** A program of an office, which answers as it is told. */
interface Receiver {
  readonly server: Server;
  readonly url: string;
  readonly posts: { readonly headers: IncomingHttpHeaders; readonly body: string }[];
  answer: number | "never";
}

async function receiver(port = 0): Promise<Receiver> {
  const posts: Receiver["posts"] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      posts.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      if (made.answer !== "never") response.writeHead(made.answer).end();
    });
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const { port: at } = server.address() as AddressInfo;
  const made: Receiver = { server, url: `http://127.0.0.1:${at}/hook`, posts, answer: 204 };
  return made;
}

const close = async ({ server }: Receiver): Promise<void> => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
};

let app: TestApp;
let admin: Client;
let office: Office;
let program: Receiver;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set("2026-01-20T09:00:00+08:00");
  await comeBack();
  office = await newOffice(app);
  program = await receiver();
  return () => close(program);
});

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { token } }`;
/** After hours the administrator signs in anew. */
async function comeBack(ms = 0): Promise<void> {
  app.clock.advance(ms);
  const input = { login: "admin.371003", password: DEMO_PASSWORD };
  admin = app.withToken(fieldOf<{ token: string }>(await app.anonymous.query(SIGN_IN, { input })).token);
}

const add = async (kinds: readonly string[], unitCode = office.code, url = program.url): Promise<Added> =>
  fieldOf(await admin.query(ADD, { input: { unitCode, url, kinds } }));
const deliveriesOf = async (id: string): Promise<Delivery[]> =>
  fieldOf<{ deliveries: Delivery[] }>(await admin.query(DELIVERIES, { id })).deliveries;
/** As after fifteen seconds: whatever wakes the work, it looks at everything. */
const delivered = async (webhookId: string): Promise<Delivery[]> => {
  fieldOf(await admin.query(TEST, { id: webhookId }));
  await app.settled();
  return (await deliveriesOf(webhookId)).filter(({ kind }) => kind !== "TEST").reverse();
};
const events = () => program.posts.filter(({ headers }) => headers["x-gongkai-event"] !== "TEST");

describe("a webhook", () => {
  it("tells a program what it chose, of the unit and below, signed, and nothing personal", async () => {
    const below = await add(["REPORT_RETURNED", "REPORT_PUBLISHED", "REQUEST_RECEIVED"]);
    const above = await add(["REPORT_PUBLISHED"], "371003");
    const report = await reportAt(app, "RETURNED", office);
    const request = await received(office.clerk, office.code, { applicant: { name: "李某某" } });
    const again = await taken(office.reviewer, "submitReport", report);
    await taken(
      app.as("officer.371003"),
      "publishReport",
      await taken(app.as("officer.371003"), "approveReport", again),
    );
    const told = await delivered(below.webhook?.id ?? "");
    expect(told.map(({ kind, state, answered }) => [kind, state, answered])).toEqual(
      ["REPORT_RETURNED", "REQUEST_RECEIVED", "REPORT_PUBLISHED"].map((kind) => [kind, "DELIVERED", 204]),
    );
    const ofAbove = await deliveriesOf(above.webhook?.id ?? "");
    expect(ofAbove.map(({ kind, state }) => [kind, state])).toEqual([["REPORT_PUBLISHED", "DELIVERED"]]);
    const first = events().find(({ headers }) => headers["x-gongkai-event"] === "REPORT_RETURNED");
    expect(JSON.parse(first?.body ?? "")).toMatchObject({
      ...{ id: told[0]?.id, kind: "REPORT_RETURNED", unit: office.code, year: 2025, status: "RETURNED" },
      ...{ subject: { type: "ANNUAL_REPORT", id: report.id }, revision: report.revision },
    });
    const texts = program.posts.map(({ body }) => body).join();
    expect(texts).toContain(request.id);
    expect(texts).not.toMatch(/李某某|clerk|officer/);
    const { headers, body } = first ?? { headers: {}, body: "" };
    const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers["x-gongkai-signature"])) ?? [];
    const hmac = createHmac("sha256", below.secret ?? "")
      .update(`${t}.${body}`)
      .digest("hex");
    expect([v1, headers["x-gongkai-delivery"]]).toEqual([hmac, told[0]?.id]);
    expect(below.secret).not.toBe(above.secret);
  });

  it("is tried again after 500, a receiver that is down, and one that is slow, and is given up in the end", async () => {
    const { webhook } = await add(["REQUEST_RECEIVED"]);
    const id = webhook?.id ?? "";
    program.answer = 500;
    await received(office.clerk, office.code);
    const [first] = await delivered(id);
    expect(first).toMatchObject({ state: "PENDING", attempts: 1, answered: 500 });
    // Not before its pause is over.
    expect((await delivered(id))[0]).toMatchObject({ attempts: 1 });
    const { port } = program.server.address() as AddressInfo;
    await close(program);
    await comeBack(61_000);
    expect((await delivered(id))[0]).toMatchObject({ attempts: 2, answered: null, failure: "ECONNREFUSED" });
    program = await receiver(port);
    for (let attempt = 3; attempt <= 8; attempt += 1) {
      program.answer = 503;
      await comeBack(24 * 3_600_000);
      expect((await delivered(id))[0]).toMatchObject({ attempts: attempt, answered: 503 });
    }
    expect((await delivered(id))[0]).toMatchObject({ state: "GIVEN_UP", attempts: 8 });
    program.answer = 200;
    fieldOf(await admin.query(REPLAY, { id: first?.id }));
    await app.settled();
    expect((await delivered(id))[0]).toMatchObject({
      id: first?.id,
      state: "DELIVERED",
      attempts: 1,
      answered: 200,
    });
    const sent = events().map(({ headers }) => headers["x-gongkai-delivery"]);
    expect(new Set(sent)).toEqual(new Set([first?.id]));
  });

  it("is delivered once by two processes at once, and again by another after the one that had it stopped", async () => {
    const { webhook } = await add(["REQUEST_RECEIVED"]);
    const id = webhook?.id ?? "";
    for (let i = 0; i < 3; i += 1) await received(office.clerk, office.code);
    const { database } = app.app;
    const vault = new Vault(TEST_SECRETS.personalDataKey);
    const log = { error: (details: object) => expect(details).toBeNull() };
    const another = () =>
      new WebhookWork(
        { database, vault, clock: app.clock, numbers: new ChangeNumbers(database), inner: true },
        log,
      );
    const workers = [another(), another(), another()];
    workers.forEach((worker) => worker.wake());
    await Promise.all(workers.map((worker) => worker.settled()));
    expect((await deliveriesOf(id)).map(({ state }) => state)).toEqual([
      "DELIVERED",
      "DELIVERED",
      "DELIVERED",
    ]);
    expect(events()).toHaveLength(3);
    // A process that stops in the middle: its row stays, and is due again after its lease.
    program.answer = "never";
    await received(office.clerk, office.code);
    const stopping = another();
    stopping.wake();
    while (events().length < 4) await new Promise((resolve) => setTimeout(resolve, 5));
    const { port } = program.server.address() as AddressInfo;
    await close(program);
    await stopping.close();
    await Promise.all(workers.map((worker) => worker.close()));
    program = await receiver(port);
    await comeBack(2 * 3_600_000);
    const states = (await delivered(id)).map(({ state }) => state);
    expect(states).toEqual(["DELIVERED", "DELIVERED", "DELIVERED", "DELIVERED"]);
  });

  it("tells once, some days before, that a request falls due", async () => {
    const { webhook } = await add(["REQUEST_DUE"]);
    const id = webhook?.id ?? "";
    const request = await received(office.clerk, office.code);
    const { dueOn } = request.clock;
    const told = async () => {
      await tellWhatIsDue(app.app.database, app.clock);
      return (await delivered(id)).map(({ kind, body }) => [kind, (JSON.parse(body) as { on: string }).on]);
    };
    expect(await told()).toEqual([]);
    app.clock.set(`${dueOn}T09:00:00+08:00`);
    await comeBack(-2 * 24 * 3_600_000);
    expect(await told()).toEqual([["REQUEST_DUE", dueOn]]);
    await comeBack(24 * 3_600_000);
    expect(await told()).toEqual([["REQUEST_DUE", dueOn]]);
    expect(JSON.parse(events()[0]?.body ?? "")).toMatchObject({
      subject: { id: request.id },
      unit: office.code,
    });
  });

  it("is its administrators' alone, of a unit of theirs, within limits, and gone when it is removed", async () => {
    const { webhook } = await add(["REQUEST_RECEIVED"]);
    const id = webhook?.id ?? "";
    const input = { unitCode: office.code, url: program.url, kinds: ["REQUEST_DUE"] };
    for (const [who, code] of [
      [app.anonymous, "UNAUTHENTICATED"],
      [office.clerk, "FORBIDDEN"],
      [app.as("officer.371003"), "FORBIDDEN"],
      [app.as("officer.371002"), "NOT_FOUND"],
    ] as const)
      expect(faults(await who.query(ADD, { input }))).toEqual([code]);
    for (const who of [office.clerk, app.as("officer.371002")])
      for (const document of [TEST, REMOVE])
        expect(faults(await who.query(document, { id }))).toEqual(["NOT_FOUND"]);
    const listed = `{ unit(code: "${office.code}") { webhooks { id } } }`;
    expect(fieldOf(await office.clerk.query(listed))).toEqual({ webhooks: null });
    expect(fieldOf(await admin.query(listed))).toEqual({ webhooks: [{ id }] });
    for (const url of ["nowhere", "ftp://example.org", "http://user:word@example.org/"])
      expect((await add(["REQUEST_DUE"], office.code, url)).problems).toEqual([
        { code: "INVALID_INPUT", path: ["input", "url"] },
      ]);
    expect((await add([])).problems).toEqual([{ code: "INVALID_INPUT", path: ["input", "kinds"] }]);
    for (let i = 0; i < 9; i += 1) expect((await add(["REQUEST_DUE"])).problems).toEqual([]);
    expect((await add(["REQUEST_DUE"])).problems).toMatchObject([{ path: ["input", "unitCode"] }]);
    expect(fieldOf(await admin.query(REMOVE, { id }))).toMatchObject({ removedId: id });
    await received(office.clerk, office.code);
    expect(fieldOf(await admin.query(DELIVERIES, { id }))).toBeNull();
    expect(faults(await admin.query(TEST, { id }))).toEqual(["NOT_FOUND"]);
  });
});
