import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { digestsOf } from "../../src/history/personal-digest.store.js";
import { HISTORY_KEYS, sealHistory, verifyHistory } from "../../src/history/api.js";
import { blankApplicants } from "../../src/ledgers/requests/api.js";
import { idOfType } from "../../src/platform/graphql/global-id.js";
import { SYSTEM, unitOf } from "../access/rows.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { received, stepped, type InformationRequest } from "../ledgers/request-steps.js";
import { newOffice, type Office } from "../reports/factories.js";

const NAME = "摘要测试人";
const APPLICANT = { name: NAME, contact: "13900000001" };
const DIGEST = /^hmac-sha256:[0-9a-f]{64}$/;

let app: TestApp;
let office: Office;
let clerk: Client;
let first: InformationRequest;
let second: InformationRequest;
beforeAll(async () => {
  app = await startTestApp();
  office = await newOffice(app);
  ({ clerk } = office);
  first = await received(clerk, office.code, { applicant: APPLICANT });
  second = await received(clerk, office.code, { applicant: APPLICANT });
});
afterAll(() => app.close());

interface Told {
  readonly operation: string;
  readonly hash: string;
  readonly applicant: Record<string, [before: string | null, after: string | null]>;
}

/** Oldest first: each entry of a request, with what it tells of the applicant. */
async function told({ id }: { id: string }, client = clerk): Promise<Told[]> {
  const query = `query ($id: ID!) { history(subject: $id, first: 50) { nodes {
    operation hash changes { field label before after } } } }`;
  const { data } = await client.query(query, { id });
  return data.history.nodes.reverse().map(({ changes, ...entry }: any) => ({
    ...entry,
    applicant: Object.fromEntries(
      changes
        .filter(({ field }: any) => field.startsWith("applicant."))
        .map(({ field, before, after }: any) => [field.slice("applicant.".length), [before, after]]),
    ),
  }));
}

const amended = async (applicant: object): Promise<Told["applicant"]> => {
  await stepped(clerk, "amendRequest", first, { applicant, reason: "申请人更正" });
  return (await told(first)).at(-1)?.applicant ?? {};
};

describe("an applicant in the history", () => {
  it("is a digest of each field that was given", async () => {
    const [entry] = await told(first);
    expect(Object.keys(entry?.applicant ?? {})).toEqual(["name", "contact"]);
    for (const [before, after] of Object.values(entry?.applicant ?? {})) {
      expect(before).toBeNull();
      expect(after).toMatch(DIGEST);
    }
    expect(await told(first, office.reviewer)).toEqual(await told(first));
  });

  it("has the same digest for the same value of one request, and another in another request", async () => {
    const [mine] = await told(first);
    const [other] = await told(second);
    const { name: was, contact } = mine?.applicant ?? {};
    expect(other?.applicant["name"]?.[1]).not.toBe(was?.[1]);
    const there = await amended({ ...APPLICANT, name: "另一人" });
    expect(there).toEqual({ name: [was?.[1], expect.stringMatching(DIGEST)] });
    expect(there["name"]?.[1]).not.toBe(was?.[1]);
    expect(await amended({ name: NAME })).toEqual({
      name: [there["name"]?.[1], was?.[1]],
      contact: [contact?.[1], null],
    });
  });

  it("is nobody's any more once the key is erased, and the entries stay as they are", async () => {
    await stepped(clerk, "decideRequest", first, { on: "2026-01-14" });
    await stepped(clerk, "decideRequest", second, { on: "2026-01-14" });
    await sealHistory(app.app.database, SYSTEM, app.clock.now());
    const before = await told(first);
    const subjectId = idOfType("InformationRequest", first.id) ?? "";
    const again = () =>
      app.app.database.write(SYSTEM, async (session) => {
        const entry = {
          unit: await unitOf(session, office.code),
          row: { subjectId },
          personal: { "applicant.name": [null, NAME] as const },
          vault: app.app.vault,
        };
        return (await digestsOf(session, [entry]))(entry)["applicant.name"]?.[1];
      });
    expect(await again()).toBe(before[0]?.applicant["name"]?.[1]);

    const blanked = await app.app.database.write(SYSTEM, async (session) =>
      blankApplicants(session, await unitOf(session, office.code), "2026-01-15", app.clock),
    );
    expect(blanked).toBe(2);
    const keys = () =>
      app.app.database.read(SYSTEM, (session) => session.rows(HISTORY_KEYS).find({ subjectId }));
    expect(await keys()).toEqual([]);
    expect((await told(first)).slice(0, before.length)).toEqual(before);
    const { faults, entries } = await verifyHistory(app.app.database, SYSTEM);
    expect([faults, entries > before.length]).toEqual([[], true]);
    // Whoever asks now gets a new key, and other digests.
    expect(await again()).not.toBe(before[0]?.applicant["name"]?.[1]);
  });
});
