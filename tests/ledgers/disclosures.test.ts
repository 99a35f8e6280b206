import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DISCLOSURES } from "../../src/ledgers/disclosures/index.js";
import { SYSTEM, unitOf } from "../access/rows.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { faults, newPerson } from "../reports/factories.js";
import {
  activity,
  ask,
  call,
  complaints,
  done,
  draft,
  list,
  listed,
  LIST,
  newBureau,
  published,
  record,
  reviewed,
  titles,
  type Bureau,
} from "./disclosure-calls.js";

let app: TestApp;
let bureau: Bureau;
beforeAll(async () => (app = await startTestApp()));
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set("2026-01-20T09:00:00+08:00");
  bureau = await newBureau(app);
});

const DOCUMENT = { documentKind: "NORMATIVE_DOCUMENT", documentNumber: "文政办发〔2025〕3号" };

describe("drafting", () => {
  it("reckons the due date: 20 working days (条例 §26)", async () => {
    const made = await draft(bureau, { channels: ["WECHAT", "WEBSITE"], items: 876 });
    expect(made).toMatchObject({
      title: "2025年度财政预算",
      category: "财政信息",
      channels: ["WEBSITE", "WECHAT"],
      status: "DRAFT",
      items: 876,
      formedOn: "2025-12-15",
      dueOn: "2026-01-13",
      publishedOn: null,
      late: true,
      documentKind: null,
      documentNumber: null,
      repealedOn: null,
      revision: 1,
      unit: { code: bureau.code },
    });
    expect(made.events).toEqual([
      {
        at: "2026-01-20T01:00:00.000Z",
        actor: expect.any(String),
        action: "REGISTER_DISCLOSURE",
        note: null,
      },
    ]);
  });

  it("refuses all that is wrong at once, and stores nothing", async () => {
    const wrong = { title: "", channels: [], items: 0, formedOn: "2026-01-21", documentNumber: "1号" };
    const answer = await call(bureau.clerk, "registerDisclosure", {
      unitCode: bureau.code,
      ...record(wrong),
    });
    expect(complaints(answer)).toEqual([
      "INVALID_INPUT input.title",
      "INVALID_INPUT input.channels",
      "INVALID_INPUT input.items",
      "INVALID_INPUT input.formedOn",
      "INVALID_INPUT input.documentNumber",
    ]);
    const regulation = { documentKind: "REGULATION", documentNumber: "令第1号" };
    const refused = await call(bureau.clerk, "registerDisclosure", {
      unitCode: bureau.code,
      ...record(regulation),
    });
    expect(complaints(refused)).toEqual(["INVALID_INPUT input.documentKind"]);
    expect(refused.problems[0]?.message).toContain("立法法 §91、§93");
    expect((await list(bureau.clerk, bureau.code)).totalCount).toBe(0);
  });

  it("is done once per idempotency key", async () => {
    const input = { unitCode: bureau.code, ...record(), idempotencyKey: "k1" };
    const first = await done(bureau.clerk, "registerDisclosure", input);
    expect((await done(bureau.clerk, "registerDisclosure", input)).id).toBe(first.id);
    expect((await list(bureau.clerk, bureau.code)).totalCount).toBe(1);
  });

  it("can be amended until a review has passed it", async () => {
    const { id: disclosureId } = await draft(bureau);
    const amended = await done(bureau.clerk, "amendDisclosure", {
      disclosureId,
      title: "2025年度部门预算",
      formedOn: "2025-12-31",
      ...DOCUMENT,
    });
    expect(amended).toMatchObject({
      title: "2025年度部门预算",
      category: "财政信息",
      formedOn: "2025-12-31",
      dueOn: "2026-01-29",
      late: false,
      ...DOCUMENT,
      revision: 2,
    });
    const twoItems = await call(bureau.clerk, "amendDisclosure", { disclosureId, items: 2 });
    expect(complaints(twoItems)).toEqual(["INVALID_INPUT input.items"]);
    const plain = { documentKind: null, documentNumber: null };
    expect(await done(bureau.clerk, "amendDisclosure", { disclosureId, ...plain })).toMatchObject(plain);
    const stale = await call(bureau.clerk, "amendDisclosure", { disclosureId, expectedRevision: 2 });
    expect(complaints(stale)).toEqual(["STALE_REVISION input.expectedRevision"]);
    await done(bureau.clerk, "reviewDisclosure", { disclosureId });
    const late = await call(bureau.clerk, "amendDisclosure", { disclosureId, title: "新" });
    expect(late.problems).toMatchObject([
      {
        __typename: "TransitionRefused",
        code: "TRANSITION_REFUSED",
        path: ["input", "disclosureId"],
        state: "SECRECY_REVIEW",
        legalSteps: ["reviewDisclosure"],
      },
    ]);
  });
});

