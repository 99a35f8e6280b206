import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asTheyStand } from "./standing.js";
import type { EventFacts } from "./step.js";

const event = (action: string, onDate: string, details: EventFacts["details"] = {}): EventFacts => ({
  action,
  onDate,
  details,
});
const asked = event("consultThirdParty", "2026-01-07", { letterReceivedOn: null });
const replied = event("recordThirdPartyReply", "2026-01-08");
const decided = event("decideRequest", "2026-01-14");
const arrived = (of: string, arrivedOn: string): EventFacts =>
  event("recordArrival", "2026-01-20", { of, arrivedOn });
const amended = (details: EventFacts["details"]): EventFacts => event("amendRequest", "2026-01-20", details);

describe("events as they stand", () => {
  it("have an arrival in the last letter of its kind before it, and nowhere else", () => {
    const agency = event("consultAgency", "2026-01-10", {});
    const again = { ...asked, onDate: "2026-01-08" };
    const last = { ...asked, onDate: "2026-01-12" };
    const history = [asked, replied, again, agency, arrived("THIRD_PARTY_LETTER", "2026-01-09"), last];
    expect(asTheyStand(history)).toEqual([
      asked,
      replied,
      { ...again, details: { letterReceivedOn: "2026-01-09" } },
      agency,
      last,
    ]);
  });

  it("keep what else a letter says", () => {
    const extended = event("extendRequest", "2026-01-07", { days: 20, approver: "张主任", toldOn: null });
    expect(asTheyStand([extended, arrived("EXTENSION_NOTICE", "2026-01-08")])).toEqual([
      { ...extended, details: { days: 20, approver: "张主任", toldOn: "2026-01-08" } },
    ]);
    const notice = event("noticeFee", "2026-01-07", { amount: "140" });
    expect(asTheyStand([notice, arrived("FEE_NOTICE", "2026-01-08")])[0]?.details).toEqual({
      amount: "140",
      noticeReceivedOn: "2026-01-08",
    });
  });

  it("have the last day that was given for the end, whatever ended it", () => {
    for (const action of ["decideRequest", "withdrawRequest", "lapseRequest"]) {
      const served = event("serveRequest", "2026-01-19");
      const history = [
        event(action, "2026-01-14"),
        amended({ changed: ["decidedOn"], decidedOn: "2026-01-15" }),
        served,
        amended({ changed: ["decidedOn"], decidedOn: "2026-01-13" }),
        amended({ changed: ["subject"] }),
      ];
      expect(asTheyStand(history)).toEqual([event(action, "2026-01-13"), served]);
    }
  });

  it("stand in the order of their days, whenever they were written down", () => {
    const early = event("consultAgency", "2026-01-06");
    expect(asTheyStand([event("receiveRequest", "2026-01-09"), asked, replied, early])).toEqual([
      event("receiveRequest", "2026-01-09"),
      early,
      asked,
      replied,
    ]);
  });

  it("have a notice that was withdrawn as one that went out, and nothing of what was recorded in error", () => {
    const notice = { ...asked, revision: 2 };
    const reply = { ...replied, revision: 3 };
    const taken = (details: object): EventFacts => ({
      ...event("withdrawStep", "2026-01-09", { ...details }),
      revision: 9,
    });
    expect(asTheyStand([notice, taken({ step: 2 })])).toEqual([
      { ...notice, details: { letterReceivedOn: null, withdrawnOn: "2026-01-09" } },
    ]);
    expect(asTheyStand([notice, taken({ step: 2, recordedInError: true })])).toEqual([]);
    expect(asTheyStand([notice, reply, taken({ step: 3 })])).toEqual([notice]);
  });

  it("have a correction in the step that it names", () => {
    const notice = { ...asked, revision: 2 };
    const corrected = { letterReceivedOn: "2026-01-06" };
    const mended = event("correctStep", "2026-01-20", { step: 2, on: "2026-01-06", corrected });
    expect(asTheyStand([notice, mended])).toEqual([{ ...notice, onDate: "2026-01-06", details: corrected }]);
  });

  it("leave the events that they are made of as they were, and stand for themselves", () => {
    const history = [
      asked,
      arrived("THIRD_PARTY_LETTER", "2026-01-09"),
      decided,
      amended({ decidedOn: "2026-01-15" }),
    ];
    const before = structuredClone(history);
    const standing = asTheyStand(history);
    expect(history).toEqual(before);
    expect(asTheyStand(standing)).toEqual(standing);
  });

  it("are the events themselves where nothing is told of another", () => {
    const actions = fc.constantFrom(
      "askReasons",
      "askCorrection",
      "consultAgency",
      "decideRequest",
      "serveRequest",
    );
    const any = fc.record({ action: actions, onDate: fc.constant("2026-01-05"), details: fc.constant({}) });
    fc.assert(
      fc.property(fc.array(any), (events) => {
        expect(asTheyStand(events)).toEqual(events);
      }),
    );
  });
});
