import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import {
  EVENTS,
  toldStep,
  NODE,
  PREVIOUS,
  RENAME_UNIT,
  SET_DEADLINE,
  STEPS,
  VERSIONS,
  type Step,
} from "./documents.js";
import {
  SECTIONS,
  complaints,
  explain,
  faults,
  fieldOf,
  findingsOf,
  newLogin,
  newOffice,
  payloadOf,
  reportAt,
  reportOf,
  save,
  saved,
  signedIn,
  take,
  taken,
  valueOf,
  wholeReport,
  type Office,
  type Payload,
  type Report,
} from "./factories.js";

const LICENCES = "proactive.licences.decisions";
const PENALTIES = "proactive.penalties.decisions";
const CARRIED_OUT = "requests.carriedOut.naturalPerson";
const CARRIED_IN = "requests.carriedIn.naturalPerson";
const RECEIVED = "requests.received.naturalPerson";

let app: TestApp;
let office: Office;
let officer: Client;
beforeAll(async () => {
  app = await startTestApp();
  officer = app.as("officer.371003");
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set("2026-01-20T09:00:00+08:00");
  office = await newOffice(app);
});

const edit = (report: Pick<Report, "revision">, cells: Record<string, string | null>, more = {}): object => ({
  unitCode: office.code,
  year: 2025,
  cells: Object.entries(cells).map(([code, value]) => ({ code, value })),
  expectedRevision: report.revision,
  ...more,
});
const seenBy = (client: Client, year = 2025): Promise<Report | null> => reportOf(client, office.code, year);
const licencesSeenBy = async (client: Client): Promise<string | null | undefined> => {
  const report = await seenBy(client);
  return report ? valueOf(report, LICENCES) : undefined;
};
const foreigners = (): Client[] => [
  app.anonymous,
  app.as("officer.371002"),
  app.as("clerk.371003104"),
  app.as("reviewer.371003104"),
  app.as("admin.371003"),
];
const insiders = (): Client[] => [office.clerk, office.reviewer, officer];
const listed = async (client: Client, document: string, name: string, year = 2025): Promise<any[]> => {
  const answer = await client.query(document, { unit: office.code, year });
  return fieldOf<{ report: Record<string, { nodes: any[] }> | null }>(answer).report?.[name]?.nodes ?? [];
};
const events = async (): Promise<any[]> => (await listed(office.clerk, EVENTS, "events")).map(toldStep);
const versions = (client: Client): Promise<any[]> => listed(client, VERSIONS, "versions");

const STATUSES = ["DRAFT", "UNDER_REVIEW", "SUBMITTED", "RETURNED", "APPROVED", "PUBLISHED"] as const;
type Status = (typeof STATUSES)[number];

/** By hand from the contract's description of each mutation. */
const ALLOWED: readonly (readonly [
  step: Step,
  role: "CLERK" | "REVIEWER" | "OFFICER",
  from: Status,
  to: Status,
])[] = [
  ["requestReview", "CLERK", "DRAFT", "UNDER_REVIEW"],
  ["requestReview", "CLERK", "RETURNED", "UNDER_REVIEW"],
  ["submitReport", "REVIEWER", "UNDER_REVIEW", "SUBMITTED"],
  ["submitReport", "REVIEWER", "DRAFT", "SUBMITTED"],
  ["submitReport", "REVIEWER", "RETURNED", "SUBMITTED"],
  ["returnReport", "REVIEWER", "UNDER_REVIEW", "RETURNED"],
  ["returnReport", "OFFICER", "SUBMITTED", "RETURNED"],
  ["returnReport", "OFFICER", "APPROVED", "RETURNED"],
  ["approveReport", "OFFICER", "SUBMITTED", "APPROVED"],
  ["publishReport", "OFFICER", "APPROVED", "PUBLISHED"],
  ["reviseReport", "OFFICER", "PUBLISHED", "RETURNED"],
];
/** What a status leaves open to anybody, in the order of the process. */
const LEGAL: Readonly<Record<Status, readonly string[]>> = {
  DRAFT: ["saveReport", "deriveReport", "requestReview", "submitReport"],
  UNDER_REVIEW: ["submitReport", "returnReport"],
  SUBMITTED: ["returnReport", "approveReport"],
  RETURNED: ["saveReport", "deriveReport", "requestReview", "submitReport"],
  APPROVED: ["returnReport", "publishReport"],
  PUBLISHED: ["reviseReport"],
};
/** Whose verb it is at all; everybody else of the unit is FORBIDDEN, whatever the status. */
const VERB_OF: Readonly<Record<Step, readonly string[]>> = {
  requestReview: ["CLERK"],
  submitReport: ["REVIEWER"],
  returnReport: ["REVIEWER", "OFFICER"],
  approveReport: ["OFFICER"],
  publishReport: ["OFFICER"],
  reviseReport: ["OFFICER"],
};
const NAME_OF: Readonly<Record<Step, string>> = {
  requestReview: "REQUEST_REVIEW",
  submitReport: "SUBMIT_REPORT",
  returnReport: "RETURN_REPORT",
  approveReport: "APPROVE_REPORT",
  publishReport: "PUBLISH_REPORT",
  reviseReport: "REVISE_REPORT",
};
const ALL_STEPS = Object.keys(STEPS) as Step[];

