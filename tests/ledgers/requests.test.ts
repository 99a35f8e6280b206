import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changed, digestOf } from "../access/rows.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { faults, newOffice, type Office } from "../reports/factories.js";
import {
  ask,
  newRequest,
  received,
  RECEIVE,
  requestNode,
  openSteps,
  STEPS,
  stepped,
  tryReceive,
  tryStep,
  type InformationRequest,
  type RequestPayload,
  type RequestStep,
} from "./request-steps.js";

let app: TestApp;
let office: Office;
beforeAll(async () => {
  app = await startTestApp();
  office = await newOffice(app);
});
afterAll(() => app.close());

const complaints = ({ problems }: RequestPayload): string[] =>
  problems.map(({ code, path }) => `${code} ${path.join(".")}`);

/** What it says, and that nothing changed by it. */
async function refused(work: () => Promise<RequestPayload>): Promise<RequestPayload> {
  const before = await digestOf(app);
  const payload = await work();
  expect(payload.request).toBeNull();
  expect(changed(before, await digestOf(app))).toEqual([]);
  return payload;
}

describe("receiving a request", () => {
  it("takes the day of submission for its receipt, and gives it the next number of the year", async () => {
    const unit = await newOffice(app);
    const first = await received(unit.clerk, unit.code, {
      applicant: { name: "王某", contact: "电话", deliveryAddress: "某路1号" },
      note: "窗口提交",
    });
    expect(first).toMatchObject({
      number: "2026-0001",
      subject: "环山街道2025年度预算",
      applicantKind: "NATURAL_PERSON",
      applicant: { name: "王某", contact: "电话", deliveryAddress: "某路1号" },
      state: "RECEIVED",
      outcome: null,
      arrivedOn: "2026-01-05",
      receivedOn: "2026-01-05",
      revision: 1,
      clock: { dueOn: "2026-02-02", paused: false, workingDaysUsed: 11, workingDaysLeft: 9, overdue: false },
      events: [{ on: "2026-01-05", action: "RECEIVE_REQUEST", title: "收到申请", note: "窗口提交" }],
    });
    expect(await received(unit.clerk, unit.code)).toMatchObject({ number: "2026-0002" });
    expect(await received(unit.clerk, unit.code, { number: "文公开申〔2026〕9号" })).toMatchObject({
      number: "文公开申〔2026〕9号",
    });
    await received(unit.clerk, unit.code, { number: "2026-0040" });
    expect(await received(unit.clerk, unit.code)).toMatchObject({ number: "2026-0041" });
    expect(await received(unit.clerk, unit.code, { receivedOn: "2025-12-30" })).toMatchObject({
      number: "2025-0001",
    });
  });

  it("finds a free number past those that a database takes for the same, and past those of any length", async () => {
    const unit = await newOffice(app);
    // MariaDB does not tell the width of digits apart.
    await received(unit.clerk, unit.code, { number: "２０２６-0001" });
    const { number } = await received(unit.clerk, unit.code);
    expect(["2026-0001", "2026-0002"]).toContain(number);
    const again = await tryReceive(unit.clerk, newRequest(unit.code, { number: "２０２６-０００１" }));
    if (again.request === null) expect(complaints(again)).toEqual(["ALREADY_EXISTS input.number"]);
    await received(unit.clerk, unit.code, { number: "2026-999999" });
    expect(await received(unit.clerk, unit.code)).toMatchObject({ number: "2026-1000000" });
    expect(await received(unit.clerk, unit.code)).toMatchObject({ number: "2026-1000001" });
  });

  it("registers what came online until both sides confirm its receipt, and the clock stands still", async () => {
    const online = { receiptChannel: "ONLINE", receivedOn: null, arrivedOn: "2026-01-05" };
    const registered = await received(office.clerk, office.code, online);
    expect(registered).toMatchObject({
      state: "REGISTERED",
      receivedOn: "2026-01-05",
      clock: { dueOn: null, workingDaysUsed: 0, workingDaysLeft: null, steps: [] },
    });
    expect(openSteps(registered)).toEqual(["confirmReceipt", "withdrawRequest", "amendRequest"]);
    const early = await refused(() =>
      tryStep(office.clerk, "confirmReceipt", registered, { on: "2026-01-04" }),
    );
    expect(early.problems).toMatchObject([
      { code: "INVALID_INPUT", path: ["input", "on"], message: "日期不能早于申请到达日期 2026-01-05" },
    ]);
    expect(await stepped(office.clerk, "confirmReceipt", registered, { on: "2026-01-08" })).toMatchObject({
      state: "RECEIVED",
      arrivedOn: "2026-01-05",
      receivedOn: "2026-01-08",
      revision: 2,
      clock: { dueOn: "2026-02-05" },
    });
  });

  it("takes an online request's only date for both", async () => {
    expect(
      await received(office.clerk, office.code, { receiptChannel: "ONLINE", receivedOn: "2026-01-06" }),
    ).toMatchObject({ state: "RECEIVED", arrivedOn: "2026-01-06", receivedOn: "2026-01-06" });
  });

  const SAID = "条例第三十一条";
  it.each([
    ["no date", { receivedOn: null }, "receivedOn", SAID],
    [
      "two days of a signature",
      { receiptChannel: "POST_SIGNED", arrivedOn: "2026-01-05", receivedOn: "2026-01-06" },
      "receivedOn",
      SAID,
    ],
    [
      "a confirmation before the arrival",
      { receiptChannel: "POST_ORDINARY", arrivedOn: "2026-01-06", receivedOn: "2026-01-05" },
      "receivedOn",
      SAID,
    ],
    ["a date in the future", { receivedOn: "2026-01-21" }, "receivedOn", "不能晚于今天（2026-01-20）"],
    ["one before the calendar", { receivedOn: "1999-12-31" }, "receivedOn", "工作日历"],
    ["no name", { applicant: { name: "" } }, "applicant.name", "1 至 100"],
    ["a subject of a broken character", { subject: "预算\udc00" }, "subject", "残缺的字符"],
    ["too long a number", { number: "1".repeat(41) }, "number", "1 至 40"],
  ])("refuses %s", async (_what, more, field, message) => {
    const payload = await refused(() => tryReceive(office.clerk, newRequest(office.code, more)));
    expect(complaints(payload)).toEqual([`INVALID_INPUT input.${field}`]);
    expect(payload.problems[0]?.message).toContain(message);
  });

  it("refuses a number that is taken, and tells all problems at once", async () => {
    await received(office.clerk, office.code, { number: "A-1" });
    const taken = await refused(() => tryReceive(office.clerk, newRequest(office.code, { number: "a-1" })));
    expect(complaints(taken)).toEqual(["ALREADY_EXISTS input.number"]);
    const all = await refused(() =>
      tryReceive(office.clerk, newRequest(office.code, { receivedOn: "2027-01-01", subject: "" })),
    );
    expect(complaints(all)).toEqual(["INVALID_INPUT input.receivedOn", "INVALID_INPUT input.subject"]);
  });

  it("answers the same key with the same request", async () => {
    const input = newRequest(office.code, { idempotencyKey: "once" });
    const [first, second] = [await tryReceive(office.clerk, input), await tryReceive(office.clerk, input)];
    expect(second.request?.id).toBe(first.request?.id);
    const other = await tryReceive(office.clerk, { ...input, subject: "别的" });
    expect(complaints(other)).toEqual(["KEY_REUSED input.idempotencyKey"]);
  });

  it("is the clerk's alone", async () => {
    const input = newRequest("371003003");
    const asked = (login: string) => app.as(login).query(RECEIVE, { input });
    expect(faults(await asked("reviewer.371003003"))).toEqual(["FORBIDDEN"]);
    expect(faults(await asked("officer.371003"))).toEqual(["FORBIDDEN"]);
    expect(faults(await asked("clerk.371003104"))).toEqual(["NOT_FOUND"]);
    expect(faults(await app.anonymous.query(RECEIVE, { input }))).toEqual(["UNAUTHENTICATED"]);
  });
});

