import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LETTER_KINDS } from "../../src/documents/letters/letters.data.js";
import { defaultTemplate, textOf } from "../../src/documents/letters/template.js";
import { blankApplicants } from "../../src/ledgers/requests/api.js";
import { changed, digestOf, SYSTEM, unitOf } from "../access/rows.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { faults, fieldOf, newOffice, type Office } from "../reports/factories.js";
import { received, stepped, type InformationRequest } from "./request-steps.js";

let app: TestApp;
let office: Office;
beforeAll(async () => {
  app = await startTestApp();
  office = await newOffice(app);
});
afterAll(() => app.close());

const WRITE = `mutation ($input: WriteLetterInput!) { writeLetter(input: $input) {
  letter { id kind number writtenOn sha256 file { url } } problems { code message path } } }`;

interface Written {
  readonly letter: {
    id: string;
    kind: string;
    number: string | null;
    writtenOn: string;
    sha256: string;
    file: { url: string };
  } | null;
  readonly problems: readonly { code: string; message: string; path: readonly string[] }[];
}

let running = 0;
const number = (): string => `文公复〔2026〕${++running}号`;

async function write(
  request: InformationRequest,
  kind: string,
  more = {},
  client: Client = office.clerk,
): Promise<Written> {
  const { id: requestId, revision: expectedRevision } = request;
  const needsNumber = !["RECEIPT", "SERVICE_RECORD"].includes(kind);
  const input = { requestId, expectedRevision, kind, ...(needsNumber && { number: number() }), ...more };
  return fieldOf<Written>(await client.query(WRITE, { input }));
}

async function fileOf({ letter, problems }: Written): Promise<Buffer> {
  if (!letter) throw new Error(JSON.stringify(problems));
  const answer = await app.request
    .get(letter.file.url)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on("data", (part: string | Buffer) => parts.push(Buffer.from(part as Buffer)));
      response.on("end", () => done(null, Buffer.concat(parts)));
    });
  expect(answer.status).toBe(200);
  return answer.body as Buffer;
}

const said = async (written: Written): Promise<string> => textOf(await fileOf(written));
const complaints = ({ problems }: Written): string[] =>
  problems.map(({ code, path }) => `${code} ${path.join(".")}`);

const APPLICANT = { name: "王小明", contact: "13800000000", deliveryAddress: "某路1号" };
const opened = (more = {}): Promise<InformationRequest> =>
  received(office.clerk, office.code, { applicant: APPLICANT, ...more });
const decided = async (outcome: string, article: string | null, more = {}): Promise<InformationRequest> =>
  stepped(office.clerk, "decideRequest", await opened(more), { outcome, article, on: "2026-01-19" });

const FACTS = ["经查，该文件于2025年3月形成，由本机关保管，属于申请所指的信息。"];
const REVIEW_FIRST = /应当先.*向威海市文登区人民政府申请行政复议/;