describe("先审查后公开 (条例 §17)", () => {
  it("leads through three reviews to the public, each step a person and a time", async () => {
    const { id: disclosureId } = await draft(bureau);
    const steps = [
      [bureau.clerk, "SECRECY_REVIEW"],
      [bureau.reviewer, "FIRST_REVIEW"],
      [bureau.head, "FINAL_REVIEW"],
    ] as const;
    for (const [person, status] of steps) {
      app.clock.advance(60_000);
      const input = { disclosureId, comment: `到${status}` };
      expect((await done(person, "reviewDisclosure", input)).status).toBe(status);
    }
    const done_ = await done(bureau.clerk, "publishDisclosure", { disclosureId, on: "2026-01-05" });
    expect(done_).toMatchObject({ status: "PUBLISHED", publishedOn: "2026-01-05", late: false, revision: 5 });
    expect(done_.events.map(({ at, action, note }) => [at.slice(11, 16), action, note])).toEqual([
      ["01:00", "REGISTER_DISCLOSURE", null],
      ["01:01", "SECRECY_REVIEW", "到SECRECY_REVIEW"],
      ["01:02", "FIRST_REVIEW", "到FIRST_REVIEW"],
      ["01:03", "FINAL_REVIEW", "到FINAL_REVIEW"],
      ["01:03", "PUBLISH_DISCLOSURE", null],
    ]);
    expect(new Set(done_.events.slice(1, 4).map(({ actor }) => actor)).size).toBe(3);
  });

  it("shows each step of one request as it left the record", async () => {
    const { id } = await reviewed(bureau);
    const record = "disclosure { status events { action: operation } }";
    const { data } = await bureau.clerk.query(
      `mutation ($id: ID!) {
        out: publishDisclosure(input: { disclosureId: $id, expectedRevision: 4 }) { ${record} }
        back: withdrawDisclosure(input: { disclosureId: $id, expectedRevision: 5, reason: "误" }) { ${record} }
      }`,
      { id },
    );
    expect(
      [data.out, data.back].map(({ disclosure }) => [disclosure.status, disclosure.events.length]),
    ).toEqual([
      ["PUBLISHED", 5],
      ["WITHDRAWN", 6],
    ]);
  });

  it("lets nobody take two of the reviews", async () => {
    const { id: disclosureId } = await draft(bureau);
    await done(bureau.reviewer, "reviewDisclosure", { disclosureId });
    const twice = await call(bureau.reviewer, "reviewDisclosure", { disclosureId });
    expect(complaints(twice)).toEqual(["NOT_ALLOWED_NOW input.disclosureId"]);
    expect(twice.problems[0]?.message).toContain("条例 §17");
    await done(bureau.head, "reviewDisclosure", { disclosureId });
    for (const person of [bureau.reviewer, bureau.head])
      expect(complaints(await call(person, "reviewDisclosure", { disclosureId }))).toEqual([
        "NOT_ALLOWED_NOW input.disclosureId",
      ]);
    const third = await newPerson(app, bureau.code, "REVIEWER");
    expect((await done(third, "reviewDisclosure", { disclosureId })).status).toBe("FINAL_REVIEW");
  });

  it("tells each person the steps that are theirs now, and why the others are not", async () => {
    const { id } = await draft(bureau);
    await done(bureau.reviewer, "reviewDisclosure", { disclosureId: id });
    const ask =
      "query ($id: ID!) { node(id: $id) { ... on Disclosure { steps { mutation allowed whyNot } } } }";
    const stepsOf = async (client: Client) => {
      const { data } = await client.query(ask, { id });
      return Object.fromEntries(
        data.node.steps.map(({ mutation, allowed, whyNot }: any) => [mutation, allowed || whyNot]),
      );
    };
    const notYours = "您的角色无权进行此操作";
    const now = "现为“已过保密审查”";
    expect(await stepsOf(bureau.head)).toEqual({
      amendDisclosure: notYours,
      reviewDisclosure: true,
      publishDisclosure: now,
      repealDocument: now,
      withdrawDisclosure: now,
    });
    // Who took one review takes no other, but may send the record back.
    expect(await stepsOf(bureau.reviewer)).toMatchObject({ reviewDisclosure: true });
    expect(await stepsOf(bureau.clerk)).toMatchObject({ reviewDisclosure: notYours, amendDisclosure: now });
    const officer = Object.values(await stepsOf(app.as("officer.371003")));
    expect(new Set(officer)).toEqual(new Set([notYours]));
  });

  it("begins anew after a return", async () => {
    const { id: disclosureId } = await reviewed(bureau);
    const bare = await call(bureau.head, "reviewDisclosure", { disclosureId, verdict: "RETURN" });
    expect(complaints(bare)).toEqual(["INVALID_INPUT input.comment"]);
    const input = { disclosureId, verdict: "RETURN", comment: "标题有误" };
    const returned = await done(bureau.head, "reviewDisclosure", input);
    expect(returned).toMatchObject({ status: "DRAFT", revision: 5 });
    expect(returned.events.at(-1)).toMatchObject({ action: "RETURN_DISCLOSURE", note: "标题有误" });
    await done(bureau.head, "reviewDisclosure", { disclosureId });
    expect((await done(bureau.reviewer, "reviewDisclosure", { disclosureId })).status).toBe("FIRST_REVIEW");
  });

  it("refuses a step that is not open, naming those that are", async () => {
    const { id: disclosureId } = await draft(bureau);
    const early = await call(bureau.clerk, "publishDisclosure", { disclosureId });
    expect(early.problems).toMatchObject([
      { state: "DRAFT", legalSteps: ["amendDisclosure", "reviewDisclosure", "withdrawDisclosure"] },
    ]);
    expect(early.problems[0]?.message).toContain("现为“草稿”");
    const done_ = await published(bureau);
    const again = await call(bureau.head, "reviewDisclosure", { disclosureId: done_.id });
    expect(again.problems).toMatchObject([{ state: "PUBLISHED", legalSteps: ["withdrawDisclosure"] }]);
    const document = await published(bureau, DOCUMENT);
    const anew = await call(bureau.head, "reviewDisclosure", { disclosureId: document.id });
    expect(anew.problems).toMatchObject([{ legalSteps: ["repealDocument", "withdrawDisclosure"] }]);
  });

  it("leaves 初审 and 终审 to reviewers", async () => {
    const { id: disclosureId } = await draft(bureau);
    await done(bureau.clerk, "reviewDisclosure", { disclosureId });
    const other = await newPerson(app, bureau.code, "CLERK");
    for (const input of [{ disclosureId }, { disclosureId, verdict: "RETURN", comment: "改" }])
      expect(faults(await ask(other, "reviewDisclosure", input))).toEqual(["FORBIDDEN"]);
    expect((await list(other, bureau.code)).nodes).toMatchObject([{ status: "SECRECY_REVIEW", revision: 2 }]);
  });

  it("is published between the day it was formed and today", async () => {
    const { id: disclosureId } = await reviewed(bureau);
    for (const on of ["2025-12-14", "2026-01-21"])
      expect(complaints(await call(bureau.clerk, "publishDisclosure", { disclosureId, on }))).toEqual([
        "INVALID_INPUT input.on",
      ]);
    const done_ = await done(bureau.head, "publishDisclosure", { disclosureId });
    expect(done_).toMatchObject({ publishedOn: "2026-01-20", late: true });
  });

  it("is late by the calendar of the day on which it is published", async () => {
    const { id: disclosureId } = await reviewed(bureau);
    await app.app.database.write(SYSTEM, async (session) => {
      const { id: unitId } = await unitOf(session, bureau.code);
      await session.rows(DISCLOSURES).update({ unitId }, { dueOn: "2026-01-12" });
    });
    const on = "2026-01-13";
    const done_ = await done(bureau.head, "publishDisclosure", { disclosureId, on });
    expect(done_).toMatchObject({ dueOn: "2026-01-13", publishedOn: on, late: false });
  });

  it("one of two who publish at once wins", async () => {
    const { id: disclosureId, revision: expectedRevision } = await reviewed(bureau);
    const answers = await Promise.all(
      [bureau.clerk, bureau.head].map((who) =>
        call(who, "publishDisclosure", { disclosureId, expectedRevision }),
      ),
    );
    expect(answers.flatMap(complaints)).toEqual(["STALE_REVISION input.expectedRevision"]);
    expect((await list(bureau.clerk, bureau.code)).nodes).toMatchObject([
      { status: "PUBLISHED", revision: 5 },
    ]);
  });
});