/** What may be done in the process at any time. */
const ASKING = ["consultThirdParty", "consultAgency"];
/** What is known later or mended, in whatever state. */
const MENDING = ["withdrawStep", "correctStep", "amendRequest"];
const LATER = ["recordArrival", ...MENDING];
/** The steps of the process in its order, but for those that wait for something else. */
const OPEN_STEPS = [
  "askCorrection",
  ...ASKING,
  "askReasons",
  "noticeFee",
  "extendRequest",
  "splitRequest",
  "decideRequest",
  "withdrawRequest",
];
const LEGAL: Readonly<Record<string, readonly string[]>> = {
  REGISTERED: ["confirmReceipt", "withdrawRequest", "amendRequest"],
  RECEIVED: [...OPEN_STEPS, "amendRequest"],
  IN_PROGRESS: [...OPEN_STEPS, ...LATER],
  AWAITING_CORRECTION: [
    ...["recordCorrection", ...ASKING, "askReasons", "noticeFee", "withdrawRequest", "lapseRequest"],
    ...LATER,
  ],
  CONSULTING_THIRD_PARTY: [
    ...["askCorrection", "consultThirdParty", "recordThirdPartyReply", "consultAgency", "askReasons"],
    ...["noticeFee", "extendRequest", "decideRequest", "withdrawRequest"],
    ...LATER,
  ],
  CONSULTING_AGENCY: [
    ...["askCorrection", "consultThirdParty", "consultAgency", "recordAgencyReply", "askReasons"],
    ...["noticeFee", "extendRequest", "decideRequest", "withdrawRequest"],
    ...LATER,
  ],
  AWAITING_FEE: [
    ...["askCorrection", ...ASKING, "askReasons", "recordFeePaid", "withdrawRequest", "lapseRequest"],
    ...LATER,
  ],
  AWAITING_REASONS: [
    ...["askCorrection", ...ASKING, "recordReasons", "noticeFee", "extendRequest", "decideRequest"],
    ...["withdrawRequest", ...LATER],
  ],
  DECIDED: ["serveRequest", ...LATER],
  SERVED: LATER,
  WITHDRAWN: MENDING,
  LAPSED: ["reopenRequest", ...MENDING],
};

