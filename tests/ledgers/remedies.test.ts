import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { TenantScope } from "../../src/kernel/tenant-scope.js";
import { remedyChain } from "../../src/ledgers/remedies/index.js";
import { unitByCode } from "../../src/units/index.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { faults, fieldOf, newLogin, newOffice, signedIn, type Office } from "../reports/factories.js";
import { decided, documentOf, done, places, received, refused, REMEDY } from "./cases.js";

let app: TestApp;
let office: Office;
let clerk: Client;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set("2026-01-20T09:00:00+08:00");
  office = await newOffice(app);
  clerk = office.clerk;
});

const LIST = `query ($unit: String!, $filter: RemedyFilter, $subtree: Boolean, $first: Int, $after: String) {
  unit(code: $unit) { remedies(filter: $filter, subtree: $subtree, first: $first, after: $after) {
    totalCount nodes { number route concludedOn } edges { cursor } pageInfo { hasNextPage endCursor }
  } }
}`;
const OF_REQUEST = `query ($id: ID!) { node(id: $id) { ... on InformationRequest { remedies { number request { id } } } } }`;
const NODE = `query ($id: ID!) { node(id: $id) { ... on Remedy { ${REMEDY} } } }`;

const list = async (client: Client, variables: object = {}) =>
  fieldOf<any>(await client.query(LIST, { unit: office.code, ...variables })).remedies;
const numbers = async (variables: object = {}): Promise<string[]> =>
  (await list(clerk, variables)).nodes.map(({ number }: { number: string }) => number);

/** Received on 3 March 2025 and due on the 31st; denied on the 20th. */
const denied = () => decided(clerk, office.code, "2025-03-03", "2025-03-20");
const lodge = (input: object): Promise<any> =>
  done(clerk, "lodgeRemedy", {
    route: "REVIEW",
    number: "威文政复〔2025〕7号",
    lodgedOn: "2025-04-10",
    ...input,
  });

const remedyNode = async (id: string): Promise<any> => fieldOf<any>(await clerk.query(NODE, { id }));

describe("somebody who works for two units", () => {
  it.each(["requestId", "reviewId"])(
    "G3 lodges nothing over one's %s with the other's code",
    async (leaf) => {
      const other = await newOffice(app);
      const login = await newLogin(app, office.code, "CLERK");
      const both = await signedIn(app, login);
      const { data } = await both.query("{ viewer { user { id } } }");
      const role = { userId: data.viewer.user.id, unitCode: other.code, role: "CLERK" };
      const granted = await app
        .as("admin.371003")
        .query("mutation ($input: GrantRoleInput!) { grantRole(input: $input) { problems { code } } }", {
          input: role,
        });
      expect(granted.data.grantRole.problems).toEqual([]);
      const request = await denied();
      const id = leaf === "requestId" ? request.id : (await lodge({ requestId: request.id })).id;
      const input = {
        ...{
          unitCode: other.code,
          [leaf]: id,
          route: leaf === "requestId" ? "REVIEW" : "LITIGATION_AFTER_REVIEW",
        },
        ...{ number: "越权一号", lodgedOn: "2025-04-10" },
      };
      const answer = await both.query(documentOf("lodgeRemedy"), { input });
      expect(faults(answer)).toEqual(["NOT_FOUND"]);
      for (const unit of [office.code, other.code])
        expect(
          (await list(both, { unit })).nodes.map(({ number }: { number: string }) => number),
        ).not.toContain("越权一号");
      expect((await list(both, { unit: other.code })).totalCount).toBe(0);
    },
  );
});

