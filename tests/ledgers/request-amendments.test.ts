import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { TABLES } from "../../src/app/app-database.js";
import { blankApplicants } from "../../src/ledgers/requests/api.js";
import { raw, sql } from "../../src/platform/db/index.js";
import { changed, digestOf, SYSTEM, unitOf } from "../access/rows.js";
import { startTestApp, type TestApp } from "../harness/app.js";
import {
  faults,
  fieldOf,
  findingsOf,
  newOffice,
  saved,
  wholeReport,
  type Office,
} from "../reports/factories.js";
import { done } from "./cases.js";
import {
  ask,
  numbersIn,
  received,
  requestNode,
  stepped,
  tryStep,
  type InformationRequest,
  type RequestPayload,
} from "./request-steps.js";

let app: TestApp;
let office: Office;
beforeAll(async () => (app = await startTestApp()));
afterAll(() => app.close());
beforeEach(async () => (office = await newOffice(app)));

const receive = (more = {}): Promise<InformationRequest> => received(office.clerk, office.code, more);
const amended = (request: { id: string }, more: object): Promise<InformationRequest> =>
  stepped(office.clerk, "amendRequest", request, more);
const arrived = (request: { id: string }, of: string, arrivedOn: string): Promise<InformationRequest> =>
  stepped(office.clerk, "recordArrival", request, { of, arrivedOn });

const complaints = ({ problems }: RequestPayload): string[] =>
  problems.map(({ code, path }) => `${code} ${path.join(".")}`);

/** What it says, and that nothing changed by it. */
async function refused(
  step: "amendRequest" | "recordArrival",
  request: { id: string },
  more: object,
): Promise<RequestPayload> {
  const before = await digestOf(app);
  const payload = await tryStep(office.clerk, step, request, more);
  expect(payload.request).toBeNull();
  expect(changed(before, await digestOf(app))).toEqual([]);
  return payload;
}

const CELLS = `query ($unit: String!, $year: Int!, $codes: [String!]) {
  unit(code: $unit) { report(year: $year) { cells(codes: $codes) { ledgerValue } } } }`;

/** What the ledger says for cells of table 三, by the end of their codes. */
async function ledger(year: number, ...cells: readonly string[]): Promise<(string | null)[]> {
  const codes = cells.map((cell) => `requests.${cell}`);
  const answer = await office.clerk.query(CELLS, { unit: office.code, year, codes });
  const { report } = fieldOf<{ report: { cells: { ledgerValue: string | null }[] } }>(answer);
  return report.cells.map(({ ledgerValue }) => ledgerValue);
}

const drafts = async (...years: readonly number[]): Promise<void> => {
  for (const year of years) await saved(office.clerk, { unitCode: office.code, year });
};

const ACTIVITY = `query ($unit: String!) { unit(code: $unit) { activity(from: "2025-01-01", to: "2026-12-31") {
  requests { received decided decidedOnTime medianWorkingDays } } } }`;

const activity = async (): Promise<unknown> =>
  fieldOf<{ activity: { requests: unknown } }>(await office.clerk.query(ACTIVITY, { unit: office.code }))
    .activity.requests;

const EVENTS = `query ($id: ID!) { node(id: $id) { ... on InformationRequest {
  events { on action: operation title note: reason details: changes { key: field label value: after } } } } }`;

const DIGEST = expect.stringMatching(/^hmac-sha256:[0-9a-f]{64}$/);

const lastEvent = async ({ id }: { id: string }): Promise<unknown> =>
  (await office.clerk.query(EVENTS, { id })).data.node.events.at(-1);