describe("a draft made by mistake", () => {
  it("can be taken back: it is overdue no more, and nobody's business but the unit's and its district's", async () => {
    const { id: disclosureId } = await draft(bureau, { formedOn: "2025-12-01" });
    const late = async () => (await activity(bureau.clerk, bureau.code, "2025-12-01", "2026-12-31")).late;
    expect(await late()).toBe(1);
    const withdrawn = await done(bureau.clerk, "withdrawDisclosure", { disclosureId, reason: "重复登记" });
    expect(withdrawn).toMatchObject({ status: "WITHDRAWN", publishedOn: null, late: false });
    expect(withdrawn.events.at(-1)).toMatchObject({ action: "WITHDRAW_DISCLOSURE", note: "重复登记" });
    expect(await late()).toBe(0);
    expect((await list(app.as("case-reader.371003"), bureau.code)).nodes).toEqual([]);
    expect((await list(app.as("officer.371003"), bureau.code)).totalCount).toBe(1);
  });

  it("that a review has passed is returned first", async () => {
    const { id: disclosureId } = await draft(bureau);
    await done(bureau.clerk, "reviewDisclosure", { disclosureId });
    const input = { disclosureId, reason: "重复登记" };
    const refused = await call(bureau.clerk, "withdrawDisclosure", input);
    expect(refused.problems).toMatchObject([{ state: "SECRECY_REVIEW", legalSteps: ["reviewDisclosure"] }]);
    await done(bureau.reviewer, "reviewDisclosure", { disclosureId, verdict: "RETURN", comment: "重复" });
    expect(await done(bureau.reviewer, "withdrawDisclosure", input)).toMatchObject({ status: "WITHDRAWN" });
  });
});