describe("a letter from the record", () => {
  it("is filled in, kept with its hash in the history of the request, and opens as the file that was written", async () => {
    const request = await decided("GRANTED", "§36(2)");
    const written = await write(request, "DECISION", {
      paragraphs: FACTS,
      on: "2026-01-19",
      contact: "0631-1234567",
    });
    const file = await fileOf(written);
    const text = await textOf(file);
    for (const part of [
      office.name,
      "王小明：",
      request.number,
      "2026年1月5日",
      "当面",
      request.subject,
      FACTS[0] ?? "",
      "第三十六条第（二）项",
      "予以公开",
      "2026年1月19日",
      "0631-1234567",
    ])
      expect(text).toContain(part);
    const sha256 = createHash("sha256").update(file).digest("hex");
    expect(written.letter?.sha256).toBe(sha256);
    const history = `query ($id: ID!) { node(id: $id) { ... on InformationRequest { revision letters { kind sha256 number } } }
      history(unit: "${office.code}", operations: [WRITE_LETTER], first: 50) { nodes { changes { field after } } } }`;
    const { data } = await office.clerk.query(history, { id: request.id });
    const { node, history: trail } = data as {
      node: { revision: number; letters: { sha256: string }[] };
      history: { nodes: { changes: { after: string }[] }[] };
    };
    // The letter is written from the record and changes nothing of it.
    expect(node).toMatchObject({ revision: request.revision, letters: [{ kind: "DECISION", sha256 }] });
    expect(trail.nodes.some(({ changes }) => changes.some(({ after }) => after === sha256))).toBe(true);
    expect(JSON.stringify(trail)).not.toContain("王小明");
  });

  it("reads in the history each time it is opened, as it names the applicant", async () => {
    const written = await write(await opened(), "RECEIPT");
    const reads = async (): Promise<number> => {
      const { data } = await office.clerk.query(
        `{ history(unit: "${office.code}", operations: [READ_APPLICANT], first: 1) { totalCount } }`,
      );
      return (data as { history: { totalCount: number } }).history.totalCount;
    };
    const before = await reads();
    await said(written);
    expect(await reads()).toBe(before + 1);
  });

  it("is there for the unit's own people alone", async () => {
    const request = await opened();
    const { letter } = await write(request, "RECEIPT");
    const stranger = app.as("clerk.371003104");
    const officer = app.as("officer.371003");
    const LETTERS = `query ($id: ID!) { node(id: $id) { ... on InformationRequest { letters { id } } } }`;
    expect(fieldOf(await officer.query(LETTERS, { id: request.id }))).toEqual({ letters: null });
    expect(fieldOf(await stranger.query(LETTERS, { id: request.id }))).toBeNull();
    for (const client of [stranger, officer, app.anonymous]) {
      const get = (id: string) => {
        const asked = app.request.get(`/letters/${id}.docx`);
        return client.token === null ? asked : asked.set("authorization", `Bearer ${client.token}`);
      };
      const [hidden, absent] = [await get(letter?.id ?? ""), await get("AAAAAAAAAAAAAAAA")];
      expect([hidden.status, hidden.text]).toEqual([404, absent.text]);
    }
    const before = await digestOf(app);
    const input = { requestId: request.id, expectedRevision: request.revision, kind: "RECEIPT" };
    expect(faults(await stranger.query(WRITE, { input }))).toEqual(["NOT_FOUND"]);
    expect(faults(await officer.query(WRITE, { input }))).toEqual(["FORBIDDEN"]);
    expect(changed(before, await digestOf(app))).toEqual([]);
  });
});

describe("a letter that was written", () => {
  const LETTERS = `query ($id: ID!) { node(id: $id) { ... on InformationRequest { unit { code } letters { kind sha256 file { url } } } } }`;
  const lettersOf = async (client: Client, { id }: Pick<InformationRequest, "id">) => {
    const { data } = await client.query(LETTERS, { id });
    return (
      data as {
        node: { unit: { code: string }; letters: NonNullable<Written["letter"]>[] } | null;
      }
    ).node;
  };

  it("is gone with the applicant's data, and its hash stays", async () => {
    const request = await decided("GRANTED", "§36(2)");
    const { letter } = await write(request, "DECISION", { paragraphs: FACTS });
    await app.app.database.write(SYSTEM, async (session) =>
      blankApplicants(session, await unitOf(session, office.code), "2026-01-20", app.clock),
    );
    const [left] = (await lettersOf(office.clerk, request))?.letters ?? [];
    expect(left).toEqual({ kind: "DECISION", sha256: letter?.sha256, file: null });
    expect((await app.request.get(letter?.file.url ?? "")).status).toBe(404);
  });

  it("goes with an open request to the successor's people, and from the dissolved unit's", async () => {
    const [old, heir] = [await newOffice(app), await newOffice(app)];
    const request = await received(old.clerk, old.code, { applicant: APPLICANT });
    const { letter } = await write(request, "RECEIPT", {}, old.clerk);
    const input = { unitCode: old.code, successorCodes: [heir.code], reason: "撤并", expectedRevision: 1 };
    const dissolve = `mutation ($input: DissolveUnitInput!) { dissolveUnit(input: $input) { problems { message } } }`;
    const { data } = await app.as("admin.371003").query(dissolve, { input });
    expect(data).toEqual({ dissolveUnit: { problems: [] } });
    const now = await lettersOf(heir.clerk, request);
    expect([now?.unit.code, now?.letters[0]?.sha256]).toEqual([heir.code, letter?.sha256]);
    const text = await said({ letter: now?.letters[0] ?? null, problems: [] });
    expect(text).toContain(APPLICANT.name);
    expect(await lettersOf(old.clerk, request)).toBeNull();
  });
});