describe("amending a request", () => {
  it("corrects its particulars, and tells which and why; of its subject and its applicant a digest", async () => {
    const request = await receive({ subject: "年度予算", applicant: { name: "王某", contact: "旧电话" } });
    const after = await amended(request, {
      subject: "年度预算",
      number: "A-7",
      applicantKind: "ENTERPRISE",
      applicant: { name: "汪某" },
      expectedRevision: 1,
    });
    expect(after).toMatchObject({
      subject: "年度预算",
      number: "A-7",
      applicantKind: "ENTERPRISE",
      applicant: { name: "汪某", contact: null, deliveryAddress: null },
      state: "RECEIVED",
      revision: 2,
      clock: request.clock,
    });
    expect(await lastEvent(request)).toEqual({
      on: "2026-01-20",
      action: "AMEND_REQUEST",
      title: "更正登记",
      note: "登记有误",
      details: [
        { key: "number", label: "编号", value: "A-7" },
        { key: "applicantKind", label: "申请人类别", value: "ENTERPRISE" },
        { key: "subject", label: "申请内容", value: DIGEST },
        { key: "applicant.name", label: "申请人姓名或名称（摘要）", value: DIGEST },
        { key: "applicant.contact", label: "申请人联系方式（摘要）", value: null },
        { key: "changed", label: "更正的事项", value: "申请内容、编号、申请人类别、申请人信息" },
      ],
    });
    expect(await requestNode(office.clerk, request.id)).toEqual(after);
    expect(await numbersIn(office.clerk, office.code)).toEqual(["A-7"]);
  });

  it("reckons the clock from the amended receipt, and moves the request to its year", async () => {
    await drafts(2025, 2026);
    const request = await receive();
    const cells = ["received.naturalPerson", "carriedIn.naturalPerson", "carriedOut.naturalPerson"];
    expect(request.clock).toMatchObject({ dueOn: "2026-02-02", workingDaysUsed: 11, workingDaysLeft: 9 });
    expect([await ledger(2025, ...cells), await ledger(2026, ...cells)]).toEqual([
      [null, null, null],
      ["1", "0", "1"],
    ]);
    const after = await amended(request, { receivedOn: "2025-12-29" });
    expect(after).toMatchObject({
      arrivedOn: "2025-12-29",
      receivedOn: "2025-12-29",
      clock: { dueOn: "2026-01-27", workingDaysUsed: 15, workingDaysLeft: 5 },
    });
    expect([await ledger(2025, ...cells), await ledger(2026, ...cells)]).toEqual([
      ["1", "0", "1"],
      ["0", "1", "1"],
    ]);
    const due = { filter: { dueBefore: "2026-01-28" } };
    expect(await numbersIn(office.clerk, office.code, due)).toEqual([request.number]);
    await amended(request, { arrivedOn: "2026-01-05" });
    expect(await numbersIn(office.clerk, office.code, due)).toEqual([]);
    expect(await ledger(2025, ...cells)).toEqual([null, null, null]);
  });

  it("keeps the two days of what both sides confirmed apart", async () => {
    const online = await receive({
      receiptChannel: "ONLINE",
      arrivedOn: "2026-01-05",
      receivedOn: "2026-01-08",
    });
    expect(await amended(online, { arrivedOn: "2026-01-06" })).toMatchObject({
      arrivedOn: "2026-01-06",
      receivedOn: "2026-01-08",
      clock: online.clock,
    });
    const early = await refused("amendRequest", online, { receivedOn: "2026-01-05" });
    expect(complaints(early)).toEqual(["INVALID_INPUT input.receivedOn"]);
    const apart = await refused("amendRequest", online, { receiptChannel: "IN_PERSON" });
    expect(complaints(apart)).toEqual(["INVALID_INPUT input.receivedOn"]);
    expect(apart.problems[0]?.message).toContain("条例第三十一条");
    expect(await amended(online, { receiptChannel: "IN_PERSON", arrivedOn: "2026-01-06" })).toMatchObject({
      receiptChannel: "IN_PERSON",
      arrivedOn: "2026-01-06",
      receivedOn: "2026-01-06",
      clock: { dueOn: "2026-02-03" },
    });
  });

  it("does not confirm a receipt, but mends when the request came in", async () => {
    const registered = await receive({ receiptChannel: "FAX", arrivedOn: "2026-01-05", receivedOn: null });
    expect(await amended(registered, { arrivedOn: "2026-01-07" })).toMatchObject({
      state: "REGISTERED",
      arrivedOn: "2026-01-07",
      receivedOn: "2026-01-07",
      clock: { dueOn: null },
    });
    const wrong = await refused("amendRequest", registered, {
      receivedOn: "2026-01-08",
      receiptChannel: "IN_PERSON",
    });
    expect(complaints(wrong)).toEqual([
      "NOT_ALLOWED_NOW input.receivedOn",
      "NOT_ALLOWED_NOW input.receiptChannel",
    ]);
    const early = await tryStep(office.clerk, "confirmReceipt", registered, { on: "2026-01-06" });
    expect(early.problems[0]?.message).toBe("日期不能早于申请到达日期 2026-01-07");
    expect(await stepped(office.clerk, "confirmReceipt", registered, { on: "2026-01-08" })).toMatchObject({
      state: "RECEIVED",
      receivedOn: "2026-01-08",
      clock: { dueOn: "2026-02-05" },
    });
  });

  it("never counts what was withdrawn unconfirmed from a day before its withdrawal", async () => {
    await drafts(2025, 2026);
    const registered = await receive({ receiptChannel: "FAX", arrivedOn: "2025-12-29", receivedOn: null });
    await stepped(office.clerk, "withdrawRequest", registered, { on: "2026-01-05" });
    const cells = ["received.total", "other.misc.total"];
    await amended(registered, { arrivedOn: "2025-12-30" });
    expect([await ledger(2025, ...cells), await ledger(2026, ...cells)]).toEqual([
      [null, null],
      ["1", "1"],
    ]);
    expect(await amended(registered, { decidedOn: "2025-12-31" })).toMatchObject({ decidedOn: "2025-12-31" });
    expect([await ledger(2025, ...cells), await ledger(2026, ...cells)]).toEqual([
      ["1", "1"],
      ["0", "0"],
    ]);
  });

  it("leaves the parts of a split to count from it", async () => {
    await drafts(2025, 2026);
    const begun = await receive({ receivedOn: "2025-12-29" });
    await arrivedExtension(begun);
    const { parts } = await tryStep(office.clerk, "splitRequest", begun, { on: "2026-01-06" });
    const [part] = parts ?? [];
    if (!part) throw new Error("no part");
    // What was known of the extension's notice goes with it.
    expect(complaints(await refused("recordArrival", part, {}))).toEqual(["NOT_ALLOWED_NOW input.of"]);
    expect(await amended(part, { receivedOn: "2025-12-26" })).toMatchObject({
      receivedOn: "2025-12-26",
      clock: { dueOn: "2026-02-28" },
    });
    expect((await requestNode(office.clerk, begun.id))?.clock.dueOn).toBe("2026-03-02");
    expect([await ledger(2025, "received.total"), await ledger(2026, "received.total")]).toEqual([
      ["1"],
      ["1"],
    ]);
  });

  async function arrivedExtension(request: InformationRequest): Promise<void> {
    await stepped(office.clerk, "extendRequest", request, { on: "2025-12-30" });
    await arrived(request, "EXTENSION_NOTICE", "2025-12-31");
  }

  it("moves a decision to its row, its column and its year of table 三", async () => {
    await drafts(2025, 2026);
    const request = await receive({ receivedOn: "2025-12-15" });
    await stepped(office.clerk, "decideRequest", request, { on: "2026-01-05", documentNumber: "1号" });
    const served = await stepped(office.clerk, "serveRequest", request, { on: "2026-01-06" });
    const cells = [
      "granted.naturalPerson",
      "partial.naturalPerson",
      "partial.enterprise",
      "carriedOut.total",
    ];
    const both = async (): Promise<unknown> => [await ledger(2025, ...cells), await ledger(2026, ...cells)];
    expect(await both()).toEqual([
      ["0", "0", "0", "1"],
      ["1", "0", "0", "0"],
    ]);
    expect(await activity()).toMatchObject({ decidedOnTime: 1, medianWorkingDays: 14 });

    await amended(request, { outcome: "PARTIAL", article: "§37", documentNumber: null });
    expect(await both()).toEqual([
      ["0", "0", "0", "1"],
      ["0", "1", "0", "0"],
    ]);
    await amended(request, { applicantKind: "ENTERPRISE" });
    expect(await both()).toEqual([
      ["0", "0", "0", "1"],
      ["0", "0", "1", "0"],
    ]);
    const after = await amended(request, { decidedOn: "2025-12-31" });
    expect(after).toMatchObject({
      state: "SERVED",
      outcome: "PARTIAL",
      article: "§37",
      documentNumber: null,
      decidedOn: "2025-12-31",
      servedOn: "2026-01-06",
      clock: { dueOn: served.clock.dueOn, workingDaysUsed: 12 },
    });
    expect(await both()).toEqual([
      ["0", "0", "1", "0"],
      ["0", "0", "0", "0"],
    ]);
    expect(await activity()).toMatchObject({ decided: 1, decidedOnTime: 1, medianWorkingDays: 12 });
    // The decision's own event stays as it was recorded.
    expect(after.events.find(({ action }) => action === "DECIDE_REQUEST")?.on).toBe("2026-01-05");
    expect(await lastEvent(request)).toMatchObject({
      details: [
        { key: "decidedOn", label: "决定日期", value: "2025-12-31" },
        { key: "changed", value: "办结日期" },
      ],
    });
  });

  it("is what the steps after it go by", async () => {
    const request = await receive();
    await stepped(office.clerk, "decideRequest", request, { on: "2026-01-08" });
    await amended(request, { decidedOn: "2026-01-15" });
    const early = await tryStep(office.clerk, "serveRequest", request, { on: "2026-01-14" });
    expect(early.problems[0]?.message).toBe("日期不能早于上一步“作出决定”的日期 2026-01-15");
    expect(await stepped(office.clerk, "serveRequest", request, { on: "2026-01-16" })).toMatchObject({
      state: "SERVED",
      clock: { workingDaysUsed: 8 },
    });
  });

  it("tells a submitted report's unit what it no longer agrees with", async () => {
    const request = await receive({ receivedOn: "2025-12-15" });
    await stepped(office.clerk, "decideRequest", request, { on: "2025-12-30" });
    const [row, other] = ["requests.granted.naturalPerson", "requests.partial.naturalPerson"];
    const cells = { "requests.received.naturalPerson": "1", [row]: "1" };
    await saved(office.clerk, wholeReport(office, 2025, cells));
    const told = async (): Promise<unknown> =>
      (await findingsOf(office.clerk, office.code, 2025, { statuses: ["OPEN"] }))
        .filter(({ rule }) => rule.code === "L01")
        .map(({ cells: [cell], expected, actual }) => [cell?.code, expected, actual]);
    expect(await told()).toEqual([]);
    await amended(request, { outcome: "PARTIAL", article: "§37" });
    expect(await told()).toEqual([
      [row, "0", "1"],
      [other, "1", "0"],
    ]);
    await amended(request, { outcome: "GRANTED", article: "§36(2)" });
    expect(await told()).toEqual([]);
  });

  it("answers the same key once", async () => {
    const request = await receive();
    const input = { subject: "决算", expectedRevision: 1, idempotencyKey: "amend" };
    const [first, second] = [await amended(request, input), await amended(request, input)];
    expect([first.revision, second.revision]).toEqual([2, 2]);
  });
});