describe("what has been published", () => {
  it("can be taken back, with a reason", async () => {
    const { id: disclosureId } = await published(bureau);
    expect(complaints(await call(bureau.clerk, "withdrawDisclosure", { disclosureId, reason: " " }))).toEqual(
      ["INVALID_INPUT input.reason"],
    );
    const input = { disclosureId, reason: "内容有误" };
    const withdrawn = await done(bureau.clerk, "withdrawDisclosure", input);
    expect(withdrawn).toMatchObject({ status: "WITHDRAWN", publishedOn: "2026-01-20" });
    expect(withdrawn.events.at(-1)).toMatchObject({ action: "WITHDRAW_DISCLOSURE", note: "内容有误" });
    const again = await call(bureau.clerk, "withdrawDisclosure", input);
    expect(again.problems).toMatchObject([{ state: "WITHDRAWN", legalSteps: [] }]);
  });

  it("a document is in force from the day it was formed until it is repealed", async () => {
    const { id: disclosureId } = await published(bureau, { ...DOCUMENT, title: "办法" });
    await published(bureau, { title: "通知" });
    const inForce = (day: string) => titles(bureau.clerk, bureau.code, { inForceOn: day });
    expect(await inForce("2025-12-14")).toEqual([]);
    expect(await inForce("2025-12-15")).toEqual(["办法"]);
    for (const on of ["2025-12-14", "2026-01-21"])
      expect(complaints(await call(bureau.clerk, "repealDocument", { disclosureId, on }))).toEqual([
        "INVALID_INPUT input.on",
      ]);
    const input = { disclosureId, on: "2026-01-10", note: "期满" };
    const repealed = await done(bureau.clerk, "repealDocument", input);
    expect(repealed).toMatchObject({ status: "PUBLISHED", repealedOn: "2026-01-10" });
    expect(await inForce("2026-01-09")).toEqual(["办法"]);
    expect(await inForce("2026-01-10")).toEqual([]);
    const again = await call(bureau.clerk, "repealDocument", { disclosureId });
    expect(complaints(again)).toEqual(["NOT_ALLOWED_NOW input.disclosureId"]);
    expect(again.problems[0]?.message).toContain("2026-01-10");
  });

  it("only a published document is repealed", async () => {
    const plain = await published(bureau);
    const refused = await call(bureau.clerk, "repealDocument", { disclosureId: plain.id });
    expect(complaints(refused)).toEqual(["NOT_ALLOWED_NOW input.disclosureId"]);
    const { id: disclosureId } = await reviewed(bureau, DOCUMENT);
    const early = await call(bureau.clerk, "repealDocument", { disclosureId });
    expect(early.problems).toMatchObject([
      { state: "FINAL_REVIEW", legalSteps: ["reviewDisclosure", "publishDisclosure"] },
    ]);
  });
});

