import { createAdmin } from "../../../src/identity/api.js";
import type { Stage } from "./stage.js";

const M = "admin.371003";
const O = "officer.371003";
const DISTRICT = "371003";
const CITY = "admin.3710";
const FIRST = "first password 2025";
export const OWN_WORD = "chosen by themselves 25";

const person = (login: string, unitCode: string, roles: readonly string[]) => ({
  ...{ login, displayName: `某·${login}`, unitCode, password: FIRST, roles },
});

/** Units set up, renamed, moved, dissolved and removed; people hired, moved and locked out; what is decided for a district. */
export async function actRegister(stage: Stage): Promise<void> {
  stage.at("2025-01-06T09:00:00+08:00");
  await stage.act(
    ...[
      ["371003901", "试验镇", "TOWN"],
      ["371003902", "开发区", "ZONE"],
      ["371003903", "误设镇", "TOWN"],
    ].map(
      ([code, name, kind]) =>
        [
          M,
          "createUnit",
          {
            parentCode: DISTRICT,
            code,
            kind,
            name: `文登区${name}`,
            shortName: name,
            aliases: [`老${name}`],
          },
        ] as const,
    ),
    [M, "createUser", person("clerk.371003901", "371003901", ["CLERK"]), "hired"],
    [M, "createUser", person("reviewer.371003901", "371003901", ["REVIEWER"]), "second"],
    [M, "createUser", person("leaver", "371003901", []), "leaver"],
    [
      M,
      "importUsers",
      { csv: "login,name,unitCode\nimported.1,甲,371003901\nimported.2,乙,371003902", preview: false },
    ],
    [M, "importUnits", { csv: "代码,全称,类别\n371003904,文登区导入镇,镇", preview: false }],
  );
  await newcomer(stage);
  await people(stage);
  await units(stage);
  await decided(stage);
}

/** Whose unit is dissolved later: what its ledgers hold is handed over. */
async function newcomer(stage: Stage): Promise<void> {
  const login = "clerk.371003901";
  const client = await stage.as(login, FIRST);
  const { data } = await client.query(
    "mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { problems { message } } }",
    { input: { currentPassword: FIRST, newPassword: OWN_WORD } },
  );
  if (data?.changePassword.problems.length !== 0) throw new Error(JSON.stringify(data));
  stage.at("2025-01-07T09:00:00+08:00");
  await stage.as(login, OWN_WORD);
  await stage.act(
    [
      login,
      "receiveRequest",
      {
        ...{
          unitCode: "371003901",
          subject: "试验镇预算",
          applicantKind: "NATURAL_PERSON",
          applicant: { name: "某甲" },
        },
        ...{ receiptChannel: "IN_PERSON", receivedOn: "2025-01-07" },
      },
      "handed over",
    ],
    [
      login,
      "assignProposal",
      {
        ...{
          unitCode: "371003901",
          kind: "CPPCC_PROPOSAL",
          level: "DISTRICT",
          number: "9",
          title: "关于试验镇的提案",
        },
        assignedOn: "2025-01-07",
      },
      "proposal handed over",
    ],
  );
}

async function people(stage: Stage): Promise<void> {
  const clerk = { userId: "@second", unitCode: "371003901", role: "CLERK" };
  await stage.act(
    [M, "grantRole", clerk],
    [M, "revokeRole", clerk],
    [M, "renameUser", { userId: "@second", displayName: "新名" }],
    [M, "resetPassword", { userId: "@second", newPassword: "another first 2025" }],
    [M, "disableUser", { userId: "@leaver" }],
    [M, "enableUser", { userId: "@leaver" }],
    [M, "disableUser", { userId: "@leaver" }],
  );
  const wrong = { input: { login: "reviewer.371003901", password: "not the right one" } };
  for (let i = 0; i < 8; i++)
    await stage.app.anonymous.query(
      "mutation ($input: SignInInput!) { signIn(input: $input) { problems { code } } }",
      wrong,
    );
}

/** Whoever moves a unit administers both places; an administrator of a city is made by the operator's command. */
async function ofTheCity({ app }: Stage): Promise<void> {
  const { database, identity } = app.app;
  const admin = { login: CITY, displayName: "市管理员", password: OWN_WORD, unitCode: "3710" };
  await createAdmin({ database, clock: app.clock, passwords: identity.passwords }, admin);
}

async function units(stage: Stage): Promise<void> {
  const reason = "威政字〔2025〕3号";
  await stage.act([
    M,
    "renameUnit",
    { unitCode: "371003902", name: "文登经济开发区", shortName: "经开区", reason },
  ]);
  stage.at("2025-08-04T09:00:00+08:00");
  await ofTheCity(stage);
  await stage.as(CITY, OWN_WORD);
  await stage.act(
    [M, "amendUnit", { unitCode: "371003902", filesReport: false, establishedOn: "2025-01-01", reason }],
    [M, "amendUnit", { unitCode: "371003902", filesReport: true, aliases: ["老开发区", "新区"], reason }],
    [CITY, "moveUnit", { unitCode: "371003904", parentCode: "371002", on: "2025-08-04", reason }],
    [
      M,
      "dissolveUnit",
      {
        ...{ unitCode: "371003901", successorCodes: ["371003003", "371003104"], handOverTo: "371003003" },
        ...{ on: "2025-08-04", reason },
      },
    ],
    [M, "removeUnit", { unitCode: "371003903", reason: "误设" }],
  );
}

async function decided(stage: Stage): Promise<void> {
  const C = "clerk.371003003";
  const query = {
    name: "各单位新收",
    document: 'query ($year: Int!) { filingBoard(under: "371003", year: $year) { year } }',
  };
  const settings = [
    ["requests.dueSoonDays", 7],
    ["requests.dueSoonDays", 9],
    ["clock.reasonsPause", true],
  ];
  const group = { unitCode: DISTRICT, name: "两镇街", units: ["371003003", "371003104"] };
  await stage.act(
    ...settings.map(([key, value]) => [O, "changeSetting", { unitCode: DISTRICT, key, value }] as const),
    [O, "setFilingDeadline", { under: DISTRICT, year: 2025, dueOn: "2026-01-15" }],
    [O, "setFilingDeadline", { under: DISTRICT, year: 2025, dueOn: "2026-01-25" }],
    [O, "savePeerGroup", group, "group"],
    [O, "savePeerGroup", { ...group, groupId: "@group", units: [...group.units, "371003-zrzyj"] }],
    [O, "savePeerGroup", { ...group, name: "作废的组" }, "deleted group"],
    [O, "deletePeerGroup", { groupId: "@deleted group" }],
    [
      C,
      "saveQuery",
      { ...query, unitCode: "371003003", variables: { year: 2023 }, visibility: "PRIVATE" },
      "private query",
    ],
    [
      C,
      "saveQuery",
      { ...query, name: "本单位", unitCode: "371003003", variables: { year: 2023 }, visibility: "UNIT" },
      "unit query",
    ],
    [C, "saveQuery", { ...query, name: "本单位之二", queryId: "@unit query", variables: { year: 2022 } }],
    [
      O,
      "saveQuery",
      { ...query, unitCode: DISTRICT, variables: { year: 2022 }, visibility: "SUBTREE" },
      "shared query",
    ],
    [
      C,
      "saveQuery",
      { ...query, unitCode: "371003003", variables: { year: 2021 }, visibility: "PRIVATE" },
      "deleted query",
    ],
    [C, "deleteQuery", { queryId: "@deleted query" }],
  );
}
