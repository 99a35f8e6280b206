import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DISCLOSURE_CATALOGUE } from "../../src/ledgers/disclosures/api.js";
import { newId } from "../../src/platform/db/index.js";
import { SYSTEM, unitOf } from "../access/rows.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { faults, fieldOf } from "../reports/factories.js";
import {
  activity,
  ask,
  call,
  complaints,
  draft,
  newBureau,
  published,
  titles,
  type Bureau,
  type CatalogueItem,
} from "./disclosure-calls.js";

let app: TestApp;
let bureau: Bureau;
beforeAll(async () => (app = await startTestApp()));
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set("2026-01-20T09:00:00+08:00");
  bureau = await newBureau(app);
});

const FINANCE = {
  category: "财政信息",
  title: "预算决算",
  article: "第二十条第（七）项",
  synonyms: ["财政数据", "财政预决算"],
};

const save = (more: object = {}) =>
  call(bureau.clerk, "saveCatalogueItem", { unitCode: bureau.code, ...FINANCE, ...more });
async function saved(more: object = {}): Promise<CatalogueItem> {
  const { item, problems } = await save(more);
  if (!item) throw new Error(JSON.stringify(problems));
  return item;
}

const CATALOGUE = `query ($unit: String!) { unit(code: $unit) { code disclosureCatalogue {
  id category title article synonyms retiredOn revision unit { code } } } }`;
const catalogue = async (client: Client): Promise<any[]> =>
  fieldOf<{ disclosureCatalogue: any[] }>(await client.query(CATALOGUE, { unit: bureau.code }))
    .disclosureCatalogue;

describe("two who add to a catalogue at once", () => {
  it("do not add the same item twice, nor give one name two meanings", async () => {
    for (let round = 0; round < 6; round++) {
      const title = `事项${round}`;
      const synonyms = [`别名${round}`];
      const answers = await Promise.all([
        save({ title, synonyms }),
        save({ title, synonyms: [] }),
        save({ category: `类别${round}`, title, synonyms }),
      ]);
      const of = (one: any) => one.title === title;
      const added = (await catalogue(bureau.clerk)).filter(of);
      expect(answers.flatMap(({ item }) => item ?? [])).toHaveLength(added.length);
      expect(added.filter(({ category }) => category === FINANCE.category)).toHaveLength(1);
      expect(added.filter((one) => one.synonyms.length > 0).length).toBeLessThan(2);
    }
  });
});

