import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { TABLES } from "../../src/app/app-database.js";
import { TenantScope } from "../../src/kernel/tenant-scope.js";
import { raw, sql } from "../../src/platform/db/index.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { decided, done, received } from "../ledgers/cases.js";
import { faults, fieldOf, newOffice, type Office } from "../reports/factories.js";
import { ask, change, changed, complaints, unitOf } from "./life.js";

const APPLIED = {
  subject: "某项目的批复",
  applicantKind: "NATURAL_PERSON",
  applicant: { name: "张三" },
  receiptChannel: "IN_PERSON",
};
const REQUEST = `query ($id: ID!) { node(id: $id) { ... on InformationRequest {
  unit { code } number state receivedOn revision applicant { name } clock { dueOn workingDaysUsed } splitFrom { number }
  remedies { number unit { code } } events { action: operation title note: reason on } } } }`;
const OPEN = `query ($code: String!) { unit(code: $code) {
  requests { totalCount nodes { number } } remedies { nodes { number } } proposals { nodes { number } } } }`;

let app: TestApp;
let district: Client;
beforeAll(async () => {
  app = await startTestApp();
  district = app.as("admin.371003");
});
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-01-20T09:00:00+08:00"));

const requestOf = async (client: Client, id: string): Promise<any> =>
  (await client.query(REQUEST, { id })).data.node;
const openOf = async (client: Client, code: string): Promise<any> =>
  (await client.query(OPEN, { code })).data.unit;
const dissolve = (office: Office, more: object): Promise<any> =>
  changed(district, "dissolveUnit", { unitCode: office.code, ...more });

/** No reference of any table points nowhere, nor to a row of another unit. */
async function whole(): Promise<void> {
  const scope = TenantScope.system("a test");
  const orphans = await app.app.database.write(scope, async (session) => {
    const pairs = [
      ["request_applicants", "request_id", "information_requests"],
      ["history_keys", "subject_id", "information_requests"],
      ["remedies", "request_id", "information_requests"],
      ["remedies", "review_id", "remedies"],
      ["information_requests", "split_from_id", "information_requests"],
    ] as const;
    const from = (name: string, alias: string) =>
      session.from(TABLES.find((table) => table.name === name) as never, alias);
    const found: unknown[] = [];
    for (const [child, key, parent] of pairs) {
      found.push(
        ...(await session.query(
          sql`select c.${raw(key)} as id from ${from(child, "c")} left join ${from(parent, "p")}
              on p.id = c.${raw(key)} and p.unit_id = c.unit_id where c.${raw(key)} is not null and p.id is null`,
        )),
      );
    }
    // Each record's steps stand in the history of the unit that it lies with now.
    for (const [table, type] of [
      ["information_requests", "InformationRequest"],
      ["remedies", "Remedy"],
      ["proposals", "Proposal"],
    ] as const)
      found.push(
        ...(await session.query(
          sql`select r.id from ${from(table, "r")} left join ${from("history", "h")}
              on h.subject_type = ${type} and h.subject_id = r.id and h.unit_id = r.unit_id and h.revision = r.revision
              where h.seq is null`,
        )),
      );
    return found;
  });
  expect(orphans).toEqual([]);
}

