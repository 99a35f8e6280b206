import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { faults, fieldOf, newOffice, type Office } from "../reports/factories.js";
import { documentOf, done, places, PROPOSAL, refused } from "./cases.js";

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

const LIST = `query ($unit: String!, $filter: ProposalFilter, $subtree: Boolean, $first: Int, $after: String) {
  unit(code: $unit) { proposals(filter: $filter, subtree: $subtree, first: $first, after: $after) {
    totalCount nodes { number broad published redo } pageInfo { hasNextPage endCursor }
  } }
}`;
const NODE = `query ($id: ID!) { node(id: $id) { ... on Proposal { ${PROPOSAL} } } }`;
const SETTING = `mutation ($input: ChangeSettingInput!) { changeSetting(input: $input) { problems { message } } }`;

const list = async (client: Client, variables: object = {}) =>
  fieldOf<any>(await client.query(LIST, { unit: office.code, ...variables })).proposals;
const numbers = async (filter: object = {}): Promise<string[]> =>
  (await list(clerk, { filter })).nodes.map(({ number }: { number: string }) => number);
const seen = async (id: string): Promise<any> => (await clerk.query(NODE, { id })).data.node;

const given = (more: object = {}): object => ({
  unitCode: office.code,
  kind: "CONGRESS_SUGGESTION",
  level: "DISTRICT",
  session: "区人大十八届四次会议",
  number: "55",
  title: "关于修整健身步道的建议",
  assignedOn: "2025-03-10",
  ...more,
});
const assign = (more: object = {}): Promise<any> => done(clerk, "assignProposal", given(more));
const answered = async (more: object = {}): Promise<any> => {
  const { id: proposalId } = await assign(more);
  return done(clerk, "answerProposal", { proposalId, on: "2025-05-20", resultClass: "A" });
};
const decide = async (key: string, value: unknown): Promise<void> => {
  const input = { unitCode: "371003", key, value };
  const { problems } = fieldOf<any>(await app.as("officer.371003").query(SETTING, { input }));
  expect(problems).toEqual([]);
};

describe("assignProposal", () => {
  it("enters a suggestion, due in three months", async () => {
    const proposal = await assign();
    expect(proposal).toEqual({
      id: proposal.id,
      kind: "CONGRESS_SUGGESTION",
      level: "DISTRICT",
      role: "LEAD",
      session: "区人大十八届四次会议",
      number: "55",
      title: "关于修整健身步道的建议",
      broad: false,
      assignedOn: "2025-03-10",
      dueOn: "2025-06-10",
      answeredOn: null,
      answerNumber: null,
      resultClass: null,
      satisfaction: null,
      published: false,
      redo: false,
      revision: 1,
      unit: { code: office.code },
      events: [{ on: "2025-03-10", actor: proposal.events[0].actor, action: "ASSIGN_PROPOSAL", note: null }],
    });
    expect((await app.as("case-reader.371003").query(NODE, { id: proposal.id })).data.node).toEqual(proposal);
  });

  it.each([
    ["what is broad, in six months", { broad: true }, "2025-09-10"],
    ["on the last day of a shorter month", { assignedOn: "2025-11-30" }, "2026-02-28"],
    ["on the day that is given", { dueOn: "2025-03-11" }, "2025-03-11"],
    ["a proposal, in three months", { kind: "CPPCC_PROPOSAL" }, "2025-06-10"],
  ])("is due: %s", async (_what, more, dueOn) => {
    expect((await assign(more)).dueOn).toBe(dueOn);
  });

  it("is entered once, though several enter it at once", async () => {
    const people = [clerk, office.reviewer, clerk, office.reviewer];
    const answers = await Promise.all(
      people.map((person) => person.query(documentOf("assignProposal"), { input: given() })),
    );
    const told = answers.flatMap((answer) => fieldOf<any>(answer).problems.map(({ code }: any) => code));
    expect(told).toEqual(Array(people.length - 1).fill("ALREADY_EXISTS"));
    expect(await numbers()).toEqual(["55"]);
  });

  it("goes by what the district decided for the kind", async () => {
    await decide("proposals.cppccMonths", 5);
    expect((await assign({ kind: "CPPCC_PROPOSAL" })).dueOn).toBe("2025-08-10");
    expect((await assign()).dueOn).toBe("2025-06-10");
    await decide("proposals.cppccMonths", null);
  });

  it("tells everything that is wrong at once, and enters nothing", async () => {
    const wrong = {
      assignedOn: "2026-01-21",
      dueOn: "2026-01-21",
      title: "",
      number: "\u3164",
      session: "届\ud800次",
    };
    expect(places(await refused(clerk, "assignProposal", given(wrong)))).toEqual([
      "INVALID_INPUT input.assignedOn",
      "INVALID_INPUT input.dueOn",
      "INVALID_INPUT input.title",
      "INVALID_INPUT input.number",
      "INVALID_INPUT input.session",
    ]);
    expect(await numbers()).toEqual([]);
  });

  it.each(["Ｔ-55", "t-５５", "T-\u200b55"])(
    "D7 nor however its number is typed: %s for T-55",
    async (number) => {
      await assign({ number: "T-55" });
      expect(places(await refused(clerk, "assignProposal", given({ number })))).toEqual([
        "ALREADY_EXISTS input.number",
      ]);
    },
  );

  it("does not enter the same one twice", async () => {
    await assign();
    expect(await refused(clerk, "assignProposal", given())).toMatchObject([
      {
        code: "ALREADY_EXISTS",
        path: ["input", "number"],
        message: "台账中已有同一届次、同一编号的人大代表建议：55",
      },
    ]);
    await assign({ session: "区人大十八届五次会议" });
    await assign({ kind: "CPPCC_PROPOSAL" });
    expect(await numbers()).toHaveLength(3);
  });
});