describe("the remedies of a decision", () => {
  it("are review first for a refusal, with the government of the district as the one body", async () => {
    const request = await decided("DENIED_PROCESS", "§16(2)");
    const paragraphs = ["该信息为起草会议纪要时的讨论记录，相关决策尚未作出。"];
    const text = await said(await write(request, "DECISION", { paragraphs }));
    expect(text).toMatch(REVIEW_FIRST);
    expect(text).not.toContain("也可以");
    expect(complaints(await write(request, "DECISION", { paragraphs, remedy: "CHOICE" }))).toEqual([
      "INVALID_INPUT input.remedy",
    ]);
    expect(
      complaints(
        await write(request, "DECISION", {
          paragraphs: [...paragraphs, "你也可以直接向人民法院提起行政诉讼。"],
        }),
      ),
    ).toEqual(["INVALID_INPUT input.paragraphs"]);
  });

  it("are a choice where the information is not held, and for every refusal decided before 2024", async () => {
    const paragraphs = ["经检索本机关档案系统和业务系统，未制作或者获取该信息。"];
    const text = await said(
      await write(await decided("UNABLE_NOT_HELD", "§36(4)"), "DECISION", { paragraphs }),
    );
    expect(text).toMatch(/可以自知道.*也可以.*六个月/);
    const old = await received(office.clerk, office.code, { applicant: APPLICANT, receivedOn: "2023-12-01" });
    const refused = await stepped(office.clerk, "decideRequest", old, {
      outcome: "DENIED_CASE_FILE",
      article: "§16(2)",
      on: "2023-12-20",
    });
    const letter = await write(refused, "DECISION", {
      paragraphs: ["该信息为某行政处罚案件的调查笔录。"],
      on: "2023-12-20",
    });
    expect(await said(letter)).toMatch(/也可以.*六个月/);
  });

  it("name the online channel where a decision is served online, or there is no letter", async () => {
    const request = await decided("GRANTED", "§36(2)");
    const more = { paragraphs: FACTS, servedOnline: true };
    expect(complaints(await write(request, "DECISION", more))).toEqual(["NOT_ALLOWED_NOW input.kind"]);
    const set = `mutation ($input: ChangeSettingInput!) { changeSetting(input: $input) { problems { message } } }`;
    const input = { unitCode: "371003", key: "letters.onlineReview", value: "全国行政复议服务平台" };
    fieldOf(await app.as("officer.371003").query(set, { input }));
    expect(await said(await write(request, "DECISION", more))).toContain("全国行政复议服务平台");
  });
});

describe("a decision", () => {
  it("of several items is one letter with numbered items, each with its own article and reasons", async () => {
    const request = await decided("PARTIAL", "§37");
    const items = [
      { outcome: "GRANTED", about: "年度预算", article: "§36(2)", reasons: FACTS },
      {
        outcome: "DENIED_CASE_FILE",
        about: "处罚笔录",
        article: "§16(2)",
        reasons: ["该笔录为某行政处罚案件的案卷材料。"],
      },
    ];
    const text = await said(await write(request, "DECISION", { items }));
    expect(text).toMatch(/一、关于年度预算：[^]*二、关于处罚笔录：/);
    expect(text).toMatch(/不予公开的部分不服，应当先.*对其他部分不服，可以/);
    const wrong = items.map((item) => ({
      ...item,
      outcome: "DENIED_CASE_FILE",
      article: "§16(2)",
      reasons: ["该笔录为处罚案件的案卷材料。"],
    }));
    expect(complaints(await write(request, "DECISION", { items: wrong }))).toEqual([
      "INVALID_INPUT input.items",
    ]);
  });

  it.each([
    [
      "a label without a reason",
      "DENIED_CASE_FILE",
      "§16(2)",
      ["属于案卷"],
      ["INVALID_INPUT input.paragraphs"],
    ],
    [
      "no account of the search",
      "UNABLE_NOT_HELD",
      "§36(4)",
      ["该信息不存在，故不能提供给你。"],
      ["INVALID_INPUT input.paragraphs"],
    ],
    [
      "another article",
      "DENIED_PROCESS",
      "§14",
      ["该信息为会议的讨论记录，尚未定稿。"],
      ["INVALID_INPUT input.article"],
    ],
    [
      "no letter to the third party",
      "DENIED_THIRD_PARTY",
      "§15",
      ["该信息涉及第三方的商业秘密，第三方不同意。"],
      ["NOT_ALLOWED_NOW input"],
    ],
  ])("is refused with %s", async (_, outcome, article, paragraphs, expected) => {
    const request = await decided(outcome, article);
    const before = await digestOf(app);
    expect(complaints(await write(request, "DECISION", { paragraphs }))).toEqual(expected);
    expect(changed(before, await digestOf(app))).toEqual([]);
  });

  it("has a number of its own", async () => {
    const request = await decided("GRANTED", "§36(2)");
    const { letter } = await write(request, "DECISION", { paragraphs: FACTS });
    const again = await write(request, "DECISION", { paragraphs: FACTS, number: letter?.number });
    expect(complaints(again)).toEqual([]);
    const other = await decided("GRANTED", "§36(2)");
    expect(complaints(await write(other, "DECISION", { paragraphs: FACTS, number: letter?.number }))).toEqual(
      ["ALREADY_EXISTS input.number"],
    );
  });
});

