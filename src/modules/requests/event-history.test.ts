import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asTheyStand, type EventFacts } from "./event-history.js";

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
    const history = [asked, replied, asked, agency, arrived("THIRD_PARTY_LETTER", "2026-01-09"), asked];
    expect(asTheyStand(history)).toEqual([
      asked,
      replied,
      { ...asked, details: { letterReceivedOn: "2026-01-09" } },
      agency,
      asked,
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
      "receiveRequest",
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