/** The way to each state. */
const WAYS: Readonly<Record<string, readonly (readonly [RequestStep, object])[]>> = {
  RECEIVED: [],
  IN_PROGRESS: [["extendRequest", {}]],
  AWAITING_CORRECTION: [["askCorrection", { on: "2026-01-07", deadline: "2026-01-15" }]],
  CONSULTING_THIRD_PARTY: [["consultThirdParty", { on: "2026-01-07" }]],
  CONSULTING_AGENCY: [["consultAgency", { on: "2026-01-07" }]],
  AWAITING_FEE: [["noticeFee", { on: "2026-01-07" }]],
  AWAITING_REASONS: [["askReasons", {}]],
  DECIDED: [["decideRequest", {}]],
  SERVED: [
    ["decideRequest", {}],
    ["serveRequest", {}],
  ],
  WITHDRAWN: [["withdrawRequest", {}]],
  LAPSED: [
    ["askCorrection", { on: "2026-01-07", deadline: "2026-01-15" }],
    ["lapseRequest", {}],
  ],
};

async function requestAt(state: string, more = {}): Promise<InformationRequest> {
  if (state === "REGISTERED")
    return received(office.clerk, office.code, {
      receiptChannel: "FAX",
      arrivedOn: "2026-01-05",
      receivedOn: null,
    });
  let request = await received(office.clerk, office.code, more);
  for (const [step, input] of WAYS[state] ?? []) request = await stepped(office.clerk, step, request, input);
  return request;
}