describe("many at once", () => {
  const records = (count: number, more: object = {}): object[] =>
    Array.from({ length: count }, (_, i) => record({ title: `第${i}条`, ...more }));

  it("1,000 are drafted, reviewed and published", async () => {
    app.statements();
    const imported = await call(bureau.clerk, "importDisclosures", {
      unitCode: bureau.code,
      records: records(1000),
    });
    expect(imported.problems).toEqual([]);
    expect(imported.disclosures?.map(({ title }) => title)).toEqual(records(1000).map((r: any) => r.title));
    expect(app.statements().length).toBeLessThan(40);
    const ids = (imported.disclosures ?? []).slice(0, 200).map(({ id }) => id);
    for (const who of [bureau.clerk, bureau.reviewer, bureau.head])
      expect(
        complaints(await call(who, "reviewDisclosures", { disclosures: await listed(who, ids) })),
      ).toEqual([]);
    const disclosures = await listed(bureau.clerk, ids);
    const last = await call(bureau.clerk, "publishDisclosures", { disclosures, on: "2026-01-06" });
    expect(last.disclosures).toHaveLength(200);
    const out = await list(bureau.clerk, bureau.code, { filter: { status: "PUBLISHED" }, first: 1 });
    expect(out).toMatchObject({ totalCount: 200, nodes: [{ publishedOn: "2026-01-06", revision: 5 }] });
  });

  it("all or none is imported", async () => {
    const wrong = [...records(17), record({ title: "", formedOn: "2026-02-01" }), ...records(2)];
    const refused = await call(bureau.clerk, "importDisclosures", { unitCode: bureau.code, records: wrong });
    expect(complaints(refused)).toEqual([
      "INVALID_INPUT input.records.17.title",
      "INVALID_INPUT input.records.17.formedOn",
    ]);
    const many = await call(bureau.clerk, "importDisclosures", {
      unitCode: bureau.code,
      records: records(1001),
    });
    expect(complaints(many)).toEqual(["INVALID_INPUT input.records"]);
    expect(many.problems[0]?.message).toBe("一次可导入 1 至 1000 条，本次 1001 条，均未存入");
    expect((await list(bureau.clerk, bureau.code)).totalCount).toBe(0);
  });

  it("U6 the same records twice are told, in the ledger or in one import, and kept where they are two indeed", async () => {
    const same = { title: "（一）月报", documentKind: "NORMATIVE_DOCUMENT", documentNumber: "文〔2025〕1号" };
    const input = { unitCode: bureau.code, records: [record(same), record({ title: "其他" })] };
    expect(complaints(await call(bureau.clerk, "importDisclosures", input))).toEqual([]);
    const records = [
      record({ title: "新的" }),
      record({ ...same, title: "(一)月报" }),
      record({ title: "新的" }),
    ];
    const again = await call(bureau.clerk, "importDisclosures", { unitCode: bureau.code, records });
    expect(complaints(again)).toEqual(["ALREADY_EXISTS input.records.1", "ALREADY_EXISTS input.records.2"]);
    expect(again.problems.map(({ message }) => message.split("：“")[0])).toEqual([
      "第 2 条：台账中已有相同记录",
      "第 3 条：与第 1 条相同",
    ]);
    expect((await list(bureau.clerk, bureau.code)).totalCount).toBe(2);
    const meant = { unitCode: bureau.code, records, allowDuplicates: true };
    expect(complaints(await call(bureau.clerk, "importDisclosures", meant))).toEqual([]);
    expect((await list(bureau.clerk, bureau.code)).totalCount).toBe(5);
  });

  it("U6 a thousand records of any length go to the address for imports, from somebody signed in", async () => {
    const records = Array.from({ length: 1000 }, (_, i) => record({ title: `${"长".repeat(200)}${i}` }));
    const document = `mutation ($input: ImportDisclosuresInput!) { importDisclosures(input: $input) { disclosures { id } problems { code } } }`;
    const body = { query: document, variables: { input: { unitCode: bureau.code, records } } };
    await bureau.clerk.query("{ __typename }");
    const post = (url: string) => app.request.post(url).send(body);
    expect((await post("/graphql").set("authorization", `Bearer ${bureau.clerk.token}`)).status).toBe(413);
    expect((await post("/graphql/import").catch((error: Error) => ({ status: error.message }))).status).toBe(
      401,
    );
    const answer = await post("/graphql/import").set("authorization", `Bearer ${bureau.clerk.token}`);
    expect([answer.status, answer.body.data.importDisclosures.disclosures.length]).toEqual([200, 1000]);
  });

  it("10,000 are more than a request may hold, which is said, and none is stored", async () => {
    const input = { unitCode: bureau.code, records: records(10_000) };
    const refused = await ask(bureau.clerk, "importDisclosures", input);
    expect(refused.status).toBe(413);
    expect(refused.errors?.[0]?.message).toBe(
      "请求体过大：最多 256 KB，请分批提交；登录后导入可发往 /graphql/import，最多 8 MB",
    );
    expect((await list(bureau.clerk, bureau.code)).totalCount).toBe(0);
  });

  it("all or none takes a step", async () => {
    const [a, b] = [await draft(bureau), await reviewed(bureau, { title: "已审" })];
    const disclosures = await listed(bureau.head, [a.id, b.id]);
    const refused = await call(bureau.head, "reviewDisclosures", { disclosures });
    expect(refused.disclosures).toEqual([]);
    expect(complaints(refused)).toEqual(["TRANSITION_REFUSED input.disclosures.1.disclosureId"]);
    const returned = await call(bureau.head, "reviewDisclosures", {
      disclosures,
      verdict: "RETURN",
      comment: "重报",
    });
    expect(returned.disclosures?.map(({ status, revision }) => [status, revision])).toEqual([
      ["DRAFT", 2],
      ["DRAFT", 5],
    ]);
    const [first] = disclosures;
    for (const wrong of [[], [first, first], Array.from({ length: 201 }, () => first)])
      expect(complaints(await call(bureau.head, "reviewDisclosures", { disclosures: wrong }))).toEqual([
        "INVALID_INPUT input.disclosures",
      ]);
    const stale = await call(bureau.clerk, "reviewDisclosures", { disclosures });
    expect(complaints(stale)).toEqual([
      "STALE_REVISION input.disclosures.0.expectedRevision",
      "STALE_REVISION input.disclosures.1.expectedRevision",
    ]);
    const future = await call(bureau.clerk, "publishDisclosures", {
      disclosures: await listed(bureau.clerk, [(await reviewed(bureau)).id, (await reviewed(bureau)).id]),
      on: "2027-01-01",
    });
    expect(complaints(future)).toEqual(["INVALID_INPUT input.on"]);
  });
});