describe("procedural letters", () => {
  const paragraphs = ["请说明所需信息的文件名称、文号或者便于查询的其他特征。"];

  it("say what the record says, and nothing of remedies", async () => {
    let request = await opened();
    expect(await said(await write(request, "RECEIPT"))).toContain("2026年2月2日前");
    request = await stepped(office.clerk, "askCorrection", request, {
      on: "2026-01-07",
      deadline: "2026-01-20",
    });
    const correction = await said(await write(request, "CORRECTION", { paragraphs }));
    expect(correction).toContain("2026年1月20日前");
    request = await stepped(office.clerk, "recordCorrection", request, { on: "2026-01-12" });
    request = await stepped(office.clerk, "extendRequest", request, { on: "2026-01-13", days: 10 });
    const extension = await said(await write(request, "EXTENSION", { paragraphs }));
    expect(extension).toMatch(/张主任于2026年1月13日同意，答复期限延长10个工作日/);
    request = await stepped(office.clerk, "noticeFee", request, { on: "2026-01-14" });
    expect(await said(await write(request, "FEE", { paragraphs }))).toContain("140元");
    for (const text of [correction, extension]) expect(text).not.toMatch(/行政复议|行政诉讼/);
  });

  it("ask a third party with a reply slip that says nothing of the applicant, and tell the applicant so", async () => {
    let request = await opened();
    request = await stepped(office.clerk, "consultThirdParty", request, { on: "2026-01-07" });
    const more = { paragraphs: ["贵公司2025年提交的技术方案。"], recipient: "某科技有限公司" };
    const letter = await said(await write(request, "THIRD_PARTY_CONSULTATION", more));
    expect(letter).toContain("某科技有限公司：");
    expect(letter).toMatch(/第三方意见回执[^]*□ 同意公开[^]*□ 不同意公开/);
    expect(letter).not.toMatch(/王小明|13800000000/);
    const telling = { ...more, paragraphs: ["申请人王小明需要贵公司的技术方案。"] };
    expect(complaints(await write(request, "THIRD_PARTY_CONSULTATION", telling))).toEqual([
      "INVALID_INPUT input.paragraphs",
    ]);
    expect(await said(await write(request, "CONSULTATION_NOTICE"))).toMatch(/第三方的意见.*2026年1月7日/);
    expect(await said(await write(request, "DISCLOSURE_NOTICE", { ...more, on: "2026-01-19" }))).toMatch(
      /公共利益[^]*可以自知道.*也可以/,
    );
  });

  it("need their step in the record", async () => {
    const request = await opened();
    const more = { paragraphs, recipient: "某局" };
    const needing = LETTER_KINDS.filter((kind) => kind !== "RECEIPT");
    for (const kind of needing)
      expect([kind, complaints(await write(request, kind, more))]).toEqual([
        kind,
        ["NOT_ALLOWED_NOW input.kind"],
      ]);
    const unconfirmed = await received(office.clerk, office.code, {
      receiptChannel: "ONLINE",
      receivedOn: null,
      arrivedOn: "2026-01-19",
    });
    expect(complaints(await write(unconfirmed, "RECEIPT"))).toEqual(["NOT_ALLOWED_NOW input.kind"]);
  });

  it("cover reasons, a delayed reply, another organ, a split and the service of a decision", async () => {
    let request = await opened();
    request = await stepped(office.clerk, "askReasons", request, { on: "2026-01-07" });
    expect(await said(await write(request, "REASONS", { paragraphs }))).toContain("第三十五条");
    request = await stepped(office.clerk, "recordReasons", request, {
      on: "2026-01-09",
      reasonable: true,
      delayedUntil: "2026-03-20",
    });
    expect(await said(await write(request, "DELAYED_REPLY"))).toContain("2026年3月20日前");
    request = await stepped(office.clerk, "consultAgency", request, { on: "2026-01-12" });
    expect(
      await said(await write(request, "AGENCY_CONSULTATION", { paragraphs, recipient: "某局" })),
    ).toContain("视为同意公开");
    const whole = await stepped(office.clerk, "splitRequest", await opened());
    const split = await said(await write(whole, "SPLIT"));
    for (const part of ["年度预算", "征地批复", `${whole.number}-2`]) expect(split).toContain(part);
    let decision = await decided("GRANTED", "§36(2)");
    decision = await stepped(office.clerk, "serveRequest", decision, { on: "2026-01-19" });
    const service = await said(await write(decision, "SERVICE_RECORD", { number: "文公复〔2026〕7号" }));
    expect(service).toMatch(/送达方式：邮寄送达[^]*发出日期：2026年1月19日/);
  });
});

