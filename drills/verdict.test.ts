import { describe, expect, it } from "vitest";
import {
  isGood,
  verdictOfEdits,
  verdictOfRequests,
  worst,
  type StoredReport,
  type StoredRequests,
} from "./verdict.js";

const NOTHING = { lost: 0, duplicated: 0, halfDone: 0 };

describe("of requests", () => {
  const answer = (id: string): string => JSON.stringify({ held: [], record: { id } });
  const whole = (...ids: string[]): StoredRequests => ({
    requests: ids.map((id) => ({ id, subject: `drill-${id}` })),
    events: ids,
    applicants: ids,
    answers: ids.map(answer),
  });
  const acknowledged = (...ids: string[]) => new Map(ids.map((id) => [`drill-${id}`, id]));

  it("all that is acknowledged is there, and what nobody was told of may be", () => {
    expect(verdictOfRequests(acknowledged("a", "b"), whole("a", "b", "c"))).toEqual(NOTHING);
  });

  it("what is acknowledged and absent is lost, also where another request stands in its place", () => {
    expect(verdictOfRequests(acknowledged("a", "b"), whole("a"))).toEqual({ ...NOTHING, lost: 1 });
    const other = { ...whole("c"), requests: [{ id: "c", subject: "drill-a" }] };
    expect(verdictOfRequests(acknowledged("a"), other)).toEqual({ ...NOTHING, lost: 1 });
  });

  it("one subject stored three times is twice too many", () => {
    const stored = whole("a", "b", "c");
    const requests = stored.requests.map(({ id }) => ({ id, subject: "drill-a" }));
    expect(verdictOfRequests(acknowledged("a"), { ...stored, requests })).toEqual({
      ...NOTHING,
      duplicated: 2,
    });
  });

  it.each([
    ["the request", { requests: [] }],
    ["the event", { events: ["a"] }],
    ["the applicant", { applicants: ["a"] }],
    ["the key", { answers: [answer("a")] }],
    ["the key's answer", { answers: [answer("a"), null] }],
  ] as const)("%s alone missing is half done", (_, lacking) => {
    expect(verdictOfRequests(new Map(), { ...whole("a", "b"), ...lacking }).halfDone).toBeGreaterThan(0);
  });
});

describe("of edits of one report", () => {
  const EDITS = [
    { cell: "a", value: "1", revision: 2 },
    { cell: "b", value: "1", revision: 3 },
    { cell: "a", value: "2", revision: 4 },
  ];
  const STORED: StoredReport = {
    revision: 4,
    cells: { a: { value: "2" }, b: { value: "1" } },
    events: [{ revision: 1, cells: [] }, ...EDITS.map(({ revision, cell }) => ({ revision, cells: [cell] }))],
  };

  it("the last of each clerk's stands, and each has its event", () => {
    expect(verdictOfEdits(EDITS, STORED)).toEqual(NOTHING);
  });

  it("one that another overwrote is lost, and so is one without an event", () => {
    expect(verdictOfEdits(EDITS, { ...STORED, cells: { a: { value: "1" } } }).lost).toBe(2);
    expect(verdictOfEdits([...EDITS.slice(0, 2), { cell: "a", value: "2", revision: 9 }], STORED).lost).toBe(
      1,
    );
  });

  it("one that is stored under two revisions, or two under one revision, is one too many", () => {
    const again = { revision: 5, cells: ["a"] };
    const twice = { ...STORED, revision: 5, events: [...STORED.events, again] };
    expect(verdictOfEdits(EDITS, twice)).toEqual({ ...NOTHING, duplicated: 1 });
    const same = { ...STORED, events: [...STORED.events, { revision: 4, cells: ["b"] }] };
    expect(verdictOfEdits(EDITS, same)).toEqual({ ...NOTHING, duplicated: 1 });
  });

  it("a revision without its event is half done", () => {
    expect(verdictOfEdits(EDITS, { ...STORED, revision: 5 })).toEqual({ ...NOTHING, halfDone: 1 });
  });
});

it("the worst of several looks counts, and nothing acknowledged proves nothing", () => {
  expect(worst([NOTHING, { ...NOTHING, lost: 3 }, { ...NOTHING, duplicated: 1 }])).toEqual({
    lost: 3,
    duplicated: 1,
    halfDone: 0,
  });
  expect(isGood({ acknowledged: 1, ...NOTHING })).toBe(true);
  expect(isGood({ acknowledged: 0, ...NOTHING })).toBe(false);
  expect(isGood({ acknowledged: 9, ...NOTHING, halfDone: 1 })).toBe(false);
});