describe("an amendment is refused", () => {
  const LATER = "2026-01-21";
  it.each([
    ["with nothing to amend", {}, "INVALID_INPUT input", "没有要更正的事项"],
    [
      "with what is there already",
      { subject: "环山街道2025年度预算" },
      "INVALID_INPUT input",
      "与现有登记不同",
    ],
    ["without a reason", { reason: " ", subject: "决算" }, "INVALID_INPUT input.reason", "理由"],
    ["with an empty subject", { subject: "" }, "INVALID_INPUT input.subject", "1 至 500"],
    ["with too long a number", { number: "1".repeat(41) }, "INVALID_INPUT input.number", "1 至 40"],
    ["without a name", { applicant: { name: "" } }, "INVALID_INPUT input.applicant.name", "1 至 100"],
    ["with a receipt in the future", { receivedOn: LATER }, "INVALID_INPUT input.receivedOn", "不能晚于今天"],
    [
      "with a receipt before the calendar",
      { arrivedOn: "1999-12-31" },
      "INVALID_INPUT input.arrivedOn",
      "工作日历",
    ],
    [
      "with a receipt after the first step",
      { receivedOn: "2026-01-08" },
      "INVALID_INPUT input.receivedOn",
      "不能晚于第一步“告知补正”的日期 2026-01-07",
    ],
    [
      "with two days where there is one",
      { arrivedOn: "2026-01-05", receivedOn: "2026-01-06" },
      "INVALID_INPUT input.receivedOn",
      "条例第三十一条",
    ],
    ["with another's number", { number: "2026-0009" }, "ALREADY_EXISTS input.number", "2026-0009 已被使用"],
    ["with an outcome", { outcome: "PARTIAL", article: "§37" }, "NOT_ALLOWED_NOW input.outcome", "尚未办结"],
    ["with a day of decision", { decidedOn: "2026-01-15" }, "NOT_ALLOWED_NOW input.decidedOn", "尚未办结"],
  ])("%s", async (_what, more, complaint, message) => {
    await receive({ number: "2026-0009" });
    const request = await receive();
    await stepped(office.clerk, "askCorrection", request, { on: "2026-01-07" });
    const payload = await refused("amendRequest", request, more);
    expect(complaints(payload)).toContain(complaint);
    expect(payload.problems.every(({ code }) => code === complaint.split(" ")[0])).toBe(true);
    expect(payload.problems[0]?.message).toContain(message);
  });

  it.each([
    ["without the article of another outcome", { outcome: "PARTIAL" }, "INVALID_INPUT input.article", "§37"],
    ["that takes the article away", { article: null }, "INVALID_INPUT input.article", "§36(1)(2)"],
    [
      "with too long a document number",
      { documentNumber: "1".repeat(101) },
      "INVALID_INPUT input.documentNumber",
      "100",
    ],
    [
      "to a day before the last step",
      { decidedOn: "2026-01-08" },
      "INVALID_INPUT input.decidedOn",
      "“登记补正”",
    ],
    [
      "to a day after the service",
      { decidedOn: "2026-01-17" },
      "INVALID_INPUT input.decidedOn",
      "不能晚于送达日期 2026-01-16",
    ],
    ["to a day to come", { decidedOn: LATER }, "INVALID_INPUT input.decidedOn", "不能晚于今天"],
  ])("%s, of a decision", async (_what, more, complaint, message) => {
    const request = await receive();
    await stepped(office.clerk, "askCorrection", request, { on: "2026-01-07" });
    await stepped(office.clerk, "recordCorrection", request, { on: "2026-01-09" });
    await stepped(office.clerk, "decideRequest", request, { on: "2026-01-14" });
    await stepped(office.clerk, "serveRequest", request, { on: "2026-01-16" });
    const payload = await refused("amendRequest", request, more);
    expect(complaints(payload)).toEqual([complaint]);
    expect(payload.problems[0]?.message).toContain(message);
  });

  it("that ends a request while others had time to answer or correct", async () => {
    const silent = await receive({ receivedOn: "2025-12-01" });
    await stepped(office.clerk, "consultThirdParty", silent, { on: "2025-12-02" });
    await stepped(office.clerk, "decideRequest", silent, { on: "2025-12-31" });
    const lapsed = await receive({ receivedOn: "2025-12-01" });
    await stepped(office.clerk, "askCorrection", lapsed, { on: "2025-12-02", deadline: "2025-12-23" });
    await stepped(office.clerk, "lapseRequest", lapsed, { on: "2025-12-31" });
    for (const request of [silent, lapsed]) {
      const payload = await refused("amendRequest", request, { decidedOn: "2025-12-23" });
      expect(complaints(payload)).toEqual(["NOT_ALLOWED_NOW input.decidedOn"]);
      expect(payload.problems[0]?.message).toContain("期限到 2025-12-23 为止");
      expect(await amended(request, { decidedOn: "2025-12-24" })).toMatchObject({ decidedOn: "2025-12-24" });
    }
    // A withdrawal waits for nobody.
    const withdrawn = await receive({ receivedOn: "2025-12-01" });
    await stepped(office.clerk, "askCorrection", withdrawn, { on: "2025-12-02", deadline: "2025-12-23" });
    await stepped(office.clerk, "withdrawRequest", withdrawn);
    expect(await amended(withdrawn, { decidedOn: "2025-12-03" })).toMatchObject({ decidedOn: "2025-12-03" });
  });

  it("that leaves a case nothing to contest on its day", async () => {
    const request = await receive();
    await stepped(office.clerk, "decideRequest", request, { on: "2026-01-08" });
    await done(office.clerk, "lodgeRemedy", {
      unitCode: office.code,
      route: "REVIEW",
      requestId: request.id,
      number: "复〔2026〕1号",
      lodgedOn: "2026-01-12",
    });
    const payload = await refused("amendRequest", request, { decidedOn: "2026-01-13" });
    expect(complaints(payload)).toEqual(["NOT_ALLOWED_NOW input"]);
    expect(payload.problems[0]?.message).toContain("复〔2026〕1号 已于 2026-01-12 提起");
    expect(await amended(request, { decidedOn: "2026-01-12" })).toMatchObject({ decidedOn: "2026-01-12" });
  });

  it("with a revision that has passed", async () => {
    const request = await receive();
    await amended(request, { subject: "决算" });
    const { problems } = await refused("amendRequest", request, { subject: "别的", expectedRevision: 1 });
    expect(problems).toMatchObject([{ code: "STALE_REVISION", currentRevision: 2 }]);
  });

  it("to all but the unit's own clerk and reviewer", async () => {
    const { id } = await received(app.as("clerk.371003003"), "371003003");
    for (const step of ["amendRequest", "recordArrival"] as const) {
      const asked = async (login: string) =>
        faults(await ask(app.as(login), step, id, step === "amendRequest" ? { subject: "决算" } : {}));
      expect(await asked("officer.371003")).toEqual(["FORBIDDEN"]);
      expect(await asked("case-reader.371003")).toEqual(["FORBIDDEN"]);
      expect(await asked("clerk.371003104")).toEqual(["NOT_FOUND"]);
      expect(await asked("officer.371002")).toEqual(["NOT_FOUND"]);
      expect(await asked("reviewer.371003003")).toEqual([]);
      expect(faults(await ask(office.clerk, step, "bm9wZQ"))).toEqual(["NOT_FOUND"]);
    }
  });
});