describe("the workflow", () => {
  it.each(Object.keys(LEGAL))("from %s opens its steps and refuses all others", async (state) => {
    const legal = LEGAL[state] ?? [];
    const request = await requestAt(state);
    expect(request.state).toBe(state);
    expect(openSteps(request)).toEqual(legal);
    for (const step of STEPS.filter((one) => !legal.includes(one))) {
      const payload = await tryStep(office.clerk, step, request);
      expect(payload.request).toBeNull();
      expect(payload.problems).toMatchObject([
        { code: "TRANSITION_REFUSED", path: ["input"], state, legalSteps: legal },
      ]);
    }
    expect(await requestNode(office.clerk, request.id)).toEqual(request);
  });

  it("says of every step whether the caller can take it, and why not", async () => {
    const request = await requestAt("AWAITING_CORRECTION");
    const stepIn = ({ steps }: InformationRequest, mutation: string) =>
      steps.find((step) => step.mutation === mutation);
    expect(request.steps.map(({ mutation }) => mutation)).toEqual(STEPS);
    expect(stepIn(request, "recordCorrection")).toMatchObject({ allowed: true, whyNot: null });
    expect(stepIn(request, "decideRequest")).toMatchObject({ allowed: false, whyNot: "正在等待补正" });
    expect(stepIn(request, "recordFeePaid")).toMatchObject({ allowed: false, whyNot: "没有等待缴费" });
    expect(stepIn(request, "serveRequest")).toMatchObject({ allowed: false, whyNot: "现为“待补正”" });
    const byReviewer = await requestNode(office.reviewer, request.id);
    expect(byReviewer?.steps.find(({ mutation }) => mutation === "splitRequest")).toMatchObject({
      allowed: false,
      whyNot: "您的角色无权进行此操作",
    });
  });

  it("says which steps are legal, by their names", async () => {
    const { problems } = await tryStep(office.clerk, "serveRequest", await requestAt("AWAITING_CORRECTION"));
    expect(problems[0]?.message).toBe(
      "现为“待补正”，不能进行这一步；现在可以：登记补正、征求第三方意见、征求其他机关意见、要求说明理由、发出收费通知、登记撤回、逾期终结、补登送达日期、撤回一步、更正一步、更正登记",
    );
  });

  it("runs from the receipt to the service", async () => {
    const begun = await received(office.clerk, office.code);
    const steps: readonly (readonly [RequestStep, object, string])[] = [
      ["askCorrection", { on: "2026-01-06", deadline: "2026-01-20" }, "AWAITING_CORRECTION"],
      ["recordCorrection", { on: "2026-01-08" }, "IN_PROGRESS"],
      ["consultThirdParty", { on: "2026-01-08" }, "CONSULTING_THIRD_PARTY"],
      ["recordThirdPartyReply", { on: "2026-01-12" }, "IN_PROGRESS"],
      ["consultAgency", { on: "2026-01-12" }, "CONSULTING_AGENCY"],
      ["extendRequest", { on: "2026-01-13", toldOn: "2026-01-13", note: "电话告知" }, "CONSULTING_AGENCY"],
      ["recordAgencyReply", { on: "2026-01-14" }, "IN_PROGRESS"],
      ["askReasons", { on: "2026-01-14" }, "AWAITING_REASONS"],
      ["recordReasons", { on: "2026-01-15", delayedUntil: "2026-06-30" }, "IN_PROGRESS"],
      ["noticeFee", { on: "2026-01-15" }, "AWAITING_FEE"],
      ["recordFeePaid", { on: "2026-01-16" }, "IN_PROGRESS"],
      ["decideRequest", { on: "2026-01-19", documentNumber: "〔2026〕1号" }, "DECIDED"],
      ["serveRequest", { on: "2026-01-20" }, "SERVED"],
    ];
    let request = begun;
    for (const [i, [step, more, state]] of steps.entries()) {
      const expectedRevision = request.revision;
      request = await stepped(office.clerk, step, request, { ...more, expectedRevision });
      expect(request).toMatchObject({ state, revision: i + 2 });
    }
    expect(request).toMatchObject({
      outcome: "GRANTED",
      article: "§36(2)",
      documentNumber: "〔2026〕1号",
      decidedOn: "2026-01-19",
      servedOn: "2026-01-20",
    });
    expect(request.events.map(({ action }) => action)).toEqual([
      "RECEIVE_REQUEST",
      ...steps.map(([step]) => step.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()),
    ]);
    expect(request.events.find(({ action }) => action === "EXTEND_REQUEST")?.note).toBe("案情复杂\n电话告知");
  });

  it("is the clerk's and the reviewer's work, but splitting the clerk's alone", async () => {
    const { id } = await received(app.as("clerk.371003003"), "371003003");
    const asked = (login: string, step: RequestStep) => ask(app.as(login), step, id);
    expect(faults(await asked("officer.371003", "decideRequest"))).toEqual(["FORBIDDEN"]);
    expect(faults(await asked("case-reader.371003", "decideRequest"))).toEqual(["FORBIDDEN"]);
    expect(faults(await asked("clerk.371003104", "decideRequest"))).toEqual(["NOT_FOUND"]);
    expect(faults(await asked("officer.371002", "decideRequest"))).toEqual(["NOT_FOUND"]);
    expect(faults(await asked("reviewer.371003003", "splitRequest"))).toEqual(["FORBIDDEN"]);
    expect(faults(await asked("reviewer.371003003", "decideRequest"))).toEqual([]);
    expect(faults(await ask(office.clerk, "decideRequest", "bm9wZQ"))).toEqual(["NOT_FOUND"]);
  });
});