describe("answerProposal", () => {
  it("records the answer with its class", async () => {
    const { id: proposalId } = await assign();
    const input = { proposalId, on: "2025-06-11", answerNumber: "文镇〔2025〕3号", resultClass: "B" };
    expect(await done(clerk, "answerProposal", { ...input, published: true })).toMatchObject({
      answeredOn: "2025-06-11",
      answerNumber: "文镇〔2025〕3号",
      resultClass: "B",
      published: true,
      revision: 2,
      events: [{}, { on: "2025-06-11", action: "ANSWER_PROPOSAL", note: "文镇〔2025〕3号；B" }],
    });
  });

  it.each([
    ["without a class", {}, "INVALID_INPUT input.resultClass"],
    ["with a class that the district does not know", { resultClass: "D" }, "INVALID_INPUT input.resultClass"],
    ["before it was assigned", { resultClass: "A", on: "2025-03-09" }, "INVALID_INPUT input.on"],
    ["in the future", { resultClass: "A", on: "2026-01-21" }, "INVALID_INPUT input.on"],
  ])("refuses one %s", async (_what, more, place) => {
    const proposal = await assign();
    const input = { proposalId: proposal.id, ...more };
    expect(places(await refused(clerk, "answerProposal", input))).toEqual([place]);
    expect(await seen(proposal.id)).toEqual(proposal);
  });

  it("takes the classes that the district defines", async () => {
    await decide("proposals.resultClasses", ["A", "B", "C", "D"]);
    const { id: proposalId } = await assign();
    const [problem] = await refused(clerk, "answerProposal", { proposalId, resultClass: "E" });
    expect(problem?.message).toBe("请填办理结果分类，须为 A、B、C、D 之一");
    expect(await done(clerk, "answerProposal", { proposalId, resultClass: "D" })).toMatchObject({
      resultClass: "D",
    });
    await decide("proposals.resultClasses", null);
  });

  it("has no class where the unit only gives its opinion", async () => {
    const { id: proposalId } = await assign({ role: "CO_ORGANIZER" });
    expect(places(await refused(clerk, "answerProposal", { proposalId, resultClass: "A" }))).toEqual([
      "INVALID_INPUT input.resultClass",
    ]);
    expect(await done(clerk, "answerProposal", { proposalId })).toMatchObject({
      answeredOn: "2026-01-20",
      resultClass: null,
    });
    expect(await refused(clerk, "rateProposal", { proposalId, satisfaction: "SATISFIED" })).toMatchObject([
      { code: "NOT_ALLOWED_NOW", message: "会办件由主办单位答复，不作满意度评价" },
    ]);
  });

  it("can be recorded anew with a reason, as long as it is not rated", async () => {
    const { id: proposalId } = await answered();
    const input = { proposalId, on: "2025-05-21", resultClass: "B" };
    expect(places(await refused(clerk, "answerProposal", input))).toEqual(["INVALID_INPUT input.reason"]);
    expect(await done(clerk, "answerProposal", { ...input, reason: "日期录错" })).toMatchObject({
      answeredOn: "2025-05-21",
      resultClass: "B",
      revision: 3,
    });
    await done(clerk, "rateProposal", { proposalId, satisfaction: "SATISFIED" });
    expect(await refused(clerk, "answerProposal", { ...input, reason: "又错" })).toEqual([
      {
        __typename: "TransitionRefused",
        code: "TRANSITION_REFUSED",
        path: ["input", "proposalId"],
        message: "现为“已评价”，不能进行这一步；现在可以：登记满意度、公开答复、更正登记信息",
        state: "RATED",
        legalSteps: ["rateProposal", "publishProposalAnswer", "amendProposal"],
      },
    ]);
  });

  it("is refused to the second of two who answer at once", async () => {
    const { id: proposalId } = await assign();
    const input = { proposalId, expectedRevision: 1, resultClass: "A" };
    const answers = await Promise.all(
      [clerk, office.reviewer].map((client) => client.query(documentOf("answerProposal"), { input })),
    );
    const payloads = answers.map((answer) => fieldOf<any>(answer));
    expect(payloads.filter(({ proposal }) => proposal)).toHaveLength(1);
    expect(payloads.flatMap(({ problems }) => problems)).toMatchObject([
      { code: "STALE_REVISION", currentRevision: 2 },
    ]);
  });
});

