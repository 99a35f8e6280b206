import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestApp, type Answer, type Client, type TestApp } from "../harness/app.js";
import { EVENTS, EXPLAIN, SAVE, SET_DEADLINE, STEPS, VERSIONS } from "./documents.js";
import {
  complaints,
  faults,
  fieldOf,
  findingsOf,
  leaves,
  newLogin,
  newOffice,
  newPerson,
  payloadOf,
  reportAt,
  reportIn,
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

let app: TestApp;
let office: Office;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  office = await newOffice(app);
});

const input = (value: string, more: object = {}): object => ({
  unitCode: office.code,
  year: 2025,
  cells: [{ code: LICENCES, value }],
  ...more,
});
const current = async (): Promise<Report> => {
  const report = await reportOf(office.clerk, office.code, 2025);
  if (!report) throw new Error("no report");
  return report;
};
const listed = async <T>(client: Client, document: string, name: string): Promise<T[]> => {
  const answer = await client.query(document, { unit: office.code, year: 2025 });
  return fieldOf<{ report: Record<string, { nodes: T[] }> }>(answer).report[name]?.nodes ?? [];
};
const versions = (client: Client) => listed<{ number: number; status: string }>(client, VERSIONS, "versions");
const events = () => listed<{ action: string; revision: number }>(office.clerk, EVENTS, "events");
/** n requests at once, each answered on its own. */
const atOnce = <T>(n: number, ask: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, i) => ask(i)));

