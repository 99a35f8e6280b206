import { describe, expect, it } from "vitest";
import { WorkingCalendar } from "../../kernel/working-calendar.js";
import { dueDate, fieldProblems, isLate, type DisclosureFields } from "./disclosure.rules.js";

const calendar = new WorkingCalendar({
  holidays: new Set(["2025-01-01"]),
  makeUpDays: new Set(["2025-01-26"]),
  firstYear: 2024,
  lastYear: 2025,
});
const limits = { now: new Date("2025-12-31T10:00:00+08:00"), calendar, unitKind: "CITY" } as const;
const PLAIN: DisclosureFields = {
  title: "2025年财政预算",
  category: "财政信息",
  channels: ["WEBSITE"],
  items: 1,
  formedOn: "2025-03-03",
  documentKind: null,
  documentNumber: null,
};
const complaints = (more: Partial<DisclosureFields>, unitKind: typeof limits.unitKind | "TOWN" = "CITY") =>
  fieldProblems({ ...PLAIN, ...more }, { ...limits, unitKind }, (field) => ["input", field]).map(({ path }) =>
    path.join("."),
  );

describe("what a clerk says of a record", () => {
  it("is a title, a category, some channels, a number of items, a date", () => {
    expect(complaints({})).toEqual([]);
    expect(
      complaints({ title: "", category: " 财政", channels: [], items: 0, formedOn: "2026-01-01" }),
    ).toEqual(["input.title", "input.category", "input.channels", "input.items", "input.formedOn"]);
    expect(
      complaints({ channels: ["WEBSITE", "WEBSITE"], items: 1_000_001, formedOn: "2023-12-31" }),
    ).toEqual(["input.channels", "input.items", "input.formedOn"]);
    expect(complaints({ items: 1_000_000, title: "长".repeat(300) })).toEqual([]);
    expect(complaints({ title: "长".repeat(301) })).toEqual(["input.title"]);
  });

  it("a document is one item, and has a number", () => {
    const document = { documentKind: "NORMATIVE_DOCUMENT", documentNumber: "威政发〔2025〕1号" } as const;
    expect(complaints(document)).toEqual([]);
    expect(complaints({ ...document, items: 2, documentNumber: null })).toEqual([
      "input.items",
      "input.documentNumber",
    ]);
    expect(complaints({ documentNumber: "1号" })).toEqual(["input.documentNumber"]);
  });

  it("a regulation is a province's or a city's (立法法 §91, §93)", () => {
    const regulation = { documentKind: "REGULATION", documentNumber: "威海市人民政府令第1号" } as const;
    expect(complaints(regulation)).toEqual([]);
    expect(complaints(regulation, "TOWN")).toEqual(["input.documentKind"]);
  });
});

describe("the due date", () => {
  it("is the 20th working day after the information was formed", () => {
    expect(dueDate("2024-12-31", calendar)).toBe("2025-01-28");
  });

  it("is missed by what is published after it, or is not published by then", () => {
    const published = (publishedOn: string | null) =>
      ({ publishedOn, dueOn: "2025-01-28", status: publishedOn ? "PUBLISHED" : "DRAFT" }) as const;
    expect(isLate(published("2025-01-28"), "2026-01-01")).toBe(false);
    expect(isLate(published("2025-01-29"), "2025-01-29")).toBe(true);
    expect(isLate(published(null), "2025-01-28")).toBe(false);
    expect(isLate(published(null), "2025-01-29")).toBe(true);
    expect(isLate({ ...published(null), status: "WITHDRAWN" }, "2025-01-29")).toBe(false);
  });
});
