import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../harness/app.js";
import { fieldOf, newOffice, type Office } from "../reports/factories.js";
import {
  received,
  requestNode,
  stepped,
  tryStep,
  type InformationRequest,
  type RequestStep,
} from "./request-steps.js";

let app: TestApp;
let office: Office;
beforeAll(async () => {
  app = await startTestApp();
  app.clock.set("2026-11-27T09:00:00+08:00");
  office = await newOffice(app);
});
afterAll(() => app.close());

const step = (verb: RequestStep, request: { id: string }, more = {}): Promise<InformationRequest> =>
  stepped(office.clerk, verb, request, more);

/** What a refused step is told. */
async function refused(verb: RequestStep, request: { id: string }, more = {}): Promise<string[]> {
  const payload = await tryStep(office.clerk, verb, request, more);
  expect(payload.request).toBeNull();
  return payload.problems.map(({ code, path }) => `${code} ${path.join(".")}`);
}

let request: InformationRequest;
beforeEach(async () => (request = await received(office.clerk, office.code, { receivedOn: "2026-11-02" })));

const waiting = ({ openWaits }: InformationRequest) => openWaits.map(({ step, kind }) => `${step} ${kind}`);

describe("several waits at once", () => {
  it("C1 are open at the same time, each with its letter, its limit and its answer", async () => {
    await step("consultThirdParty", request, {
      on: "2026-11-04",
      letterReceivedOn: "2026-11-05",
      letterNumber: "函1号",
    });
    await step("consultThirdParty", request, { on: "2026-11-04", letterReceivedOn: "2026-11-09" });
    let now = await step("consultAgency", request, { on: "2026-11-05" });
    expect(now.state).toBe("CONSULTING_THIRD_PARTY");
    expect(now.openWaits).toMatchObject([
      {
        step: 2,
        letterNumber: "函1号",
        letterSentOn: "2026-11-04",
        letterArrivedOn: "2026-11-05",
        limit: "2026-11-26",
      },
      { step: 3, letterArrivedOn: "2026-11-09", limit: "2026-11-30" },
      { step: 4, kind: "AGENCY", letterArrivedOn: null, limit: "2026-11-26", answeredOn: null },
    ]);
    // The days under several of them are left out once: until the last limit, 11-30, and 18 more.
    expect(now.clock).toMatchObject({ dueOn: "2026-12-24", waitsUntil: "2026-11-30", paused: true });
    expect(await refused("recordThirdPartyReply", request, { on: "2026-11-10" })).toEqual([
      "INVALID_INPUT input.letter",
    ]);
    now = await step("recordThirdPartyReply", request, { on: "2026-11-10", letter: 3 });
    expect(waiting(now)).toEqual(["2 THIRD_PARTY", "4 AGENCY"]);
    now = await step("recordThirdPartyReply", request, { on: "2026-11-12" });
    expect(now.state).toBe("CONSULTING_AGENCY");
    now = await step("recordAgencyReply", request, { on: "2026-11-11" });
    expect(now).toMatchObject({ state: "IN_PROGRESS", openWaits: [] });
    expect(now.waits.map(({ step, answeredOn }) => [step, answeredOn])).toEqual([
      [2, "2026-11-12"],
      [3, "2026-11-10"],
      [4, "2026-11-11"],
    ]);
    // From 11-05 to 11-12, six working days.
    expect(now.clock).toMatchObject({ dueOn: "2026-12-08", paused: false });
  });

  it("C1 may be a correction, a fee and reasons beside a consultation; the correction begins anew", async () => {
    await step("consultThirdParty", request, { on: "2026-11-04" });
    await step("askReasons", request, { on: "2026-11-04" });
    await step("noticeFee", request, { on: "2026-11-05" });
    const asked = await step("askCorrection", request, { on: "2026-11-05", deadline: "2026-11-20" });
    expect(asked.state).toBe("AWAITING_CORRECTION");
    expect(waiting(asked)).toEqual(["2 THIRD_PARTY", "3 REASONS", "4 FEE", "5 CORRECTION"]);
    expect(asked.clock.dueOn).toBeNull();
    await step("recordFeePaid", request, { on: "2026-11-09" });
    const corrected = await step("recordCorrection", request, { on: "2026-11-16" });
    expect(waiting(corrected)).toEqual(["2 THIRD_PARTY", "3 REASONS"]);
    // Anew from 11-16; until the third party's limit, 11-25, seven days do not count.
    expect(corrected.clock.dueOn).toBe("2026-12-23");
  });

  it("C1 may be entered afterwards, in whatever order, and come to the same", async () => {
    const other = await received(office.clerk, office.code, { receivedOn: "2026-11-02" });
    const third = { on: "2026-11-04", letterReceivedOn: "2026-11-05" };
    await step("consultThirdParty", request, third);
    await step("consultAgency", request, { on: "2026-11-06" });
    await step("recordThirdPartyReply", request, { on: "2026-11-10" });
    const inOrder = await step("recordAgencyReply", request, { on: "2026-11-12" });
    await step("consultThirdParty", other, third);
    await step("recordThirdPartyReply", other, { on: "2026-11-10" });
    await step("consultAgency", other, { on: "2026-11-06" });
    const late = await step("recordAgencyReply", other, { on: "2026-11-12" });
    expect(late.clock).toEqual(inOrder.clock);
    expect(late.state).toBe("IN_PROGRESS");
    expect(await refused("recordAgencyReply", other, { on: "2026-11-05" })).toEqual([
      "TRANSITION_REFUSED input",
    ]);
  });

  it("C1 leave out a day under two of them once, whatever the convention", async () => {
    const { clock } = await step("consultAgency", request, { on: "2026-11-04" });
    const twice = await step("consultAgency", request, { on: "2026-11-04" });
    expect(twice.clock.dueOn).toBe(clock.dueOn);
    expect(await refused("recordAgencyReply", request, { on: "2026-11-05", letter: 9 })).toEqual([
      "INVALID_INPUT input.letter",
    ]);
  });
});