interface Template {
  readonly kind: string;
  readonly sha256: string | null;
  readonly url: string;
  readonly setBy: { readonly code: string } | null;
  readonly tags: readonly { readonly name: string; readonly required: boolean }[];
  readonly sample: readonly string[];
}

describe("a template of a district", () => {
  const SAVE = `mutation ($input: SaveLetterTemplateInput!) { saveLetterTemplate(input: $input) { unit { code } problems { code path message } } }`;
  const save = async (client: Client, content: string | null, unitCode = "371003") =>
    client.query(SAVE, { input: { unitCode, kind: "REASONS", content } });

  async function withHead(head: string): Promise<string> {
    const { unzipSync, zipSync } = await import("fflate");
    const files = unzipSync(await defaultTemplate("REASONS"));
    const xml = Buffer.from(files["word/document.xml"] ?? []).toString();
    const name = "word/document.xml";
    return Buffer.from(
      zipSync({ ...files, [name]: Buffer.from(xml.replace("{{机关}}", `${head}{{机关}}`)) }),
    ).toString("base64");
  }

  /** As anybody reads it of the unit. */
  async function inForce(): Promise<Template> {
    const { data } = await app.anonymous.query(
      `{ unit(code: "371003003") { letterTemplates { kind sha256 url setBy { code } tags { name required } sample } } }`,
    );
    const { letterTemplates } = (data as { unit: { letterTemplates: Template[] } }).unit;
    expect(letterTemplates.map(({ kind }) => kind)).toEqual(LETTER_KINDS);
    return letterTemplates.find(({ kind }) => kind === "REASONS")!;
  }

  it("replaces the product's for the units below, until it is taken back; it cannot bring in remedies", async () => {
    const officer = app.as("officer.371003");
    const request = await stepped(office.clerk, "askReasons", await opened(), { on: "2026-01-07" });
    const letter = async (): Promise<Written> =>
      write(request, "REASONS", { paragraphs: ["一个月内申请四百件，请说明理由。"] });
    expect(fieldOf(await save(officer, await withHead("〔区模板〕")))).toEqual({
      unit: { code: "371003" },
      problems: [],
    });
    expect(await said(await letter())).toContain("〔区模板〕");
    expect(await inForce()).toMatchObject({ setBy: { code: "371003" } });
    expect((await inForce()).sample.join()).toMatch(/〔区模板〕示例街道办事处.*（正文段落。）/);
    fieldOf(await save(officer, await withHead("可以申请行政复议")));
    expect(complaints(await letter())).toEqual(["INVALID_INPUT input.paragraphs"]);
    fieldOf(await save(officer, null));
    expect(await said(await letter())).not.toContain("区模板");
    expect(await inForce()).toMatchObject({
      ...{ setBy: null, sha256: null, url: "/letter-templates/371003003/REASONS.docx" },
      tags: expect.arrayContaining([
        { name: "正文", required: true },
        { name: "文号", required: false },
      ]) as object[],
    });
    expect((await app.request.get("/letter-templates/371003/REASONS.docx")).status).toBe(200);
    expect((await app.request.get("/letter-templates/379999/REASONS.docx")).status).toBe(404);
  });

  it("is for who may change settings, and has to be one", async () => {
    expect(faults(await save(office.clerk, null, office.code))).toEqual(["FORBIDDEN"]);
    const broken = fieldOf<Written>(
      await save(app.as("officer.371003"), Buffer.from("no file").toString("base64")),
    );
    expect(complaints(broken)).toEqual(["INVALID_INPUT input.content"]);
  });
});
