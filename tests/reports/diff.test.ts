import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { DIFF } from "./documents.js";
import { fieldOf, newOffice, reportAt, saved, taken, type Office, type Report } from "./factories.js";

const LICENCES = "proactive.licences.decisions";
const RECEIVED = "requests.received.naturalPerson";
const GRANTED = "requests.granted.naturalPerson";

interface Diff {
  readonly from: { readonly number: number };
  readonly to: { readonly number: number } | null;
  readonly cells: readonly {
    readonly indicator: { readonly code: string };
    readonly before: string | null;
    readonly after: string | null;
    readonly change: string | null;
  }[];
  readonly sections: readonly {
    readonly key: string;
    readonly heading: string;
    readonly sentences: readonly { readonly change: string; readonly text: string }[];
  }[];
}

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

const diffOf = async (client: Client, more: { from?: number; to?: number } = {}): Promise<Diff | null> =>
  fieldOf<{ report: { diff: Diff | null } | null }>(
    await client.query(DIFF, { unit: office.code, year: 2025, ...more }),
  ).report?.diff ?? null;

const edit = (report: Report, cells: Record<string, string | null>, more = {}): Promise<Report> =>
  saved(office.clerk, {
    unitCode: office.code,
    year: 2025,
    cells: Object.entries(cells).map(([code, value]) => ({ code, value })),
    expectedRevision: report.revision,
    ...more,
  });

const submitted = async (report: Report): Promise<Report> =>
  taken(office.reviewer, "submitReport", await taken(office.clerk, "requestReview", report));

const cellsOf = (diff: Diff | null): unknown =>
  diff?.cells.map(({ indicator, before, after, change }) => [indicator.code, before, after, change]);

describe("the difference of two states of a report", () => {
  it("is that of the working copy to the version before, totals and sentences among it", async () => {
    const first = await reportAt(app, "SUBMITTED", office, 2025, { [LICENCES]: "3" });
    expect(await diffOf(office.clerk)).toBeNull();
    const returned = await taken(officer, "returnReport", first);
    expect(await diffOf(office.clerk)).toEqual({ from: { number: 1 }, to: null, cells: [], sections: [] });
    const body = "存在的主要问题：更新不够及时。改进措施：加强培训和检查。";
    const changes = {
      [LICENCES]: "1",
      [RECEIVED]: "2",
      [GRANTED]: "2",
      "proactive.penalties.decisions": null,
    };
    await edit(returned, changes, { sections: [{ key: "PROBLEMS", body }] });
    for (const client of [office.clerk, office.reviewer, officer]) {
      const diff = await diffOf(client);
      expect(diff).toMatchObject({ from: { number: 1 }, to: null });
      expect(cellsOf(diff)).toEqual([
        [LICENCES, "3", "1", "-2"],
        ["proactive.penalties.decisions", "0", null, null],
        [RECEIVED, "0", "2", "2"],
        ["requests.received.total", "0", "2", "2"],
        [GRANTED, "0", "2", "2"],
        ["requests.granted.total", "0", "2", "2"],
        ["requests.total.naturalPerson", "0", "2", "2"],
        ["requests.total.total", "0", "2", "2"],
      ]);
      expect(diff?.sections).toEqual([
        {
          key: "PROBLEMS",
          heading: "五、存在的主要问题及改进情况",
          sentences: [
            { change: "REMOVED", text: "存在的主要问题：公开内容不够全面。" },
            { change: "ADDED", text: "存在的主要问题：更新不够及时。" },
            { change: "KEPT", text: "改进措施：加强培训和检查。" },
          ],
        },
      ]);
    }
  });

  it("is of any two versions, either way round; of one that is not there it is null", async () => {
    let report = await reportAt(app, "SUBMITTED", office, 2025, { [LICENCES]: "1" });
    for (const licences of ["2", "5"]) {
      report = await taken(officer, "returnReport", report);
      report = await submitted(await edit(report, { [LICENCES]: licences }));
    }
    expect(await diffOf(officer)).toMatchObject({ from: { number: 2 }, to: { number: 3 } });
    expect(cellsOf(await diffOf(officer))).toEqual([[LICENCES, "2", "5", "3"]]);
    expect(cellsOf(await diffOf(officer, { from: 1 }))).toEqual([[LICENCES, "1", "5", "4"]]);
    expect(cellsOf(await diffOf(officer, { to: 2 }))).toEqual([[LICENCES, "1", "2", "1"]]);
    expect(cellsOf(await diffOf(officer, { from: 3, to: 1 }))).toEqual([[LICENCES, "5", "1", "-4"]]);
    for (const none of [{ from: 4 }, { to: 4 }, { to: 1 }, { from: 0 }, { from: -1, to: 2 }])
      expect(await diffOf(officer, none)).toBeNull();
  });

  it("shows nobody a working copy or a version that is not for them", async () => {
    const old = await reportAt(app, "PUBLISHED", office, 2025, { [LICENCES]: "1" });
    const revised = await taken(officer, "reviseReport", old);
    const corrected = await edit(revised, { [LICENCES]: "2" });
    const outsiders = [app.anonymous, app.as("officer.371002"), app.as("analyst.371003")];
    for (const client of outsiders) {
      expect(await diffOf(client)).toBeNull();
      expect(await diffOf(client, { from: 1 })).toMatchObject({ to: { number: 1 }, cells: [], sections: [] });
    }
    const report = await submitted(corrected);
    for (const client of outsiders.slice(0, 2))
      for (const asked of [{}, { to: 2 }, { from: 2 }, { from: 1, to: 2 }])
        expect(await diffOf(client, asked)).toBeNull();
    expect(cellsOf(await diffOf(app.as("analyst.371003")))).toEqual([[LICENCES, "1", "2", "1"]]);
    await taken(officer, "publishReport", await taken(officer, "approveReport", report));
    for (const client of outsiders)
      expect(cellsOf(await diffOf(client))).toEqual([[LICENCES, "1", "2", "1"]]);
  });
});
