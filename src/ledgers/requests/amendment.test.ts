import { describe, expect, it } from "vitest";
import { AMENDABLE, amend, type Amendment } from "./amendment.js";
import type { RequestRow } from "./request.entity.js";

const request: RequestRow = {
  id: "r",
  unitId: "u",
  number: "2026-0001",
  subject: "年度预算",
  applicantKind: "NATURAL_PERSON",
  receiptChannel: "IN_PERSON",
  arrivedOn: "2026-01-05",
  receivedOn: "2026-01-05",
  countedOn: "2026-01-05",
  splitFromId: null,
  state: "RECEIVED",
  outcome: null,
  article: null,
  documentNumber: null,
  decidedOn: null,
  servedOn: null,
  decisionArrivedOn: null,
  termsId: null,
  dueOn: "2026-02-02",
  provisional: false,
  usedDays: 0,
  revision: 1,
  createdAt: "2026-01-05T01:00:00.000Z",
};
const decided: RequestRow = {
  ...request,
  state: "DECIDED",
  outcome: "GRANTED",
  article: "§36(2)",
  documentNumber: "1号",
  decidedOn: "2026-01-14",
};
const online: RequestRow = {
  ...request,
  receiptChannel: "ONLINE",
  receivedOn: "2026-01-08",
  countedOn: "2026-01-08",
};

/** What differs, and what it says of that. */
function difference(
  before: RequestRow,
  amendment: Amendment,
  received = true,
): [Partial<RequestRow>, string] {
  const { after, changed } = amend(before, amendment, received);
  const differing = Object.entries(after).filter(([key, value]) => before[key as keyof RequestRow] !== value);
  return [Object.fromEntries(differing), changed.join()];
}

describe("an amendment", () => {
  it("leaves what it does not give, and what is null but cannot be empty", () => {
    const nothing = Object.fromEntries(Object.keys(AMENDABLE).map((field) => [field, null])) as Amendment;
    expect(difference(request, {})).toEqual([{}, ""]);
    expect(difference(request, nothing)).toEqual([{}, ""]);
    expect(difference(decided, nothing)).toEqual([
      { article: null, documentNumber: null },
      "article,documentNumber",
    ]);
  });

  it("tells only what differs, in the order of the particulars", () => {
    expect(difference(request, { number: "2026-0001", subject: "决算", applicantKind: "RESEARCH" })).toEqual([
      { subject: "决算", applicantKind: "RESEARCH" },
      "subject,applicantKind",
    ]);
    expect(difference(request, { applicant: { name: "王某" } })).toEqual([{}, "applicant"]);
  });

  it("takes one day for both where both are one, and counts from it", () => {
    const day = "2025-12-31";
    const both = { arrivedOn: day, receivedOn: day, countedOn: day };
    expect(difference(request, { arrivedOn: day })).toEqual([both, "arrivedOn,receivedOn"]);
    expect(difference(request, { receivedOn: day })).toEqual([both, "arrivedOn,receivedOn"]);
    expect(difference(online, { arrivedOn: day })).toEqual([{ arrivedOn: day }, "arrivedOn"]);
    expect(difference(online, { receivedOn: "2026-01-09" })).toEqual([
      { receivedOn: "2026-01-09", countedOn: "2026-01-09" },
      "receivedOn",
    ]);
    expect(difference({ ...request, splitFromId: "s" }, { receivedOn: day })[0]).toEqual({
      arrivedOn: day,
      receivedOn: day,
    });
  });

  it("does not confirm what was not received", () => {
    const day = "2026-01-06";
    const registered: RequestRow = {
      ...online,
      receivedOn: "2026-01-05",
      countedOn: "2026-01-05",
      state: "REGISTERED",
    };
    expect(difference(registered, { arrivedOn: day }, false)[0]).toEqual({
      arrivedOn: day,
      receivedOn: day,
      countedOn: day,
    });
    const withdrawn: RequestRow = {
      ...registered,
      state: "WITHDRAWN",
      decidedOn: "2026-01-10",
      countedOn: "2026-01-10",
    };
    expect(difference(withdrawn, { arrivedOn: day }, false)[0]).toEqual({ arrivedOn: day, receivedOn: day });
    expect(difference(withdrawn, { decidedOn: "2026-01-11" }, false)[0]).toEqual({
      decidedOn: "2026-01-11",
      countedOn: "2026-01-11",
    });
  });

  it("does not let another outcome rest on the old article", () => {
    expect(difference(decided, { outcome: "PARTIAL" })[0]).toEqual({ outcome: "PARTIAL", article: null });
    expect(difference(decided, { outcome: "PARTIAL", article: "§37" })[0]).toEqual({
      outcome: "PARTIAL",
      article: "§37",
    });
    expect(difference(decided, { outcome: "GRANTED" })).toEqual([{}, ""]);
    expect(difference(decided, { article: "§36(1)", documentNumber: null })[0]).toEqual({
      article: "§36(1)",
      documentNumber: null,
    });
  });
});