describe("who may", () => {
  it("strangers are told nothing, and others what is not theirs to do", async () => {
    const { id: disclosureId } = await draft(bureau);
    const input = { unitCode: bureau.code, ...record() };
    for (const login of ["clerk.371003104", "officer.371002", "admin.371003"]) {
      const code = login.startsWith("admin") ? "FORBIDDEN" : "NOT_FOUND";
      expect(faults(await ask(app.as(login), "registerDisclosure", input))).toEqual([code]);
      expect(faults(await ask(app.as(login), "reviewDisclosure", { disclosureId }))).toEqual(["NOT_FOUND"]);
      expect(await list(app.as(login), bureau.code)).toMatchObject({ totalCount: 0, nodes: [] });
    }
    for (const login of ["officer.371003", "case-reader.371003"])
      expect(faults(await ask(app.as(login), "registerDisclosure", input))).toEqual(["FORBIDDEN"]);
    expect(faults(await ask(app.as("officer.371003"), "reviewDisclosure", { disclosureId }))).toEqual([
      "FORBIDDEN",
    ]);
    expect(faults(await ask(app.as("case-reader.371003"), "reviewDisclosure", { disclosureId }))).toEqual([
      "NOT_FOUND",
    ]);
    for (const id of ["x", "RGlzY2xvc3VyZTp4", bureau.code])
      expect(faults(await ask(bureau.clerk, "reviewDisclosure", { disclosureId: id }))).toEqual([
        "NOT_FOUND",
      ]);
    expect(faults(await ask(bureau.reviewer, "registerDisclosure", input))).toEqual(["FORBIDDEN"]);
    expect((await list(bureau.clerk, bureau.code)).nodes).toMatchObject([{ status: "DRAFT", revision: 1 }]);
  });

  it("case readers see what is out, without who did what", async () => {
    const drafted = await draft(bureau, { title: "草稿" });
    const out = await published(bureau, { title: "公开" });
    const reader = app.as("case-reader.371003");
    expect((await list(reader, bureau.code)).nodes).toMatchObject([{ title: "公开", events: null }]);
    const node = `query ($id: ID!) { node(id: $id) { id ... on Disclosure { title events { action: operation } } } }`;
    expect((await reader.query(node, { id: drafted.id })).data.node).toBeNull();
    expect((await reader.query(node, { id: out.id })).data.node).toMatchObject({
      title: "公开",
      events: null,
    });
    const seen = (await app.as("officer.371003").query(node, { id: drafted.id })).data.node;
    expect(seen).toEqual({ id: drafted.id, title: "草稿", events: [{ action: "REGISTER_DISCLOSURE" }] });
  });
});

