import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_UNITS } from "../../seeds/units.js";
import { startTestApp, type Answer, type TestApp } from "../harness/app.js";

const UNITS = `query ($under: String, $kinds: [UnitKind!], $text: String, $first: Int, $after: String) {
  units(under: $under, kinds: $kinds, text: $text, first: $first, after: $after) {
    edges { cursor node { code } }
    nodes { code }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    totalCount
  }
}`;
const UNIT = `query ($code: String!) {
  unit(code: $code) {
    id code name shortName aliases kind filesReport revision establishedOn dissolvedOn
    parent { code } ancestors { code } children(first: 100) { nodes { code } } successor { code }
  }
}`;
const payload = `{
  unit { code name shortName aliases kind filesReport revision establishedOn parent { code } }
  problems { __typename code message path ... on StaleRevision { currentRevision } }
}`;
const CREATE = `mutation ($input: CreateUnitInput!) { createUnit(input: $input) ${payload} }`;
const RENAME = `mutation ($input: RenameUnitInput!) { renameUnit(input: $input) ${payload} }`;
const ADMIN = "admin.371003";
const OTHERS = [
  "clerk.371003003",
  "reviewer.371003003",
  "officer.371003",
  "analyst.371003",
  "officer.371002",
] as const;

interface Page {
  readonly edges: readonly { cursor: string; node: { code: string } }[];
  readonly nodes: readonly { code: string }[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  readonly totalCount: number;
}
interface Payload {
  readonly unit: { code: string; name: string; revision: number; aliases: string[] } | null;
  readonly problems: readonly { code: string; path: string[]; currentRevision?: number }[];
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const fieldOf = <T>({ data, errors }: Answer): T => {
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data as object)[0] as T;
};
const faults = ({ errors }: Answer): string[] =>
  (errors ?? []).map(({ extensions }) => String(extensions.code));
const page = async (variables: object = {}): Promise<Page> =>
  fieldOf<Page>(await app.anonymous.query(UNITS, variables));
const codes = async (variables: object): Promise<string[]> =>
  (await page({ first: 100, ...variables })).nodes.map(({ code }) => code);
const unit = async (code: string): Promise<any> => fieldOf(await app.anonymous.query(UNIT, { code }));
const create = async (input: object, login = ADMIN): Promise<Payload> =>
  fieldOf<Payload>(await app.as(login).query(CREATE, { input }));
const rename = async (input: object, login = ADMIN): Promise<Payload> =>
  fieldOf<Payload>(await app.as(login).query(RENAME, { input }));
const complaints = ({ problems }: Payload): string[] =>
  problems.map(({ code, path }) => `${code} ${path.join(".")}`);
/** Any of the register, in the order of the tree. */
const register = (): Promise<string[]> => codes({});

let number = 0;
/** A town that no other test touches. */
async function newTown(): Promise<{ code: string; name: string; shortName: string }> {
  const code = `371003${String(600 + ++number)}`;
  const town = { code, name: `威海市文登区新设${number}镇人民政府`, shortName: `新设${number}镇` };
  expect((await create({ parentCode: "371003", kind: "TOWN", ...town })).problems).toEqual([]);
  return town;
}

describe("the register", () => {
  it("is the tree of the seeds, and public", async () => {
    const { totalCount, nodes } = await page({ first: 100 });
    expect(totalCount).toBe(DEMO_UNITS.length);
    expect(new Set(nodes.map(({ code }) => code))).toEqual(new Set(DEMO_UNITS.map(({ code }) => code)));
    for (const login of [ADMIN, ...OTHERS])
      expect(fieldOf<Page>(await app.as(login).query(UNITS, {})).totalCount).toBe(DEMO_UNITS.length);
  });

  it("环山街道 is 371003003", async () => {
    expect(await unit("371003003")).toEqual({
      id: expect.any(String) as string,
      code: "371003003",
      name: "威海市文登区环山街道办事处",
      shortName: "环山路街道",
      aliases: expect.arrayContaining(["环山街道", "环山街道办事处"]) as string[],
      kind: "SUBDISTRICT",
      filesReport: true,
      revision: 1,
      establishedOn: null,
      dissolvedOn: null,
      parent: { code: "371003" },
      ancestors: [{ code: "37" }, { code: "3710" }, { code: "371003" }],
      children: { nodes: [] },
      successor: null,
    });
  });

  it("the district has its 16 township-level units, its departments, and itself above them", async () => {
    const district = await unit("371003");
    expect(district).toMatchObject({ kind: "DISTRICT", filesReport: false, parent: { code: "3710" } });
    const below = (await codes({ under: "371003" })).slice(1);
    expect(district.children.nodes.map(({ code }: { code: string }) => code)).toEqual(below);
    expect(await codes({ under: "371003", kinds: ["SUBDISTRICT", "TOWN", "ZONE"] })).toHaveLength(16);
    expect(await unit("37")).toMatchObject({ parent: null, ancestors: [], kind: "PROVINCE" });
  });

  it("a zone files no report, and says so", async () => {
    expect(await codes({ kinds: ["ZONE"] })).toEqual(["371003400"]);
    expect(await unit("371003400")).toMatchObject({ kind: "ZONE", filesReport: false });
  });

  it.each([
    "371003003 ",
    " 371003003",
    "371003-XFJ",
    "371003/",
    "",
    "环山街道",
    "%",
    "999999",
    "x".repeat(1000),
    "\u0000",
  ])("there is no unit %j", async (code) => {
    expect(await unit(code)).toBeNull();
  });

  it("is reached by node(id:), too", async () => {
    const { id } = await unit("371003003");
    const document = `query ($id: ID!) { node(id: $id) { __typename id ... on Unit { code } } }`;
    const node = async (of: string) => fieldOf(await app.anonymous.query(document, { id: of }));
    expect(await node(id as string)).toEqual({ __typename: "Unit", id, code: "371003003" });
    for (const wrong of ["", "x", `${id}=`, `${id}A`, "VW5pdDox"]) expect(await node(wrong)).toBeNull();
  });
});

describe("finding by text", () => {
  it.each([
    ["环山", ["371003003"]],
    ["环山街道", ["371003003"]],
    ["环山路街道", ["371003003"]],
    ["环山街道办事处", ["371003003"]],
    ["威海市文登区环山街道办事处", ["371003003"]],
    ["文登区环山街道", ["371003003"]],
    ["371003003", ["371003003"]],
    ["003003", ["371003003"]],
    ["泽库镇人民政府", ["371003104"]],
    ["文登区泽库镇", ["371003104"]],
    ["371003-FGJ", ["371003-fgj"]],
    ["发改局", ["371003-fgj"]],
    ["文登开发区", ["371003400"]],
    ["信访局", ["371002-xfj", "371003-xfj"]],
    ["不存在的单位", []],
    ["%", []],
    ["_", []],
    ["!", []],
    ['"', []],
    ["\\", []],
    ["[", []],
    ["]", []],
    ["[]", []],
    [",", []],
    ['","', []],
    ["' or 1=1 --", []],
  ])("%s", async (text, expected) => {
    const found = await page({ text, first: 100 });
    expect(found.nodes.map(({ code }) => code)).toEqual(expected);
    expect(found.totalCount).toBe(expected.length);
  });

  it("no text, or an empty one, finds all", async () => {
    expect(await codes({ text: "" })).toEqual(await register());
    expect(await codes({ text: null })).toEqual(await register());
  });

  it("whatever the case of its letters", async () => {
    const town = { code: "371003599", name: "威海市文登区ABC园区办事处", shortName: "Abc园区" };
    await create({ parentCode: "371003", kind: "ZONE", filesReport: false, aliases: ["园区xYz"], ...town });
    for (const text of ["abc园区", "ABC园区", "园区XYZ", "园区xyz"])
      expect(await codes({ text })).toEqual(["371003599"]);
  });

  it("by names with signs in them, exactly", async () => {
    const town = await newTown();
    const alias = `带"引号"\\和%的${town.code}`;
    const code = `${town.code.slice(0, 6)}-x${town.code.slice(6)}`;
    const made = await create({
      parentCode: "371003",
      code,
      name: `威海市文登区${code}局`,
      shortName: "某某局",
      kind: "DEPARTMENT",
      aliases: [alias],
    });
    expect(made.unit?.aliases).toEqual([alias]);
    for (const text of [alias, '带"引号"', '"\\和%', "\\和%的"])
      expect(await codes({ text })).toEqual([code]);
  });
});

describe("narrowing", () => {
  it("to a subtree, which holds its own top", async () => {
    expect(await codes({ under: "371002" })).toEqual(["371002", "371002-xfj", "371002001"]);
    expect(await codes({ under: "371003003" })).toEqual(["371003003"]);
    expect(await codes({ under: "37" })).toEqual(await register());
  });

  it("to kinds", async () => {
    expect(await codes({ kinds: ["PROVINCE", "CITY", "DISTRICT"] })).toEqual([
      "37",
      "3710",
      "371002",
      "371003",
    ]);
    expect(await codes({ kinds: ["SUBDISTRICT"], under: "371003" })).toEqual([
      "371003001",
      "371003002",
      "371003003",
    ]);
    expect(await codes({ kinds: [] })).toEqual([]);
    expect(await codes({ kinds: null })).toEqual(await register());
  });

  it("to both and a text", async () => {
    const wanted = { under: "371003", kinds: ["SUBDISTRICT"], text: "环" };
    expect(await codes(wanted)).toEqual(["371003003"]);
    expect(await codes({ ...wanted, under: "371002" })).toEqual(["371002001"]);
  });

  it("a unit that is not there is NOT_FOUND", async () => {
    for (const under of ["999999", "", "371003 ", "文登区"]) {
      const answer = await app.anonymous.query(UNITS, { under });
      expect([answer.data, faults(answer)]).toEqual([null, ["NOT_FOUND"]]);
    }
  });
});

describe("pages", () => {
  it("follow each other to the end, in one order", async () => {
    const all = await register();
    const seen: string[] = [];
    let after: string | null = null;
    for (let i = 0; i < 100; i += 1) {
      const { nodes, edges, pageInfo, totalCount }: Page = await page({ first: 7, after });
      expect(totalCount).toBe(all.length);
      expect(edges.map(({ node }) => node)).toEqual(nodes);
      expect(pageInfo).toMatchObject({
        hasPreviousPage: after !== null,
        startCursor: edges[0]?.cursor,
        endCursor: edges.at(-1)?.cursor,
        hasNextPage: seen.length + nodes.length < all.length,
      });
      seen.push(...nodes.map(({ code }) => code));
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) break;
    }
    expect(seen).toEqual(all);
  });

  it("an exact fit has no next page; beyond the last there is nothing", async () => {
    const exact = await page({ under: "371002", first: 3 });
    expect([exact.nodes.length, exact.pageInfo.hasNextPage]).toEqual([3, false]);
    const beyond = await page({ under: "371002", first: 3, after: exact.pageInfo.endCursor });
    expect(beyond).toEqual({
      edges: [],
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
      totalCount: 3,
    });
  });

  it("hold 50 where nothing is said, and at most 100", async () => {
    expect((await page()).nodes).toHaveLength(50);
    expect((await page({ first: null })).nodes).toHaveLength(50);
    expect((await page({ first: 1 })).nodes).toEqual([{ code: "37" }]);
  });

  it.each([-1, 0, 101, 2147483647, -2147483648])("first: %i is refused", async (first) => {
    for (const client of [app.anonymous, app.as("clerk.371003003")]) {
      const { data, errors } = await client.query(UNITS, { first });
      expect(data).toBeNull();
      expect(errors).toHaveLength(1);
      expect(errors?.[0]).toMatchObject({
        message: "first 须为 1 至 100",
        path: ["units"],
        extensions: { code: "BAD_USER_INPUT", argument: ["first"] },
      });
    }
  });

  it.each([2147483648, 1.5, "10", true])("first: %j is no Int", async (first) => {
    expect(faults(await app.anonymous.query(UNITS, { first }))).toEqual(["BAD_USER_INPUT"]);
  });

  it.each(["", "nonsense!", "MzcvMzcxMC8=", "x".repeat(500)])("after: %j is refused", async (after) => {
    expect(faults(await app.anonymous.query(UNITS, { after }))).toEqual(["BAD_USER_INPUT"]);
  });
});

