import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import {
  explain,
  fieldOf,
  findingsOf,
  newOffice,
  SECTIONS,
  saved,
  taken,
  wholeReport,
  type Office,
  type Report,
} from "./factories.js";

const PASSAGE =
  "镇党政办梳理村级公开事项，由各科室按月自查，每季度抽查并通报，对连续两次未更新的栏目约谈负责人，" +
  "并把群众咨询较多的医保缴费、宅基地审批编印成问答口袋书，随下村走访发放到户；" +
  "新设的便民服务驿站配齐查阅电脑和意见簿，由大学生村官值守，每周五汇总群众意见交党政办办理。";
const FIGURES = "其中：更新业务动态75条，公告公示24条，人事信息36条。";
const OTHER_WORDS = "街道把公开融入网格管理，网格员收集居民想看的内容，宣传站据此编发短视频。";

const LIKENESS = `query ($unit: String!, $year: Int!, $peers: Int) {
  unit(code: $unit) { report(year: $year) { likeness(peers: $peers) {
    previous { unitCode share version { number } passages { length own { section text } other { text } } }
    peers { unitCode unitName share version { status } figures { values excerpt { text } }
      passages { length own { section start text } other { section text } } }
  } } }
}`;
const SET = `mutation ($input: ChangeSettingInput!) { changeSetting(input: $input) { problems { code } } }`;

interface Like {
  readonly unitCode: string;
  readonly share: number;
  readonly passages: readonly { length: number; own: { text: string }; other: { text: string } }[];
  readonly figures: readonly { values: number[] }[];
}
interface Likeness {
  readonly previous: Like | null;
  readonly peers: readonly Like[];
}

let app: TestApp;
let officer: Client;
let [copied, copier, hidden]: Office[] = [];
beforeAll(async () => {
  app = await startTestApp();
  officer = app.as("officer.371003");
  app.clock.set("2026-01-20T09:00:00+08:00");
  copied = await newOffice(app);
  copier = await newOffice(app);
  hidden = await newOffice(app);
});
afterAll(() => app.close());

const textOf = (...more: readonly string[]) =>
  SECTIONS.map(({ key, body }) => ({ key, body: key === "OVERVIEW" ? [body, ...more].join("\n") : body }));

const save = (office: Office, year: number, overview: readonly string[], before?: Report): Promise<Report> =>
  saved(office.clerk, {
    ...wholeReport(office, year),
    sections: textOf(...overview),
    ...(before ? { expectedRevision: before.revision } : {}),
  });

async function submit(office: Office, report: Report): Promise<Report> {
  return taken(office.reviewer, "submitReport", await taken(office.clerk, "requestReview", report));
}

const publish = async (report: Report): Promise<Report> =>
  taken(officer, "publishReport", await taken(officer, "approveReport", report));

const likenessOf = async (client: Client, office: Office, more = {}): Promise<Likeness | null> =>
  fieldOf<{ report: { likeness: Likeness | null } | null }>(
    await client.query(LIKENESS, { unit: office.code, year: 2025, ...more }),
  ).report?.likeness ?? null;

const found = async (office: Office): Promise<string[]> =>
  (await findingsOf(office.clerk, office.code, 2025))
    .filter(({ status, rule: { code } }) => status !== "RESOLVED" && /^N1[678]/.test(code))
    .map(({ rule: { code }, actual, severity }) => `${code} ${severity} ${actual}`);

describe("likeness of reports", () => {
  it("is found in what a sibling has published, in last year's report, and nowhere in what others keep to themselves", async () => {
    if (!copied || !copier || !hidden) throw new Error("three offices");
    await submit(hidden, await save(hidden, 2025, [PASSAGE, FIGURES]));
    const lastYear = await submit(copied, await save(copied, 2024, [PASSAGE]));
    expect(lastYear.status).toBe("SUBMITTED");
    let report = await save(copied, 2025, [PASSAGE, FIGURES]);
    expect(await found(copied)).toEqual(["N16_SIMILAR_PREV WARNING 88"]);
    const [finding] = await findingsOf(copied.clerk, copied.code, 2025);
    await explain(copied.reviewer, finding?.id ?? "", "EXPLAINED", "工作内容与上年相同");
    report = await submit(copied, report);
    expect(await likenessOf(copier.clerk, copied)).toBeNull();

    const mine = await save(copier, 2025, [OTHER_WORDS, PASSAGE.replace("两次", "3次"), FIGURES]);
    expect(await found(copier)).toEqual([]);
    expect(await likenessOf(copier.clerk, copier)).toMatchObject({ previous: null, peers: [] });
    expect(await found(hidden)).toEqual([]);
    await publish(report);
    await app.settled();
    expect((await found(hidden)).map((one) => one.split(" ")[0])).toEqual([
      "N17_SIMILAR_PEER",
      "N18_DUP_NUMBERS",
    ]);
    const again = await save(copier, 2025, [OTHER_WORDS, PASSAGE, FIGURES], mine);
    const codes = await found(copier);
    expect(codes.map((one) => one.split(" ").slice(0, 2).join(" "))).toEqual([
      "N17_SIMILAR_PEER WARNING",
      "N18_DUP_NUMBERS INFO",
    ]);
    const [peer, ...others] = (await likenessOf(copier.clerk, copier))?.peers ?? [];
    expect(others).toEqual([]);
    expect(peer).toMatchObject({
      unitCode: copied.code,
      unitName: copied.name,
      version: { status: "PUBLISHED" },
    });
    expect(peer?.share).toBeGreaterThan(0.6);
    expect(peer?.figures).toMatchObject([{ values: [75, 24, 36] }]);
    expect(peer?.passages.map(({ own, other }) => [own.text, other.text])).toEqual(
      expect.arrayContaining([[expect.stringContaining(PASSAGE), expect.stringContaining(PASSAGE)]]),
    );
    expect((await likenessOf(officer, copier))?.peers.map(({ unitCode }) => unitCode).sort()).toEqual(
      [copied.code, hidden.code].sort(),
    );
    expect((await likenessOf(officer, copied))?.previous).toMatchObject({
      unitCode: copied.code,
      version: { number: 1 },
    });

    const input = { unitCode: "371003", key: "rules.likenessPeer", value: 100 };
    expect(fieldOf(await officer.query(SET, { input }))).toEqual({ problems: [] });
    await save(copier, 2025, [OTHER_WORDS, PASSAGE, FIGURES, "另有新内容。"], again);
    expect((await found(copier)).map((one) => one.slice(0, 3))).toEqual(["N18"]);
    const { errors } = await officer.query(LIKENESS, { unit: copier.code, year: 2025, peers: 51 });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT" });
  });
});
