import { actedOn, byCode, byId, type Case } from "./case.js";
import { FIGURE } from "./plant.js";
import { payload } from "./selections.js";
import { ghostOf, isStranger, YEARS, type Target, type Tenant, type World } from "./tenants.js";

const GHOST_LOGIN = "planted.0.371009999";

const step = (field: string): Case =>
  byId(field, "reportId", "AnnualReport", ({ revision: expectedRevision }) => ({ expectedRevision }));
const back = (field: string): Case => ({
  ...byId(field, "reportId", "AnnualReport", ({ revision: expectedRevision }) => ({
    expectedRevision,
    reason: "请核对",
    cells: [FIGURE],
  })),
  about: [`Mutation.${field} input.reportId`, `Mutation.${field} input.cells`],
});
const ofOther = ({ tenants }: World, tenant: Tenant): Tenant => tenants.find((t) => t !== tenant) ?? tenant;

/** A finding by its id, and several by theirs, in the mutation's plural. */
function onFindings(field: string, status: string): Case[] {
  const words = field === "judgeFinding" ? "judgement" : "explanation";
  const said = ({ revision }: Target) => ({ status, [words]: "已核实", expectedRevision: revision });
  return [
    byId(field, "findingId", "Finding", said),
    {
      about: [`Mutation.${field}s input.findings.findingId`],
      document: (schema) => payload(schema, `${field}s`),
      probes: (tenant, caller) =>
        actedOn(tenant, caller, "Finding").map((target) => {
          const all = (findingId: string) => ({ input: { findings: [{ findingId, ...said(target) }] } });
          return { variables: all(target.id), twin: all(ghostOf(target)) };
        }),
    },
  ];
}

/** What every change of a unit says. */
const CHANGE = { reason: "威政字〔2026〕3号", expectedRevision: 1 };

