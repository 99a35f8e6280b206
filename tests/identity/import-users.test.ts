import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changed, digestOf } from "../access/rows.js";
import { startTestApp, type TestApp } from "../harness/app.js";

const ADMIN = "admin.371003";
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const IMPORT = `mutation ($input: ImportUsersInput!) { importUsers(input: $input) {
  users { row login displayName unitCode roles password } problems { code message path } } }`;
const importing = (csv: string, more: object = {}, login = ADMIN) =>
  app.as(login).query(IMPORT, { input: { csv, ...more } });
async function imported(csv: string, more: object = {}): Promise<any> {
  const { data, errors } = await importing(csv, more);
  expect(errors).toBeUndefined();
  return data.importUsers;
}
/** Where each problem is: `row column`. */
const places = ({ problems }: any): string[] => problems.map(({ path }: any) => path.slice(2).join(" "));
const signIn = async (login: string, password: string): Promise<any> =>
  (
    await app.anonymous.query(
      "mutation ($input: SignInInput!) { signIn(input: $input) { token viewer { mustChangePassword } } }",
      { input: { login, password } },
    )
  ).data.signIn;
const nothingChanges = async (work: () => Promise<void>): Promise<void> => {
  await app.as(ADMIN).query("{ viewer { user { id } } }");
  const before = await digestOf(app);
  await work();
  expect(changed(before, await digestOf(app))).toEqual([]);
};

const FILE = `\uFEFF登录名,姓名,单位代码,角色,初始密码\r
wang.1,王一,371003003,经办人,\r
li.2,"李,二",371003104,审核人、CLERK,given to Li the second\r
`;

describe("users from a table", () => {
  it("U3 are previewed without a trace, then made all at once, each with a first password", async () => {
    const told = [
      { row: 2, login: "wang.1", displayName: "王一", unitCode: "371003003", roles: ["CLERK"] },
      { row: 3, login: "li.2", displayName: "李,二", unitCode: "371003104", roles: ["REVIEWER", "CLERK"] },
    ].map((user) => ({ ...user, password: null }));
    await nothingChanges(async () => {
      expect(await imported(FILE, { preview: true })).toEqual({ users: told, problems: [] });
    });
    const { users, problems } = await imported(FILE, { idempotencyKey: "file-1" });
    expect(problems).toEqual([]);
    expect(users).toEqual([{ ...told[0], password: users[0].password }, told[1]]);
    expect(users[0].password).toMatch(/^[\w-]{19}$/);
    for (const [login, password] of [
      ["wang.1", users[0].password],
      ["li.2", "given to Li the second"],
    ])
      expect((await signIn(login, password)).viewer).toEqual({ mustChangePassword: true });
    // Nobody keeps what was generated.
    expect(await imported(FILE, { idempotencyKey: "file-1" })).toEqual({ users: told, problems: [] });
  });

  it("U3 150 of them are one call", async () => {
    const rows = Array.from({ length: 150 }, (_, i) => `many.${i},某人${i},371003003,CLERK`);
    const { users, problems } = await imported(["login,displayName,unitCode,roles", ...rows].join("\n"));
    expect(problems).toEqual([]);
    expect(new Set(users.map(({ password }: any) => password)).size).toBe(150);
    const { data } = await app.as(ADMIN).query(`{ users(under: "371003003") { totalCount } }`);
    expect(data.users.totalCount).toBeGreaterThanOrEqual(150);
  });

  it("U3 are told every fault by row and column, in Chinese and English, and none is made", async () => {
    const file = `login,姓名,unitCode,roles,password
Zhang San,张三,371003003,CLERK,
ok.one,,371002001,局长,x8#kQ2-vb
clerk.371003104,重名,371003104,,
ok.two,好,371003003,ANALYST,gongkai-demo
ok.two,好,999999,,
ok.three,好,371003003,,
`;
    await nothingChanges(async () => {
      const answer = await imported(file);
      expect(answer.users).toBeNull();
      expect(places(answer)).toEqual([
        "2 login",
        ...["3 姓名", "3 password", "3 roles", "3 unitCode"],
        "4 login",
        ...["5 password", "5 password"],
        ...["6 login", "6 unitCode"],
      ]);
    });
  });

  it("U3 answers a foreign unit as one that there is not, and a taken login wherever it is in use", async () => {
    const at = (unitCode: string, login = "new.one") =>
      imported(`login,name,unitCode\n${login},某人,${unitCode}`);
    const none = await at("999999");
    expect(places(none)).toEqual(["2 unitCode"]);
    expect(await at("371002001")).toEqual(none);
    const taken = await at("371003003", "officer.371002");
    expect(taken.problems).toMatchObject([{ code: "INVALID_INPUT", path: ["input", "csv", "2", "login"] }]);
    expect(taken.problems[0].message).toBe("第 2 行“login”：该登录名不可用");
  });

  it.each([
    ["", "1"],
    ["login,name\na,b", "1 单位代码"],
    ["login,name,unitCode,phone\na.b,某,371003,1", "1 phone"],
    ['login,name,unitCode\n"a', "2"],
  ])("U3 a file that cannot be read says where: %j", async (file, place) => {
    expect(places(await imported(file))).toEqual([place]);
  });

  it("are nobody's to add but an administrator's", async () => {
    for (const login of ["officer.371003", "clerk.371003003", "officer.371002"])
      expect((await importing(FILE, {}, login)).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  });
});