const holderOf = (role: string): Client =>
  role === "CLERK" ? office.clerk : role === "REVIEWER" ? office.reviewer : officer;

describe("every step, from every status, by every role", () => {
  it.each(ALLOWED)("%s by a %s takes %s to %s", async (step, role, from, to) => {
    const report = await reportAt(app, from, office);
    app.clock.advance(60_000);
    const moved = await taken(holderOf(role), step, report);
    expect([moved.status, moved.revision]).toEqual([to, report.revision + 1]);
    expect(await seenBy(office.clerk)).toMatchObject({ status: to, revision: report.revision + 1 });
    expect((await events()).at(-1)).toMatchObject({
      at: "2026-01-20T01:01:00.000Z",
      actor: role === "OFFICER" ? "示例·文登区政务公开办" : (expect.stringMatching(`^${role} `) as string),
      action: NAME_OF[step],
      from,
      to,
      revision: report.revision + 1,
    });
  });

  it.each(STATUSES)("nothing else leads out of %s", async (from) => {
    const report = await reportAt(app, from, office);
    const before = await seenBy(office.clerk);
    for (const step of ALL_STEPS)
      for (const role of ["CLERK", "REVIEWER", "OFFICER"]) {
        if (ALLOWED.some(([s, r, f]) => s === step && r === role && f === from)) continue;
        const answer = await holderOf(role).query(STEPS[step], inputFor(step, report));
        const told = `${step} by ${role}`;
        if (!VERB_OF[step].includes(role)) expect([told, faults(answer)]).toEqual([told, ["FORBIDDEN"]]);
        else
          expect([told, payloadOf(answer)]).toEqual([
            told,
            {
              report: null,
              problems: [
                {
                  __typename: "TransitionRefused",
                  code: "TRANSITION_REFUSED",
                  message: expect.stringMatching(/^现为“.+”，不能进行这一步；现在可以：/) as string,
                  path: ["input", "reportId"],
                  state: from,
                  legalSteps: LEGAL[from],
                },
              ],
            },
          ]);
      }
    expect(await seenBy(office.clerk)).toEqual(before);
  });

  it.each(STATUSES)("whoever has nothing to do with it moves nothing from %s", async (from) => {
    const report = await reportAt(app, from, office);
    const before = await seenBy(office.clerk);
    const submitted = ["SUBMITTED", "APPROVED", "PUBLISHED"].includes(from);
    const expected: readonly (readonly [name: string, client: Client, code: string])[] = [
      ["the public", app.anonymous, "UNAUTHENTICATED"],
      ["another district's officer", app.as("officer.371002"), "NOT_FOUND"],
      ["another unit's clerk", app.as("clerk.371003104"), "NOT_FOUND"],
      ["another unit's reviewer", app.as("reviewer.371003104"), "NOT_FOUND"],
      ["the analyst", app.as("analyst.371003"), submitted ? "FORBIDDEN" : "NOT_FOUND"],
      ["the administrator", app.as("admin.371003"), from === "PUBLISHED" ? "FORBIDDEN" : "NOT_FOUND"],
    ];
    for (const step of ALL_STEPS)
      for (const [name, client, code] of expected) {
        const { data, errors } = await client.query(STEPS[step], inputFor(step, report));
        expect([step, name, data, errors?.map((e) => e.extensions.code)]).toEqual([step, name, null, [code]]);
        const nowhere = await client.query(STEPS[step], inputFor(step, { id: "QW5u", revision: 1 }));
        if (code === "NOT_FOUND") expect(nowhere.errors).toEqual(errors);
      }
    expect(await seenBy(office.clerk)).toEqual(before);
  });

  const inputFor = (step: Step, { id, revision }: Pick<Report, "id" | "revision">): object => ({
    input: {
      reportId: id,
      expectedRevision: revision,
      ...(step === "returnReport" || step === "reviseReport" ? { reason: "请核对" } : {}),
    },
  });

  it.each([
    ["requestReview", "DRAFT"],
    ["submitReport", "DRAFT"],
    ["returnReport", "SUBMITTED"],
    ["approveReport", "SUBMITTED"],
    ["publishReport", "APPROVED"],
    ["reviseReport", "PUBLISHED"],
  ] as const)("%s on a stale revision changes nothing", async (step, from) => {
    const report = await reportAt(app, from, office);
    const before = await seenBy(office.clerk);
    const [, role] = ALLOWED.find(([s, , f]) => s === step && f === from) ?? [];
    for (const revision of [report.revision - 1, report.revision + 1]) {
      const refused = await take(holderOf(role ?? ""), step, { id: report.id, revision });
      expect([refused.report, complaints(refused)]).toEqual([
        null,
        ["STALE_REVISION input.expectedRevision"],
      ]);
      expect(refused.problems[0]?.currentRevision).toBe(report.revision);
    }
    expect(await seenBy(office.clerk)).toEqual(before);
  });

  it.each(["", "AnnualReport:1", "QW5udWFsUmVwb3J0OmFiYw", "💥", "x".repeat(5000)])(
    "the id %j is NOT_FOUND",
    async (id) => {
      for (const step of ALL_STEPS)
        expect(faults(await officer.query(STEPS[step], inputFor(step, { id, revision: 1 })))).toEqual([
          "NOT_FOUND",
        ]);
    },
  );

  it.each(["UNDER_REVIEW", "SUBMITTED", "APPROVED", "PUBLISHED"])("%s cannot be edited", async (from) => {
    const report = await reportAt(app, from, office);
    const before = await seenBy(office.clerk);
    for (const more of [
      {},
      { cells: [] },
      { sections: [{ key: "OVERVIEW", body: "x" }] },
      { signedOn: null },
    ]) {
      const refused = await save(office.clerk, { ...edit(report, { [LICENCES]: "1" }), ...more });
      expect([refused.report, complaints(refused)]).toEqual([null, ["NOT_ALLOWED_NOW input"]]);
    }
    expect(await seenBy(office.clerk)).toEqual(before);
  });
});

