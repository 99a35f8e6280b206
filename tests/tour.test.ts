import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type Answer, type Client, type TestApp } from "./harness/app.js";

/** README's tours, run as they stand there: what a newcomer pastes works, and answers what it says. */
const README = readFileSync("README.md", "utf8");
const section = (title: string): string => README.split(`\n## ${title}\n`)[1]?.split("\n## ")[0] ?? "";
const TOUR = section("A tour of five minutes");

interface Step {
  readonly login: string | undefined;
  readonly graphql: readonly string[];
  readonly json: readonly unknown[];
  /** What stands after `>`: rule and message of a finding. */
  readonly told: readonly string[];
  readonly text: string;
}

const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "gs"))].map(([, block = ""]) => block);

const STEPS: ReadonlyMap<number, Step> = new Map(
  TOUR.split(/\n\*\*(?=\d+\. )/).flatMap((text) => {
    const number = /^(\d+)\. /.exec(text)?.[1];
    if (number === undefined) return [];
    const step = {
      login: /as `([\w.-]+)`/.exec(text)?.[1],
      graphql: blocks(text, "graphql"),
      json: blocks(text, "json").map((block) => JSON.parse(block) as unknown),
      told: [...text.matchAll(/^> (?:ERROR |WARNING )?(\S+) (.+)$/gm)].map(([, , message = ""]) => message),
      text,
    };
    return [[Number(number), step] as const];
  }),
);
const step = (number: number): Step => {
  const found = STEPS.get(number);
  if (!found) throw new Error(`the tour has no step ${number}`);
  return found;
};

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ seed: "reports" });
  app.clock.set("2026-12-01T09:00:00+08:00");
});
afterAll(() => app.close());

/** Everything that an answer holds, and no error or problem in it. */
function data({ data: answer, errors }: Answer): any {
  expect(errors).toBeUndefined();
  for (const value of Object.values(answer as Record<string, any>)) expect(value?.problems ?? []).toEqual([]);
  return answer;
}

const filled = (document: string, ids: Readonly<Record<string, string>>): string =>
  document.replace(/(\w+Id): "…"/g, (_, name: string) => `${name}: "${ids[name]}"`);

const findingsOf = (answer: any): any[] => answer.saveReport.report.findings;