describe("the way back out of a wait", () => {
  it("C2 a silent third party holds up a disclosure; 不予处理 and 不掌握 need not wait", async () => {
    const decide = (request: { id: string }, outcome: string, article: string) =>
      tryStep(office.clerk, "decideRequest", request, { on: "2026-11-06", outcome, article });
    for (const [outcome, article, state] of [
      ["GRANTED", "§36(2)", null],
      ["PARTIAL", "§37", null],
      ["REFUSED_PETITION", "§39(1)", "DECIDED"],
      ["UNABLE_NOT_HELD", "§36(4)", "DECIDED"],
      ["DENIED_STATE_SECRET", "§14", "DECIDED"],
    ] as const) {
      const one = await received(office.clerk, office.code, { receivedOn: "2026-11-02" });
      await step("consultThirdParty", one, { on: "2026-11-04" });
      await step("consultAgency", one, { on: "2026-11-04" });
      const payload = await decide(one, outcome, article);
      expect(payload.request?.state ?? null, outcome).toBe(state);
      expect(payload.request?.openWaits ?? []).toEqual([]);
    }
  });

  it("C2 a reply before the letter arrived is refused, with the place", async () => {
    await step("consultThirdParty", request, { on: "2026-11-04", letterReceivedOn: "2026-11-09" });
    expect(await refused("recordThirdPartyReply", request, { on: "2026-11-06" })).toEqual([
      "INVALID_INPUT input.on",
    ]);
    await step("consultAgency", request, { on: "2026-11-05" });
    await step("recordArrival", request, { of: "AGENCY_LETTER", arrivedOn: "2026-11-10" });
    expect(await refused("recordAgencyReply", request, { on: "2026-11-09" })).toEqual([
      "INVALID_INPUT input.on",
    ]);
    await step("recordAgencyReply", request, { on: "2026-11-10" });
  });

  it("C2 an organ withdraws its own notice: waited for up to that day, and in the history", async () => {
    await step("noticeFee", request, { on: "2026-11-04" });
    const now = await step("withdrawStep", request, { step: 2, on: "2026-11-09", reason: "不应收费" });
    expect(now).toMatchObject({ state: "IN_PROGRESS", openWaits: [] });
    expect(now.waits).toMatchObject([
      { kind: "FEE", withdrawnOn: "2026-11-09", answeredOn: null, open: false },
    ]);
    // 11-05 to 11-09: three working days, and no beginning anew.
    expect(now.clock.dueOn).toBe("2026-12-03");
    expect(now.events.map(({ action, note }) => [action, note])).toEqual([
      ["RECEIVE_REQUEST", null],
      ["NOTICE_FEE", null],
      ["WITHDRAW_STEP", "不应收费"],
    ]);
    expect(await refused("withdrawStep", request, { step: 2 })).toEqual(["INVALID_INPUT input.step"]);
    // Another one may go out.
    expect((await step("noticeFee", request, { on: "2026-11-10" })).state).toBe("AWAITING_FEE");
  });

  it("C2 what was recorded in error was not waited for, and a correction that was withdrawn may be asked for again", async () => {
    const { clock } = request;
    await step("askCorrection", request, { on: "2026-11-04", deadline: "2026-11-20" });
    const none = await step("withdrawStep", request, { step: 2, reason: "未发出", recordedInError: true });
    expect(none).toMatchObject({ state: "RECEIVED", waits: [] });
    expect(none.clock.dueOn).toBe(clock.dueOn);
    await step("askCorrection", request, { on: "2026-11-05", deadline: "2026-11-20" });
    await step("withdrawStep", request, { step: 4, on: "2026-11-06", reason: "内容已明确" });
    expect((await step("askCorrection", request, { on: "2026-11-09", deadline: "2026-11-20" })).state).toBe(
      "AWAITING_CORRECTION",
    );
  });

  it("C2 a reply, an extension, a decision or a withdrawal taken back is as if it had not been", async () => {
    await step("consultAgency", request, { on: "2026-11-04" });
    await step("recordAgencyReply", request, { on: "2026-11-06" });
    await step("extendRequest", request, { on: "2026-11-09", toldOn: "2026-11-09" });
    const before = await requestNode(office.clerk, request.id);
    const decided = await step("decideRequest", request, { on: "2026-11-10", documentNumber: "1号" });
    const number = decided.events.at(-1)?.step;
    await step("serveRequest", request, { on: "2026-11-11" });
    // The service rests on the decision.
    expect(await refused("withdrawStep", request, { step: number })).toEqual(["INVALID_INPUT input.step"]);
    const served = (await requestNode(office.clerk, request.id))?.events.at(-1)?.step;
    await step("withdrawStep", request, { step: served, reason: "误记" });
    const again = await step("withdrawStep", request, { step: number, reason: "适用条款有误" });
    expect(again).toMatchObject({
      state: "IN_PROGRESS",
      ...{ outcome: null, article: null, documentNumber: null, decidedOn: null, servedOn: null },
      clock: before?.clock,
    });
    expect((await step("withdrawStep", request, { step: 4, reason: "误记" })).clock.dueOn).toBe("2026-12-02");
    expect(waiting(await step("withdrawStep", request, { step: 3, reason: "误记" }))).toEqual(["2 AGENCY"]);
  });

  it("C2 a lapsed case is reopened for a good reason, and waits again", async () => {
    await step("askCorrection", request, { on: "2026-11-04", deadline: "2026-11-10" });
    const lapsed = await step("lapseRequest", request, { on: "2026-11-11" });
    expect(lapsed).toMatchObject({ state: "LAPSED", outcome: "OTHER_NO_CORRECTION", openWaits: [] });
    expect(await refused("reopenRequest", request, { reason: " " })).toEqual(["INVALID_INPUT input.reason"]);
    const open = await step("reopenRequest", request, { on: "2026-11-16", deadline: "2026-11-30" });
    expect(open).toMatchObject({ state: "AWAITING_CORRECTION", outcome: null, decidedOn: null });
    expect(open.openWaits).toMatchObject([{ kind: "CORRECTION", limit: "2026-11-30" }]);
    expect(open.events.map(({ action }) => action)).toContain("LAPSE_REQUEST");
    expect(await refused("lapseRequest", request, { on: "2026-11-20" })).toEqual([
      "NOT_ALLOWED_NOW input.on",
    ]);
    const corrected = await step("recordCorrection", request, { on: "2026-11-20" });
    expect(corrected.clock.dueOn).toBe("2026-12-18");
  });

  it("C2 a step is corrected with a reason: its day, its limit, its arrival", async () => {
    await step("consultThirdParty", request, { on: "2026-11-05", letterReceivedOn: "2026-11-06" });
    const mended = await step("correctStep", request, {
      ...{ step: 2, on: "2026-11-04", letterReceivedOn: "2026-11-09", letterNumber: "函2号" },
      reason: "按邮政回执更正",
    });
    expect(mended.openWaits).toMatchObject([
      {
        letterSentOn: "2026-11-04",
        letterArrivedOn: "2026-11-09",
        limit: "2026-11-30",
        letterNumber: "函2号",
      },
    ]);
    expect(mended.events.at(-1)).toMatchObject({ action: "CORRECT_STEP", note: "按邮政回执更正" });
    for (const [more, complaint] of [
      [{ step: 9, on: "2026-11-05" }, "INVALID_INPUT input.step"],
      [{ step: 2, deadline: "2026-11-30" }, "INVALID_INPUT input.deadline"],
      [{ step: 2, on: "2026-11-01" }, "INVALID_INPUT input.on"],
      [{ step: 2, letterReceivedOn: "2026-11-03" }, "INVALID_INPUT input.letterReceivedOn"],
      [{ step: 2, on: "2026-11-04" }, "INVALID_INPUT input"],
      [{ step: 2, letterReceivedOn: "2026-11-10", reason: "" }, "INVALID_INPUT input.reason"],
    ] as const)
      expect(await refused("correctStep", request, more)).toEqual([complaint]);
    await step("recordThirdPartyReply", request, { on: "2026-11-12" });
    // The answer would come before the letter, or before it arrived.
    for (const more of [
      { step: 2, on: "2026-11-13", letterReceivedOn: "2026-11-13" },
      { step: 2, letterReceivedOn: "2026-11-13" },
      { step: 4, on: "2026-11-06" },
    ])
      expect(await refused("correctStep", request, more)).toEqual(["INVALID_INPUT input.step"]);
    expect(
      (await step("correctStep", request, { step: 4, on: "2026-11-09", reason: "误记" })).waits,
    ).toMatchObject([{ letterArrivedOn: "2026-11-09", answeredOn: "2026-11-09" }]);
  });

  it("C2 no correction makes a notice arrive, or a limit run out, before it was sent", async () => {
    await step("extendRequest", request, { on: "2026-11-04", toldOn: "2026-11-06" });
    await step("askCorrection", request, { on: "2026-11-09", deadline: "2026-11-12" });
    for (const more of [
      { step: 2, on: "2026-11-09" },
      { step: 3, on: "2026-11-13" },
    ])
      expect(await refused("correctStep", request, more)).toEqual(["INVALID_INPUT input.step"]);
    // The limits of a step hold for its correction, too.
    expect(await refused("correctStep", request, { step: 2, days: 21 })).toEqual([
      "INVALID_INPUT input.days",
    ]);
  });
});