describe("lodgeRemedy", () => {
  it("enters a review of a request's decision, with the last day to ask for it", async () => {
    const request = await denied();
    const remedy = await lodge({ requestId: request.id, organ: "威海市文登区人民政府", note: "涉及征收" });
    expect(remedy).toEqual({
      id: remedy.id,
      route: "REVIEW",
      number: "威文政复〔2025〕7号",
      organ: "威海市文登区人民政府",
      lodgedOn: "2025-04-10",
      concludedOn: null,
      decisionArrivedOn: null,
      ruling: null,
      disposition: null,
      note: "涉及征收",
      revision: 1,
      // When the decision arrived is not known.
      lastDayToLodge: null,
      late: null,
      unit: { code: office.code },
      request: { id: request.id },
      review: null,
      events: [{ on: "2025-04-10", actor: remedy.events[0].actor, action: "LODGE_REMEDY", note: null }],
    });
    const seen = await app.as("case-reader.371003").query(NODE, { id: remedy.id });
    expect(seen.data.node).toEqual(remedy);
    expect((await clerk.query(OF_REQUEST, { id: request.id })).data.node.remedies).toEqual([
      { number: "威文政复〔2025〕7号", request: { id: request.id } },
    ]);
  });

  it("counts the term from the service, and lets it end on a working day", async () => {
    const request = await denied();
    await done(clerk, "serveRequest", { requestId: request.id, on: "2025-03-21", method: "DIRECT" });
    const suit = { requestId: request.id, route: "LITIGATION_DIRECT" };
    // Six months from 21 March end on a Sunday.
    const onTime = await lodge({ ...suit, number: "1", lodgedOn: "2025-09-22" });
    expect(onTime).toMatchObject({ lastDayToLodge: "2025-09-22", late: false });
    const late = await lodge({ ...suit, number: "2", lodgedOn: "2025-09-23" });
    expect(late).toMatchObject({ lastDayToLodge: "2025-09-22", late: true });
  });

  it("takes a case whose request is not in the ledger", async () => {
    const remedy = await lodge({ unitCode: office.code });
    expect(remedy).toMatchObject({ request: null, lastDayToLodge: null, late: null });
  });

  it("enters a case once, though several do it at once", async () => {
    const input = { unitCode: office.code, route: "REVIEW", number: "1", lodgedOn: "2025-04-10" };
    const people = [clerk, office.reviewer, clerk, office.reviewer];
    const answers = await Promise.all(
      people.map((person) => person.query(documentOf("lodgeRemedy"), { input })),
    );
    const told = answers.flatMap((answer) => fieldOf<any>(answer).problems.map(({ code }: any) => code));
    expect(told).toEqual(Array(people.length - 1).fill("ALREADY_EXISTS"));
    expect(await numbers()).toEqual(["1"]);
  });

  it("refuses a case before the request's decision, and cites the law", async () => {
    const request = await denied();
    const early = { requestId: request.id, route: "REVIEW", number: "1", lodgedOn: "2025-03-19" };
    expect(await refused(clerk, "lodgeRemedy", early)).toEqual([
      {
        __typename: "InvalidInput",
        code: "NOT_ALLOWED_NOW",
        path: ["input", "lodgedOn"],
        message:
          "该申请于 2025-03-20 才作出决定，答复期限为 2025-03-31，此前不能提起行政复议；期限届满仍未答复的除外（行政复议法 §20、行政诉讼法 §46、§47）",
      },
    ]);
    expect(await numbers()).toEqual([]);
  });

  it("takes one against the failure to answer in time", async () => {
    const { id: requestId } = await received(clerk, office.code, "2025-03-03");
    const silent = { requestId, route: "REVIEW", number: "1" };
    expect(places(await refused(clerk, "lodgeRemedy", { ...silent, lodgedOn: "2025-03-31" }))).toEqual([
      "NOT_ALLOWED_NOW input.lodgedOn",
    ]);
    // 60 days from 31 March end on Friday, 30 May.
    const remedy = await lodge({ ...silent, lodgedOn: "2025-04-01" });
    expect(remedy).toMatchObject({ lastDayToLodge: "2025-05-30", late: false });
  });

  it.each([
    ["the future", "2026-01-21", "日期不能晚于今天（2026-01-20）"],
    ["a day before the calendar", "2003-12-31", "日期早于工作日历的起点 2004-01-01"],
    ["a day before the request came", "2025-03-02", "日期不能早于申请收到日期 2025-03-03"],
  ])("refuses %s", async (_what, lodgedOn, message) => {
    const { id: requestId } = await denied();
    const problems = await refused(clerk, "lodgeRemedy", {
      requestId,
      route: "REVIEW",
      number: "1",
      lodgedOn,
    });
    expect(problems).toMatchObject([{ code: "INVALID_INPUT", path: ["input", "lodgedOn"], message }]);
    expect(await numbers()).toEqual([]);
  });

  it("tells everything that is wrong at once", async () => {
    const input = {
      unitCode: office.code,
      route: "REVIEW",
      number: " \u200b",
      organ: "",
      lodgedOn: "2026-02-01",
      note: "\ud800",
    };
    expect(places(await refused(clerk, "lodgeRemedy", input))).toEqual([
      "INVALID_INPUT input.lodgedOn",
      "INVALID_INPUT input.number",
      "INVALID_INPUT input.organ",
      "INVALID_INPUT input.note",
    ]);
  });

  it("does not enter the same case twice", async () => {
    const input = {
      unitCode: office.code,
      route: "REVIEW",
      number: "7",
      organ: "区政府",
      lodgedOn: "2025-04-10",
    };
    await lodge(input);
    expect(places(await refused(clerk, "lodgeRemedy", input))).toEqual(["ALREADY_EXISTS input.number"]);
    await lodge({ ...input, organ: "市政府" });
    expect(await numbers()).toHaveLength(2);
  });

  it.each(["(7)", "(７)", " ⑺ "])("D7 nor however its number is typed: %s for （7）", async (number) => {
    const input = { unitCode: office.code, route: "REVIEW", number: "（7）", lodgedOn: "2025-04-10" };
    await lodge(input);
    expect(places(await refused(clerk, "lodgeRemedy", { ...input, number }))).toEqual([
      "ALREADY_EXISTS input.number",
    ]);
  });

  it("answers a repeated call with the first case", async () => {
    const input = { unitCode: office.code, idempotencyKey: "once" };
    const first = await lodge(input);
    expect(await lodge(input)).toEqual(first);
    expect(await numbers()).toHaveLength(1);
  });
});

