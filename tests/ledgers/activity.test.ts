import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TenantScope } from "../../src/kernel/tenant-scope.js";
import { proposalFacts } from "../../src/ledgers/proposals/api.js";
import { unitByCode } from "../../src/units/index.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { faults, fieldOf, newOffice, type Office } from "../reports/factories.js";
import { decided, done, received } from "./cases.js";

let app: TestApp;
let office: Office;
let clerk: Client;
beforeAll(async () => {
  app = await startTestApp();
  office = await newOffice(app);
  clerk = office.clerk;
});
afterAll(() => app.close());

const TALLY = "{ key label count }";
const ACTIVITY = `activity(from: $from, to: $to) {
  disclosures { total late byChannel ${TALLY} byCategory ${TALLY} }
  requests { received decided open undecidedOverdue decidedOnTime medianWorkingDays byOutcome ${TALLY} byApplicant ${TALLY} }
  remedies { lodged pending byRuling ${TALLY} }
  proposals { assigned answered overdue byKind ${TALLY} byResult ${TALLY} bySatisfaction ${TALLY} }
}`;
const OF_UNIT = `query ($unit: String!, $from: Date!, $to: Date!) { unit(code: $unit) { ${ACTIVITY} } }`;
const BELOW = `query ($first: Int!, $from: Date!, $to: Date!) {
  units(under: "371003", first: $first) { nodes { code ${ACTIVITY} } }
}`;
const YEAR = { from: "2025-01-01", to: "2025-12-31" };

const activityOf = async (client: Client, period: object = YEAR): Promise<any> =>
  fieldOf<any>(await client.query(OF_UNIT, { unit: office.code, ...period })).activity;