describe("P4 the public", () => {
  const NODE = `query ($id: ID!) { node(id: $id) { id ... on Disclosure { title status events { note: reason } } } }`;
  const seenBy = async (client: Client, id: string) => (await client.query(NODE, { id })).data.node;

  it("reads what is published, in its unit's list, its district's and by its id", async () => {
    const out = await published(bureau, { title: "公开" });
    const answer = await list(app.anonymous, bureau.code);
    expect(answer).toMatchObject({ totalCount: 1, nodes: [{ title: "公开", events: null }] });
    const below = `query ($text: String) { unit(code: "371003") {
      disclosures(subtree: true, filter: { text: $text }) { nodes { unit { code } } } } }`;
    const found = await app.anonymous.query(below, { text: "公开" });
    expect(found.data.unit.disclosures.nodes).toContainEqual({ unit: { code: bureau.code } });
    expect(await seenBy(app.anonymous, out.id)).toEqual({
      ...{ id: out.id, title: "公开", status: "PUBLISHED", events: null },
    });
  });

  it("learns nothing of a draft, nor of what was said about it, whatever it looks for", async () => {
    const drafted = await draft(bureau, { title: "尚在审查的信息" });
    await done(bureau.clerk, "reviewDisclosure", { disclosureId: drafted.id, comment: "保密审查意见" });
    expect(await seenBy(app.anonymous, drafted.id)).toBeNull();
    const filters = [{}, { status: "SECRECY_REVIEW" }, { text: "尚在审查" }, { category: drafted.category }];
    for (const filter of filters) {
      const answer = await app.anonymous.query(LIST, { unit: bureau.code, filter });
      expect([faults(answer), answer.data.unit.disclosures.totalCount]).toEqual([[], 0]);
    }
    expect(faults(await ask(app.anonymous, "publishDisclosure", { disclosureId: drafted.id }))).toEqual([
      "UNAUTHENTICATED",
    ]);
  });

  it("no longer sees what was taken back; a case reader does, and the reason is the unit's own", async () => {
    const out = await published(bureau, { title: "误公开" });
    await done(bureau.clerk, "withdrawDisclosure", { disclosureId: out.id, reason: "涉及个人信息" });
    expect(await seenBy(app.anonymous, out.id)).toBeNull();
    expect((await list(app.anonymous, bureau.code)).totalCount).toBe(0);
    expect(await seenBy(app.as("analyst.371003"), out.id)).toBeNull();
    expect(await seenBy(app.as("case-reader.371003"), out.id)).toMatchObject({
      status: "WITHDRAWN",
      events: null,
    });
    expect(JSON.stringify(await seenBy(bureau.clerk, out.id))).toContain("涉及个人信息");
  });
});

describe("lists below several units", () => {
  const FIELD = "disclosures(subtree: true, first: 2) { totalCount nodes { title unit { code } } }";
  const lists = async (codes: readonly string[]): Promise<{ of: object[]; statements: number }> => {
    const officer = app.as("officer.371003");
    await officer.query("{ reportFormats { code } }");
    app.statements();
    const units = codes.map((code, i) => `u${i}: unit(code: "${code}") { ${FIELD} }`).join(" ");
    const { data, errors } = await officer.query(`{ ${units} }`);
    expect(errors).toBeUndefined();
    return { of: Object.values(data as object) as object[], statements: app.statements().length };
  };

  it("are each as if asked for alone, in a fixed number of statements", async () => {
    const other = await newBureau(app);
    for (const day of ["01", "02", "03"]) await draft(bureau, { title: day, formedOn: `2025-12-${day}` });
    await draft(other, { title: "04", formedOn: "2025-12-04" });
    const codes = ["371003", bureau.code, other.code];
    const together = await lists(codes);
    for (const [i, code] of codes.entries()) {
      const alone = await lists([code]);
      expect(together.of[i]).toEqual(alone.of[0]);
      expect(together.statements).toBe(alone.statements);
    }
    expect(together.of[1]).toMatchObject({
      disclosures: { totalCount: 3, nodes: [{ title: "03" }, { title: "02" }] },
    });
  });
});