describe("the day from which the time to lodge runs", () => {
  const served = async (more: object) => {
    const request = await denied();
    await done(clerk, "serveRequest", { requestId: request.id, on: "2025-03-21", ...more });
    return request;
  };

  it("C7 is that of knowing the decision, not that of posting it", async () => {
    const request = await served({ method: "POST" });
    const review = { requestId: request.id, number: "C7-1", lodgedOn: "2025-05-26" };
    const lodged = await lodge(review);
    expect(lodged).toMatchObject({ lastDayToLodge: null, late: null });
    await done(clerk, "recordArrival", { requestId: request.id, of: "DECISION", arrivedOn: "2025-03-27" });
    expect(await remedyNode(lodged.id)).toMatchObject({ lastDayToLodge: "2025-05-26", late: false });
    const late = await lodge({ ...review, number: "C7-2", lodgedOn: "2025-05-27" });
    expect(late).toMatchObject({ lastDayToLodge: "2025-05-26", late: true });
  });

  it("C7 is the signature where it was handed over, and the arrival where that is known at once", async () => {
    const direct = await served({ method: "DIRECT" });
    const posted = await served({ method: "POST", arrivedOn: "2025-03-24" });
    const lastDay = async ({ id }: { id: string }, number: string) =>
      (await lodge({ requestId: id, number, lodgedOn: "2025-05-19" })).lastDayToLodge;
    expect(await lastDay(direct, "C7-3")).toBe("2025-05-20");
    expect(await lastDay(posted, "C7-4")).toBe("2025-05-23");
    const known = { requestId: direct.id, of: "DECISION", arrivedOn: "2025-03-25" };
    expect(places(await refused(clerk, "recordArrival", known))).toEqual(["NOT_ALLOWED_NOW input.of"]);
  });

  it("C7 is, for a suit, that of receiving the review's decision", async () => {
    const request = await served({ method: "DIRECT" });
    const review = await lodge({ requestId: request.id, number: "C7-5" });
    await done(clerk, "concludeRemedy", { remedyId: review.id, on: "2025-05-06", ruling: "UPHELD" });
    const route = "LITIGATION_AFTER_REVIEW";
    const suit = await lodge({ route, reviewId: review.id, number: "C7-6", lodgedOn: "2025-05-25" });
    expect(suit).toMatchObject({ lastDayToLodge: null, late: null });
    const arrival = { remedyId: review.id, arrivedOn: "2025-05-12" };
    const early = await refused(clerk, "recordRulingArrival", { ...arrival, arrivedOn: "2025-05-05" });
    expect(places(early)).toEqual(["INVALID_INPUT input.arrivedOn"]);
    const told = await done(clerk, "recordRulingArrival", arrival);
    expect(told).toMatchObject({ decisionArrivedOn: "2025-05-12" });
    expect(told.events.at(-1)).toMatchObject({ action: "RECORD_RULING_ARRIVAL", on: "2025-05-12" });
    expect(await remedyNode(suit.id)).toMatchObject({ lastDayToLodge: "2025-05-27", late: false });
  });

  it("C7 is the end of its term where the review was not decided", async () => {
    const request = await served({ method: "DIRECT" });
    const review = await lodge({ requestId: request.id, number: "C7-7" });
    const conclusion = { on: "2025-06-06", disposition: "REVIEW_NOT_DECIDED" };
    await done(clerk, "concludeRemedy", { remedyId: review.id, ...conclusion });
    const route = "LITIGATION_AFTER_REVIEW";
    const suit = await lodge({ route, reviewId: review.id, number: "C7-8", lodgedOn: "2025-06-20" });
    expect(suit).toMatchObject({ lastDayToLodge: "2025-06-23", late: false });
  });
});