describe("an arrival that becomes known later", () => {
  it.each([
    ["THIRD_PARTY_LETTER", "consultThirdParty", "2026-01-28", "2026-01-30", "2026-02-28", "2026-03-03"],
    ["AGENCY_LETTER", "consultAgency", "2026-01-28", "2026-01-30", "2026-02-28", "2026-03-03"],
    ["FEE_NOTICE", "noticeFee", "2026-02-04", "2026-02-06", null, null],
  ] as const)("of the %s moves what runs from it", async (of, step, wait, waitAfter, due, dueAfter) => {
    const request = await receive();
    const before = await stepped(office.clerk, step, request, { on: "2026-01-07" });
    expect(before.clock).toMatchObject({ waitsUntil: wait, dueOn: due, paused: true });
    const after = await arrived(request, of, "2026-01-09");
    expect(after).toMatchObject({
      state: before.state,
      revision: 3,
      clock: { waitsUntil: waitAfter, dueOn: dueAfter, paused: true },
    });
    const dueOn = (await requestNode(office.clerk, request.id))?.clock.dueOn;
    expect(dueOn).toBe(dueAfter);
    const again = await refused("recordArrival", request, { of, arrivedOn: "2026-01-09" });
    expect(complaints(again)).toEqual(["NOT_ALLOWED_NOW input.of"]);
    expect(again.problems[0]?.message).toContain("已登记为 2026-01-09");
  });

  it("is as if it had been told with the letter", async () => {
    const [later, atOnce] = [await receive(), await receive()];
    await stepped(office.clerk, "consultAgency", later, { on: "2026-01-07" });
    const { clock } = await arrived(later, "AGENCY_LETTER", "2026-01-12");
    const told = await stepped(office.clerk, "consultAgency", atOnce, {
      on: "2026-01-07",
      letterReceivedOn: "2026-01-12",
    });
    expect(clock).toEqual(told.clock);
    const refusal = await refused("recordArrival", atOnce, { of: "AGENCY_LETTER", arrivedOn: "2026-01-12" });
    expect(refusal.problems[0]?.message).toContain("已登记为 2026-01-12（条例第三十四条");
    // It is no step of the process: the reply may be of an earlier day than the recording.
    expect(await stepped(office.clerk, "recordAgencyReply", later, { on: "2026-01-14" })).toMatchObject({
      state: "IN_PROGRESS",
    });
    expect(await lastEvent(atOnce)).toMatchObject({ action: "CONSULT_AGENCY" });
  });

  it("is told by its event", async () => {
    const request = await receive();
    await stepped(office.clerk, "noticeFee", request, { on: "2026-01-07" });
    await stepped(office.clerk, "recordArrival", request, {
      of: "FEE_NOTICE",
      arrivedOn: "2026-01-09",
      note: "邮政回执",
    });
    expect(await lastEvent(request)).toEqual({
      on: "2026-01-20",
      action: "RECORD_ARRIVAL",
      title: "补登送达日期",
      note: "邮政回执",
      details: [
        { key: "of", label: "送达的文书", value: "收费通知" },
        { key: "arrivedOn", label: "送达日期", value: "2026-01-09" },
        { key: "letter", label: "所对文书的步骤号", value: "2" },
      ],
    });
  });

  it("of an extension's notice lays the finding that nobody was told, also once it is served", async () => {
    const request = await receive({ receivedOn: "2025-12-01" });
    await stepped(office.clerk, "extendRequest", request, { on: "2025-12-08" });
    await stepped(office.clerk, "decideRequest", request, { on: "2025-12-15" });
    await stepped(office.clerk, "serveRequest", request, { on: "2025-12-16" });
    const cells = { "requests.received.naturalPerson": "1", "requests.granted.naturalPerson": "1" };
    await saved(office.clerk, wholeReport(office, 2025, cells));
    const lapses = async (): Promise<string[]> =>
      (await findingsOf(office.clerk, office.code, 2025, { statuses: ["OPEN"] })).flatMap(
        ({ rule, message }) => (rule.code === "D02" ? [message] : []),
      );
    expect(await lapses()).toHaveLength(1);
    expect(await arrived(request, "EXTENSION_NOTICE", "2025-12-09")).toMatchObject({
      state: "SERVED",
      outcome: "GRANTED",
      clock: { dueOn: "2026-01-27" },
    });
    expect(await lapses()).toEqual([]);
  });

  it("lets the time to answer or to pay run from it", async () => {
    const unpaid = await receive({ receivedOn: "2025-12-01" });
    await stepped(office.clerk, "noticeFee", unpaid, { on: "2025-12-02" });
    await arrived(unpaid, "FEE_NOTICE", "2025-12-05");
    const early = await tryStep(office.clerk, "lapseRequest", unpaid, { on: "2026-01-05" });
    expect(early.problems[0]?.message).toContain("缴费期限到 2026-01-05 为止");
    expect(await stepped(office.clerk, "lapseRequest", unpaid, { on: "2026-01-06" })).toMatchObject({
      state: "LAPSED",
    });
  });

  it.each([
    [
      "before it was sent",
      { of: "AGENCY_LETTER", arrivedOn: "2025-11-30" },
      "INVALID_INPUT input.arrivedOn",
      "发出的日期 2025-11-03",
    ],
    [
      "in the future",
      { of: "AGENCY_LETTER", arrivedOn: "2026-01-21" },
      "INVALID_INPUT input.arrivedOn",
      "不能晚于今天",
    ],
    [
      "more than 60 days later",
      { of: "AGENCY_LETTER", arrivedOn: "2026-01-03" },
      "INVALID_INPUT input.arrivedOn",
      "超过 60 日",
    ],
    [
      "of another letter",
      { of: "THIRD_PARTY_LETTER", arrivedOn: "2025-11-04" },
      "NOT_ALLOWED_NOW input.of",
      "没有待登记送达日期的征求第三方意见书",
    ],
    [
      "of an extension that there was not",
      { of: "EXTENSION_NOTICE", arrivedOn: "2025-11-04" },
      "NOT_ALLOWED_NOW input.of",
      "条例第三十三条",
    ],
    [
      "with a note that is none",
      { of: "AGENCY_LETTER", arrivedOn: "2025-11-04", note: "\ud800" },
      "INVALID_INPUT input.note",
      "残缺的字符",
    ],
    [
      "on a revision that has passed",
      { of: "AGENCY_LETTER", arrivedOn: "2025-11-04", expectedRevision: 1 },
      "STALE_REVISION input.expectedRevision",
      "第 2 次",
    ],
  ])("is refused %s", async (_what, more, complaint, message) => {
    const request = await receive({ receivedOn: "2025-11-03" });
    const on = more.arrivedOn === "2025-11-30" ? "2025-12-01" : "2025-11-03";
    await stepped(office.clerk, "consultAgency", request, { on });
    const payload = await refused("recordArrival", request, more);
    expect(complaints(payload)).toEqual([complaint]);
    expect(payload.problems[0]?.message).toContain(message.replace("2025-11-03", on));
  });

  it("of a letter that was answered is refused", async () => {
    const request = await receive();
    await stepped(office.clerk, "consultThirdParty", request, { on: "2026-01-07" });
    await stepped(office.clerk, "recordThirdPartyReply", request, { on: "2026-01-09" });
    const payload = await refused("recordArrival", request, {
      of: "THIRD_PARTY_LETTER",
      arrivedOn: "2026-01-08",
    });
    expect(complaints(payload)).toEqual(["NOT_ALLOWED_NOW input.of"]);
  });
});

