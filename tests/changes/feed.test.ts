import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asOperator } from "../../src/access/index.js";
import { append, storeEntries } from "../../src/history/index.js";
import { SYSTEM, unitOf } from "../access/rows.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { databaseKind } from "../harness/database.js";
import { done, newBureau, published } from "../ledgers/disclosure-calls.js";
import { received, stepped } from "../ledgers/request-steps.js";
import { faults, fieldOf, newOffice, newPerson, reportAt, taken, type Office } from "../reports/factories.js";

interface Change {
  readonly cursor: string;
  readonly kind: string;
  readonly at: string;
  readonly unit: { readonly code: string } | null;
  readonly subject: { readonly type: string; readonly id: string | null };
  readonly year: number | null;
  readonly status: string | null;
  readonly revision: number | null;
  readonly own: boolean;
}
interface Feed {
  readonly nodes: readonly Change[];
  readonly next: string;
  readonly totalCount?: number;
  readonly pageInfo: { readonly hasNextPage: boolean };
}

const CHANGES = `query ($since: String, $units: [String!], $subtree: Boolean, $kinds: [ChangeKind!], $first: Int, $last: Int, $after: String, $orderBy: ChangeOrder) {
  changes(since: $since, units: $units, subtree: $subtree, kinds: $kinds, first: $first, last: $last, after: $after, orderBy: $orderBy) {
    nodes { cursor kind at unit { code } subject { type id } year status revision own } next pageInfo { hasNextPage } } }`;

let app: TestApp;
let office: Office;
let officer: Client;
beforeAll(async () => {
  app = await startTestApp();
  officer = app.as("officer.371003");
  office = await newOffice(app);
});
afterAll(() => app.close());

const changes = async (client: Client, variables: object = {}): Promise<Feed> =>
  fieldOf<Feed>(await client.query(CHANGES, variables));
const now = async (client: Client): Promise<string> => (await changes(client, { last: 1 })).next;
const kindsIn = ({ nodes }: Feed): string[] => nodes.map(({ kind }) => kind);

describe("the feed of changes", () => {
  it("tells each who may see it of a report's way, and the public of its publication alone", async () => {
    const neighbour = await newOffice(app);
    const readers = {
      clerk: office.clerk,
      officer,
      neighbour: neighbour.clerk,
      analyst: app.as("analyst.371003"),
      admin: app.as("admin.371003"),
      elsewhere: app.as("officer.371002"),
      public: app.anonymous,
    };
    const since = await now(office.clerk);
    const report = await reportAt(app, "RETURNED", office);
    const again = await taken(office.reviewer, "submitReport", report);
    await taken(officer, "publishReport", await taken(officer, "approveReport", again));
    const seen: Record<string, string[]> = {};
    for (const [who, client] of Object.entries(readers))
      seen[who] = kindsIn(await changes(client, { since }));
    const all = ["SAVED", "SUBMITTED", "RETURNED", "SUBMITTED", "APPROVED", "PUBLISHED"].map(
      (one) => `REPORT_${one}`,
    );
    const open = ["REPORT_PUBLISHED"];
    expect(seen).toEqual({
      ...{ clerk: all, officer: all, neighbour: open, analyst: open },
      ...{ admin: open, elsewhere: open, public: open },
    });
    const { nodes } = await changes(office.clerk, { since, kinds: ["REPORT_RETURNED", "REPORT_PUBLISHED"] });
    const unit = { code: office.code };
    const told = { unit, subject: { type: "ANNUAL_REPORT", id: report.id }, year: 2025, own: false };
    expect(nodes).toMatchObject([
      { ...told, kind: "REPORT_RETURNED", status: "RETURNED", revision: report.revision },
      { ...told, kind: "REPORT_PUBLISHED", status: "PUBLISHED" },
    ]);
    const own = await changes(office.clerk, { since, kinds: ["REPORT_SAVED"] });
    expect(own.nodes.map((change) => change.own)).toEqual([true]);
  });

  it("tells of a request within its unit and above, and of nothing personal: readings, sign-ins, accounts", async () => {
    const since = await now(officer);
    const request = await received(office.clerk, office.code, { applicant: { name: "李某某" } });
    await office.clerk.query(
      `query ($id: ID!) { node(id: $id) { ... on InformationRequest { applicant { name } } } }`,
      {
        id: request.id,
      },
    );
    await stepped(office.clerk, "decideRequest", request);
    await newPerson(app, office.code, "CLERK");
    await app.anonymous.query(`mutation { signIn(input: { login: "nobody", password: "x" }) { token } }`);
    const expected = ["REQUEST_RECEIVED", "REQUEST_CHANGED"];
    const told = await changes(office.clerk, { since });
    expect(kindsIn(told)).toEqual(expected);
    expect(JSON.stringify(told)).not.toContain("李某某");
    expect(kindsIn(await changes(officer, { since }))).toEqual(expected);
    for (const other of [app.anonymous, app.as("analyst.371003"), app.as("officer.371002")])
      expect(kindsIn(await changes(other, { since }))).toEqual([]);
  });

  it("tells the public of a disclosure while it is published", async () => {
    const since = await now(app.anonymous);
    const bureau = await newBureau(app);
    const { id } = await published(bureau);
    expect(kindsIn(await changes(app.anonymous, { since, units: [bureau.code] }))).toEqual([
      ...["UNIT_CHANGED", "DISCLOSURE_PUBLISHED"],
    ]);
    await done(bureau.clerk, "withdrawDisclosure", { disclosureId: id, reason: "涉及个人隐私" });
    expect(kindsIn(await changes(app.anonymous, { since, units: [bureau.code] }))).toEqual(["UNIT_CHANGED"]);
    // Registered, and passed by three people.
    expect(kindsIn(await changes(bureau.clerk, { since, units: [bureau.code] }))).toEqual([
      ...["UNIT_CHANGED", ...Array.from({ length: 4 }, () => "DISCLOSURE_CHANGED"), "DISCLOSURE_PUBLISHED"],
      "DISCLOSURE_WITHDRAWN",
    ]);
  });

  it("is read page by page, of some units, in both orders, and goes on where it was left", async () => {
    const [one, other] = [await newOffice(app), await newOffice(app)];
    const since = await now(officer);
    for (const { clerk, code } of [one, other, one]) await received(clerk, code);
    const units = [one.code];
    expect((await changes(officer, { since, units })).nodes.map(({ unit }) => unit?.code)).toEqual([
      one.code,
      one.code,
    ]);
    expect((await changes(officer, { since, units: ["371003"] })).nodes).toEqual([]);
    expect((await changes(officer, { since, units: ["371003"], subtree: true })).nodes).toHaveLength(3);
    expect((await changes(officer, { since, units: ["no such unit"] })).nodes).toEqual([]);
    const whole = (await changes(officer, { since })).nodes.map(({ cursor }) => cursor);
    const down = await changes(officer, { since, orderBy: "COMMITTED_DESC" });
    expect(down.nodes.map(({ cursor }) => cursor)).toEqual([...whole].reverse());
    const first = await changes(officer, { since, first: 2 });
    expect([first.next, first.pageInfo.hasNextPage]).toEqual([whole[1], true]);
    const rest = await changes(officer, { since: first.next });
    expect(rest.nodes.map(({ cursor }) => cursor)).toEqual(whole.slice(2));
    expect((await changes(officer, { since, after: whole[0] })).nodes).toHaveLength(2);
    expect((await changes(officer, { since: rest.next })).next).toBe(rest.next);
    const counted = `query ($since: String) { changes(since: $since, first: 1) { totalCount } }`;
    expect(fieldOf(await officer.query(counted, { since }))).toEqual({ totalCount: 3 });
  });

  it("refuses a cursor that it has not given out, and more units than a hundred", async () => {
    const good = await now(officer);
    for (const since of [
      "",
      "x",
      good.slice(1),
      `${good}=`,
      Buffer.from("0".repeat(22)).toString("base64url"),
    ])
      expect([since, faults(await officer.query(CHANGES, { since }))]).toEqual([since, ["BAD_USER_INPUT"]]);
    const many = Array.from({ length: 101 }, (_, i) => `unit ${i}`);
    await received(office.clerk, office.code);
    expect(faults(await officer.query(CHANGES, { since: good, units: many }))).toEqual(["BAD_USER_INPUT"]);
  });

  it("costs one statement while nothing changes", async () => {
    const since = await now(officer);
    app.statements();
    await changes(officer, { since });
    // The other two find out who asks.
    const sent = app.statements().filter((text) => /changes|history/.test(text));
    expect(sent).toHaveLength(1);
  });
});