describe("a suit after review", () => {
  const suit = { route: "LITIGATION_AFTER_REVIEW", number: "（2025）鲁1003行初9号", lodgedOn: "2025-06-20" };

  it("belongs to its review", async () => {
    const request = await denied();
    const review = await lodge({ requestId: request.id });
    await done(clerk, "concludeRemedy", {
      ...{ remedyId: review.id, ruling: "UPHELD" },
      ...{ on: "2025-06-03", arrivedOn: "2025-06-06" },
    });
    const remedy = await lodge({ ...suit, reviewId: review.id });
    expect(remedy).toMatchObject({
      review: { id: review.id },
      request: { id: request.id },
      unit: { code: office.code },
      // Fifteen days from 6 June end on a Saturday.
      lastDayToLodge: "2025-06-23",
      late: false,
    });
  });

  it("names it where the ledger has it", async () => {
    const request = await denied();
    await lodge({ requestId: request.id });
    expect(await refused(clerk, "lodgeRemedy", { ...suit, requestId: request.id })).toMatchObject([
      {
        code: "INVALID_INPUT",
        path: ["input", "reviewId"],
        message: "该申请的复议案件已在台账中，请指明所经的复议（行政诉讼法 §45）",
      },
    ]);
    expect(await lodge({ ...suit, unitCode: office.code })).toMatchObject({ review: null, late: null });
  });

  it.each([
    ["is pending", {}, "INVALID_INPUT input.reviewId"],
    ["ended later", { on: "2025-06-21" }, "INVALID_INPUT input.lodgedOn"],
  ])("is refused where the review %s", async (_what, { on }: { on?: string }, place) => {
    const request = await denied();
    const review = await lodge({ requestId: request.id });
    if (on) await done(clerk, "concludeRemedy", { remedyId: review.id, on, ruling: "UPHELD" });
    const input = { ...suit, requestId: request.id, reviewId: review.id };
    expect(places(await refused(clerk, "lodgeRemedy", input))).toEqual([place]);
    expect(await numbers()).toEqual(["威文政复〔2025〕7号"]);
  });

  it("is refused after a review of another request, or after a suit", async () => {
    const request = await denied();
    const other = await lodge({ requestId: (await denied()).id });
    const direct = await lodge({ requestId: request.id, route: "LITIGATION_DIRECT", number: "2" });
    for (const { id: reviewId } of [other, direct])
      expect(
        places(await refused(clerk, "lodgeRemedy", { ...suit, requestId: request.id, reviewId })),
      ).toEqual(["INVALID_INPUT input.reviewId"]);
    const mistaken = { ...suit, route: "LITIGATION_DIRECT", requestId: request.id, reviewId: other.id };
    expect(places(await refused(clerk, "lodgeRemedy", mistaken))).toEqual(["INVALID_INPUT input.reviewId"]);
  });

  it("keeps its review from ending after it was lodged", async () => {
    const review = await lodge({ requestId: (await denied()).id });
    const remedyId = review.id;
    await done(clerk, "concludeRemedy", { remedyId, on: "2025-06-06", ruling: "UPHELD" });
    await lodge({ ...suit, reviewId: remedyId });
    const again = { remedyId, on: "2025-06-21", ruling: "CORRECTED", reason: "登记有误" };
    expect(await refused(clerk, "concludeRemedy", again)).toMatchObject([
      {
        code: "INVALID_INPUT",
        path: ["input", "on"],
        message: "复议后的诉讼 （2025）鲁1003行初9号 已于 2025-06-20 提起（行政诉讼法 §45）",
      },
    ]);
  });
});

