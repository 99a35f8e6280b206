import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { fieldOf, newOffice, type Office } from "../reports/factories.js";
import { revisionOf } from "./request-steps.js";

let app: TestApp;
let office: Office;
beforeAll(async () => (app = await startTestApp()));
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set("2026-01-20T09:00:00+08:00");
  office = await newOffice(app);
});

const NOT_YOURS = "您的角色无权进行此操作";
type Steps = Readonly<Record<string, string | true>>;

interface Case {
  readonly type: string;
  /** What a mutation of the kind calls its record: `proposal`, with the input's `proposalId`. */
  readonly record: string;
  readonly enter: readonly [mutation: string, input: object];
  /** By hand from the contract: what is open after entry to the clerk who entered the record, and to the reviewer. */
  readonly entered: { readonly clerk: Steps; readonly reviewer: Steps };
  readonly next: readonly [mutation: string, by: "clerk" | "reviewer", input: object];
  /** The same after the next step. */
  readonly after: { readonly clerk: Steps; readonly reviewer: Steps };
}

const either = (steps: Steps) => ({ clerk: steps, reviewer: steps });

const CASES: readonly Case[] = [
  {
    type: "Proposal",
    record: "proposal",
    enter: [
      "assignProposal",
      {
        ...{ kind: "CONGRESS_SUGGESTION", level: "DISTRICT", session: "区人大十八届四次会议", number: "55" },
        ...{ title: "关于修整健身步道的建议", assignedOn: "2025-03-10", role: "CO_ORGANIZER" },
      },
    ],
    entered: either({
      answerProposal: true,
      rateProposal: "现为“待答复”",
      publishProposalAnswer: "现为“待答复”",
      amendProposal: true,
    }),
    next: ["answerProposal", "clerk", { on: "2025-05-20" }],
    after: either({
      answerProposal: true,
      rateProposal: "会办件由主办单位答复，不作满意度评价",
      publishProposalAnswer: true,
      amendProposal: true,
    }),
  },
  {
    type: "Remedy",
    record: "remedy",
    enter: [
      "lodgeRemedy",
      { route: "REVIEW", number: "威文政复〔2025〕7号", organ: "文登区人民政府", lodgedOn: "2025-04-10" },
    ],
    entered: either({ concludeRemedy: true, recordRulingArrival: "现为“尚未审结”", amendRemedy: true }),
    next: ["concludeRemedy", "reviewer", { ruling: "OTHER" }],
    after: either({ concludeRemedy: true, recordRulingArrival: true, amendRemedy: "现为“已审结”" }),
  },
  {
    type: "SuppliedCount",
    record: "supply",
    enter: [
      "recordSupply",
      {
        ...{ indicator: "proactive.licences.decisions", supplier: "行政审批服务局" },
        ...{ from: "2025-01-01", to: "2025-06-30", quantity: "298" },
      },
    ],
    entered: {
      clerk: {
        amendSupply: true,
        signOffSupply: NOT_YOURS,
        deleteSupply: true,
        revokeSupplySignOff: NOT_YOURS,
      },
      reviewer: {
        ...{ amendSupply: NOT_YOURS, signOffSupply: true },
        ...{ deleteSupply: NOT_YOURS, revokeSupplySignOff: "现为“待签认”" },
      },
    },
    next: ["signOffSupply", "reviewer", {}],
    after: {
      clerk: {
        ...{ amendSupply: "现为“已签认”", signOffSupply: NOT_YOURS },
        ...{ deleteSupply: "现为“已签认”", revokeSupplySignOff: NOT_YOURS },
      },
      reviewer: {
        ...{ amendSupply: NOT_YOURS, signOffSupply: "现为“已签认”" },
        ...{ deleteSupply: NOT_YOURS, revokeSupplySignOff: true },
      },
    },
  },
  {
    type: "Interpretation",
    record: "interpretation",
    enter: [
      "registerInterpretation",
      {
        ...{ documentTitle: "关于加强物业管理的若干规定", documentNumber: "威政发〔2025〕7号" },
        ...{ documentClass: "NORMATIVE", documentPublishedOn: "2025-03-13", form: "TEXT" },
      },
    ],
    entered: either({ publishInterpretation: true, amendInterpretation: true, voidInterpretation: true }),
    next: ["publishInterpretation", "clerk", { title: "一图读懂物业管理规定", publishedOn: "2025-03-17" }],
    after: either({
      publishInterpretation: "现为“已发布”",
      amendInterpretation: true,
      voidInterpretation: true,
    }),
  },
];

/** Takes a step that nothing stands against, and tells the record's id. */
async function take(client: Client, record: string, mutation: string, input: object): Promise<string> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${record} { id } problems { message } } }`;
  const payload = fieldOf<Record<string, any>>(await client.query(document, { input }));
  expect(payload.problems).toEqual([]);
  return payload[record].id as string;
}

/** By mutation: true, or why the step is not open to the caller; null for whoever may not see the record. */
async function stepsOf(client: Client, type: string, id: string): Promise<Steps | null> {
  const document = `query ($id: ID!) { node(id: $id) { ... on ${type} { steps { mutation allowed whyNot } } } }`;
  const node = fieldOf<{ steps: any[] } | null>(await client.query(document, { id }));
  return node && Object.fromEntries(node.steps.map((step) => [step.mutation, step.allowed || step.whyNot]));
}

const closed = (steps: Steps): Steps =>
  Object.fromEntries(Object.keys(steps).map((mutation) => [mutation, NOT_YOURS]));

describe.each(CASES)("the steps of a $type", ({ type, record, enter, entered, next, after }) => {
  const seen = (client: Client, id: string) => stepsOf(client, type, id);
  const enterOne = () => take(office.clerk, record, enter[0], { unitCode: office.code, ...enter[1] });
  const takeNext = async (id: string): Promise<void> => {
    const [mutation, by, input] = next;
    const expectedRevision = await revisionOf(office[by], id);
    await take(office[by], record, mutation, { [`${record}Id`]: id, expectedRevision, ...input });
  };

  it("are told to each of the unit's people, in the order of the process", async () => {
    const id = await enterOne();
    for (const by of ["clerk", "reviewer"] as const) {
      const steps = await seen(office[by], id);
      expect([by, steps]).toEqual([by, entered[by]]);
      expect(Object.keys(steps ?? {})).toEqual(Object.keys(entered[by]));
    }
  });

  it("are others after the next step", async () => {
    const id = await enterOne();
    await takeNext(id);
    for (const by of ["clerk", "reviewer"] as const)
      expect([by, await seen(office[by], id)]).toEqual([by, after[by]]);
  });

  it("are none of the officer's, who reads the record, in any state", async () => {
    const id = await enterOne();
    const officer = app.as("officer.371003");
    expect(await seen(officer, id)).toEqual(closed(entered.clerk));
    await takeNext(id);
    expect(await seen(officer, id)).toEqual(closed(entered.clerk));
  });

  it("are not there for others, as the record is not", async () => {
    const id = await enterOne();
    const others = ["clerk.371003104", "reviewer.371003104", "officer.371002"].map((login) => app.as(login));
    for (const other of [app.anonymous, ...others]) expect(await seen(other, id)).toBeNull();
  });
});