describe("what happened", () => {
  it("is told with who, when, why, which cells and until when, oldest first", async () => {
    const [clerk, reviewer] = ["CLERK", "REVIEWER"].map(
      (role) => expect.stringMatching(`^${role} `) as string,
    );
    const district = "示例·文登区政务公开办";
    const tick = (): void => app.clock.advance(60_000);
    let report = await saved(office.clerk, wholeReport(office, 2025));
    tick();
    report = await taken(office.clerk, "requestReview", report, { comment: "请审" });
    tick();
    report = await taken(office.reviewer, "submitReport", report, { comment: "同意" });
    tick();
    report = await taken(officer, "returnReport", report, {
      reason: "核对许可数",
      cells: [LICENCES],
      dueOn: "2026-01-28",
    });
    tick();
    report = await saved(office.clerk, edit(report, { [LICENCES]: "3" }));
    tick();
    report = await taken(office.reviewer, "submitReport", report);
    tick();
    report = await taken(officer, "approveReport", report, { comment: "审定" });
    tick();
    report = await taken(officer, "publishReport", report);
    tick();
    await taken(officer, "reviseReport", report, { reason: "数字有误" });

    const at = (minutes: number): string => `2026-01-20T01:0${minutes}:00.000Z`;
    const [first, ...rest] = await events();
    expect(first).toMatchObject({
      at: at(0),
      actor: clerk,
      action: "SAVE_REPORT",
      from: null,
      to: "DRAFT",
      revision: 1,
    });
    expect(first.cells).toHaveLength(166);
    const nothing = { reason: null, dueOn: null, cells: [] };
    expect(rest).toEqual([
      step(1, clerk, "REQUEST_REVIEW", "DRAFT", "UNDER_REVIEW", { ...nothing, reason: "请审" }),
      step(2, reviewer, "SUBMIT_REPORT", "UNDER_REVIEW", "SUBMITTED", { ...nothing, reason: "同意" }),
      step(3, district, "RETURN_REPORT", "SUBMITTED", "RETURNED", {
        reason: "核对许可数",
        cells: [{ code: LICENCES }],
        dueOn: "2026-01-28",
      }),
      step(4, clerk, "SAVE_REPORT", "RETURNED", "RETURNED", { ...nothing, cells: [{ code: LICENCES }] }),
      step(5, reviewer, "SUBMIT_REPORT", "RETURNED", "SUBMITTED", nothing),
      step(6, district, "APPROVE_REPORT", "SUBMITTED", "APPROVED", { ...nothing, reason: "审定" }),
      step(7, district, "PUBLISH_REPORT", "APPROVED", "PUBLISHED", nothing),
      step(8, district, "REVISE_REPORT", "PUBLISHED", "RETURNED", { ...nothing, reason: "数字有误" }),
    ]);
    function step(
      minute: number,
      actor: string | undefined,
      action: string,
      from: Status,
      to: Status,
      more: object,
    ): object {
      return { at: at(minute), actor, action, from, to, revision: minute + 1, samePerson: false, ...more };
    }
  });

  it("is for the unit and its district alone", async () => {
    await reportAt(app, "PUBLISHED", office);
    for (const client of insiders()) expect(await listed(client, EVENTS, "events")).toHaveLength(4);
    for (const client of [...foreigners(), app.as("analyst.371003")])
      expect(fieldOf(await client.query(EVENTS, { unit: office.code, year: 2025 }))).toEqual({
        report: { events: null },
      });
  });
});