describe("Unit.activity", () => {
  it("is all zeros where nothing happened", async () => {
    expect(await activityOf(clerk, { from: "2024-01-01", to: "2024-12-31" })).toMatchObject({
      disclosures: { total: 0, late: 0, byCategory: [] },
      requests: { received: 0, decided: 0, open: 0, medianWorkingDays: null, byOutcome: [] },
      remedies: { lodged: 0, pending: 0, byRuling: [] },
      proposals: { assigned: 0, answered: 0, overdue: 0, byKind: [], byResult: [], bySatisfaction: [] },
    });
  });

  it("adds up the cases of a period", async () => {
    const lodge = (number: string, lodgedOn: string): Promise<any> =>
      done(clerk, "lodgeRemedy", { unitCode: office.code, route: "REVIEW", number, lodgedOn });
    const conclude = (remedyId: string, on: string, ruling: string): Promise<any> =>
      done(clerk, "concludeRemedy", { remedyId, on, ruling });
    const [before, first, second, later] = [
      await lodge("1", "2024-12-31"),
      await lodge("2", "2025-01-01"),
      await lodge("3", "2025-12-31"),
      await lodge("4", "2026-01-01"),
    ];
    await conclude(before.id, "2025-12-31", "CORRECTED");
    await conclude(first.id, "2025-01-02", "UPHELD");
    await conclude(second.id, "2026-01-02", "UPHELD");
    expect((await activityOf(clerk)).remedies).toEqual({
      lodged: 2,
      pending: 1,
      byRuling: [
        { key: "UPHELD", label: "结果维持", count: 1 },
        { key: "CORRECTED", label: "结果纠正", count: 1 },
      ],
    });
    expect((await activityOf(clerk, { from: "2026-01-01", to: "2026-01-20" })).remedies).toMatchObject({
      lodged: 1,
      pending: 1,
      byRuling: [{ key: "UPHELD", count: 1 }],
    });
    expect(later.concludedOn).toBeNull();
  });

  it("adds up the proposals assigned in a period; an opinion given to another is not an answer", async () => {
    const assign = (number: string, more: object = {}): Promise<any> =>
      done(clerk, "assignProposal", {
        unitCode: office.code,
        kind: "CONGRESS_SUGGESTION",
        level: "DISTRICT",
        number,
        title: `第${number}号`,
        assignedOn: "2025-03-10",
        ...more,
      });
    const answer = (proposalId: string, more: object): Promise<any> =>
      done(clerk, "answerProposal", { proposalId, on: "2025-05-20", ...more });
    const rate = (proposalId: string, satisfaction: string): Promise<any> =>
      done(clerk, "rateProposal", { proposalId, satisfaction, on: "2025-06-01" });
    const satisfied = await assign("1");
    await answer(satisfied.id, { resultClass: "A" });
    await rate(satisfied.id, "SATISFIED");
    const redone = await assign("2", { kind: "CPPCC_PROPOSAL" });
    await answer(redone.id, { resultClass: "C" });
    await rate(redone.id, "DISSATISFIED");
    const opinion = await assign("3", { role: "CO_ORGANIZER" });
    await answer(opinion.id, {});
    const broad = await assign("4", { broad: true, assignedOn: "2025-12-31" });
    await answer(broad.id, { on: "2026-01-10", resultClass: "B" });
    await assign("5", { assignedOn: "2025-12-01" });
    await assign("6", { assignedOn: "2026-01-01" });
    expect((await activityOf(clerk)).proposals).toEqual({
      assigned: 5,
      answered: 2,
      overdue: 1,
      byKind: [
        { key: "CONGRESS_SUGGESTION", label: "人大代表建议", count: 4 },
        { key: "CPPCC_PROPOSAL", label: "政协提案", count: 1 },
      ],
      byResult: [
        { key: "A", label: "A", count: 1 },
        { key: "B", label: "B", count: 1 },
      ],
      bySatisfaction: [
        { key: "SATISFIED", label: "满意", count: 1 },
        { key: "DISSATISFIED", label: "不满意", count: 1 },
      ],
    });
  });

  it("quotes in section 六 what the unit was to answer itself", async () => {
    const facts = await app.app.database.read(TenantScope.system("test"), async (session) => {
      const unit = await unitByCode(session, office.code);
      return proposalFacts(session, unit?.id ?? "", 2025);
    });
    expect(facts).toEqual({
      suggestions: 3,
      proposals: 1,
      answered: 2,
      byResult: new Map([
        ["A", 1],
        ["B", 1],
      ]),
      bySatisfaction: new Map([
        ["SATISFIED", 1],
        ["DISSATISFIED", 1],
      ]),
    });
  });

  it("joins the four ledgers, in the caller's language", async () => {
    await decided(clerk, office.code, "2025-03-03", "2025-03-20");
    await received(clerk, office.code, "2025-03-04");
    const query = `query ($unit: String!, $from: Date!, $to: Date!) { unit(code: $unit) { activity(from: $from, to: $to) {
      requests { received decided undecidedOverdue byOutcome ${TALLY} } remedies { byRuling ${TALLY} } proposals { bySatisfaction ${TALLY} }
    } } }`;
    const answer = await app
      .as("case-reader.371003")
      .query(query, { unit: office.code, ...YEAR }, { "accept-language": "en" });
    expect(fieldOf<any>(answer).activity).toEqual({
      requests: {
        received: 2,
        decided: 1,
        undecidedOverdue: 1,
        byOutcome: [{ key: "DENIED_PROCESS", label: "deliberative information", count: 1 }],
      },
      remedies: {
        byRuling: [
          { key: "UPHELD", label: "upheld", count: 1 },
          { key: "CORRECTED", label: "corrected", count: 1 },
        ],
      },
      proposals: {
        bySatisfaction: [
          { key: "SATISFIED", label: "satisfied", count: 1 },
          { key: "DISSATISFIED", label: "dissatisfied", count: 1 },
        ],
      },
    });
  });

  it("refuses a period that ends before it begins, or of more than ten years", async () => {
    const ask = (from: string, to: string) => clerk.query(OF_UNIT, { unit: office.code, from, to });
    expect((await ask("2025-01-02", "2025-01-01")).errors).toMatchObject([
      {
        message: "起始日期不能晚于截止日期",
        path: ["unit", "activity"],
        extensions: { code: "BAD_USER_INPUT", argument: ["from"] },
      },
    ]);
    expect((await ask("2016-01-01", "2026-01-01")).errors).toMatchObject([
      { message: "最多 10 年", extensions: { code: "BAD_USER_INPUT", argument: ["to"] } },
    ]);
    expect((await ask("2016-01-01", "2025-12-31")).errors).toBeUndefined();
    expect((await ask("2025-01-01", "2025-01-01")).errors).toBeUndefined();
  });

  it("is for those who may read the unit's ledgers", async () => {
    const variables = { unit: office.code, ...YEAR };
    expect(faults(await app.anonymous.query(OF_UNIT, variables))).toEqual(["NOT_FOUND"]);
    expect(faults(await app.as("clerk.371003104").query(OF_UNIT, variables))).toEqual(["NOT_FOUND"]);
    expect(faults(await app.as("admin.371003").query(OF_UNIT, variables))).toEqual(["FORBIDDEN"]);
    expect((await activityOf(app.as("officer.371003"))).remedies.lodged).toBe(2);
  });

  it("takes the same statements for 1 unit and for 20", async () => {
    const officer = app.as("officer.371003");
    const cost = async (first: number): Promise<number> => {
      app.statements();
      const { nodes } = fieldOf<any>(await officer.query(BELOW, { first, ...YEAR }));
      expect(nodes).toHaveLength(first);
      return app.statements().length;
    };
    for (let i = 0; i < 6; i++) await newOffice(app);
    await cost(1);
    expect(await cost(20)).toBe(await cost(1));
  });

  it("reads two periods of one unit apart", async () => {
    const query = `query ($unit: String!) { unit(code: $unit) {
      old: activity(from: "2024-01-01", to: "2024-12-31") { remedies { lodged pending } proposals { assigned } }
      new: activity(from: "2025-01-01", to: "2025-12-31") { remedies { lodged pending } proposals { assigned } }
    } }`;
    expect(fieldOf<any>(await clerk.query(query, { unit: office.code }))).toEqual({
      old: { remedies: { lodged: 1, pending: 1 }, proposals: { assigned: 0 } },
      new: { remedies: { lodged: 2, pending: 1 }, proposals: { assigned: 5 } },
    });
  });
});