describe("an amended applicant's personal data", () => {
  const CANARIES = ["翠鸟丙", "canary-13900139000", "翠鸟巷三号"] as const;
  const [name, contact, deliveryAddress] = CANARIES;
  const applicant = { name, contact, deliveryAddress };

  it("stands in no table but sealed, and neither does what it replaced", async () => {
    const request = await receive({ applicant: { ...applicant, name: `旧${name}` } });
    await amended(request, { applicant, idempotencyKey: "canary" });
    await amended(request, { subject: "决算" });
    expect((await requestNode(office.reviewer, request.id))?.applicant).toEqual(applicant);
    expect((await requestNode(app.as("officer.371003"), request.id))?.applicant).toBeNull();
    const tables = await app.app.database.read(SYSTEM, async (session) => {
      const dumped: string[] = [];
      for (const table of TABLES) {
        const from = table.kind === "tenant" ? session.from(table, "t") : raw(`${table.name} t`);
        const rows = await session.query<object>(sql`select t.* from ${from}`);
        const asText = (_key: string, value: unknown): unknown =>
          value instanceof Uint8Array ? Buffer.from(value).toString("utf8") : value;
        dumped.push(`${table.name} ${JSON.stringify(rows, asText)}`);
      }
      return dumped;
    });
    for (const canary of CANARIES) expect(tables.filter((rows) => rows.includes(canary))).toEqual([]);
    const wrong = await tryStep(office.clerk, "amendRequest", request, {
      applicant: { ...applicant, name: `${name}\ud800` },
    });
    expect(complaints(wrong)).toEqual(["INVALID_INPUT input.applicant.name"]);
    expect(JSON.stringify(wrong)).not.toContain(name);
  });

  it("does not come back once it was blanked", async () => {
    const request = await receive({ applicant });
    await stepped(office.clerk, "decideRequest", request, { on: "2026-01-08" });
    await app.app.database.write(SYSTEM, async (session) =>
      blankApplicants(session, await unitOf(session, office.code), "2026-01-20", app.clock),
    );
    const payload = await refused("amendRequest", request, { applicant });
    expect(complaints(payload)).toEqual(["NOT_ALLOWED_NOW input.applicant"]);
    expect(await amended(request, { subject: "决算" })).toMatchObject({ subject: "决算", applicant: null });
  });
});