describe("returning", () => {
  it("with named cells opens only these", async () => {
    const report = await reportAt(app, "SUBMITTED", office);
    const returned = await taken(officer, "returnReport", report, { cells: [LICENCES, PENALTIES] });
    const before = await seenBy(office.clerk);
    const closed: readonly (readonly [Record<string, string | null>, string])[] = [
      [{ [LICENCES]: "1", "proactive.fees.amount": "1" }, "NOT_ALLOWED_NOW input.cells.1.code"],
      [{ "proactive.fees.amount": "0" }, "NOT_ALLOWED_NOW input.cells.0.code"],
      [{ "requests.total.total": null }, "NOT_ALLOWED_NOW input.cells.0.code"],
    ];
    for (const [cells, complaint] of closed) {
      const refused = await save(office.clerk, edit(returned, cells));
      expect([refused.report, complaints(refused)]).toEqual([null, [complaint]]);
    }
    expect(await seenBy(office.clerk)).toEqual(before);
    const mended = await saved(office.clerk, edit(returned, { [PENALTIES]: "2", [LICENCES]: "1" }));
    expect([valueOf(mended, LICENCES), valueOf(mended, PENALTIES)]).toEqual(["1", "2"]);
  });

  it("stays narrow after a review within the unit, and is over with the submission", async () => {
    const submitted = await reportAt(app, "SUBMITTED", office);
    let report = await taken(officer, "returnReport", submitted, { cells: [LICENCES] });
    report = await taken(office.clerk, "requestReview", report);
    report = await taken(office.reviewer, "returnReport", report);
    expect(complaints(await save(office.clerk, edit(report, { [PENALTIES]: "1" })))).toEqual([
      "NOT_ALLOWED_NOW input.cells.0.code",
    ]);
    report = await taken(office.reviewer, "submitReport", report);
    report = await taken(officer, "returnReport", report);
    expect((await saved(office.clerk, edit(report, { [PENALTIES]: "1" }))).status).toBe("RETURNED");
  });

  it("by the reviewer cannot open what the district's did not", async () => {
    const submitted = await reportAt(app, "SUBMITTED", office);
    let report = await taken(officer, "returnReport", submitted, { cells: [LICENCES, PENALTIES] });
    report = await taken(office.clerk, "requestReview", report);
    const wide = { cells: [PENALTIES, "proactive.fees.amount"] };
    const refused = await take(office.reviewer, "returnReport", report, wide);
    expect([refused.report, complaints(refused)]).toEqual([null, ["INVALID_INPUT input.cells.1"]]);
    report = await taken(office.reviewer, "returnReport", report, { cells: [PENALTIES] });
    expect(complaints(await save(office.clerk, edit(report, { [LICENCES]: "1" })))).toEqual([
      "NOT_ALLOWED_NOW input.cells.0.code",
    ]);
    expect(valueOf(await saved(office.clerk, edit(report, { [PENALTIES]: "1" })), PENALTIES)).toBe("1");
  });

  it("without cells opens all of them", async () => {
    const report = await reportAt(app, "RETURNED", office);
    expect(valueOf(await saved(office.clerk, edit(report, { [PENALTIES]: "1" })), PENALTIES)).toBe("1");
  });

  it("by the unit's own reviewer needs no district", async () => {
    const report = await reportAt(app, "UNDER_REVIEW", office);
    const returned = await taken(office.reviewer, "returnReport", report, {
      reason: "漏填",
      cells: [LICENCES],
    });
    expect(returned.status).toBe("RETURNED");
    expect(complaints(await save(office.clerk, edit(returned, { [PENALTIES]: "1" })))).toEqual([
      "NOT_ALLOWED_NOW input.cells.0.code",
    ]);
    expect(await versions(office.clerk)).toEqual([]);
  });

  it("needs a reason, cells of the form, and plain text: every fault at once", async () => {
    const report = await reportAt(app, "SUBMITTED", office);
    const before = await seenBy(office.clerk);
    const bad = {
      reason: " ",
      cells: [LICENCES, "no.such", "proactive.regulations.made", "rates.disclosed"],
    };
    const refused = await take(officer, "returnReport", report, bad);
    expect([refused.report, complaints(refused)]).toEqual([
      null,
      [
        "INVALID_INPUT input.cells.1",
        "INVALID_INPUT input.cells.2",
        "INVALID_INPUT input.cells.3",
        "INVALID_INPUT input.reason",
      ],
    ]);
    for (const reason of ["", "\u0007", "长".repeat(2001)])
      expect(complaints(await take(officer, "returnReport", report, { reason }))).toEqual([
        "INVALID_INPUT input.reason",
      ]);
    const comment = "长".repeat(2001);
    expect(complaints(await take(officer, "approveReport", report, { comment }))).toEqual([
      "INVALID_INPUT input.comment",
    ]);
    expect(await seenBy(office.clerk)).toEqual(before);
  });

  it("takes the submitted version out of the count", async () => {
    const report = await reportAt(app, "SUBMITTED", office);
    const analyst = app.as("analyst.371003");
    expect(await seenBy(analyst)).toMatchObject({ status: "SUBMITTED" });
    await taken(officer, "returnReport", report);
    expect(await seenBy(analyst)).toBeNull();
    expect(await versions(office.clerk)).toMatchObject([{ number: 1, status: "RETURNED" }]);
  });
});

describe("who sees what", () => {
  it.each([
    ["DRAFT", [false, false]],
    ["UNDER_REVIEW", [false, false]],
    ["SUBMITTED", [true, false]],
    ["RETURNED", [false, false]],
    ["APPROVED", [true, false]],
    ["PUBLISHED", [true, true]],
  ] as const)("a %s report", async (status, [analyst, others]) => {
    const report = await reportAt(app, status, office, 2025, { [LICENCES]: "7" });
    for (const client of insiders()) expect(await seenBy(client)).toMatchObject({ status, id: report.id });
    expect(await licencesSeenBy(app.as("analyst.371003"))).toBe(analyst ? "7" : undefined);
    for (const client of foreigners()) {
      expect(await licencesSeenBy(client)).toBe(others ? "7" : undefined);
      const node = fieldOf<object | null>(await client.query(NODE, { id: report.id }));
      expect(node !== null).toBe(others);
    }
  });

  it("findings are for the unit and its district", async () => {
    const report = await saved(office.clerk, wholeReport(office, 2025, { [LICENCES]: null }));
    const [blank] = await findingsOf(office.clerk, office.code, 2025);
    await explain(office.clerk, blank?.id ?? "", "EXPLAINED", "无此项");
    await published(report);
    for (const client of insiders()) expect(await findingsOf(client, office.code, 2025)).toHaveLength(1);
    for (const client of [...foreigners(), app.as("analyst.371003")]) {
      expect(await findingsOf(client, office.code, 2025)).toBeNull();
      expect(fieldOf(await client.query(NODE, { id: blank?.id }))).toBeNull();
    }
  });
});

