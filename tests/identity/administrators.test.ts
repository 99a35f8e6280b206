import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Commands, PUBLIC, type RequestContext, type Viewer } from "../../src/access/index.js";
import { openAppDatabase } from "../../src/app/app-database.js";
import { TenantScope } from "../../src/kernel/tenant-scope.js";
import { AdminError, createAdmin, type FirstAdmin, createIdentity } from "../../src/identity/api.js";
import type { Database } from "../../src/platform/db/index.js";
import { insertUnit, unitByCode } from "../../src/units/index.js";
import { createTestDatabaseUrl, type TestDatabase } from "../harness/database.js";

const PASSWORD = "a-good-password";
const PROVINCE = { unitCode: "37", newUnit: { name: "山东省人民政府", kind: "PROVINCE" } } as const;
const clock = { now: () => new Date("2024-03-01T00:00:00.000Z") };
const statements: string[] = [];

let file: TestDatabase;
let database: Database;
let identity: ReturnType<typeof createIdentity>;

beforeAll(async () => {
  file = await createTestDatabaseUrl();
  const log = { debug: () => undefined, warn: () => undefined };
  database = await openAppDatabase({ databaseUrl: file.url }, log, {
    observe: (text) => statements.push(text),
  });
  identity = createIdentity({
    database,
    clock,
    commands: new Commands(database, clock, { key: new Uint8Array(32) }),
    log: { info: () => undefined, warn: () => undefined },
    passwordPolicy: "standard",
    authSecret: "a secret of the tests, at least thirty-two characters",
    passwordCost: { memoryCost: 64, timeCost: 1, parallelism: 1 },
  });
});
afterAll(async () => {
  await database.close();
  await file.drop();
});

const create = (more: Partial<FirstAdmin>) =>
  createAdmin(
    { database, clock, passwords: identity.passwords },
    { login: "admin", displayName: "管理员", password: PASSWORD, ...PROVINCE, ...more },
  );

const context = (viewer: Viewer) =>
  ({ viewer, language: "zh", address: "127.0.0.1", requestId: "test" }) as RequestContext;

/** What is sent with a request by somebody who has just signed in. */
async function authorizationOf(login: string, password = PASSWORD): Promise<string> {
  const { token } = await identity.resolvers[0].signIn({ login, password }, context(PUBLIC));
  return `Bearer ${token}`;
}
const viewerOf = async (login: string): Promise<Viewer> => identity.viewerOf(await authorizationOf(login));

describe("the first administrator, from the command line", () => {
  it("needs a unit, or what it takes to make one", async () => {
    await expect(create({ unitCode: "11", newUnit: undefined })).rejects.toThrow(AdminError);
    await expect(create({ unitCode: "3-7" })).rejects.toThrow(AdminError);
  });

  it("needs a good login, name and password, and is told all at once", async () => {
    const wrong = create({ login: "Admin", displayName: "", password: "short" });
    await expect(wrong).rejects.toThrow(/--login.*\n--name.*\npassword/);
  });

  it("administers the root it came with", async () => {
    await create({});
    const { memberships, scope } = await viewerOf("admin");
    expect(memberships).toMatchObject([{ role: "ADMIN", unit: { path: "37/" } }]);
    expect(scope.administered).toEqual({ all: false, units: [], subtrees: ["37/"] });
  });

  it("joins a unit that is there, and takes nobody's login", async () => {
    await create({ login: "second", newUnit: undefined });
    expect((await viewerOf("second")).memberships).toMatchObject([{ unit: { path: "37/" } }]);
    await expect(create({ login: "second" })).rejects.toThrow(AdminError);
  });
});

describe("a viewer", () => {
  it("is resolved by one statement", async () => {
    const authorization = await authorizationOf("admin");
    statements.length = 0;
    await identity.viewerOf(authorization);
    expect(statements).toHaveLength(1);
  });

  it("is the public without a header, at no cost", async () => {
    statements.length = 0;
    expect(await identity.viewerOf(undefined)).toBe(PUBLIC);
    await expect(identity.viewerOf("Bearer a.b.c")).rejects.toThrow();
    await expect(identity.viewerOf("")).rejects.toThrow();
    expect(statements).toEqual([]);
  });
});

describe("an administrator of a city", () => {
  const city = {
    code: "3710",
    name: "威海市人民政府",
    shortName: "威海市",
    aliases: [],
    kind: "CITY",
  } as const;

  it("G1 neither sets the password of whoever holds a role above it, nor disables or enables him", async () => {
    await database.write(TenantScope.system("test"), async (session) =>
      insertUnit(
        session,
        { ...city, filesReport: false, establishedOn: null },
        await unitByCode(session, "37"),
      ),
    );
    await create({ login: "city", unitCode: "3710" });
    const { id } = await create({ login: "climber", unitCode: "3710" });
    const userId = Buffer.from(`User:${id}`).toString("base64url");
    const [, users] = identity.resolvers;
    const [ofCity, ofProvince] = [context(await viewerOf("city")), context(await viewerOf("admin"))];
    const reset = (newPassword: string) => users.resetPassword({ userId, newPassword }, ofCity);

    expect((await reset("another-password")).problems).toEqual([]);
    await users.grantRole({ userId, unitCode: "37", role: "ANALYST" }, ofProvince);
    const refused = { user: null, problems: [{ code: "NOT_ALLOWED_NOW", path: ["input", "userId"] }] };
    expect(await reset("a-third-password")).toMatchObject(refused);
    expect(await users.disableUser({ userId }, ofCity)).toMatchObject(refused);
    expect(await authorizationOf("climber", "another-password")).toMatch(/^Bearer ey/);

    expect((await users.disableUser({ userId }, ofProvince)).problems).toEqual([]);
    expect(await users.enableUser({ userId }, ofCity)).toMatchObject(refused);
    expect((await users.enableUser({ userId }, ofProvince)).problems).toEqual([]);
    await users.revokeRole({ userId, unitCode: "37", role: "ANALYST" }, ofProvince);
    expect((await users.disableUser({ userId }, ofCity)).problems).toEqual([]);
  });
});