describe("what a decision or a letter rests on", () => {
  it("a reply is not taken back once the information was given out, while there was time to answer", async () => {
    await step("consultThirdParty", request, { on: "2026-11-03" });
    await step("recordThirdPartyReply", request, { on: "2026-11-05" });
    const decided = await step("decideRequest", request, { on: "2026-11-06", outcome: "GRANTED" });
    const reply = { step: 3, reason: "误记" };
    expect(await refused("withdrawStep", request, reply)).toEqual(["NOT_ALLOWED_NOW input.step"]);
    expect(await requestNode(office.clerk, request.id)).toEqual(decided);
    await step("amendRequest", request, { outcome: "UNABLE_NOT_HELD", article: "§36(4)", reason: "误记" });
    expect((await step("withdrawStep", request, reply)).state).toBe("DECIDED");
  });

  it("a letter arrives within 60 days, however its arrival is entered", async () => {
    const late = await received(office.clerk, office.code, { receivedOn: "2026-08-03" });
    await step("consultAgency", late, { on: "2026-08-10" });
    const corrected = (letterReceivedOn: string) => ({ step: 2, reason: "回执", letterReceivedOn });
    expect(await refused("correctStep", late, corrected("2026-10-10"))).toEqual([
      "INVALID_INPUT input.letterReceivedOn",
    ]);
    const { waits } = await step("correctStep", late, corrected("2026-10-09"));
    expect(waits[0]?.letterArrivedOn).toBe("2026-10-09");
  });
});