describe("versions", () => {
  it("are listed newest first: all for the unit and the district, the published for the public", async () => {
    const first = await reportAt(app, "SUBMITTED", office, 2025, { [LICENCES]: "1" });
    const returned = await taken(officer, "returnReport", first);
    app.clock.advance(60_000);
    await published(await saved(office.clerk, edit(returned, { [LICENCES]: "2" })));
    const all = [
      version(2, "PUBLISHED", "2026-01-20T01:01:00.000Z", "2026-01-20T01:01:00.000Z", "2"),
      version(1, "RETURNED", "2026-01-20T01:00:00.000Z", null, "1"),
    ];
    for (const client of insiders()) expect(await versions(client)).toEqual(all);
    for (const client of [...foreigners(), app.as("analyst.371003")])
      expect(await versions(client)).toEqual(all.slice(0, 1));
  });

  const version = (
    number: number,
    status: string,
    submittedAt: string,
    publishedAt: string | null,
    value: string,
  ): object => ({
    id: expect.any(String) as string,
    number,
    status,
    submittedAt,
    publishedAt,
    cells: [{ value }],
  });

  it("never change, whatever becomes of the report", async () => {
    const report = await reportAt(app, "PUBLISHED", office, 2025, { [LICENCES]: "1" });
    const [{ id }] = await versions(officer);
    const before = fieldOf(await app.anonymous.query(NODE, { id }));
    expect(before).toEqual({
      __typename: "ReportVersion",
      id,
      number: 1,
      versionStatus: "PUBLISHED",
      cells: [{ value: "1" }],
    });
    const revised = await taken(officer, "reviseReport", report);
    await published(await saved(office.clerk, edit(revised, { [LICENCES]: "2" })));
    expect(fieldOf(await app.anonymous.query(NODE, { id }))).toEqual(before);
    expect((await versions(app.anonymous)).map(({ number, cells }) => [number, cells])).toEqual([
      [2, [{ value: "2" }]],
      [1, [{ value: "1" }]],
    ]);
  });

  it("keep where each value came from", async () => {
    await reportAt(app, "PUBLISHED", office, 2025, {
      [RECEIVED]: "1",
      "requests.granted.naturalPerson": "1",
    });
    const cells = (await seenBy(app.anonymous))?.cells ?? [];
    const sources = Object.fromEntries(cells.map(({ indicator, source }) => [indicator.code, source]));
    expect([sources[RECEIVED], sources["requests.received.total"]]).toEqual(["ENTERED", "COMPUTED"]);
    expect(cells.filter(({ source }) => source === "COMPUTED")).toHaveLength(34);
  });

  it("of drafts there are none", async () => {
    await reportAt(app, "UNDER_REVIEW", office);
    expect(await versions(office.clerk)).toEqual([]);
  });
});

describe("a corrected version", () => {
  const OVERVIEW = 1;

  it("leaves the published one public, figures and texts, until it is published itself", async () => {
    const old = await reportAt(app, "PUBLISHED", office, 2025, { [LICENCES]: "1" });
    const before = await seenBy(app.anonymous);
    const revised = await taken(officer, "reviseReport", old, { reason: "许可数有误" });
    const body = `更正后：${SECTIONS[OVERVIEW]?.body}`;
    const sections = [{ key: "OVERVIEW", body }];
    let report = await saved(office.clerk, edit(revised, { [LICENCES]: "2" }, { sections }));
    await publicSees("1", "1");
    report = await taken(office.clerk, "requestReview", report);
    await publicSees("1", "1");
    report = await taken(office.reviewer, "submitReport", report);
    await publicSees("1", "2");
    report = await taken(officer, "approveReport", report);
    await publicSees("1", "2");
    expect(await seenBy(app.anonymous)).toEqual(before);
    app.clock.advance(60_000);
    await taken(officer, "publishReport", report);
    await publicSees("2", "2");
    const after = await seenBy(app.anonymous);
    expect(after?.sections[OVERVIEW]?.body).toBe(body);
    expect(after?.publishedAt).toBe("2026-01-20T01:01:00.000Z");
    expect(after?.id).toBe(before?.id);

    async function publicSees(value: string, analysts: string): Promise<void> {
      for (const client of foreigners()) expect(await licencesSeenBy(client)).toBe(value);
      expect(await licencesSeenBy(app.as("analyst.371003"))).toBe(analysts);
      expect(await versions(app.anonymous)).toHaveLength(value === "1" ? 1 : 2);
    }
  });

  it("that is returned or edited is seen by the unit and the district alone", async () => {
    const old = await reportAt(app, "PUBLISHED", office, 2025, { [LICENCES]: "1" });
    const revised = await taken(officer, "reviseReport", old);
    await saved(office.clerk, edit(revised, { [LICENCES]: "2" }));
    for (const client of insiders())
      expect([await licencesSeenBy(client), (await seenBy(client))?.status]).toEqual(["2", "RETURNED"]);
    for (const client of foreigners())
      expect([await licencesSeenBy(client), (await seenBy(client))?.status]).toEqual(["1", "PUBLISHED"]);
  });

  it("may name the cells that it opens", async () => {
    const old = await reportAt(app, "PUBLISHED", office);
    const revised = await taken(officer, "reviseReport", old, { cells: [LICENCES] });
    expect(complaints(await save(office.clerk, edit(revised, { [PENALTIES]: "1" })))).toEqual([
      "NOT_ALLOWED_NOW input.cells.0.code",
    ]);
    expect((await saved(office.clerk, edit(revised, { [LICENCES]: "1" }))).revision).toBe(
      revised.revision + 1,
    );
  });

  it("that the unit's reviewer sends back leaves the published one as it is", async () => {
    const old = await reportAt(app, "PUBLISHED", office, 2025, { [LICENCES]: "1" });
    let report = await taken(officer, "reviseReport", old);
    report = await taken(office.clerk, "requestReview", report);
    await taken(office.reviewer, "returnReport", report);
    expect(await versions(app.anonymous)).toMatchObject([{ number: 1, status: "PUBLISHED" }]);
    expect(await licencesSeenBy(app.anonymous)).toBe("1");
  });
});