describe("rateProposal", () => {
  it("opens again what is found unsatisfactory, with a period of its own", async () => {
    const { id: proposalId } = await assign();
    const first = { proposalId, on: "2025-05-20", answerNumber: "1号", resultClass: "C", published: true };
    await done(clerk, "answerProposal", first);
    const redone = await done(clerk, "rateProposal", {
      proposalId,
      satisfaction: "DISSATISFIED",
      on: "2025-05-31",
    });
    expect(redone).toMatchObject({
      answeredOn: null,
      answerNumber: null,
      resultClass: null,
      satisfaction: "DISSATISFIED",
      published: false,
      redo: true,
      dueOn: "2025-08-31",
    });
    expect(redone.events.map(({ note }: any) => note)).toEqual([null, "1号；C", "不满意"]);
    const second = { proposalId, on: "2025-05-30", resultClass: "A" };
    expect(await refused(clerk, "answerProposal", second)).toMatchObject([
      { path: ["input", "on"], message: "日期不能早于评价不满意的日期 2025-05-31" },
    ]);
    expect(await done(clerk, "answerProposal", { ...second, on: "2025-07-01" })).toMatchObject({
      answeredOn: "2025-07-01",
      satisfaction: null,
      redo: false,
      published: false,
    });
    expect(await done(clerk, "rateProposal", { proposalId, satisfaction: "FAIRLY_SATISFIED" })).toMatchObject(
      {
        satisfaction: "FAIRLY_SATISFIED",
        answeredOn: "2025-07-01",
      },
    );
  });

  it("waits for an answer", async () => {
    const { id: proposalId } = await assign();
    expect(await refused(clerk, "rateProposal", { proposalId, satisfaction: "SATISFIED" })).toMatchObject([
      { state: "OPEN", legalSteps: ["answerProposal", "amendProposal"] },
    ]);
    const before = { proposalId, satisfaction: "SATISFIED", on: "2025-05-19" };
    await done(clerk, "answerProposal", { proposalId, on: "2025-05-20", resultClass: "A" });
    expect(places(await refused(clerk, "rateProposal", before))).toEqual(["INVALID_INPUT input.on"]);
  });

  it("can be recorded anew with a reason", async () => {
    const { id: proposalId } = await answered();
    await done(clerk, "rateProposal", { proposalId, satisfaction: "SATISFIED" });
    const again = { proposalId, satisfaction: "FAIRLY_SATISFIED" };
    expect(places(await refused(clerk, "rateProposal", again))).toEqual(["INVALID_INPUT input.reason"]);
    expect(await done(clerk, "rateProposal", { ...again, reason: "录入有误" })).toMatchObject({
      satisfaction: "FAIRLY_SATISFIED",
      events: [{}, {}, {}, { note: "基本满意；录入有误" }],
    });
  });
});

describe("publishProposalAnswer", () => {
  it("records once that the answer was published", async () => {
    const { id: proposalId } = await assign();
    expect(await refused(clerk, "publishProposalAnswer", { proposalId })).toMatchObject([
      { code: "TRANSITION_REFUSED", state: "OPEN" },
    ]);
    await done(clerk, "answerProposal", { proposalId, on: "2025-05-20", resultClass: "A" });
    const early = { proposalId, on: "2025-05-19" };
    expect(places(await refused(clerk, "publishProposalAnswer", early))).toEqual(["INVALID_INPUT input.on"]);
    expect(await done(clerk, "publishProposalAnswer", { proposalId, on: "2025-05-22" })).toMatchObject({
      published: true,
      events: [{}, {}, { on: "2025-05-22", action: "PUBLISH_PROPOSAL_ANSWER" }],
    });
    expect(places(await refused(clerk, "publishProposalAnswer", { proposalId }))).toEqual([
      "NOT_ALLOWED_NOW input.proposalId",
    ]);
  });
});