describe("README's tour", () => {
  let reportId = "";
  const clerk = (): Client => app.as(step(3).login ?? "");
  const run = async (number: number, ids: Record<string, string> = {}, block = 0): Promise<any> =>
    data(
      await app
        .as(step(number).login ?? "")
        .query(filled(step(number).graphql[block] ?? "", { reportId, ...ids })),
    );

  it("has the steps that are run here", () => {
    expect([...STEPS.keys()]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it("1 who has filed", async () => {
    const { filingBoard } = await run(1);
    const [expected, included] = (/(\d+) must file, (\d+) are included/.exec(step(1).text) ?? [])
      .slice(1)
      .map(Number);
    expect(filingBoard.coverage).toMatchObject({ expected, included });
    const of = (name: string) => filingBoard.filings.find(({ unit }: any) => unit.shortName === name);
    expect(of("环山路街道")).toMatchObject({ status: "DRAFT", openErrors: 2 });
    expect([of("泽库镇").status, of("泽头镇").status, of("葛家镇").onTime]).toEqual([
      "RETURNED",
      null,
      false,
    ]);
    const open = data(await app.anonymous.query(step(1).graphql[0] ?? ""));
    expect(open.filingBoard.coverage.included).toBe(Number(/you get (\d+) included/.exec(step(1).text)?.[1]));
  });

  it("2 compare", async () => {
    const { compareReports } = data(await app.as("officer.371003").query(step(2).graphql[0] ?? ""));
    // As the README has them: to three decimals.
    const shortened: unknown = JSON.parse(JSON.stringify(compareReports.rows), (_key, value: unknown) =>
      typeof value === "number" ? Number(value.toFixed(3)) : value,
    );
    expect(shortened).toContainEqual(step(2).json[0]);
  });

  it("3 a report and its findings", async () => {
    const { unit } = await run(3);
    expect(step(3).told.length).toBeGreaterThan(0);
    for (const message of step(3).told)
      expect(unit.report.findings.map((one: any) => one.message)).toContain(message);
  });

  it("4 to 8 file a report with a fault, mend it, submit, return, approve, publish, and see it as the public", async () => {
    const first = data(await clerk().query(step(4).graphql[0] ?? ""));
    expect(first.saveReport.report.revision).toBe(1);
    for (const message of step(4).told)
      expect(findingsOf(first).map((one) => one.message)).toContain(message);
    const mended = data(await clerk().query(step(5).graphql[0] ?? ""));
    ({ id: reportId } = mended.saveReport.report);
    const open = findingsOf(mended);
    expect(open.filter(({ severity }) => severity === "ERROR")).toEqual([]);
    const warnings = open.filter(({ severity }) => severity === "WARNING");
    expect([warnings.length, step(5).text.includes("seven warnings remain")]).toEqual([7, true]);
    const explain = async (findingId: string, revision: number): Promise<any> =>
      data(
        await clerk().query(
          filled(step(5).graphql[1] ?? "", { findingId }).replace(
            /expectedRevision: \d+/,
            `expectedRevision: ${revision}`,
          ),
        ),
      );
    const submit = (revision: number): Promise<Answer> =>
      app
        .as(step(6).login ?? "")
        .query(
          filled(step(6).graphql[0] ?? "", { reportId }).replace(
            /expectedRevision: \d+/,
            `expectedRevision: ${revision}`,
          ),
        );
    expect((await submit(2)).data.submitReport.problems[0].code).toBe("BLOCKED_BY_FINDINGS");
    for (const { id } of warnings) await explain(id, 2);
    expect(data(await submit(2)).submitReport.report).toEqual({ status: "SUBMITTED", revision: 3 });
    const returned = await run(7, {}, 0);
    expect(returned.returnReport.report).toEqual({ status: "RETURNED", revision: 4 });
    const cell = `mutation { saveReport(input: { unitCode: "371003003", year: 2025, expectedRevision: 4
      cells: [{ code: "proactive.licences.decisions", value: "0" }] }) {
      report { findings(statuses: [OPEN]) { id severity } } problems { message } } }`;
    for (const { id, severity } of findingsOf(data(await clerk().query(cell))))
      if (severity === "WARNING") await explain(id, 5);
    expect(data(await submit(5)).submitReport.report.revision).toBe(6);
    const officer = app.as(step(7).login ?? "");
    const last = step(7)
      .graphql.slice(1)
      .flatMap((block) => block.split(/\n(?=mutation )/));
    const [approve = "", publish = ""] = last.map((document) => filled(document, { reportId }));
    const early = await officer.query(publish.replace("expectedRevision: 7", "expectedRevision: 6"));
    expect(step(7).text).toContain(early.data.publishReport.problems[0].message);
    data(await officer.query(approve));
    expect(data(await officer.query(publish)).publishReport.report.status).toBe("PUBLISHED");
    const [, query = "", answer = ""] = /'(\{"query":.*?\})'\n# (\{.*\})/s.exec(step(8).text) ?? [];
    const { query: document } = JSON.parse(query.replaceAll("\n", " ")) as { query: string };
    expect(await app.anonymous.query(document)).toMatchObject(JSON.parse(answer) as object);
  });

  it("9 and 10 receive a request, follow its clock, and see what is due", async () => {
    const { receiveRequest } = await run(9);
    expect(receiveRequest.request.clock.dueOn).toBe("2026-11-30");
    const requestId = receiveRequest.request.id as string;
    const step9 = async (field: string, more: string): Promise<any> =>
      data(
        await app
          .as(step(9).login ?? "")
          .query(
            `mutation { ${field}(input: { requestId: "${requestId}" ${more} }) { request { clock { dueOn steps { from to workingDays counted reason basis } } } problems { message } } }`,
          ),
      )[field].request;
    await step9("consultThirdParty", `expectedRevision: 1, on: "2026-11-05", letterReceivedOn: "2026-11-05"`);
    const { clock } = await step9("recordThirdPartyReply", `expectedRevision: 2, on: "2026-11-12"`);
    expect(clock).toMatchObject(step(9).json[0] as object);
    const due = await run(10);
    expect(due.unit.requests.nodes).toContainEqual(
      expect.objectContaining({ number: receiveRequest.request.number, applicant: null }),
    );
  });

  it("11 the report falls out of the ledgers, and each cell opens what it counts", async () => {
    const { deriveReport } = await run(11);
    expect(deriveReport.changed.length).toBeGreaterThan(0);
    const { unit } = data(await clerk().query(step(11).graphql[1] ?? ""));
    const messages = unit.report.findings.map((one: any) => one.message);
    for (const message of step(11).told) expect(messages).toContain(message);
    expect(unit.report.cells[0].records.totalCount).toBe(Number(unit.report.cells[0].ledgerValue));
  });

  it("12 roll up", async () => {
    const { deriveReport } = await run(12);
    const { rollUp, cells } = deriveReport.report;
    const [total, included, expected] = (/(\d+) requests in (\d+) of (\d+) units/.exec(step(12).text) ?? [])
      .slice(1)
      .map(Number);
    expect([Number(cells[0].value), rollUp.included, rollUp.expected]).toEqual([total, included, expected]);
    for (const { shortName } of rollUp.missing) expect(step(12).text).toContain(shortName);
  });
});

describe("README's analyst's tour", () => {
  const documents = blocks(section("An analyst's tour"), "graphql");
  it("has documents", () => expect(documents.length).toBeGreaterThan(4));
  it.each(documents.map((document) => [document]))("%s", async (document) => {
    data(await app.as("analyst.371003").query(document));
  });
});