describe("names", () => {
  it("a report keeps the name it was filed under; a new one has the new name", async () => {
    const admin = app.as("admin.371003");
    await reportAt(app, "PUBLISHED", office, 2024);
    await reportAt(app, "SUBMITTED", office, 2023);
    await reportAt(app, "DRAFT", office, 2022);
    const name = `更名后的${office.code}街道办事处`;
    const input = { unitCode: office.code, name, shortName: `更名${office.code}`, expectedRevision: 1 };
    expect(fieldOf<Payload>(await admin.query(RENAME_UNIT, { input })).problems).toEqual([]);
    await reportAt(app, "SUBMITTED", office, 2025);

    const names = async (client: Client) =>
      Promise.all([2022, 2023, 2024, 2025].map(async (year) => (await seenBy(client, year))?.unitName));
    expect(await names(office.clerk)).toEqual([name, office.name, office.name, name]);
    expect(await names(app.anonymous)).toEqual([undefined, undefined, office.name, undefined]);
    const found = await app.anonymous.query(
      `query ($text: String) { units(text: $text) { nodes { code name } } }`,
      {
        text: office.name,
      },
    );
    expect(fieldOf(found)).toEqual({ nodes: [{ code: office.code, name }] });
  });
});

it("a corrected report keeps the name it was first filed under", async () => {
  const published = await reportAt(app, "PUBLISHED", office);
  const input = {
    unitCode: office.code,
    name: "新名称镇人民政府",
    shortName: "新名称镇",
    expectedRevision: 1,
  };
  expect(fieldOf<Payload>(await app.as("admin.371003").query(RENAME_UNIT, { input })).problems).toEqual([]);
  const revised = await taken(officer, "reviseReport", published);
  expect(revised.unitName).toBe(office.name);
  expect((await taken(office.reviewer, "submitReport", revised)).unitName).toBe(office.name);
});

