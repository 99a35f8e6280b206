import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAdmin } from "../../src/identity/api.js";
import type { UnitKind } from "../../src/units/index.js";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { CREATE_UNIT, CREATE_USER } from "../reports/documents.js";
import { fieldOf, newOffice, PASSWORD, signedIn } from "../reports/factories.js";
import { listed, received, requestNode } from "./request-steps.js";

let app: TestApp;
beforeAll(async () => (app = await startTestApp()));
afterAll(() => app.close());

interface Region {
  readonly admin: Client;
  readonly clerkAt: (code: string) => Promise<Client>;
}

/** A region with a root of its own, and its administrator. */
async function regionOf(unitCode: string, name: string): Promise<Region> {
  const { database, identity } = app.app;
  const login = `admin.${unitCode}`;
  const newUnit = { name, kind: "PROVINCE" as UnitKind };
  await createAdmin(
    { database, clock: app.clock, passwords: identity.passwords },
    { login, displayName: "管理员", password: PASSWORD, unitCode, newUnit },
  );
  const admin = await signedIn(app, login);
  const clerkAt = async (code: string): Promise<Client> => {
    const clerk = `clerk.${code}`;
    const person = { login: clerk, displayName: "经办人", unitCode: code, password: PASSWORD };
    fieldOf(await admin.query(CREATE_USER, { input: { ...person, roles: ["CLERK"] } }));
    return signedIn(app, clerk);
  };
  return { admin, clerkAt };
}

const dueOf = async (clerk: Client, code: string, receivedOn: string): Promise<string | null> =>
  (await received(clerk, code, { receivedOn })).clock.dueOn;

const CHANGE = `mutation ($input: ChangeSettingInput!) {
  changeSetting(input: $input) { unit { code } problems { code message path } } }`;
const SETTINGS = `query ($code: String!) { unit(code: $code) { settings { key value defaultValue setBy { code } } } }`;

async function change(unitCode: string, key: string, value: unknown) {
  const input = { unitCode, key, value };
  return fieldOf<{ problems: { message: string; path: string[] }[] }>(
    await app.as("officer.371003").query(CHANGE, { input }),
  ).problems;
}

describe("the working days of a place", () => {
  it("C4 are those of the region: 新疆 2025-05-20 is due on 06-23, and in 山东 on 06-18", async () => {
    const { clerkAt } = await regionOf("65", "新疆维吾尔自治区人民政府");
    const clerk = await clerkAt("65");
    expect(await dueOf(clerk, "65", "2025-05-20")).toBe("2025-06-23");
    expect(await dueOf(clerk, "65", "2025-03-10")).toBe("2025-04-09");
    const office = await newOffice(app);
    expect(await dueOf(office.clerk, office.code, "2025-05-20")).toBe("2025-06-18");
  });

  it("C4 reach the units below: 广西 2017-03-20 is due on 04-20, 宁夏 2020-05-11 on 06-10", async () => {
    for (const [root, name, code, on, due] of [
      ["45", "广西壮族自治区人民政府", "450102", "2017-03-20", "2017-04-20"],
      ["64", "宁夏回族自治区人民政府", "640104", "2020-05-11", "2020-06-10"],
    ] as const) {
      const { admin, clerkAt } = await regionOf(root, name);
      const unit = { parentCode: root, code, name: `${code}区人民政府`, shortName: code, kind: "DISTRICT" };
      fieldOf(await admin.query(CREATE_UNIT, { input: unit }));
      expect(await dueOf(await clerkAt(code), code, on)).toBe(due);
    }
  });
});

describe("days that a government adds", () => {
  const day = (date: string, kind = "OFF") => ({ date, kind, notice: "区政府办 2026-01-04 通知" });

  it("C4 hold for it and below, move its open requests at once, and go back when taken back", async () => {
    const office = await newOffice(app);
    const other = await newOffice(app);
    const request = await received(office.clerk, office.code, { receivedOn: "2026-01-05" });
    expect(request.clock.dueOn).toBe("2026-02-02");
    expect(
      await change(office.code, "calendar.days", [day("2026-01-20"), day("2026-01-24", "WORK")]),
    ).toEqual([]);
    expect(
      await change("371003", "calendar.days", [day("2026-01-21"), day("2026-01-20", "NATIONAL")]),
    ).toEqual([]);
    // The town's word on 01-20 stands beside the district's on 01-21.
    expect((await requestNode(office.clerk, request.id))?.clock.dueOn).toBe("2026-02-03");
    const filter = { dueBefore: "2026-02-04" };
    const open = await listed(office.clerk, office.code, { filter });
    expect(open.nodes.map(({ clock }) => clock.dueOn)).toEqual(["2026-02-03"]);
    expect(await dueOf(other.clerk, other.code, "2026-01-05")).toBe("2026-02-03");
    const { settings } = fieldOf<any>(await office.clerk.query(SETTINGS, { code: office.code }));
    const days = settings.find(({ key }: { key: string }) => key === "calendar.days");
    expect(days.value.map((one: any) => `${one.date} ${one.kind}`)).toEqual([
      "2026-01-20 OFF",
      "2026-01-21 OFF",
      "2026-01-24 WORK",
    ]);
    expect([days.defaultValue, days.setBy.code]).toEqual([[], office.code]);
    for (const code of [office.code, "371003"]) await change(code, "calendar.days", null);
    expect((await requestNode(office.clerk, request.id))?.clock.dueOn).toBe("2026-02-02");
  });

  it("C4 are refused, with the place, where they are none", async () => {
    for (const wrong of [
      [day("2026-02-30")],
      [day("2026-01-20"), day("2026-01-20")],
      [{ date: "2026-01-20", kind: "HALF", notice: "通知" }],
      [{ date: "2026-01-20", kind: "OFF" }],
      "2026-01-20",
    ]) {
      const [problem] = await change("371003", "calendar.days", wrong);
      expect(problem?.path).toEqual(["input", "value"]);
    }
    const [second] = await change("371003", "calendar.days", [day("2026-01-20"), day("x")]);
    expect(second?.message).toContain("第 2 日");
  });
});

describe("a receipt on a day off", () => {
  it("C9 by e-mail starts the period that day or, as the district decides, the next working day", async () => {
    const office = await newOffice(app);
    // A Saturday.
    const online = { receiptChannel: "ONLINE", arrivedOn: "2026-01-10", receivedOn: "2026-01-10" };
    const request = await received(office.clerk, office.code, online);
    const posted = await received(office.clerk, office.code, { receivedOn: "2026-01-10" });
    expect([request.clock.dueOn, posted.clock.dueOn]).toEqual(["2026-02-06", "2026-02-06"]);
    await change(office.code, "clock.receiptOnDayOff", "NEXT_WORKING_DAY");
    const dueOn = async ({ id }: { id: string }) => (await requestNode(office.clerk, id))?.clock.dueOn;
    expect([await dueOn(request), await dueOn(posted)]).toEqual(["2026-02-09", "2026-02-06"]);
    // On a working day it makes no difference.
    const monday = { ...online, arrivedOn: "2026-01-12", receivedOn: "2026-01-12" };
    expect((await received(office.clerk, office.code, monday)).clock.dueOn).toBe("2026-02-09");
    await change(office.code, "clock.receiptOnDayOff", null);
  });
});