describe("the list", () => {
  it("is ordered by the day of formation, in pages", async () => {
    for (const day of ["02", "05", "03"]) await draft(bureau, { title: day, formedOn: `2025-12-${day}` });
    const first = await list(bureau.clerk, bureau.code, { first: 2 });
    expect(first).toMatchObject({
      totalCount: 3,
      nodes: [{ title: "05" }, { title: "03" }],
      pageInfo: { hasNextPage: true },
    });
    const rest = await list(bureau.clerk, bureau.code, { first: 2, after: first.pageInfo.endCursor });
    expect(rest).toMatchObject({ nodes: [{ title: "02" }], pageInfo: { hasNextPage: false } });
  });

  it("is filtered", async () => {
    await draft(bureau, { title: "Budget 100%", channels: ["WECHAT", "PRESS"], formedOn: "2025-12-01" });
    await published(bureau, { title: "预算", ...DOCUMENT, formedOn: "2025-12-02" }, "2025-12-31");
    await published(bureau, { title: "决算", category: "决算信息", formedOn: "2025-12-03" }, "2026-01-01");
    const found = (filter: object) => titles(bureau.clerk, bureau.code, filter);
    expect(await found({ published: { from: "2026-01-01" } })).toEqual(["决算"]);
    expect(await found({ published: { from: "2025-12-31", to: "2025-12-31" } })).toEqual(["预算"]);
    expect(await found({ channel: "PRESS" })).toEqual(["Budget 100%"]);
    expect(await found({ channel: "WEBSITE", status: "PUBLISHED" })).toEqual(["决算", "预算"]);
    expect(await found({ channel: "WEIBO" })).toEqual([]);
    expect(await found({ category: "财政信息" })).toEqual(["预算", "Budget 100%"]);
    expect(await found({ documentKind: "NORMATIVE_DOCUMENT" })).toEqual(["预算"]);
    expect(await found({ text: "100%" })).toEqual(["Budget 100%"]);
    expect(await found({ text: "budget" })).toEqual(["Budget 100%"]);
    expect(await found({ text: "〔2025〕3号" })).toEqual(["预算"]);
    expect(await found({ status: "DRAFT" })).toEqual(["Budget 100%"]);
  });

  it("reaches below for the district, in as many statements as for one unit", async () => {
    const [a, b] = [await newBureau(app), await newBureau(app)];
    for (const one of [a, b]) await draft(one, { title: one.code, category: `类别${a.code}` });
    const officer = app.as("officer.371003");
    const below = await list(officer, "371003", { subtree: true, filter: { category: `类别${a.code}` } });
    expect(below.nodes.map(({ title }) => title).sort()).toEqual([a.code, b.code]);
    expect((await list(officer, "371003", { filter: { category: `类别${a.code}` } })).totalCount).toBe(0);
    const field =
      "disclosures(first: 5) { nodes { late unit { code } events { action: operation } } totalCount }";
    const count = async (...codes: string[]): Promise<number> => {
      const document = `{ ${codes.map((code, i) => `u${i}: unit(code: "${code}") { ${field} }`).join(" ")} }`;
      app.statements();
      expect((await officer.query(document)).errors).toBeUndefined();
      return app.statements().length;
    };
    await count(a.code);
    expect(await count(a.code, b.code, bureau.code)).toBe(await count(a.code));
  });
});

describe("activity", () => {
  it("counts an item once in total and once in each channel, by published records of the period", async () => {
    await published(bureau, { channels: ["WEBSITE"], items: 59 }, "2025-12-31");
    await published(bureau, { channels: ["WECHAT"], items: 876, category: "政务微信" }, "2025-12-31");
    await published(bureau, { channels: ["WEBSITE", "WECHAT"], items: 24 }, "2026-01-14");
    await published(bureau, { items: 1000, formedOn: "2024-12-01" }, "2024-12-31");
    const { id: disclosureId } = await published(bureau, { items: 7 }, "2025-12-31");
    await done(bureau.clerk, "withdrawDisclosure", { disclosureId, reason: "重复" });
    await draft(bureau, { formedOn: "2025-12-01" });
    await draft(bureau, { formedOn: "2026-01-10" });
    expect(await activity(bureau.clerk, bureau.code, "2025-12-01", "2026-12-31")).toEqual({
      total: 959,
      late: 2,
      byChannel: [
        { key: "WEBSITE", label: "政府网站", count: 83 },
        { key: "WECHAT", label: "微信公众号", count: 900 },
      ],
      byCategory: [
        { key: "政务微信", label: "政务微信", count: 876 },
        { key: "财政信息", label: "财政信息", count: 83 },
      ],
    });
    expect(await activity(bureau.clerk, bureau.code, "2025-12-31", "2025-12-31")).toMatchObject({
      total: 935,
    });
    expect(await activity(bureau.clerk, bureau.code, "2023-01-01", "2023-12-31")).toEqual({
      total: 0,
      late: 0,
      byChannel: [],
      byCategory: [],
    });
  });
});