describe("a step's input", () => {
  const LAW = [
    ["decideRequest", { article: " " }, "RECEIVED", "INVALID_INPUT input.article", "通常依据条例§36(1)(2)"],
    [
      "decideRequest",
      { outcome: "DENIED_THIRD_PARTY", article: null },
      "RECEIVED",
      "INVALID_INPUT input.article",
      "§15、§32",
    ],
    ["extendRequest", { days: 21 }, "RECEIVED", "INVALID_INPUT input.days", "条例第三十三条"],
    ["extendRequest", { days: 0 }, "RECEIVED", "INVALID_INPUT input.days", "条例第三十三条"],
    ["extendRequest", { approver: "" }, "RECEIVED", "INVALID_INPUT input.approver", "1 至 100"],
    ["extendRequest", { reason: " " }, "RECEIVED", "INVALID_INPUT input.reason", "理由"],
    ["extendRequest", { toldOn: "2026-01-19" }, "RECEIVED", "INVALID_INPUT input.toldOn", "延期批准日期"],
    ["extendRequest", {}, "IN_PROGRESS", "NOT_ALLOWED_NOW input", "已于 2026-01-20 延长过"],
    [
      "askCorrection",
      { on: "2026-01-08", deadline: "2026-01-08" },
      "RECEIVED",
      "INVALID_INPUT input.deadline",
      "条例第三十条",
    ],
    ["decideRequest", {}, "CONSULTING_THIRD_PARTY", "NOT_ALLOWED_NOW input.on", "2026-01-28 为止"],
    ["decideRequest", {}, "CONSULTING_AGENCY", "NOT_ALLOWED_NOW input.on", "条例第三十四条"],
    ["lapseRequest", {}, "AWAITING_FEE", "NOT_ALLOWED_NOW input.on", "109号"],
    [
      "lapseRequest",
      { on: "2026-01-15" },
      "AWAITING_CORRECTION",
      "NOT_ALLOWED_NOW input.on",
      "补正期限到 2026-01-15 为止",
    ],
    [
      "recordReasons",
      { reasonable: false, delayedUntil: "2026-05-01" },
      "AWAITING_REASONS",
      "INVALID_INPUT input.delayedUntil",
      "条例第三十五条",
    ],
    [
      "recordReasons",
      { delayedUntil: "2026-01-20" },
      "AWAITING_REASONS",
      "INVALID_INPUT input.delayedUntil",
      "晚于",
    ],
    ["noticeFee", { amount: "0" }, "RECEIVED", "INVALID_INPUT input.amount", "109号"],
    ["noticeFee", { amount: "1.234" }, "RECEIVED", "INVALID_INPUT input.amount", "两位小数"],
    [
      "noticeFee",
      { amount: "100000000000.01" },
      "RECEIVED",
      "INVALID_INPUT input.amount",
      "不超过 100000000000 元",
    ],
    ["noticeFee", { amount: "很多" }, "RECEIVED", "INVALID_INPUT input.amount", "大于 0"],
    [
      "noticeFee",
      { amount: "141", method: "BY_PAGE", quantity: 44 },
      "RECEIVED",
      "INVALID_INPUT input.amount",
      "应为 140 元",
    ],
    ["noticeFee", { method: "BY_PAGE" }, "RECEIVED", "INVALID_INPUT input.quantity", "一并给出"],
    [
      "noticeFee",
      { amount: null, method: "BY_PAGE", quantity: 30 },
      "RECEIVED",
      "INVALID_INPUT input.quantity",
      "不收费",
    ],
    [
      "consultAgency",
      { letterReceivedOn: "2026-01-19" },
      "RECEIVED",
      "INVALID_INPUT input.letterReceivedOn",
      "发函日期",
    ],
    ["splitRequest", { subjects: ["只有一件"] }, "RECEIVED", "INVALID_INPUT input.subjects", "2 至 20"],
    ["splitRequest", { subjects: ["甲", ""] }, "RECEIVED", "INVALID_INPUT input.subjects.1", "1 至 500"],
    ["decideRequest", { on: "2026-01-04" }, "RECEIVED", "INVALID_INPUT input.on", "申请收到日期 2026-01-05"],
    ["decideRequest", { on: "2026-01-21" }, "RECEIVED", "INVALID_INPUT input.on", "不能晚于今天"],
    ["decideRequest", { on: "1999-01-01" }, "RECEIVED", "INVALID_INPUT input.on", "工作日历"],
    ["serveRequest", { on: "2026-01-19" }, "DECIDED", "INVALID_INPUT input.on", "上一步“作出决定”"],
    ["recordCorrection", { on: "2026-01-06" }, "AWAITING_CORRECTION", "INVALID_INPUT input.on", "告知补正"],
    ["recordFeePaid", { note: "\ud800" }, "AWAITING_FEE", "INVALID_INPUT input.note", "残缺的字符"],
  ] as const;

  it.each(LAW)("%s %j from %s: %s", async (step, more, state, complaint, message) => {
    const request = await requestAt(state);
    const payload = await refused(() => tryStep(office.clerk, step, request, more));
    expect(complaints(payload)).toEqual([complaint]);
    expect(payload.problems[0]?.message).toContain(message);
  });

  it("is told all that is wrong with it at once, and in the caller's language", async () => {
    const request = await requestAt("RECEIVED");
    const more = { on: "2026-01-01", days: 30, approver: "", reason: "" };
    const payload = await refused(() => tryStep(office.clerk, "extendRequest", request, more));
    expect(complaints(payload)).toEqual([
      "INVALID_INPUT input.on",
      "INVALID_INPUT input.days",
      "INVALID_INPUT input.approver",
      "INVALID_INPUT input.reason",
    ]);
  });

  it("refuses a second correction notice, however much later", async () => {
    const request = await requestAt("AWAITING_CORRECTION");
    await stepped(office.clerk, "recordCorrection", request, { on: "2026-01-09" });
    const payload = await refused(() => tryStep(office.clerk, "askCorrection", request));
    expect(complaints(payload)).toEqual(["NOT_ALLOWED_NOW input"]);
    expect(payload.problems[0]?.message).toContain("一次性告知");
  });

  it("accepts a correction notice after the seventh working day, which is for the findings to tell", async () => {
    const request = await requestAt("RECEIVED");
    expect(await stepped(office.clerk, "askCorrection", request)).toMatchObject({
      state: "AWAITING_CORRECTION",
      clock: { dueOn: null, waitsUntil: "2026-03-31" },
    });
  });

  it("refuses an extension and a fee notice after the due date", async () => {
    const late = await requestAt("RECEIVED", { receivedOn: "2025-12-01" });
    expect(late.clock).toMatchObject({ dueOn: "2025-12-29", overdue: true });
    for (const step of ["extendRequest", "noticeFee"] as const) {
      const payload = await refused(() => tryStep(office.clerk, step, late));
      expect(complaints(payload)).toEqual(["NOT_ALLOWED_NOW input.on"]);
      expect(payload.problems[0]?.message).toContain("2025-12-29");
    }
    expect(
      await stepped(office.clerk, "extendRequest", late, { on: "2025-12-29", toldOn: "2025-12-29" }),
    ).toMatchObject({ state: "IN_PROGRESS", clock: { dueOn: "2026-01-27", overdue: false } });
  });

  it("lets an organ decide once the time to answer is over", async () => {
    const request = await received(office.clerk, office.code, { receivedOn: "2025-12-01" });
    const asked = await stepped(office.clerk, "consultThirdParty", request, { on: "2025-12-02" });
    expect(asked.clock.waitsUntil).toBe("2025-12-23");
    const early = await refused(() => tryStep(office.clerk, "decideRequest", asked, { on: "2025-12-23" }));
    expect(complaints(early)).toEqual(["NOT_ALLOWED_NOW input.on"]);
    expect(await stepped(office.clerk, "decideRequest", asked, { on: "2025-12-24" })).toMatchObject({
      state: "DECIDED",
    });
  });

  it("reckons the fee where only pages or pieces are given", async () => {
    const request = await requestAt("RECEIVED");
    expect(
      await stepped(office.clerk, "noticeFee", request, { amount: null, method: "BY_PAGE", quantity: 44 }),
    ).toMatchObject({ state: "AWAITING_FEE" });
  });

  it("tells what a step recorded, in the reader's language", async () => {
    const request = await received(office.clerk, office.code);
    const day = { on: "2026-01-06" };
    await stepped(office.clerk, "extendRequest", request, {
      ...day,
      days: 10,
      approver: "张主任",
      toldOn: day.on,
    });
    await stepped(office.clerk, "noticeFee", request, {
      ...day,
      amount: null,
      method: "BY_PAGE",
      quantity: 44,
    });
    // What became of the request's row is told of every ledger in tests/history/changes.test.ts.
    const ROW = [
      "number",
      "applicantKind",
      "receiptChannel",
      "arrivedOn",
      "receivedOn",
      "state",
      "dueOn",
      "subject",
    ];
    const DETAILS = `query ($id: ID!) { node(id: $id) { ... on InformationRequest { events { details: changes { key: field label value: after } } } } }`;
    const told = async (client: Client, language: string): Promise<string[][]> => {
      const { data } = await client.query(DETAILS, { id: request.id }, { "accept-language": language });
      return data.node.events.map(({ details }: any) =>
        details.filter(({ key }: any) => !ROW.includes(key)).map((one: any) => `${one.label} ${one.value}`),
      );
    };
    expect(await told(office.clerk, "zh-CN")).toEqual([
      [expect.stringMatching(/^申请人姓名或名称（摘要） hmac-sha256:[0-9a-f]{64}$/)],
      ["延长的工作日 10", "批准人 张主任", "告知申请人日期 2026-01-06"],
      ["方式 按量：页数", "件数或页数 44", "金额（元） 140"],
    ]);
    expect((await told(app.as("officer.371003"), "en"))[2]).toEqual([
      "way By page",
      "pieces or pages 44",
      "amount in yuan 140",
    ]);
  });

  it("needs no article for what has none", async () => {
    for (const outcome of ["REFUSED_CONFIRM_REISSUE", "OTHER_MISC"])
      expect(
        await stepped(office.clerk, "decideRequest", await requestAt("RECEIVED"), { outcome, article: null }),
      ).toMatchObject({ state: "DECIDED", outcome, article: null });
  });
});

