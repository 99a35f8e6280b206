import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../harness/app.js";
import { newOffice, newPerson, type Office } from "../reports/factories.js";
import { newRequest, received, requestIn, requestNode, tryReceive, tryStep } from "./request-steps.js";

let app: TestApp;
let office: Office;
beforeAll(async () => {
  app = await startTestApp();
  office = await newOffice(app);
});
afterAll(() => app.close());

const ROUNDS = 6;

describe("two clerks at one request", () => {
  it("one decision wins, the other clerk is told", async () => {
    const colleague = await newPerson(app, office.code, "CLERK");
    for (let round = 0; round < ROUNDS; round++) {
      const request = await received(office.clerk, office.code);
      const { revision: expectedRevision } = request;
      const payloads = await Promise.all([
        tryStep(office.clerk, "decideRequest", request, { expectedRevision }),
        tryStep(colleague, "decideRequest", request, { outcome: "PARTIAL", article: "§37" }),
      ]);
      const winner = payloads.filter((payload) => payload.request);
      const loser = payloads.filter((payload) => !payload.request);
      expect([winner.length, loser.length]).toEqual([1, 1]);
      expect(["STALE_REVISION", "TRANSITION_REFUSED"]).toContain(loser[0]?.problems[0]?.code);
      const after = await requestNode(office.clerk, request.id);
      expect(after).toMatchObject({ state: "DECIDED", outcome: winner[0]?.request?.outcome, revision: 2 });
      expect(after?.events.map(({ action }) => action)).toEqual(["RECEIVE_REQUEST", "DECIDE_REQUEST"]);
    }
  });

  it("is told a revision that has passed", async () => {
    const request = await received(office.clerk, office.code);
    await tryStep(office.clerk, "extendRequest", request);
    const { problems } = await tryStep(office.clerk, "decideRequest", request, { expectedRevision: 1 });
    expect(problems).toMatchObject([
      { code: "STALE_REVISION", path: ["input", "expectedRevision"], currentRevision: 2 },
    ]);
  });
});

describe("requests that come in at once", () => {
  it("each have a number of their own, without a gap", async () => {
    const unit = await newOffice(app);
    const payloads = await Promise.all(
      Array.from({ length: 8 }, () => tryReceive(unit.clerk, newRequest(unit.code))),
    );
    expect(payloads.map((payload) => requestIn(payload).number).sort()).toEqual(
      Array.from({ length: 8 }, (_, i) => `2026-000${i + 1}`),
    );
  });

  it("cannot share one that was given", async () => {
    const payloads = await Promise.all(
      Array.from({ length: 4 }, () => tryReceive(office.clerk, newRequest(office.code, { number: "同号" }))),
    );
    expect(payloads.filter(({ request }) => request)).toHaveLength(1);
    expect(payloads.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(
      Array(3).fill("ALREADY_EXISTS"),
    );
  });
});