export const WRITES: readonly Case[] = [
  {
    ...byCode("saveReport", "unitCode", () => ({
      year: YEARS.draft,
      expectedRevision: 2,
      cells: [{ code: FIGURE, value: 1 }],
    })),
    about: ["Mutation.saveReport input.unitCode", "Mutation.saveReport input.cells.code"],
  },
  byId("applyImport", "uploadId", "Upload", (_target, { code }) => ({ unitCode: code, year: 2026 })),
  {
    ...byCode("applyImport", "unitCode", ({ targets }) => ({
      uploadId: targets.find(({ type }) => type === "Upload")?.id,
      cells: [FIGURE],
    })),
    about: ["Mutation.applyImport input.unitCode", "Mutation.applyImport input.cells"],
  },
  byId("importTable", "uploadId", "Upload", (_target, { code }) => ({ kind: "REQUESTS", unitCode: code })),
  byCode("importTable", "unitCode", ({ targets }) => ({
    kind: "DISCLOSURES",
    uploadId: targets.find(({ type }) => type === "Upload")?.id,
  })),
  byId("startTableImport", "uploadId", "Upload", (_target, { code }) => ({
    kind: "REQUESTS",
    unitCode: code,
  })),
  byCode("startTableImport", "unitCode", ({ targets }) => ({
    kind: "DISCLOSURES",
    uploadId: targets.find(({ type }) => type === "Upload")?.id,
  })),
  byId("cancelTableImport", "tableImportId", "TableImport", () => ({})),
  ...["requestReview", "submitReport", "approveReport", "publishReport"].map(step),
  ...["returnReport", "reviseReport"].map(back),
  ...onFindings("explainFinding", "EXPLAINED"),
  ...onFindings("judgeFinding", "ACCEPTED"),
  byCode("saveContacts", "unitCode", () => ({ contacts: [{ name: "某某", telephone: "0631-8450000" }] })),
  byCode("setFilingDeadline", "under", () => ({ year: 2025, dueOn: "2026-01-20" })),
  {
    ...byCode("savePeerGroup", "unitCode", ({ code }) => ({ name: "某组", units: [code, "371003104"] })),
    about: ["Mutation.savePeerGroup input.unitCode", "Mutation.savePeerGroup input.units"],
  },
  // At the government that named it, and at another's.
  ...[null, "371002", "371003"].map((unitCode) =>
    byId("savePeerGroup", "groupId", "CustomPeerGroup", ({ revision }, { code, district }) => ({
      expectedRevision: revision,
      ...{ unitCode: unitCode ?? district, name: "改名的组", units: [code, "371003104"] },
    })),
  ),
  byId("deletePeerGroup", "groupId", "CustomPeerGroup", ({ revision }) => ({ expectedRevision: revision })),
  {
    ...byCode("createUnit", "parentCode", ({ code }) => ({
      code: `${code}1`,
      name: "试验单位",
      shortName: "试验",
      kind: "TOWN",
    })),
    about: ["Mutation.createUnit input.parentCode", "Mutation.createUnit input.code"],
  },
  byCode("renameUnit", "unitCode", () => ({ name: "别的名称", shortName: "别名", expectedRevision: 1 })),
  {
    about: ["Mutation.importUnits input.csv"],
    document: (schema) => payload(schema, "importUnits"),
    // Whoever keeps the unit may.
    probes: (tenant, caller) =>
      (isStranger(caller, tenant) ? [`${tenant.code}7`, tenant.code] : []).map((code) => ({
        variables: { input: { csv: `代码,全称,类别\n${code},某镇人民政府,镇`, preview: false } },
      })),
  },
  {
    about: ["Mutation.importUsers input.csv"],
    document: (schema) => payload(schema, "importUsers"),
    probes: (tenant, caller) =>
      (isStranger(caller, tenant) ? [tenant.code] : []).map((code) => ({
        variables: { input: { csv: `登录名,姓名,单位代码\nspy.import,某人,${code}`, preview: false } },
      })),
  },
  byCode("amendUnit", "unitCode", () => ({ filesReport: false, ...CHANGE })),
  byCode("removeUnit", "unitCode", () => CHANGE),
  byCode("moveUnit", "unitCode", () => ({ parentCode: "371003", ...CHANGE })),
  byCode("moveUnit", "parentCode", () => ({ unitCode: "371003104", ...CHANGE })),
  byCode("dissolveUnit", "unitCode", () => ({ successorCodes: ["371003104"], ...CHANGE })),
  {
    ...byCode("dissolveUnit", "handOverTo", ({ code }) => ({
      unitCode: "371003104",
      successorCodes: [code],
      ...CHANGE,
    })),
    about: ["Mutation.dissolveUnit input.handOverTo", "Mutation.dissolveUnit input.successorCodes"],
  },
  byCode("createUser", "unitCode", ({ code }) => ({
    login: `spy.${code}`,
    displayName: "某人",
    password: "long enough 2026",
    roles: ["ADMIN"],
  })),
  // Somebody one administers, at a unit that one does not: and the other way round.
  ...["grantRole", "revokeRole"].flatMap((field) => [
    byCode(field, "unitCode", (tenant, world) => ({ userId: ofOther(world, tenant).user.id, role: "CLERK" })),
    byId(field, "userId", "User", ({ id }, { user }) => ({
      unitCode: id === user.id ? "371003104" : "37",
      role: "CLERK",
    })),
  ]),
  {
    ...byCode("addWebhook", "unitCode", () => ({
      url: "https://hooks.example.invalid/",
      kinds: ["REQUEST_DUE"],
    })),
    about: ["Mutation.addWebhook input.unitCode", "Mutation.addWebhook input.url"],
  },
  ...["removeWebhook", "testWebhook"].map((field) => byId(field, "webhookId", "Webhook", () => ({}))),
  byId("replayDelivery", "deliveryId", "WebhookDelivery", () => ({})),
  ...["disableUser", "enableUser"].map((field) => byId(field, "userId", "User", () => ({}))),
  byId("renameUser", "userId", "User", () => ({ displayName: "别名" })),
  byId("resetPassword", "userId", "User", () => ({ newPassword: "long enough 2026" })),
  {
    about: ["Mutation.signIn input.login"],
    document: (schema) => payload(schema, "signIn"),
    probes: ({ user: { login } }) => {
      const input = { password: "not the password" };
      return [
        { variables: { input: { ...input, login } }, twin: { input: { ...input, login: GHOST_LOGIN } } },
      ];
    },
    writes: ["sign_in_throttles", "history", "history_heads"],
  },
];
