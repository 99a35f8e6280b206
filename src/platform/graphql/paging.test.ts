import { describe, expect, it } from "vitest";
import { CallerFault } from "../../kernel/fault.js";
import { fromGlobalId, idOfType, toGlobalId } from "./global-id.js";
import { languageOf } from "./request-scope.js";
import { connectionOf, decodeCursor, encodeCursor, readPage } from "./paging.js";

describe("global ids", () => {
  const id = toGlobalId("Tree", "abcdefghij_-0123");

  it("come back as they went", () => {
    expect(fromGlobalId(id)).toEqual({ type: "Tree", id: "abcdefghij_-0123" });
    expect([idOfType("Tree", id), idOfType("Leaf", id)]).toEqual(["abcdefghij_-0123", null]);
  });

  it.each([
    ["nothing", ""],
    ["padding", `${id}=`],
    ["a foreign character that Node skips", `${id.slice(0, 4)}!${id.slice(4)}`],
    ["white space", ` ${id}`],
    ["plain text", "Tree:abcdefghij_-0123"],
    ["a short id", Buffer.from("Tree:1").toString("base64url")],
    ["a quote", Buffer.from("Tree:abcdefghij_-012'").toString("base64url")],
    ["a line end", Buffer.from("Tree:abcdefghij_-0123\n").toString("base64url")],
  ])("null for %s", (_name, wrong) => expect(fromGlobalId(wrong)).toBeNull());
});

describe("pages", () => {
  it("are 50 long, or 1 to 100", () => {
    expect(readPage({})).toEqual({ size: 50, from: null, backwards: false });
    expect(readPage({ first: null, after: null })).toEqual({ size: 50, from: null, backwards: false });
    expect(readPage({ first: 100, after: encodeCursor("37/3710/") })).toEqual({
      ...{ size: 100, from: "37/3710/", backwards: false },
    });
    for (const first of [-1, 0, 101, 2147483647, 1.5]) expect(() => readPage({ first })).toThrow(CallerFault);
  });

  it("go backwards by last or before, whatever the default of first", () => {
    const before = encodeCursor("37/3710/");
    expect(readPage({ first: 20, last: 3 })).toEqual({ size: 3, from: null, backwards: true });
    expect(readPage({ first: 20, before })).toEqual({ size: 20, from: "37/3710/", backwards: true });
    expect(readPage({ last: 3, before })).toEqual({ size: 3, from: "37/3710/", backwards: true });
    expect(() => readPage({ last: 3, after: before })).toThrow(CallerFault);
    for (const last of [0, 101, 1.5]) expect(() => readPage({ last })).toThrow(/last must be from 1 to 100/);
    expect(() => readPage({ before: "!!!" })).toThrow(expect.objectContaining({ argumentPath: ["before"] }));
  });

  it("tell a page that was read backwards in the order of the list", () => {
    const found = { rows: [8, 7, 6], totalCount: 9 };
    const { nodes, pageInfo } = connectionOf(found, { size: 2, from: "9", backwards: true }, String, String);
    expect(nodes).toEqual(["7", "8"]);
    expect(pageInfo).toMatchObject({
      hasPreviousPage: true,
      hasNextPage: true,
      startCursor: encodeCursor("7"),
    });
    const rest = connectionOf(
      { rows: [2, 1], totalCount: 9 },
      { size: 2, from: null, backwards: true },
      String,
      String,
    );
    expect(rest.pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: false });
  });

  it("refuse a cursor that was never given out", () => {
    for (const cursor of ["", "a", "!!!!", `${encodeCursor("x")}=`, "_w", encodeCursor("x".repeat(400))])
      expect(() => decodeCursor(cursor)).toThrow(CallerFault);
    expect(() => decodeCursor(encodeCursor("环山"))).toThrow(CallerFault);
    expect(decodeCursor(encodeCursor("37/3710/"))).toBe("37/3710/");
  });

  it("tell whether there is more", () => {
    const found = { rows: [1, 2, 3], totalCount: 9 };
    const page = connectionOf(found, { size: 2, from: "0", backwards: false }, String, (n) => ({ n }));
    expect(page).toEqual({
      edges: [
        { cursor: encodeCursor("1"), node: { n: 1 } },
        { cursor: encodeCursor("2"), node: { n: 2 } },
      ],
      nodes: [{ n: 1 }, { n: 2 }],
      pageInfo: {
        hasNextPage: true,
        hasPreviousPage: true,
        startCursor: encodeCursor("1"),
        endCursor: encodeCursor("2"),
      },
      totalCount: 9,
    });
    const empty = connectionOf(
      { rows: [], totalCount: 0 },
      { size: 2, from: null, backwards: false },
      String,
      String,
    );
    expect(empty.pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });
});

it.each([
  [undefined, "zh"],
  ["", "zh"],
  ["en", "en"],
  ["en-US,en;q=0.9", "en"],
  ["zh-CN,en;q=0.8", "zh"],
  ["en;q=0.5, zh;q=0.9", "zh"],
  ["fr, en;q=0.3", "en"],
  ["en;q=0", "zh"],
  ["de", "zh"],
  ["english", "zh"],
])("Accept-Language %s is answered in %s", (header, language) => expect(languageOf(header)).toBe(language));
