import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../harness/app.js";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const SAVE = `mutation ($input: SaveContactsInput!) { saveContacts(input: $input) { unit { code } problems { path } } }`;
const READ = `{ unit(code: "371003003") { contacts { name telephone duty } } }`;
const CONTACT = { name: "某科", telephone: "0631-8450000 转 12", duty: "政务公开" };

const save = async (login: string, contacts: readonly object[]) =>
  (await app.as(login).query(SAVE, { input: { unitCode: "371003003", contacts } })).data as unknown;
const read = async (login: string | null): Promise<unknown> => {
  const { data } = await (login === null ? app.anonymous : app.as(login)).query(READ);
  return (data as { unit: { contacts: unknown } }).unit.contacts;
};

describe("who answers for a unit's report", () => {
  it("is kept by its clerk, and read by its own people and the offices above, by nobody else", async () => {
    const done = { saveContacts: { unit: { code: "371003003" }, problems: [] } };
    expect(await save("clerk.371003003", [CONTACT])).toEqual(done);
    for (const login of ["reviewer.371003003", "officer.371003"])
      expect(await read(login)).toEqual([CONTACT]);
    for (const login of [null, "clerk.371003104", "officer.371002", "analyst.371003", "admin.371003"])
      expect(await read(login)).toBeNull();
    expect(await save("officer.371003", [])).toEqual(done);
    expect(await read("clerk.371003003")).toEqual([]);
  });

  it("has a name and a telephone, each fault told at its place", async () => {
    const wrong = [CONTACT, { name: " ", telephone: "见网站" }];
    expect(await save("clerk.371003003", wrong)).toEqual({
      saveContacts: {
        unit: null,
        problems: [
          { path: ["input", "contacts", "1", "name"] },
          { path: ["input", "contacts", "1", "telephone"] },
        ],
      },
    });
  });

  it("is reminded by the district's settings: the board tells when", async () => {
    const officer = app.as("officer.371003");
    const board = `{ filingBoard(under: "371003003", year: 2025) { filings { dueOn reminders { firstOn secondOn noticeOn } } } }`;
    const usual = { firstOn: "2026-01-19", secondOn: "2026-01-28", noticeOn: "2026-02-06" };
    const { data } = await officer.query(board);
    expect(data).toEqual({ filingBoard: { filings: [{ dueOn: "2026-01-31", reminders: usual }] } });
    const decide = `mutation { changeSetting(input: { unitCode: "371003", key: "reminders.secondDays", value: 1 }) { problems { code } } }`;
    await officer.query(decide);
    const { data: changed } = await officer.query(board);
    expect(changed).toMatchObject({
      filingBoard: { filings: [{ reminders: { ...usual, secondOn: "2026-01-30" } }] },
    });
  });
});
