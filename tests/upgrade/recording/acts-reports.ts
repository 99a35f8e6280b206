import type { Act, Stage } from "./stage.js";

const O = "officer.371003";
const D = "deputy.371003";

const FINDINGS = `query ($id: ID!) { node(id: $id) { ... on AnnualReport { findings { id severity status rule { code } report { revision } } } } }`;

interface Found {
  readonly id: string;
  readonly severity: string;
  readonly status: string;
  readonly report: { readonly revision: number };
}

const findings = async (stage: Stage, by: string, report: string): Promise<Found[]> =>
  ((await stage.ask(by, FINDINGS, { id: stage.id(report) })).node.findings as Found[]).filter(
    ({ status, severity }) => status === "OPEN" && severity !== "INFO",
  );

const step = (by: string, field: string, report: string, more: object = {}): Act => [
  by,
  field,
  { reportId: `@${report}`, ...more },
];

/** Explains each warning; an error must have been corrected before. */
async function explainAll(stage: Stage, by: string, report: string): Promise<void> {
  const found = await findings(stage, by, report);
  if (found.length === 0) return;
  const all = found.map(({ id: findingId, report: { revision: expectedRevision } }) => ({
    findingId,
    status: "EXPLAINED",
    explanation: "已核实，与台账一致",
    expectedRevision,
  }));
  await stage.act([by, "explainFindings", { findings: all }]);
}

const SECTIONS = [
  { key: "INTRODUCTION", body: "本报告根据《中华人民共和国政府信息公开条例》编制。" },
  {
    key: "OVERVIEW",
    body: "主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五方面工作均已落实。",
  },
  { key: "PROBLEMS", body: "存在的问题：公开内容不够细。改进情况：已明确专人逐项核对。" },
];

async function derived(stage: Stage, code: string, name: string): Promise<void> {
  const by = `clerk.${code}`;
  await stage.act(
    [by, "deriveReport", { unitCode: code, year: 2025 }, name],
    [by, "saveReport", { unitCode: code, year: 2025, sections: SECTIONS, signedOn: "2026-01-08" }],
  );
}

/** Each report of 2025 stands somewhere else on the way; one of 2023 is being corrected; the district has added up 2023. */
export async function actReports(stage: Stage): Promise<void> {
  stage.at("2026-01-08T09:00:00+08:00");
  await derived(stage, "371003003", "own");
  await derived(stage, "371003104", "other");
  await explainAll(stage, "clerk.371003003", "own");
  await stage.act(
    step("clerk.371003003", "requestReview", "own", { comment: "请审核" }),
    step("head.371003003", "returnReport", "own", { reason: "请核对总体情况" }),
    [
      "clerk.371003003",
      "saveReport",
      {
        ...{ unitCode: "371003003", year: 2025 },
        sections: [{ key: "OTHER_MATTERS", body: "无其他需要报告的事项。" }],
        cells: [{ code: "proactive.licences.decisions", value: "122", difference: "另有一件由区里登记" }],
      },
    ],
  );
  await explainAll(stage, "clerk.371003003", "own");
  await stage.act(
    step("clerk.371003003", "requestReview", "own"),
    step("reviewer.371003003", "submitReport", "own"),
  );
  stage.at("2026-01-12T09:00:00+08:00");
  await stage.act(step(O, "returnReport", "own", { reason: "附注不清", dueOn: "2026-01-20" }));
  await explainAll(stage, "clerk.371003003", "own");
  await stage.act(
    step("reviewer.371003003", "submitReport", "own"),
    step(O, "approveReport", "own"),
    step(D, "publishReport", "own"),
    step(O, "reviseReport", "own", { reason: "更正表三", cells: ["requests.granted.naturalPerson"] }),
  );
  await judged(stage);
  await addedUp(stage);
  await named(stage);
}

/** What the office says of two warnings that a unit explained. */
async function judged(stage: Stage): Promise<void> {
  const by = "clerk.371003104";
  await explainAll(stage, by, "other");
  const all = (await stage.ask(O, FINDINGS, { id: stage.id("other") })).node.findings as Found[];
  const [first, second] = all.filter(({ status }) => status === "EXPLAINED");
  const judge = (finding: Found | undefined, status: string): Act => [
    O,
    "judgeFinding",
    { findingId: finding?.id, status, explanation: status === "ACCEPTED" ? "说明成立" : "规则误报" },
  ];
  await stage.act(judge(first, "ACCEPTED"), judge(second, "FALSE_ALARM"));
  stage.ids.set("finding", first?.id ?? "");
}

async function addedUp(stage: Stage): Promise<void> {
  const scope = { unitCode: "371003", year: 2022, scope: "SYSTEM" };
  await stage.act([O, "deriveReport", scope, "system"], [O, "saveReport", { ...scope, sections: SECTIONS }]);
  for (const { id: findingId } of await findings(stage, D, "system"))
    await stage.act([D, "judgeFinding", { findingId, status: "ACCEPTED", explanation: "汇总所得" }]);
  await stage.act(
    step(D, "submitReport", "system"),
    step(O, "approveReport", "system"),
    step(O, "publishReport", "system"),
    [O, "deriveReport", { ...scope, year: 2023 }, "system draft"],
  );
}

const NAMED = `{ unit(code: "371003003") { id report(year: 2023) { id } own: report(year: 2025) {
  versions { id } cells(codes: ["requests.received.total"]) { id } } } }`;

/** What the questions name besides the records that acts made. */
async function named(stage: Stage): Promise<void> {
  const { unit } = await stage.ask("clerk.371003003", NAMED);
  const [[version], [cell]] = [unit.own.versions, unit.own.cells];
  const ids = { unit, "draft 2023": unit.report, version, cell };
  for (const [name, { id }] of Object.entries<{ id: string }>(ids)) stage.ids.set(name, id);
}