describe("creating a unit", () => {
  it("adds it below its parent", async () => {
    const input = {
      parentCode: "371003",
      code: "371003777",
      name: "威海市文登区七里街道办事处",
      shortName: "七里街道",
      aliases: ["七里"],
      kind: "SUBDISTRICT",
      establishedOn: "2026-01-01",
    };
    expect(await create(input)).toEqual({
      unit: {
        code: "371003777",
        name: "威海市文登区七里街道办事处",
        shortName: "七里街道",
        aliases: ["七里"],
        kind: "SUBDISTRICT",
        filesReport: true,
        revision: 1,
        establishedOn: "2026-01-01",
        parent: { code: "371003" },
      },
      problems: [],
    });
    expect(await codes({ text: "七里" })).toEqual(["371003777"]);
    expect((await unit("371003777")).ancestors).toHaveLength(3);
  });

  const valid = {
    parentCode: "371003",
    code: "371003888",
    name: "威海市文登区八里镇人民政府",
    shortName: "八里镇",
    kind: "TOWN",
  };
  it.each([
    [{ code: "371002888" }, ["INVALID_INPUT input.code"]],
    [{ code: "371003" }, ["INVALID_INPUT input.code"]],
    [{ code: "371003-blz" }, ["INVALID_INPUT input.code"]],
    [{ code: "3710038888888" }, ["INVALID_INPUT input.code"]],
    [{ code: "371003８８８" }, ["INVALID_INPUT input.code"]],
    [{ code: "371003 888" }, ["INVALID_INPUT input.code"]],
    [{ code: "" }, ["INVALID_INPUT input.code"]],
    [{ kind: "DEPARTMENT" }, ["INVALID_INPUT input.code"]],
    [{ kind: "DEPARTMENT", code: "371003-" }, ["INVALID_INPUT input.code"]],
    [{ kind: "DEPARTMENT", code: "371003-BLJ" }, ["INVALID_INPUT input.code"]],
    [{ kind: "DEPARTMENT", code: "371003-a/b" }, ["INVALID_INPUT input.code"]],
    [{ kind: "DEPARTMENT", code: `371003-${"a".repeat(21)}` }, ["INVALID_INPUT input.code"]],
    [{ name: "" }, ["INVALID_INPUT input.name"]],
    [{ name: "镇" }, ["INVALID_INPUT input.name"]],
    [{ name: " 镇 " }, ["INVALID_INPUT input.name"]],
    [{ name: "\u200b\u3164" }, ["INVALID_INPUT input.name"]],
    [{ name: "八里\ud800镇" }, ["INVALID_INPUT input.name"]],
    [{ name: "长".repeat(61) }, ["INVALID_INPUT input.name"]],
    [{ shortName: "长".repeat(61) }, ["INVALID_INPUT input.shortName"]],
    [
      { aliases: ["八里", "", "\u0000\u0000"] },
      ["INVALID_INPUT input.aliases.1", "INVALID_INPUT input.aliases.2"],
    ],
    [{ parentCode: "371003003", code: "371003003888" }, ["INVALID_INPUT input.parentCode"]],
    [{ parentCode: "371003400", code: "371003400888" }, ["INVALID_INPUT input.parentCode"]],
    [
      { parentCode: "371003003", code: "x", name: "", shortName: "" },
      [
        "INVALID_INPUT input.parentCode",
        "INVALID_INPUT input.code",
        "INVALID_INPUT input.name",
        "INVALID_INPUT input.shortName",
      ],
    ],
    [{ code: "371003003" }, ["ALREADY_EXISTS input.code"]],
  ])("refuses %j, and adds nothing", async (more, expected) => {
    const before = await register();
    const refused = await create({ ...valid, ...more });
    expect([refused.unit, complaints(refused)]).toEqual([null, expected]);
    expect(await register()).toEqual(before);
  });

  it("below a government of a higher level only", async () => {
    const before = await register();
    for (const kind of ["PROVINCE", "CITY", "DISTRICT"]) {
      const refused = await create({ ...valid, kind });
      expect([refused.unit, complaints(refused)]).toEqual([null, ["INVALID_INPUT input.parentCode"]]);
    }
    expect(await register()).toEqual(before);
  });

  it("the longest codes that there are", async () => {
    expect((await create({ ...valid, code: "371003888888" })).unit?.code).toBe("371003888888");
    const code = `371003-${"a".repeat(20)}`;
    expect((await create({ ...valid, kind: "DEPARTMENT", code })).unit?.code).toBe(code);
  });

  it("of two at once one is made", async () => {
    const made = await Promise.all([1, 2].map(() => create({ ...valid, code: "371003555" })));
    expect(made.filter(({ unit: one }) => one)).toHaveLength(1);
    expect(made.flatMap(complaints)).toEqual(["ALREADY_EXISTS input.code"]);
  });

  it("once a key", async () => {
    const input = { ...valid, code: "371003556", idempotencyKey: "unit" };
    const first = await create(input);
    expect(first.problems).toEqual([]);
    expect(await create(input)).toEqual(first);
    expect(complaints(await create({ ...input, code: "371003557" }))).toEqual([
      "KEY_REUSED input.idempotencyKey",
    ]);
    expect(await unit("371003557")).toBeNull();
  });

  it("is the administrator's, within the own district", async () => {
    const before = await register();
    const input = { ...valid, code: "371003889" };
    const expected = ["FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "NOT_FOUND"];
    const inside = { ...input, parentCode: "371003" };
    for (const [i, login] of OTHERS.entries()) {
      const answer = await app.as(login).query(CREATE, { input: inside });
      // A clerk's or reviewer's reach is the own unit, which is not the district.
      const code = login.startsWith("clerk") || login.startsWith("reviewer") ? "NOT_FOUND" : expected[i];
      expect([login, answer.data, faults(answer)]).toEqual([login, null, [code]]);
    }
    expect(faults(await app.anonymous.query(CREATE, { input }))).toEqual(["UNAUTHENTICATED"]);
    for (const parentCode of ["371002", "3710", "37", "999999"]) {
      const outside = { ...input, parentCode, code: `${parentCode}889` };
      expect(faults(await app.as(ADMIN).query(CREATE, { input: outside }))).toEqual(["NOT_FOUND"]);
    }
    expect(await register()).toEqual(before);
  });
});

describe("renaming a unit", () => {
  it("keeps the old names, which still find it", async () => {
    const town = await newTown();
    const to = { name: `威海市文登区${town.code}街道办事处`, shortName: `${town.code}街道` };
    const renamed = await rename({ unitCode: town.code, ...to, expectedRevision: 1 });
    expect(renamed).toMatchObject({
      unit: { code: town.code, ...to, revision: 2, aliases: [town.name, town.shortName] },
      problems: [],
    });
    for (const text of [town.name, town.shortName, to.name, to.shortName])
      expect(await codes({ text })).toEqual([town.code]);
    expect(await unit(town.code)).toMatchObject({ ...to, revision: 2 });
  });

  it("back again leaves no name twice", async () => {
    const town = await newTown();
    const other = { name: `${town.name}甲`, shortName: `${town.shortName}甲` };
    await rename({ unitCode: town.code, ...other, expectedRevision: 1 });
    const { name, shortName } = town;
    const { unit: back } = await rename({ unitCode: town.code, name, shortName, expectedRevision: 2 });
    expect(back).toMatchObject({ name, shortName, revision: 3, aliases: [other.name, other.shortName] });
    expect(await codes({ text: other.name })).toEqual([town.code]);
  });

  it("needs names, and the revision as it is", async () => {
    const town = await newTown();
    const before = await unit(town.code);
    const input = { unitCode: town.code, name: "新名镇人民政府", shortName: "新名镇", expectedRevision: 1 };
    expect(complaints(await rename({ ...input, name: "", shortName: "镇" }))).toEqual([
      "INVALID_INPUT input.name",
      "INVALID_INPUT input.shortName",
    ]);
    for (const expectedRevision of [0, 2, -1]) {
      const refused = await rename({ ...input, expectedRevision });
      expect(refused).toMatchObject({
        unit: null,
        problems: [{ code: "STALE_REVISION", path: ["input", "expectedRevision"], currentRevision: 1 }],
      });
    }
    expect(await unit(town.code)).toEqual(before);
  });

  it("of two at once one counts", async () => {
    const town = await newTown();
    const answers = await Promise.all(
      ["甲", "乙"].map((sign) =>
        rename({
          unitCode: town.code,
          name: `${town.name}${sign}`,
          shortName: `${town.shortName}${sign}`,
          expectedRevision: 1,
        }),
      ),
    );
    expect(answers.filter(({ unit: one }) => one)).toHaveLength(1);
    expect(answers.flatMap(({ problems }) => problems)).toMatchObject([
      { code: "STALE_REVISION", currentRevision: 2 },
    ]);
    expect((await unit(town.code)).revision).toBe(2);
  });

  it("is the administrator's, within the own district", async () => {
    const before = await unit("371003003");
    const input = {
      unitCode: "371003003",
      name: "冒名街道办事处",
      shortName: "冒名街道",
      expectedRevision: 1,
    };
    for (const login of OTHERS)
      expect([login, faults(await app.as(login).query(RENAME, { input }))]).toEqual([
        login,
        [login === "officer.371002" ? "NOT_FOUND" : "FORBIDDEN"],
      ]);
    expect(faults(await app.anonymous.query(RENAME, { input }))).toEqual(["UNAUTHENTICATED"]);
    for (const unitCode of ["371002001", "371002", "3710", "999999"])
      expect(faults(await app.as(ADMIN).query(RENAME, { input: { ...input, unitCode } }))).toEqual([
        "NOT_FOUND",
      ]);
    expect(await unit("371003003")).toEqual(before);
  });
});