describe("concludeRemedy", () => {
  it("takes the column of table 四 from the law's own words", async () => {
    const { id: remedyId } = await lodge({ requestId: (await denied()).id });
    const input = { remedyId, disposition: "REVIEW_FOUND_UNLAWFUL", expectedRevision: 1 };
    expect(await done(clerk, "concludeRemedy", input)).toMatchObject({
      concludedOn: "2026-01-20",
      ruling: "CORRECTED",
      disposition: "REVIEW_FOUND_UNLAWFUL",
      revision: 2,
    });
  });

  it.each([
    ["nothing", {}, ["INVALID_INPUT input.ruling"]],
    ["a court's judgment", { disposition: "SUIT_REVOKED" }, ["INVALID_INPUT input.disposition"]],
    [
      "a ruling that does not fit",
      { disposition: "REVIEW_REVOKED", ruling: "UPHELD" },
      ["INVALID_INPUT input.ruling"],
    ],
    ["a day before", { ruling: "UPHELD", on: "2025-04-09" }, ["INVALID_INPUT input.on"]],
    ["the future", { ruling: "UPHELD", on: "2026-01-21" }, ["INVALID_INPUT input.on"]],
  ])("refuses %s", async (_what, more, expected) => {
    const remedy = await lodge({ requestId: (await denied()).id });
    const input = { remedyId: remedy.id, on: "2025-06-06", ...more };
    expect(places(await refused(clerk, "concludeRemedy", input))).toEqual(expected);
    expect((await clerk.query(NODE, { id: remedy.id })).data.node).toEqual(remedy);
  });

  it("says why a ruling does not fit", async () => {
    const { id: remedyId } = await lodge({ unitCode: office.code });
    const input = { remedyId, disposition: "REVIEW_REVOKED", ruling: "OTHER" };
    const [problem] = await refused(clerk, "concludeRemedy", input);
    expect(problem?.message).toBe("“撤销”（行政复议法 §64）应计入“结果纠正”");
  });

  it("counts a case once, by its latest outcome, which needs a reason", async () => {
    const remedy = await lodge({ unitCode: office.code, route: "LITIGATION_DIRECT" });
    const remedyId = remedy.id;
    await done(clerk, "concludeRemedy", { remedyId, on: "2025-08-01", disposition: "SUIT_CLAIM_DISMISSED" });
    const second = { remedyId, on: "2025-12-01", disposition: "SUIT_REVOKED" };
    expect(places(await refused(clerk, "concludeRemedy", second))).toEqual(["INVALID_INPUT input.reason"]);
    const changed = await done(clerk, "concludeRemedy", { ...second, reason: "二审改判" });
    expect(changed).toMatchObject({ concludedOn: "2025-12-01", ruling: "CORRECTED", revision: 3 });
    expect(changed.events.map(({ on, action, note }: any) => [on, action, note])).toEqual([
      ["2025-04-10", "LODGE_REMEDY", null],
      ["2025-08-01", "CONCLUDE_REMEDY", null],
      ["2025-12-01", "CONCLUDE_REMEDY", "二审改判"],
    ]);
    expect((await list(clerk)).totalCount).toBe(1);
  });

  it("mends a day that was recorded too late, into the year before", async () => {
    const { id: remedyId } = await lodge({ unitCode: office.code });
    await done(clerk, "concludeRemedy", { remedyId, ruling: "UPHELD" });
    const slip = { remedyId, ruling: "UPHELD", reason: "日期登记有误" };
    expect(places(await refused(clerk, "concludeRemedy", { ...slip, on: "2025-04-09" }))).toEqual([
      "INVALID_INPUT input.on",
    ]);
    expect(await done(clerk, "concludeRemedy", { ...slip, on: "2025-12-30" })).toMatchObject({
      concludedOn: "2025-12-30",
      revision: 3,
    });
  });

  it("tells the second of two who conclude at once", async () => {
    const { id: remedyId } = await lodge({ unitCode: office.code });
    const input = { remedyId, expectedRevision: 1, on: "2025-06-06" };
    const answers = await Promise.all([
      clerk.query(documentOf("concludeRemedy"), { input: { ...input, ruling: "UPHELD" } }),
      office.reviewer.query(documentOf("concludeRemedy"), { input: { ...input, ruling: "CORRECTED" } }),
    ]);
    const payloads = answers.map((answer) => fieldOf<any>(answer));
    expect(payloads.filter(({ remedy }) => remedy)).toHaveLength(1);
    expect(payloads.flatMap(({ problems }) => problems)).toMatchObject([
      { __typename: "StaleRevision", code: "STALE_REVISION", currentRevision: 2 },
    ]);
  });
});