describe("ends without a decision", () => {
  it("a withdrawal counts as other, from whatever state", async () => {
    for (const state of ["REGISTERED", "RECEIVED", "AWAITING_FEE", "CONSULTING_AGENCY"])
      expect(await stepped(office.clerk, "withdrawRequest", await requestAt(state))).toMatchObject({
        state: "WITHDRAWN",
        outcome: "OTHER_MISC",
        decidedOn: "2026-01-20",
      });
  });

  it("a lapse has its outcome and article", async () => {
    expect(await requestAt("LAPSED")).toMatchObject({
      outcome: "OTHER_NO_CORRECTION",
      article: "§30",
      decidedOn: "2026-01-20",
    });
    const unpaid = await received(office.clerk, office.code, { receivedOn: "2025-12-01" });
    const noticed = await stepped(office.clerk, "noticeFee", unpaid, { on: "2025-12-02" });
    expect(noticed.clock.waitsUntil).toBe("2025-12-30");
    expect(await stepped(office.clerk, "lapseRequest", noticed, { on: "2025-12-31" })).toMatchObject({
      state: "LAPSED",
      outcome: "OTHER_UNPAID_FEE",
      article: "§42",
    });
  });
});

describe("splitting", () => {
  it("makes requests of their own with the same applicant and the same clock", async () => {
    const unit = await newOffice(app);
    const applicant = { name: "李某", contact: "某号", deliveryAddress: null };
    const begun = await received(unit.clerk, unit.code, { applicant });
    await stepped(unit.clerk, "consultAgency", begun, { on: "2026-01-06" });
    const paused = await stepped(unit.clerk, "recordAgencyReply", begun, { on: "2026-01-13" });
    const payload = await tryStep(unit.clerk, "splitRequest", begun, {
      on: "2026-01-15",
      subjects: ["预算", "征地", "拆迁"],
    });
    expect(payload.request).toMatchObject({
      number: "2026-0001",
      subject: "预算",
      state: "IN_PROGRESS",
      parts: [{ number: "2026-0001-2" }, { number: "2026-0001-3" }],
      clock: { dueOn: paused.clock.dueOn },
    });
    expect(payload.parts).toMatchObject([
      { number: "2026-0001-2", subject: "征地" },
      { number: "2026-0001-3", subject: "拆迁" },
    ]);
    for (const part of payload.parts ?? []) {
      expect(part).toMatchObject({
        state: "IN_PROGRESS",
        applicant,
        receivedOn: "2026-01-05",
        splitFrom: { number: "2026-0001" },
        revision: 4,
        clock: paused.clock,
      });
      expect(part.events.map(({ action, on }) => `${action} ${on}`)).toEqual([
        "CONSULT_AGENCY 2026-01-06",
        "RECORD_AGENCY_REPLY 2026-01-13",
        "SPLIT_REQUEST 2026-01-15",
      ]);
    }
    const again = await tryStep(unit.clerk, "splitRequest", begun, { subjects: ["预算", "决算"] });
    expect(again.parts?.map(({ number }) => number)).toEqual(["2026-0001-4"]);
    const [part] = payload.parts ?? [];
    if (!part) throw new Error("no part");
    expect(await stepped(unit.clerk, "decideRequest", part)).toMatchObject({ state: "DECIDED" });
  });
});