describe("dissolveUnit", () => {
  it("U2 hands open requests, cases and proposals to the successor; no clock starts anew", async () => {
    const [old, heir] = [await newOffice(app), await newOffice(app)];
    const open = await received(old.clerk, old.code, "2025-12-30");
    const closed = await decided(old.clerk, old.code, "2025-03-03", "2025-03-20");
    const contested = await decided(old.clerk, old.code, "2025-09-01", "2025-09-10");
    await done(old.clerk, "serveRequest", { requestId: closed.id, on: "2025-03-21", method: "DIRECT" });
    await done(old.clerk, "serveRequest", { requestId: contested.id, on: "2025-09-11", method: "DIRECT" });
    const remedy = {
      route: "REVIEW",
      number: "威文政复〔2025〕9号",
      lodgedOn: "2025-10-10",
      requestId: contested.id,
    };
    await done(old.clerk, "lodgeRemedy", remedy);
    const proposal = {
      unitCode: old.code,
      kind: "CONGRESS_SUGGESTION",
      level: "DISTRICT",
      number: "55",
      title: "建议",
      assignedOn: "2025-12-10",
    };
    await done(old.clerk, "assignProposal", proposal);
    const before = await requestOf(old.clerk, open.id);

    const gone = await dissolve(old, { successorCodes: [heir.code], on: "2026-01-15" });
    expect(gone).toMatchObject({
      dissolvedOn: "2026-01-15",
      successor: { code: heir.code },
      successors: [{ code: heir.code }],
    });
    expect((await unitOf(district, heir.code)).predecessors).toEqual([{ code: old.code }]);
    const after = await requestOf(heir.clerk, open.id);
    expect(after).toMatchObject({
      unit: { code: heir.code },
      receivedOn: "2025-12-30",
      applicant: { name: "张三" },
      clock: before.clock,
      revision: before.revision + 1,
    });
    expect(after.events.at(-1)).toMatchObject({
      action: "HAND_OVER",
      title: "移交承继单位",
      on: "2026-01-15",
    });
    expect(await requestOf(old.clerk, open.id)).toBeNull();
    const theirs = await openOf(heir.clerk, heir.code);
    expect(theirs.remedies.nodes).toEqual([{ number: "威文政复〔2025〕9号" }]);
    expect(theirs.proposals.nodes).toEqual([{ number: "55" }]);
    expect(theirs.requests.totalCount).toBe(2);
    // What is closed and uncontested stays where it was decided.
    expect((await openOf(old.clerk, old.code)).requests.totalCount).toBe(1);
    await whole();
    // The successor goes on with it.
    await done(heir.clerk, "decideRequest", {
      requestId: open.id,
      on: "2026-01-19",
      outcome: "DENIED_PROCESS",
      article: "条例 §16",
    });
  });

  it("U2 nothing new comes to a unit from its dissolution on; what lies before may still be entered", async () => {
    const [old, heir] = [await newOffice(app), await newOffice(app)];
    await dissolve(old, { successorCodes: [heir.code], on: "2026-01-15" });
    const record = { title: "通知", category: "其他", channels: ["WEBSITE"], formedOn: "2026-01-15" };
    const late: readonly (readonly [string, string, object, string])[] = [
      ["receiveRequest", "ReceiveRequestInput", { ...APPLIED, receivedOn: "2026-01-15" }, "receivedOn"],
      [
        "receiveRequest",
        "ReceiveRequestInput",
        { ...APPLIED, receiptChannel: "ONLINE", arrivedOn: "2026-01-19" },
        "arrivedOn",
      ],
      [
        "lodgeRemedy",
        "LodgeRemedyInput",
        { route: "REVIEW", number: "9号", lodgedOn: "2026-01-16" },
        "lodgedOn",
      ],
      [
        "assignProposal",
        "AssignProposalInput",
        {
          ...{ kind: "CONGRESS_SUGGESTION", level: "DISTRICT", number: "56", title: "建议" },
          assignedOn: "2026-01-16",
        },
        "assignedOn",
      ],
      ["registerDisclosure", "RegisterDisclosureInput", record, "formedOn"],
      ["importDisclosures", "ImportDisclosuresInput", { records: [record] }, "records.0.formedOn"],
      [
        "recordSupply",
        "RecordSupplyInput",
        {
          ...{ indicator: "proactive.licences.decisions", supplier: "政务服务中心", quantity: "3" },
          ...{ from: "2026-01-15", to: "2026-01-19" },
        },
        "from",
      ],
    ];
    for (const [verb, type, input, field] of late) {
      const document = `mutation ($input: ${type}!) { ${verb}(input: $input) { problems { code path message } } }`;
      const answer = await old.clerk.query(document, { input: { unitCode: old.code, ...input } });
      const [problem, ...others] = fieldOf<any>(answer).problems;
      expect([verb, problem?.code, problem?.path.join("."), others]).toEqual([
        verb,
        "INVALID_INPUT",
        `input.${field}`,
        [],
      ]);
      expect(problem.message).toContain("2026-01-15");
    }
    const entered = await received(old.clerk, old.code, "2026-01-14");
    expect((await requestOf(old.clerk, entered.id)).unit).toEqual({ code: old.code });
    // What took its place takes it up.
    await received(heir.clerk, heir.code, "2026-01-16");
  });

  it("U2 a merger: two units into a new one, numbers that clash told apart", async () => {
    const [one, two, merged] = [await newOffice(app), await newOffice(app), await newOffice(app)];
    const numbers: string[] = [];
    for (const { clerk, code } of [one, two]) {
      const { id } = await received(clerk, code, "2026-01-12");
      numbers.push((await requestOf(clerk, id)).number);
    }
    await dissolve(one, { successorCodes: [merged.code] });
    await dissolve(two, { successorCodes: [merged.code] });
    expect((await unitOf(district, merged.code)).predecessors).toHaveLength(2);
    const { requests } = await openOf(merged.clerk, merged.code);
    const expected = numbers[0] === numbers[1] ? `${two.code}/${numbers[1]}` : numbers[1];
    expect(requests.nodes.map(({ number }: any) => number).sort()).toEqual([numbers[0], expected].sort());
    await whole();
  });

  it("U2 a split: several successors, one of which takes over the open business", async () => {
    const [old, one, two] = [await newOffice(app), await newOffice(app), await newOffice(app)];
    const { id } = await received(old.clerk, old.code, "2026-01-12");
    const unitCode = old.code;
    const successorCodes = [one.code, two.code];
    expect(complaints(await change(district, "dissolveUnit", { unitCode, successorCodes } as any))).toEqual([
      "INVALID_INPUT input.handOverTo",
    ]);
    const gone = await dissolve(old, { successorCodes, handOverTo: two.code });
    expect(gone).toMatchObject({
      successor: { code: two.code },
      successors: [{ code: one.code }, { code: two.code }],
    });
    expect((await requestOf(two.clerk, id)).unit).toEqual({ code: two.code });
    expect(await requestOf(one.clerk, id)).toBeNull();
    // A wrong day is mended by doing it again.
    const mended = await dissolve(old, { successorCodes: [two.code], on: "2026-01-18" });
    expect(mended).toMatchObject({ dissolvedOn: "2026-01-18", successors: [{ code: two.code }] });
    expect((await unitOf(district, one.code)).predecessors).toEqual([]);
  });

  it("U2 is refused with its place, and changes nothing", async () => {
    const [old, heir] = [await newOffice(app), await newOffice(app)];
    await received(old.clerk, old.code, "2026-01-12");
    const refused = async (more: object, unitCode = old.code) =>
      complaints(
        await change(district, "dissolveUnit", { unitCode, successorCodes: [heir.code], ...more } as any),
      );
    expect(await refused({ successorCodes: [] })).toEqual(["NOT_ALLOWED_NOW input.successorCodes"]);
    expect(await refused({ successorCodes: [old.code] })).toEqual(["INVALID_INPUT input.successorCodes.0"]);
    expect(await refused({ handOverTo: "371003003" })).toEqual(["INVALID_INPUT input.handOverTo"]);
    expect(await refused({ on: "2026-02-01" })).toEqual(["INVALID_INPUT input.on"]);
    expect(await refused({ reason: "" })).toEqual(["INVALID_INPUT input.reason"]);
    expect(await refused({ successorCodes: ["371003003"] }, "371003")).toEqual([
      "NOT_ALLOWED_NOW input.unitCode",
    ]);
    const dead = await newOffice(app);
    await dissolve(dead, { successorCodes: [] });
    expect(await refused({ successorCodes: [dead.code] })).toEqual(["INVALID_INPUT input.successorCodes.0"]);
    expect(await unitOf(district, old.code)).toMatchObject({ dissolvedOn: null, revision: 1 });
    // Open business comes to no unit that one does not administer.
    const foreign = {
      unitCode: old.code,
      successorCodes: ["371002001"],
      reason: "试试",
      expectedRevision: 1,
    };
    expect(faults(await ask(district, "dissolveUnit", foreign))).toEqual(["NOT_FOUND"]);
    expect(faults(await ask(old.clerk, "dissolveUnit", { ...foreign, successorCodes: [] }))).toEqual([
      "FORBIDDEN",
    ]);
    const below = {
      parentCode: dead.code,
      code: `${dead.code}1`,
      kind: "TOWN",
      name: "某镇人民政府",
      shortName: "某镇",
    };
    expect(complaints((await ask(district, "createUnit", below)).data.createUnit)).toContain(
      "INVALID_INPUT input.parentCode",
    );
  });
});