describe("an extension and a period that begins anew", () => {
  const CHANGE = `mutation ($input: ChangeSettingInput!) { changeSetting(input: $input) { problems { code } } }`;
  const decided = async (value: string | null) => {
    const input = { unitCode: office.code, key: "clock.extensionAfterRestart", value };
    fieldOf(await app.as("officer.371003").query(CHANGE, { input }));
  };
  const extended = async () => {
    await step("extendRequest", request, { on: "2026-11-04", toldOn: "2026-11-04" });
    await step("askCorrection", request, { on: "2026-11-05", deadline: "2026-11-20" });
    return step("recordCorrection", request, { on: "2026-11-16" });
  };

  it("C8 the period after a correction may be extended once more", async () => {
    expect((await extended()).clock.dueOn).toBe("2026-12-14");
    const again = await step("extendRequest", request, { on: "2026-11-17", toldOn: "2026-11-17", days: 5 });
    expect(again.clock.dueOn).toBe("2026-12-21");
    expect(await refused("extendRequest", request, { on: "2026-11-18" })).toEqual(["NOT_ALLOWED_NOW input"]);
  });

  it("C8 or, as the district decides, keeps its extension and is not extended again", async () => {
    await decided("KEPT");
    expect((await extended()).clock.dueOn).toBe("2027-01-11");
    expect(await refused("extendRequest", request, { on: "2026-11-17" })).toEqual(["NOT_ALLOWED_NOW input"]);
    await decided(null);
    expect((await requestNode(office.clerk, request.id))?.clock.dueOn).toBe("2026-12-14");
    await step("extendRequest", request, { on: "2026-11-17", days: 5 });
  });
});

describe("a due date on the last day of the announced calendar", () => {
  it("G10 is not provisional, the day after is", async () => {
    const last = await received(office.clerk, office.code, { receivedOn: "2026-11-26" });
    const extended = await step("extendRequest", last, { days: 5 });
    expect(extended.clock).toMatchObject({ dueOn: "2026-12-31", provisional: false });
    const next = await received(office.clerk, office.code, { receivedOn: "2026-11-26" });
    expect((await step("extendRequest", next, { days: 6 })).clock).toMatchObject({
      dueOn: "2027-01-01",
      provisional: true,
    });
  });
});