describe("amendRemedy", () => {
  it("mends a pending case, with a reason", async () => {
    const remedy = await lodge({ requestId: (await denied()).id, note: "旧" });
    const changes = { number: "威文政复〔2025〕8号", organ: "区政府", lodgedOn: "2025-04-11", note: null };
    const amended = await done(clerk, "amendRemedy", { remedyId: remedy.id, ...changes, reason: "录入有误" });
    expect(amended).toMatchObject({ ...changes, revision: 2, request: remedy.request });
    expect(amended.events.at(-1)).toMatchObject({
      on: "2026-01-20",
      action: "AMEND_REMEDY",
      note: "录入有误",
    });
  });

  it("refuses what lodging would have refused, and a missing reason", async () => {
    const remedy = await lodge({ requestId: (await denied()).id });
    await lodge({ unitCode: office.code, number: "8" });
    const input = { remedyId: remedy.id, lodgedOn: "2025-03-10", number: "8", reason: " " };
    expect(places(await refused(clerk, "amendRemedy", input))).toEqual([
      "NOT_ALLOWED_NOW input.lodgedOn",
      "INVALID_INPUT input.reason",
      "ALREADY_EXISTS input.number",
    ]);
    expect((await clerk.query(NODE, { id: remedy.id })).data.node).toEqual(remedy);
  });

  it("is not open to a concluded case, and says what is", async () => {
    const { id: remedyId } = await lodge({ unitCode: office.code });
    await done(clerk, "concludeRemedy", { remedyId, ruling: "OTHER" });
    const input = { remedyId, number: "9", reason: "录入有误" };
    expect(await refused(clerk, "amendRemedy", input)).toEqual([
      {
        __typename: "TransitionRefused",
        code: "TRANSITION_REFUSED",
        path: ["input", "remedyId"],
        message: "现为“已审结”，不能进行这一步；现在可以：登记审理结果、补登决定书送达日期",
        state: "CONCLUDED",
        legalSteps: ["concludeRemedy", "recordRulingArrival"],
      },
    ]);
  });
});