describe("an idempotency key", () => {
  it("answers the first result again, also after later changes", async () => {
    const first = await save(office.clerk, input("1", { idempotencyKey: "a" }));
    expect(first.report?.revision).toBe(1);
    await saved(office.clerk, input("2", { expectedRevision: 1 }));
    expect(await save(office.clerk, input("1", { idempotencyKey: "a" }))).toEqual(first);
    expect(valueOf(await current(), LICENCES)).toBe("2");
    expect((await events()).map(({ revision }) => revision)).toEqual([1, 2]);
  });

  it("with another input is KEY_REUSED, and nothing changes", async () => {
    await saved(office.clerk, input("1", { idempotencyKey: "a" }));
    const before = await current();
    for (const other of [
      input("2", { idempotencyKey: "a" }),
      input("1", { idempotencyKey: "a", expectedRevision: 1 }),
      input("1", { idempotencyKey: "a", year: 2024 }),
      input("1", { idempotencyKey: "a", signedOn: null }),
    ]) {
      const refused = await save(office.clerk, other);
      expect([refused.report, complaints(refused)]).toEqual([null, ["KEY_REUSED input.idempotencyKey"]]);
    }
    expect(await current()).toEqual(before);
    expect(await reportOf(office.clerk, office.code, 2024)).toBeNull();
  });

  it("is the actor's own", async () => {
    const colleague = await newPerson(app, office.code, "CLERK");
    const elsewhere = await newOffice(app);
    await saved(office.clerk, input("1", { idempotencyKey: "a" }));
    expect(complaints(await save(colleague, input("1", { idempotencyKey: "a" })))).toEqual([
      "ALREADY_EXISTS input.expectedRevision",
    ]);
    const theirs = { ...input("7", { idempotencyKey: "a" }), unitCode: elsewhere.code };
    expect(valueOf(await saved(elsewhere.clerk, theirs), LICENCES)).toBe("7");
  });

  it("is the mutation's own", async () => {
    const report = await saved(office.clerk, input("1", { idempotencyKey: "a" }));
    const moved = await take(office.clerk, "requestReview", report, { idempotencyKey: "a" });
    expect([moved.report?.status, moved.problems]).toEqual(["UNDER_REVIEW", []]);
  });

  it("does not mind the order of the fields", async () => {
    const first = await saved(office.clerk, input("1", { idempotencyKey: "a", scope: "OWN" }));
    const turned = {
      scope: "OWN",
      idempotencyKey: "a",
      cells: [{ value: "1", code: LICENCES }],
      year: 2025,
      unitCode: office.code,
    };
    expect(await save(office.clerk, turned)).toEqual({ report: first, problems: [] });
    const literal = `mutation { saveReport(input: { cells: [{ value: "1", code: "${LICENCES}" }], scope: OWN,
      year: 2025, unitCode: "${office.code}", idempotencyKey: "a" }) { report { revision } problems { code } } }`;
    expect(fieldOf(await office.clerk.query(literal))).toEqual({ report: { revision: 1 }, problems: [] });
  });

  it("but the order of a list is part of the input", async () => {
    const cells = leaves().slice(0, 2);
    const base = { unitCode: office.code, year: 2025, idempotencyKey: "a" };
    await saved(office.clerk, { ...base, cells });
    expect(complaints(await save(office.clerk, { ...base, cells: [...cells].reverse() }))).toEqual([
      "KEY_REUSED input.idempotencyKey",
    ]);
  });

  it("is not used up by a refusal", async () => {
    const refused = await save(office.clerk, input("-1", { idempotencyKey: "a" }));
    expect(complaints(refused)).toEqual(["INVALID_INPUT input.cells.0.value"]);
    expect((await saved(office.clerk, input("1", { idempotencyKey: "a" }))).revision).toBe(1);
  });

  it.each(["", "k".repeat(201)])("has 1 to 200 characters", async (idempotencyKey) => {
    const answer = await office.clerk.query(SAVE, { input: input("1", { idempotencyKey }) });
    expect([answer.data, faults(answer)]).toEqual([null, ["BAD_USER_INPUT"]]);
    expect(await reportOf(office.clerk, office.code, 2025)).toBeNull();
  });

  it("null is no key", async () => {
    await saved(office.clerk, input("1", { idempotencyKey: null }));
    expect(complaints(await save(office.clerk, input("1", { idempotencyKey: null })))).toEqual([
      "ALREADY_EXISTS input.expectedRevision",
    ]);
  });

  it("serves every step, explanations and deadlines", async () => {
    const officer = app.as("officer.371003");
    const draft = await saved(office.clerk, wholeReport(office, 2025, { [LICENCES]: null }));
    const [blank] = await findingsOf(office.clerk, office.code, 2025);
    const say = {
      ...{ findingId: blank?.id, status: "EXPLAINED", explanation: "无此项" },
      ...{ expectedRevision: draft.revision, idempotencyKey: "e" },
    };
    const said = await twice(office.clerk, EXPLAIN, say);
    expect(said.finding).toMatchObject({ status: "EXPLAINED", explanation: "无此项" });

    const { reviewer } = office;
    let report = await moved(office.clerk, "requestReview", draft);
    report = await moved(reviewer, "returnReport", report, { reason: "改" });
    report = await moved(reviewer, "submitReport", report);
    report = await moved(officer, "approveReport", report);
    report = await moved(officer, "publishReport", report);
    report = await moved(officer, "reviseReport", report, { reason: "更正" });
    expect([report.status, report.revision]).toEqual(["RETURNED", 7]);
    expect(
      (await events()).filter(({ action }) => action !== "EXPLAIN_FINDING").map((e) => e.action),
    ).toEqual([
      "SAVE_REPORT",
      "REQUEST_REVIEW",
      "RETURN_REPORT",
      "SUBMIT_REPORT",
      "APPROVE_REPORT",
      "PUBLISH_REPORT",
      "REVISE_REPORT",
    ]);
    expect(await versions(officer)).toMatchObject([{ number: 1, status: "PUBLISHED" }]);

    const date = { under: "371003", year: 2024, dueOn: "2025-01-20", idempotencyKey: office.code };
    await twice(officer, SET_DEADLINE, date);
  });

  /** The same request twice, which is answered twice alike. */
  async function twice(client: Client, document: string, request: object): Promise<Payload> {
    const first = payloadOf(await client.query(document, { input: request }));
    expect(first.problems).toEqual([]);
    expect(payloadOf(await client.query(document, { input: request }))).toEqual(first);
    return first;
  }

  async function moved(
    client: Client,
    step: keyof typeof STEPS,
    { id, revision }: Report,
    more: object = {},
  ): Promise<Report> {
    const request = { reportId: id, expectedRevision: revision, idempotencyKey: `k${revision}`, ...more };
    const { report } = await twice(client, STEPS[step], request);
    return report as Report;
  }

  it("10 identical requests at once make one report, and are answered alike", async () => {
    const answers = await atOnce(10, () => save(office.clerk, input("1", { idempotencyKey: "a" })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.report).toMatchObject({ revision: 1, status: "DRAFT" });
    expect(await events()).toMatchObject([{ action: "SAVE_REPORT", revision: 1 }]);
  });

  it("10 identical submissions at once make one version", async () => {
    const report = await reportAt(app, "DRAFT", office);
    const answers = await atOnce(10, () =>
      take(office.reviewer, "submitReport", report, { idempotencyKey: "s" }),
    );
    expect(answers.map(({ report: r, problems }) => [r?.status, problems])).toEqual(
      answers.map(() => ["SUBMITTED", []]),
    );
    expect(await versions(office.clerk)).toMatchObject([{ number: 1, status: "SUBMITTED" }]);
  });
});

describe("at once", () => {
  it("8 clerks adding to one cell lose no acknowledged edit", async () => {
    await saved(office.clerk, input("0"));
    const EDITS = 3;
    const add = async (): Promise<number> => {
      for (let attempt = 1; ; attempt += 1) {
        if (attempt > 200) throw new Error("no luck in 200 attempts");
        const report = await current();
        const next = String(Number(valueOf(report, LICENCES)) + 1);
        const answer = await save(office.clerk, input(next, { expectedRevision: report.revision }));
        if (answer.report) return answer.report.revision;
        expect(answer.problems).toMatchObject([{ code: "STALE_REVISION" }]);
      }
    };
    const acknowledged = await atOnce(8, async () => {
      const revisions: number[] = [];
      for (let i = 0; i < EDITS; i += 1) revisions.push(await add());
      return revisions;
    });
    const total = 8 * EDITS;
    const report = await current();
    expect([valueOf(report, LICENCES), report.revision]).toEqual([String(total), total + 1]);
    expect(new Set(acknowledged.flat()).size).toBe(total);
    expect(await events()).toHaveLength(total + 1);
  });

  it("of two saves of one revision one is stale, and is told the revision there is now", async () => {
    for (let round = 1; round <= 5; round += 1) {
      const other = await newOffice(app);
      const base = { unitCode: other.code, year: 2025 };
      await saved(other.clerk, base);
      const answers = await atOnce(4, (i) =>
        save(other.clerk, { ...base, cells: [{ code: LICENCES, value: `${i}` }], expectedRevision: 1 }),
      );
      expect(answers.filter(({ report }) => report)).toHaveLength(1);
      const losers = answers.filter(({ report }) => !report);
      expect(losers.map(complaints)).toEqual(losers.map(() => ["STALE_REVISION input.expectedRevision"]));
      expect(losers.map(({ problems }) => problems[0]?.currentRevision)).toEqual(losers.map(() => 2));
      const [winner] = answers.filter(({ report }) => report);
      expect(await reportOf(other.clerk, other.code, 2025)).toEqual(winner?.report);
    }
  });

  it("of two creations one wins, and the other is told", async () => {
    const answers = await atOnce(2, (i) => save(office.clerk, input(`${i}`)));
    expect(answers.map(({ report }) => report?.revision ?? null).sort()).toEqual([1, null]);
    expect(answers.flatMap(complaints)).toEqual(["ALREADY_EXISTS input.expectedRevision"]);
    const winner = answers.find(({ report }) => report)?.report;
    expect(await current()).toEqual(winner);
    expect(await events()).toHaveLength(1);
  });

  it("different cells on one revision are not merged behind anybody's back", async () => {
    await saved(office.clerk, input("1"));
    const answers = await atOnce(2, (i) =>
      save(office.clerk, {
        unitCode: office.code,
        year: 2025,
        expectedRevision: 1,
        cells: [{ code: i === 0 ? LICENCES : PENALTIES, value: "9" }],
      }),
    );
    expect(answers.flatMap(complaints)).toEqual(["STALE_REVISION input.expectedRevision"]);
    const report = await current();
    const written = answers[0]?.report ? ["9", null] : ["1", "9"];
    expect([valueOf(report, LICENCES), valueOf(report, PENALTIES)]).toEqual(written);
  });

  it("of two submissions one makes the version, and the other is stale", async () => {
    const report = await reportAt(app, "UNDER_REVIEW", office);
    const answers = await atOnce(2, () => take(office.reviewer, "submitReport", report));
    expect(answers.map(({ report: r }) => r?.status ?? null).sort()).toEqual(["SUBMITTED", null]);
    expect(answers.flatMap(({ problems }) => problems)).toMatchObject([
      { code: "STALE_REVISION", currentRevision: 3 },
    ]);
    expect(await versions(office.clerk)).toMatchObject([{ number: 1, status: "SUBMITTED" }]);
  });

  it("also when the submission is the first to find that the report is late", async () => {
    const report = await saved(office.clerk, wholeReport(office, 2025));
    const login = await newLogin(app, office.code, "REVIEWER");
    app.clock.set("2026-02-01T00:00:00+08:00");
    try {
      const reviewer = await signedIn(app, login);
      const answers: Answer[] = await atOnce(6, () =>
        reviewer.query(STEPS.submitReport, { input: { reportId: report.id, expectedRevision: 1 } }),
      );
      expect(answers.flatMap(faults)).toEqual([]);
      expect(answers.map(payloadOf).filter((payload) => payload.report)).toHaveLength(1);
      const late = await findingsOf(reviewer, office.code, 2025);
      expect(late.map(({ rule, status }) => [rule.code, status])).toEqual([["D06", "OPEN"]]);
      expect(await versions(reviewer)).toMatchObject([{ number: 1 }]);
    } finally {
      app.clock.set("2026-01-20T09:00:00+08:00");
    }
  });

  it("a save and a submission do not both count on one revision", async () => {
    const report = await reportAt(app, "DRAFT", office);
    const [edit, submission] = await Promise.all([
      save(office.clerk, input("5", { expectedRevision: 1 })),
      take(office.reviewer, "submitReport", report),
    ]);
    expect([edit.report, submission.report].filter(Boolean)).toHaveLength(1);
    const after = await current();
    expect(after.revision).toBe(2);
    expect([valueOf(after, LICENCES), after.status]).toEqual(
      edit.report ? ["5", "DRAFT"] : ["0", "SUBMITTED"],
    );
  });

  it("an approval and a return of one submission do not both happen", async () => {
    const officer = app.as("officer.371003");
    const report = await reportAt(app, "SUBMITTED", office);
    const answers = await Promise.all([
      take(officer, "approveReport", report),
      take(officer, "returnReport", report),
    ]);
    expect(answers.flatMap(complaints)).toEqual(["STALE_REVISION input.expectedRevision"]);
    const after = await current();
    expect(await versions(office.clerk)).toMatchObject([{ number: 1, status: after.status }]);
    expect(
      (
        await taken(officer, after.status === "APPROVED" ? "publishReport" : "returnReport", after).catch(
          () => null,
        )
      )?.status ?? "refused",
    ).toBe(after.status === "APPROVED" ? "PUBLISHED" : "refused");
  });

  it("many units file side by side", async () => {
    const offices = await atOnce(6, () => newOffice(app));
    const reports = await Promise.all(
      offices.map(async (other) =>
        reportIn(await other.clerk.query(SAVE, { input: wholeReport(other, 2025) })),
      ),
    );
    expect(reports.map(({ revision }) => revision)).toEqual(offices.map(() => 1));
  });
});