describe("主动公开事项目录", () => {
  it("is kept by the unit, with the article that each item rests on", async () => {
    expect(await saved()).toEqual({
      ...FINANCE,
      id: expect.any(String),
      retiredOn: null,
      revision: 1,
      unit: { code: bureau.code },
    });
    await saved({ title: "三公经费", synonyms: [] });
    await saved({ category: "人事信息", title: "招考录用", article: "条例 §20(14)", synonyms: null });
    const rows = await catalogue(bureau.reviewer);
    expect(rows.map(({ category, title }) => [category, title])).toEqual([
      ["人事信息", "招考录用"],
      ["财政信息", "三公经费"],
      ["财政信息", "预算决算"],
    ]);
  });

  it("an item can be changed, by who has seen it last", async () => {
    const { id: itemId } = await saved();
    const changed = await saved({ itemId, title: "预算、决算", expectedRevision: 1, synonyms: ["财政数据"] });
    expect(changed).toMatchObject({ title: "预算、决算", synonyms: ["财政数据"], revision: 2 });
    expect(complaints(await save({ itemId, expectedRevision: 1 }))).toEqual([
      "STALE_REVISION input.expectedRevision",
    ]);
    expect(complaints(await save({ itemId, expectedRevision: null }))).toEqual([
      "ALREADY_EXISTS input.expectedRevision",
    ]);
    expect(await catalogue(bureau.clerk)).toHaveLength(1);
  });

  it("refuses what is wrong, and names that would mean two categories", async () => {
    const wrong = { category: "", title: "预\ud800算", article: "第二十二条", synonyms: ["a", "Ａ"] };
    expect(complaints(await save(wrong))).toEqual([
      "INVALID_INPUT input.category",
      "INVALID_INPUT input.title",
      "INVALID_INPUT input.article",
      "INVALID_INPUT input.synonyms",
    ]);
    await saved();
    expect(complaints(await save())).toEqual(["ALREADY_EXISTS input.title"]);
    const clash = { category: "财政数据", title: "月报", synonyms: ["统计", "财政信息", "财政预决算"] };
    expect(complaints(await save(clash))).toEqual([
      "INVALID_INPUT input.category",
      "INVALID_INPUT input.synonyms.1",
      "INVALID_INPUT input.synonyms.2",
    ]);
    expect(await catalogue(bureau.clerk)).toHaveLength(1);
  });

  it.each(["第十九条", "《条例》第二十条第（一）项", "第二十一条", "条例 §19", "§20(5)", "第20条"])(
    "rests on %s",
    async (article) => {
      expect(await saved({ article })).toMatchObject({ article });
    },
  );

  it.each(["第十七条", "第二十三条", "§200", "第二百条", "预算法"])(
    "does not rest on %s",
    async (article) => {
      expect(complaints(await save({ article }))).toEqual(["INVALID_INPUT input.article"]);
    },
  );

  it("an item is retired once, and changed no more", async () => {
    const { id: itemId } = await saved();
    const retire = (more: object = {}) => call(bureau.clerk, "retireCatalogueItem", { itemId, ...more });
    expect(complaints(await retire({ on: "2026-01-21" }))).toEqual(["INVALID_INPUT input.on"]);
    expect((await retire({ on: "2026-01-01" })).item).toMatchObject({ retiredOn: "2026-01-01", revision: 2 });
    expect(complaints(await retire())).toEqual(["NOT_ALLOWED_NOW input.itemId"]);
    expect(complaints(await save({ itemId }))).toEqual(["NOT_ALLOWED_NOW input.itemId"]);
    expect(await saved()).toMatchObject({ retiredOn: null });
  });

  it("P4 is seen by everybody, and changed by whom it concerns", async () => {
    const { id: itemId } = await saved();
    const input = { unitCode: bureau.code, ...FINANCE, title: "别的" };
    for (const login of ["officer.371003", "case-reader.371003"]) {
      expect(await catalogue(app.as(login))).toHaveLength(1);
      expect(faults(await ask(app.as(login), "saveCatalogueItem", input))).toEqual(["FORBIDDEN"]);
      expect(faults(await ask(app.as(login), "retireCatalogueItem", { itemId }))).toEqual(["FORBIDDEN"]);
    }
    expect(await catalogue(app.anonymous)).toEqual(await catalogue(bureau.clerk));
    for (const client of [app.as("clerk.371003104"), app.as("officer.371002")]) {
      expect(await catalogue(client)).toHaveLength(1);
      expect(faults(await ask(client, "saveCatalogueItem", { ...input, itemId }))).toEqual(["NOT_FOUND"]);
      expect(faults(await ask(client, "retireCatalogueItem", { itemId }))).toEqual(["NOT_FOUND"]);
    }
    const other = await newBureau(app);
    expect(
      faults(await ask(other.clerk, "saveCatalogueItem", { ...input, unitCode: other.code, itemId })),
    ).toEqual(["NOT_FOUND"]);
    const node = "query ($id: ID!) { node(id: $id) { ... on CatalogueItem { title } } }";
    expect((await bureau.clerk.query(node, { id: itemId })).data.node).toEqual({ title: "预算决算" });
    expect((await app.anonymous.query(node, { id: itemId })).data.node).toEqual({ title: "预算决算" });
    expect(await catalogue(bureau.clerk)).toMatchObject([{ title: "预算决算", revision: 1 }]);
  });

  it("holds 500 items", async () => {
    await app.app.database.write(SYSTEM, async (session) => {
      const unit = await unitOf(session, bureau.code);
      const items = Array.from({ length: 499 }, (_, i) => ({
        ...{
          id: newId(),
          unitId: unit.id,
          category: `类别${i}`,
          title: `事项${i}`,
          article: FINANCE.article,
        },
        ...{ synonyms: [], retiredOn: null, revision: 1 },
      }));
      await session.rows(DISCLOSURE_CATALOGUE).insert(unit, ...items);
    });
    await saved({ category: "类别499", title: "事项499", synonyms: [] });
    const refused = await save({ category: "多一", title: "多一", synonyms: [] });
    expect(complaints(refused)).toEqual(["INVALID_INPUT input"]);
    expect(await catalogue(bureau.clerk)).toHaveLength(500);
  });
});

describe("categories by the catalogue", () => {
  beforeEach(async () => {
    await published(bureau, { title: "甲", category: "财政信息", items: 1 }, "2026-01-05");
    await published(bureau, { title: "乙", category: "财政数据", items: 2 }, "2026-01-05");
    await published(bureau, { title: "丙", category: "预算决算", items: 4 }, "2026-01-05");
    await published(bureau, { title: "丁", category: "其他", items: 8 }, "2026-01-05");
  });
  const tallies = async (): Promise<[string, number][]> => {
    const { byCategory } = await activity(bureau.clerk, bureau.code, "2026-01-01", "2026-01-31");
    return byCategory.map(({ key, count }: { key: string; count: number }) => [key, count]);
  };

  it("synonyms and titles are tallied under their category", async () => {
    expect(await tallies()).toEqual([
      ["其他", 8],
      ["预算决算", 4],
      ["财政数据", 2],
      ["财政信息", 1],
    ]);
    const { id: itemId } = await saved();
    const together = [
      ["其他", 8],
      ["财政信息", 7],
    ];
    expect(await tallies()).toEqual(together);
    await call(bureau.clerk, "retireCatalogueItem", { itemId });
    expect(await tallies()).toEqual(together);
  });

  it("and listed with it, in each unit by its own catalogue", async () => {
    const found = async (category: string): Promise<string[]> =>
      (await titles(bureau.clerk, bureau.code, { category })).sort();
    expect(await found("财政信息")).toEqual(["甲"]);
    await saved();
    expect(await found("财政信息")).toEqual(["丙", "乙", "甲"]);
    expect(await found("财政数据")).toEqual(["丙", "乙", "甲"]);
    expect(await found("其他")).toEqual(["丁"]);
    const other = await newBureau(app);
    await draft(other, { title: "戊", category: "财政数据" });
    await draft(other, { title: "己", category: "财政信息" });
    const list = `query ($filter: DisclosureFilter) {
      a: unit(code: "${bureau.code}") { disclosures(filter: $filter) { nodes { title } } }
      b: unit(code: "${other.code}") { disclosures(filter: $filter) { nodes { title } } }
    }`;
    const { data } = await app.as("officer.371003").query(list, { filter: { category: "财政信息" } });
    expect(data.a.disclosures.nodes).toHaveLength(3);
    expect(data.b.disclosures.nodes).toEqual([{ title: "己" }]);
  });
});