describe("due dates", () => {
  const set = (client: Client, more: object = {}) =>
    client.query(SET_DEADLINE, { input: { under: "371003", year: 2025, dueOn: "2026-01-26", ...more } });

  it("the district's own date holds for its units, and nowhere else", async () => {
    expect(payloadOf(await set(officer)).problems).toEqual([]);
    const report = await saved(office.clerk, { unitCode: office.code, year: 2025 });
    expect(report.dueOn).toBe("2026-01-26");
    expect((await saved(office.clerk, { unitCode: office.code, year: 2024 })).dueOn).toBe("2025-01-31");
    await set(officer, { dueOn: "2026-01-31" });
    const other = await newOffice(app);
    expect((await saved(other.clerk, { unitCode: other.code, year: 2025 })).dueOn).toBe("2026-01-31");
  });

  it("a report that was never submitted goes by the date that the district sets later", async () => {
    const years = [2021, 2022, 2023];
    const offices = [office, await newOffice(app), await newOffice(app)] as const;
    const [drafted, reviewed, submitted] = offices;
    await saved(drafted.clerk, { unitCode: drafted.code, year: 2022 });
    await saved(drafted.clerk, { unitCode: drafted.code, year: 2021 });
    await saved(drafted.clerk, { unitCode: drafted.code, year: 2023 });
    await reportAt(app, "UNDER_REVIEW", reviewed, 2022);
    await reportAt(app, "SUBMITTED", submitted, 2022);
    expect(payloadOf(await set(officer, { year: 2022, dueOn: "2023-01-20" })).problems).toEqual([]);
    const dates = async ({ code }: Office) =>
      Promise.all(years.map(async (year) => (await reportOf(officer, code, year))?.dueOn));
    expect(await Promise.all(offices.map(dates))).toEqual([
      ["2022-01-31", "2023-01-20", "2024-01-31"],
      [undefined, "2023-01-20", undefined],
      [undefined, "2023-01-31", undefined],
    ]);
    expect(await seenBy(drafted.clerk, 2022)).toMatchObject({ status: "DRAFT", revision: 1 });
  });

  it("a return gives its own date, which stays", async () => {
    const report = await reportAt(app, "SUBMITTED", office);
    const returned = await taken(officer, "returnReport", report, { dueOn: "2026-02-05" });
    expect(returned.dueOn).toBe("2026-02-05");
    const again = await taken(office.reviewer, "submitReport", returned);
    expect(again.dueOn).toBe("2026-02-05");
    expect((await taken(officer, "returnReport", again)).dueOn).toBe("2026-02-05");
    expect((await events()).map(({ dueOn }) => dueOn)).toEqual([null, null, "2026-02-05", null, null]);
  });

  it.each(["2026-01-19", "2025-01-31", "2027-02-01", "9999-12-31"])(
    "a return until %s is refused",
    async (dueOn) => {
      const report = await reportAt(app, "SUBMITTED", office);
      const refused = await take(officer, "returnReport", report, { dueOn });
      expect([refused.report, complaints(refused)]).toEqual([null, ["INVALID_INPUT input.dueOn"]]);
      expect(await seenBy(office.clerk)).toMatchObject({ status: "SUBMITTED", dueOn: "2026-01-31" });
    },
  );

  it("U4 a return's date is enforced: missed, the report is told late, however it comes", async () => {
    const [clerk, reviewer] = await Promise.all(
      (["CLERK", "REVIEWER"] as const).map((role) => newLogin(app, office.code, role)),
    );
    const report = await reportAt(app, "SUBMITTED", office);
    await taken(officer, "returnReport", report, { dueOn: "2026-02-05" });
    app.clock.set("2026-02-06T09:00:00+08:00");
    const later = await signedIn(app, clerk ?? "");
    const returned = (await reportOf(later, office.code, 2025)) as Report;
    await saved(later, edit(returned, { [LICENCES]: "1" }));
    const told = async () =>
      (await findingsOf(later, office.code, 2025)).map(({ rule, message }) => [rule.code, message]);
    const late = [["D06", "应在 2026-02-05 或之前提交，2026-02-06 已逾期"]];
    expect(await told()).toEqual(late);
    const mended = (await reportOf(later, office.code, 2025)) as Report;
    await taken(await signedIn(app, reviewer ?? ""), "submitReport", mended);
    expect(await told()).toEqual(late);
  });

  it.each([
    [{ year: 2018, dueOn: "2019-01-20" }, ["INVALID_INPUT input.year"]],
    [{ year: 2027, dueOn: "2028-01-20" }, ["INVALID_INPUT input.year"]],
    [{ dueOn: "2026-02-01" }, ["INVALID_INPUT input.dueOn"]],
    [{ dueOn: "2025-12-31" }, ["INVALID_INPUT input.dueOn"]],
    [{ under: "371003003" }, ["INVALID_INPUT input.under"]],
    [{ under: "371003003", dueOn: "2026-02-01" }, ["INVALID_INPUT input.under", "INVALID_INPUT input.dueOn"]],
  ])("the district cannot set %j", async (more, expected) => {
    expect(complaints(payloadOf(await set(officer, more)))).toEqual(expected);
    expect((await saved(office.clerk, { unitCode: office.code, year: 2025 })).dueOn).toBe("2026-01-31");
  });

  it("only an officer of the district sets it", async () => {
    for (const login of ["admin.371003", "analyst.371003"])
      expect(faults(await set(app.as(login)))).toEqual(["FORBIDDEN"]);
    for (const login of ["clerk.371003003", "officer.371002"])
      expect(faults(await set(app.as(login)))).toEqual(["NOT_FOUND"]);
    expect(faults(await set(app.anonymous))).toEqual(["UNAUTHENTICATED"]);
    expect(faults(await set(officer, { under: "999999" }))).toEqual(["NOT_FOUND"]);
    expect((await saved(office.clerk, { unitCode: office.code, year: 2025 })).dueOn).toBe("2026-01-31");
  });

  it("a late report is told so, and can be submitted all the same", async () => {
    const report = await saved(office.clerk, wholeReport(office, 2024));
    const late = await findingsOf(office.clerk, office.code, 2024);
    expect(late.map(({ rule, severity, message }) => [rule.code, severity, message])).toEqual([
      ["D06", "INFO", "应在 2025-01-31 或之前提交，2026-01-20 已逾期"],
    ]);
    expect((await taken(office.reviewer, "submitReport", report)).status).toBe("SUBMITTED");
  });
});