describe("amendProposal", () => {
  it("mends what is not answered yet; another period has another last day", async () => {
    const { id: proposalId } = await assign();
    const changes = { title: "关于修整健身步道的建议案", number: "56", session: null, level: "CITY" };
    const amended = await done(clerk, "amendProposal", { proposalId, ...changes, broad: true });
    expect(amended).toMatchObject({ ...changes, broad: true, dueOn: "2025-09-10", revision: 2 });
    expect(
      await done(clerk, "amendProposal", { proposalId, assignedOn: "2025-03-11", reason: "录入有误" }),
    ).toMatchObject({ assignedOn: "2025-03-11", dueOn: "2025-09-11", number: "56" });
    expect(
      places(await refused(clerk, "amendProposal", { proposalId, dueOn: "2025-03-11", title: "" })),
    ).toEqual(["INVALID_INPUT input.dueOn", "INVALID_INPUT input.title"]);
  });

  it("mends an answer's number and class with a reason, and no date", async () => {
    const { id: proposalId } = await answered();
    await done(clerk, "rateProposal", { proposalId, satisfaction: "SATISFIED" });
    const input = { proposalId, resultClass: "B", answerNumber: "2号" };
    expect(places(await refused(clerk, "amendProposal", { ...input, broad: true }))).toEqual([
      "NOT_ALLOWED_NOW input.broad",
      "INVALID_INPUT input.reason",
    ]);
    expect(await done(clerk, "amendProposal", { ...input, reason: "录入有误" })).toMatchObject({
      resultClass: "B",
      answerNumber: "2号",
      satisfaction: "SATISFIED",
      dueOn: "2025-06-10",
    });
  });

  it("refuses an answer's class before there is one, and a number that is taken", async () => {
    await assign();
    const { id: proposalId } = await assign({ number: "56" });
    expect(
      places(await refused(clerk, "amendProposal", { proposalId, resultClass: "A", number: "55" })),
    ).toEqual(["NOT_ALLOWED_NOW input.resultClass", "ALREADY_EXISTS input.number"]);
  });
});

describe("Unit.proposals", () => {
  it("lists the newest first, filtered and in pages", async () => {
    await assign({ number: "1", assignedOn: "2025-02-01", broad: true });
    await assign({ number: "2", assignedOn: "2025-12-01", dueOn: "2026-01-20", kind: "CPPCC_PROPOSAL" });
    await assign({ number: "3", assignedOn: "2025-03-01", dueOn: "2026-01-19", role: "CO_ORGANIZER" });
    const { id: proposalId } = await assign({ number: "4", assignedOn: "2025-03-02" });
    await done(clerk, "answerProposal", { proposalId, resultClass: "A", published: true });
    expect(await numbers()).toEqual(["2", "4", "3", "1"]);
    expect(await numbers({ answered: false })).toEqual(["2", "3", "1"]);
    expect(await numbers({ answered: true })).toEqual(["4"]);
    expect(await numbers({ overdue: true })).toEqual(["3", "1"]);
    expect(await numbers({ overdue: false })).toEqual(["2", "4"]);
    expect(await numbers({ kind: "CPPCC_PROPOSAL" })).toEqual(["2"]);
    expect(await numbers({ role: "LEAD", assigned: { to: "2025-11-30" } })).toEqual(["4", "1"]);
    const page = await list(clerk, { first: 3 });
    expect(page).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    expect(await list(clerk, { first: 3, after: page.pageInfo.endCursor })).toMatchObject({
      nodes: [{ number: "1", broad: true, published: false, redo: false }],
      pageInfo: { hasNextPage: false },
    });
  });

  it("is for those who may read the unit's ledgers, and its mutations for its own people", async () => {
    const proposal = await assign();
    const variables = { unit: office.code };
    expect(faults(await app.as("clerk.371003104").query(LIST, variables))).toEqual(["NOT_FOUND"]);
    expect(faults(await app.anonymous.query(LIST, variables))).toEqual(["NOT_FOUND"]);
    expect(faults(await app.as("admin.371003").query(LIST, variables))).toEqual(["FORBIDDEN"]);
    expect((await list(app.as("officer.371003"))).totalCount).toBe(1);
    expect((await app.as("officer.371002").query(NODE, { id: proposal.id })).data.node).toBeNull();
    const answer = documentOf("answerProposal");
    const input = { proposalId: proposal.id, expectedRevision: 1, resultClass: "A" };
    expect(faults(await app.as("officer.371003").query(answer, { input }))).toEqual(["FORBIDDEN"]);
    expect(faults(await app.as("clerk.371003104").query(answer, { input }))).toEqual(["NOT_FOUND"]);
    const assignDocument = documentOf("assignProposal");
    expect(faults(await app.as("clerk.371003104").query(assignDocument, { input: given() }))).toEqual([
      "NOT_FOUND",
    ]);
    expect(await seen(proposal.id)).toEqual(proposal);
  });
});