describe("a change that is committed late", () => {
  it("is not skipped by whoever has read what was committed before it", async () => {
    const [slow, quick] = [await newOffice(app), await newOffice(app)];
    const since = await now(officer);
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    let stored = (): void => undefined;
    const isStored = new Promise<void>((resolve) => (stored = resolve));
    const write = ({ code }: Office, until: Promise<void>): Promise<void> =>
      app.app.database.write(SYSTEM, async (session) => {
        const unit = await unitOf(session, code);
        const call = asOperator(session, app.clock.now(), "amendUnit");
        append(call, { unit, subject: { type: "Unit", id: unit.id } });
        await storeEntries(session);
        stored();
        await until;
      });
    const late = write(slow, released);
    await isStored;
    app.clock.advance(1000);
    const early = write(quick, Promise.resolve());
    // SQLite has one writer: there the other waits.
    const waits = databaseKind() === "sqlite";
    if (!waits) await early;
    const first = await changes(officer, { since });
    expect(first.nodes.map(({ unit }) => unit?.code)).toEqual(waits ? [] : [quick.code]);
    release();
    await Promise.all([late, early]);
    const second = await changes(officer, { since: first.next });
    expect(second.nodes.map(({ unit }) => unit?.code)).toEqual(waits ? [slow.code, quick.code] : [slow.code]);
  });

  it("is told once, in one order for all, where many write and many ask at once", async () => {
    const offices = await Promise.all([newOffice(app), newOffice(app), newOffice(app)]);
    const since = await now(officer);
    const told: string[] = [];
    const reading = async (): Promise<void> => {
      let from = since;
      for (let i = 0; i < 8; i += 1) {
        const { nodes, next } = await changes(officer, { since: from, kinds: ["REQUEST_RECEIVED"] });
        told.push(...nodes.map(({ cursor }) => cursor));
        from = next;
      }
      told.push(
        ...(await changes(officer, { since: from, kinds: ["REQUEST_RECEIVED"] })).nodes.map(
          ({ cursor }) => cursor,
        ),
      );
    };
    const writing = offices.flatMap((one) => Array.from({ length: 4 }, () => received(one.clerk, one.code)));
    const others = Array.from({ length: 8 }, () => changes(office.clerk, { since }));
    await Promise.all([reading(), ...writing, ...others]);
    const after = await changes(officer, { since, kinds: ["REQUEST_RECEIVED"], first: 100 });
    const all = after.nodes.map(({ cursor }) => cursor);
    expect(all).toHaveLength(12);
    expect(new Set(all).size).toBe(12);
    // What one reader met on the way is a beginning of it, in the same order.
    expect(told).toEqual(all.slice(0, told.length));
  });
});