describe("the year before", () => {
  const previousSeenBy = async (client: Client): Promise<unknown> => {
    const answer = await client.query(PREVIOUS, { unit: office.code, year: 2025 });
    return fieldOf<{ report: { previous: unknown } | null }>(answer).report?.previous;
  };
  const seen = (status: string, value: string): object => ({ year: 2024, status, cells: [{ value }] });
  /** Two years that tie but for the carry-over: `left` of last year, `taken` this year. */
  const lastYear = (left: string): Record<string, string> => ({ [RECEIVED]: left, [CARRIED_OUT]: left });
  const thisYear = (carried: string): Record<string, string> => ({
    [CARRIED_IN]: carried,
    "requests.granted.naturalPerson": carried,
  });
  const carryFindings = async () =>
    (await findingsOf(office.clerk, office.code, 2025))
      .filter(({ rule }) => rule.code === "X_CARRY")
      .map(({ severity, status, expected, actual, places }) => [
        severity,
        status,
        expected,
        actual,
        places.map(({ year, value, indicator }) => `${year} ${indicator.code} ${value}`),
      ]);
  const again = async (carried = "1"): Promise<void> => {
    const report = (await seenBy(office.clerk)) as Report;
    await saved(office.clerk, edit(report, thisYear(carried)));
  };

  it("is the newest version that the caller may see, never a draft", async () => {
    const draft = await reportAt(app, "DRAFT", office, 2024, lastYear("1"));
    await reportAt(app, "PUBLISHED", office, 2025, thisYear("1"));
    expect(await previousSeenBy(office.clerk)).toBeNull();
    const submitted = await taken(office.reviewer, "submitReport", draft);
    for (const client of [...insiders(), app.as("analyst.371003")])
      expect(await previousSeenBy(client)).toEqual(seen("SUBMITTED", "1"));
    expect(await previousSeenBy(app.anonymous)).toBeNull();
    const published = await taken(officer, "publishReport", await taken(officer, "approveReport", submitted));
    expect(await previousSeenBy(app.anonymous)).toEqual(seen("PUBLISHED", "1"));
    const revised = await taken(officer, "reviseReport", published);
    const mended = await saved(office.clerk, {
      ...edit(revised, { [RECEIVED]: "2", [CARRIED_OUT]: "2" }),
      year: 2024,
    });
    for (const client of insiders()) expect(await previousSeenBy(client)).toEqual(seen("PUBLISHED", "1"));
    await taken(office.reviewer, "submitReport", mended);
    for (const client of insiders()) expect(await previousSeenBy(client)).toEqual(seen("SUBMITTED", "2"));
    for (const client of foreigners()) expect(await previousSeenBy(client)).toEqual(seen("PUBLISHED", "1"));
  });

  it("is not the year before that", async () => {
    await reportAt(app, "PUBLISHED", office, 2023, lastYear("5"));
    await reportAt(app, "DRAFT", office);
    expect(await previousSeenBy(office.clerk)).toBeNull();
    expect(await carryFindings()).toEqual([]);
  });

  it("X_CARRY goes by the newest version that counts, and is a warning once it was revised", async () => {
    await reportAt(app, "DRAFT", office, 2025, thisYear("1"));
    const draft = await reportAt(app, "DRAFT", office, 2024, lastYear("2"));
    await again();
    expect(await carryFindings()).toEqual([]);

    const submitted = await taken(office.reviewer, "submitReport", draft);
    await again();
    const places = [`2024 ${CARRIED_OUT} 2`, `2025 ${CARRIED_IN} 1`];
    const total = ["2024 requests.carriedOut.total 2", "2025 requests.carriedIn.total 1"];
    expect(await carryFindings()).toEqual([
      ["ERROR", "OPEN", "2", "1", places],
      ["ERROR", "OPEN", "2", "1", total],
    ]);

    const published = await taken(officer, "publishReport", await taken(officer, "approveReport", submitted));
    const revised = await taken(officer, "reviseReport", published);
    await again();
    expect((await carryFindings()).map(([severity]) => severity)).toEqual(["ERROR", "ERROR"]);

    const three = { ...edit(revised, { [RECEIVED]: "3", [CARRIED_OUT]: "3" }), year: 2024 };
    await taken(office.reviewer, "submitReport", await saved(office.clerk, three));
    await again();
    expect((await carryFindings()).map((finding) => finding.slice(0, 4))).toEqual([
      ["WARNING", "OPEN", "3", "1"],
      ["WARNING", "OPEN", "3", "1"],
    ]);
    for (const { id } of await findingsOf(office.clerk, office.code, 2025))
      await explain(office.clerk, id, "EXPLAINED", "上年报告已更正");
    const report = (await seenBy(office.clerk)) as Report;
    expect((await taken(office.reviewer, "submitReport", report)).status).toBe("SUBMITTED");
  });

  it("is looked at again when this year's is submitted", async () => {
    const report = await reportAt(app, "DRAFT", office, 2025, thisYear("1"));
    await reportAt(app, "SUBMITTED", office, 2024, lastYear("2"));
    const refused = await take(office.reviewer, "submitReport", report);
    expect(
      refused.problems.map(({ code, findings }) => [code, findings?.map(({ rule }) => rule.code)]),
    ).toEqual([["BLOCKED_BY_FINDINGS", ["X_CARRY", "X_CARRY"]]]);
    expect(await seenBy(office.clerk)).toMatchObject({ status: "DRAFT", revision: 1 });
  });
});

/** From a draft or a returned report all the way. */
async function published(report: Report): Promise<Report> {
  const submitted = await taken(office.reviewer, "submitReport", report);
  return taken(officer, "publishReport", await taken(officer, "approveReport", submitted));
}