describe("Unit.remedies", () => {
  it("lists the newest first, filtered and in pages", async () => {
    const lodged = (number: string, lodgedOn: string, route = "REVIEW") =>
      lodge({ unitCode: office.code, number, lodgedOn, route });
    const first = await lodged("1", "2025-02-01");
    await lodged("2", "2025-05-01", "LITIGATION_DIRECT");
    await lodged("3", "2025-03-01");
    await done(clerk, "concludeRemedy", { remedyId: first.id, on: "2025-04-01", ruling: "UPHELD" });
    expect(await numbers()).toEqual(["2", "3", "1"]);
    expect(await numbers({ filter: { pending: true } })).toEqual(["2", "3"]);
    expect(await numbers({ filter: { pending: false } })).toEqual(["1"]);
    expect(await numbers({ filter: { route: "REVIEW" } })).toEqual(["3", "1"]);
    expect(await numbers({ filter: { lodged: { from: "2025-02-02", to: "2025-05-01" } } })).toEqual([
      "2",
      "3",
    ]);
    const page = await list(clerk, { first: 2 });
    expect(page).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(await numbers({ first: 2, after: page.pageInfo.endCursor })).toEqual(["1"]);
    const below = await app
      .as("officer.371003")
      .query(LIST, { unit: "371003", subtree: true, first: 100, filter: { lodged: { to: "2025-02-01" } } });
    expect(fieldOf<any>(below).remedies.nodes).toContainEqual({
      number: "1",
      route: "REVIEW",
      concludedOn: "2025-04-01",
    });
    expect((await list(app.as("officer.371003"))).totalCount).toBe(3);
  });

  it("is for those who may read the unit's ledgers, and its mutations for its own people", async () => {
    const remedy = await lodge({ unitCode: office.code });
    const variables = { unit: office.code };
    expect(faults(await app.as("clerk.371003104").query(LIST, variables))).toEqual(["NOT_FOUND"]);
    expect(faults(await app.anonymous.query(LIST, variables))).toEqual(["NOT_FOUND"]);
    expect(faults(await app.as("admin.371003").query(LIST, variables))).toEqual(["FORBIDDEN"]);
    expect((await app.as("officer.371002").query(NODE, { id: remedy.id })).data.node).toBeNull();
    const conclude = documentOf("concludeRemedy");
    const input = { remedyId: remedy.id, expectedRevision: 1, ruling: "UPHELD" };
    expect(faults(await app.as("officer.371003").query(conclude, { input }))).toEqual(["FORBIDDEN"]);
    expect(faults(await app.as("clerk.371003104").query(conclude, { input }))).toEqual(["NOT_FOUND"]);
    expect(faults(await clerk.query(conclude, { input: { ...input, remedyId: "UmVtZWR5OjE" } }))).toEqual([
      "NOT_FOUND",
    ]);
    expect((await clerk.query(NODE, { id: remedy.id })).data.node).toEqual(remedy);
  });

  it("lets nobody contest another unit's request", async () => {
    const request = await denied();
    const lodgeDocument = documentOf("lodgeRemedy");
    const input = { requestId: request.id, route: "REVIEW", number: "1", lodgedOn: "2025-04-10" };
    const stranger = app.as("clerk.371003104");
    expect(faults(await stranger.query(lodgeDocument, { input }))).toEqual(["NOT_FOUND"]);
    expect(
      faults(await stranger.query(lodgeDocument, { input: { ...input, unitCode: "371003104" } })),
    ).toEqual(["NOT_FOUND"]);
    const nobody = { route: "REVIEW", number: "1", lodgedOn: "2025-04-10" };
    expect(places(await refused(clerk, "lodgeRemedy", nobody))).toEqual(["INVALID_INPUT input.unitCode"]);
  });
});

describe("the cases of a year's table 四", () => {
  const chain = (year: number) =>
    app.app.database.read(TenantScope.system("test"), async (session) => {
      const unit = await unitByCode(session, office.code);
      return remedyChain(session, unit?.id ?? "", year);
    });

  it("come with what they contest: those concluded in it, and those pending at its end", async () => {
    const request = await denied();
    const contested = await lodge({ requestId: request.id, number: "1", lodgedOn: "2025-12-30" });
    const before = await lodge({ unitCode: office.code, number: "2", lodgedOn: "2024-12-31" });
    await done(clerk, "concludeRemedy", { remedyId: before.id, on: "2025-01-01", ruling: "OTHER" });
    await lodge({ unitCode: office.code, number: "3", lodgedOn: "2026-01-01" });
    await done(clerk, "concludeRemedy", { remedyId: contested.id, on: "2026-01-01", ruling: "UPHELD" });
    const cases = await chain(2025);
    expect(cases.map(({ id: _id, requestId, ...rest }) => ({ ...rest, known: requestId !== null }))).toEqual([
      {
        number: "2",
        route: "REVIEW",
        requestOutcome: null,
        requestDecidedOn: null,
        reviewId: null,
        lodgedOn: "2024-12-31",
        known: false,
      },
      {
        number: "1",
        route: "REVIEW",
        requestOutcome: "DENIED_PROCESS",
        requestDecidedOn: "2025-03-20",
        reviewId: null,
        lodgedOn: "2025-12-30",
        known: true,
      },
    ]);
    expect((await chain(2024)).map(({ number }) => number)).toEqual(["2"]);
    expect((await chain(2026)).map(({ number }) => number)).toEqual(["1", "3"]);
  });
});
