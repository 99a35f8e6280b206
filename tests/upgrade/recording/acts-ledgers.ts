import type { Act, Stage } from "./stage.js";

const C = "clerk.371003003";
const R = "reviewer.371003003";
const H = "head.371003003";
const OWN = "371003003";

const remedy = (name: string, number: string, more: object): Act => [
  C,
  "lodgeRemedy",
  { unitCode: OWN, number, organ: "文登区人民政府", ...more },
  name,
];
const ofRemedy = (name: string, field: string, more: object, by = C): Act => [
  by,
  field,
  { remedyId: `@${name}`, ...more },
];

async function actRemedies(stage: Stage): Promise<void> {
  stage.at("2025-05-06T09:00:00+08:00");
  await stage.act(
    remedy("review", "复议〔2025〕1号", { route: "REVIEW", lodgedOn: "2025-05-06", requestId: "@consulted" }),
    remedy("second review", "复议〔2025〕2号", {
      route: "REVIEW",
      lodgedOn: "2025-05-06",
      requestId: "@asked",
    }),
    remedy("suit", "行初〔2025〕1号", {
      route: "LITIGATION_DIRECT",
      lodgedOn: "2025-05-06",
      organ: "某法院",
    }),
    ofRemedy("suit", "amendRemedy", { note: "补记", number: "（2025）行初1号", reason: "漏记" }, R),
  );
  stage.at("2025-06-09T09:00:00+08:00");
  await stage.act(
    ofRemedy("review", "concludeRemedy", { ruling: "UPHELD", disposition: "REVIEW_UPHELD" }),
    ofRemedy("review", "recordRulingArrival", { arrivedOn: "2025-06-09" }),
    ofRemedy("second review", "concludeRemedy", { ruling: "OTHER", disposition: "REVIEW_MEDIATED" }),
    ofRemedy("second review", "concludeRemedy", {
      ...{ ruling: "CORRECTED", disposition: "REVIEW_REVOKED", on: "2025-06-09", reason: "结果登记有误" },
    }),
    remedy("suit after review", "行初〔2025〕2号", {
      ...{ route: "LITIGATION_AFTER_REVIEW", lodgedOn: "2025-06-09", reviewId: "@review", organ: "某法院" },
    }),
  );
}

const proposal = (name: string, number: string, title: string, more: object = {}): Act => [
  C,
  "assignProposal",
  {
    ...{ unitCode: OWN, kind: "CPPCC_PROPOSAL", level: "DISTRICT", number, title: `关于${title}的提案` },
    ...{ assignedOn: "2025-02-10", ...more },
  },
  name,
];
const ofProposal = (name: string, field: string, more: object = {}, by = C): Act => [
  by,
  field,
  { proposalId: `@${name}`, ...more },
];

async function actProposals(stage: Stage): Promise<void> {
  stage.at("2025-02-10T09:00:00+08:00");
  await stage.act(
    proposal("answered", "12", "公开栏"),
    proposal("answered again", "13", "开放日", {
      kind: "CONGRESS_SUGGESTION",
      level: "CITY",
      session: "十八届四次",
    }),
    proposal("co-organized", "14", "热线", { role: "CO_ORGANIZER", broad: true }),
    proposal("unanswered", "15", "数据开放", { level: "TOWN", dueOn: "2025-04-30" }),
    ofProposal("answered", "amendProposal", { title: "关于公开栏建设的提案", session: "十届四次" }),
  );
  stage.at("2025-04-21T09:00:00+08:00");
  await stage.act(
    ofProposal("answered", "answerProposal", { resultClass: "A", answerNumber: "文提复〔2025〕1号" }),
    ofProposal("answered again", "answerProposal", { resultClass: "B" }),
    ofProposal("co-organized", "answerProposal", {}),
  );
  stage.at("2025-05-12T09:00:00+08:00");
  await stage.act(
    ofProposal("answered", "rateProposal", { satisfaction: "SATISFIED" }),
    ofProposal("answered", "publishProposalAnswer", {}, R),
    ofProposal("answered", "amendProposal", { answerNumber: "文提复〔2025〕2号", reason: "文号有误" }),
    ofProposal("answered again", "rateProposal", { satisfaction: "DISSATISFIED" }),
    ofProposal("answered again", "answerProposal", { resultClass: "A", reason: "重新办理" }),
    ofProposal("answered again", "rateProposal", { satisfaction: "FAIRLY_SATISFIED" }),
    ofProposal("answered again", "rateProposal", { satisfaction: "SATISFIED", reason: "误记" }),
  );
}

const disclosure = (title: string, more: object = {}) => ({
  ...{ title, category: "财政信息", channels: ["WEBSITE", "WECHAT"], formedOn: "2025-06-03", ...more },
});
const registered = (name: string, title: string, more: object = {}): Act => [
  C,
  "registerDisclosure",
  { unitCode: OWN, ...disclosure(title, more) },
  name,
];
const ofDisclosure = (name: string, field: string, more: object = {}, by = C): Act => [
  by,
  field,
  { disclosureId: `@${name}`, ...more },
];
const reviewed = (name: string): Act[] =>
  [C, R, H].map((by) => ofDisclosure(name, "reviewDisclosure", {}, by));

async function actDisclosures(stage: Stage): Promise<void> {
  const item = { unitCode: OWN, category: "财政信息", title: "街道部门预算", article: "条例 §20(7)" };
  const document = { documentKind: "NORMATIVE_DOCUMENT", documentNumber: "文环〔2025〕1号" };
  stage.at("2025-06-03T09:00:00+08:00");
  await stage.act(
    [C, "saveCatalogueItem", item, "item"],
    [R, "saveCatalogueItem", { ...item, itemId: "@item", synonyms: ["预算公开"] }],
    [C, "saveCatalogueItem", { ...item, title: "临时公告" }, "retired item"],
    [R, "retireCatalogueItem", { itemId: "@retired item" }],
    registered("published", "2025年部门预算"),
    registered("returned", "2025年工作要点"),
    registered("taken back", "2025年招标公告", { channels: ["OFFLINE"], items: 3 }),
    registered("repealed", "关于村务公开的规定", document),
    registered("in force", "关于政务公开的规定", { ...document, documentNumber: "文环〔2025〕2号" }),
    [
      C,
      "importDisclosures",
      { unitCode: OWN, records: ["一", "二", "三"].map((n) => disclosure(`公告之${n}`)) },
      "imported",
    ],
    ofDisclosure("published", "amendDisclosure", { title: "环山街道2025年部门预算", items: 2 }),
    ...["published", "taken back", "repealed", "in force"].flatMap(reviewed),
    ofDisclosure("returned", "reviewDisclosure"),
    ofDisclosure("returned", "reviewDisclosure", { verdict: "RETURN", comment: "标题不准确" }, R),
  );
  stage.at("2025-06-20T09:00:00+08:00");
  const bulk = { disclosureIds: ["@imported.1", "@imported.2"] };
  await stage.act(
    ...["published", "taken back", "repealed", "in force"].map((name) =>
      ofDisclosure(name, "publishDisclosure"),
    ),
    ...[C, R, H].map((by): Act => [by, "reviewDisclosures", { ...bulk, comment: "同意" }]),
    [C, "publishDisclosures", { ...bulk, on: "2025-06-20" }],
    ofDisclosure("taken back", "withdrawDisclosure", { reason: "内容有误" }, R),
  );
  stage.at("2025-09-15T09:00:00+08:00");
  await stage.act(ofDisclosure("repealed", "repealDocument", { note: "已被替代" }, R));
}

const supply = (name: string, indicator: string, quantity: string, more: object = {}): Act => [
  C,
  "recordSupply",
  {
    unitCode: OWN,
    indicator,
    supplier: "行政审批局",
    from: "2025-01-01",
    to: "2025-06-30",
    quantity,
    ...more,
  },
  name,
];
const ofSupply = (name: string, field: string, more: object = {}, by = R): Act => [
  by,
  field,
  { supplyId: `@${name}`, ...more },
];

async function actSupplies(stage: Stage): Promise<void> {
  stage.at("2025-07-07T09:00:00+08:00");
  await stage.act(
    supply("licences", "proactive.licences.decisions", "120"),
    supply("penalties", "proactive.penalties.decisions", "7"),
    supply("deleted", "proactive.coercions.decisions", "1"),
    supply("unsigned", "proactive.licences.decisions", "130", { from: "2025-07-01", to: "2025-07-07" }),
    ofSupply("licences", "amendSupply", { quantity: "121" }, C),
    ofSupply("licences", "signOffSupply", { signedOffBy: "王科长" }),
    ofSupply("penalties", "signOffSupply"),
    ofSupply("penalties", "revokeSupplySignOff", { reason: "报送单位更正" }),
    ofSupply("deleted", "withdrawSupply", {}, C),
  );
}

async function actNone(stage: Stage): Promise<void> {
  stage.at("2026-01-05T09:00:00+08:00");
  const none = { unitCode: OWN, year: 2025, statedBy: "李某", statedOn: "2026-01-05" };
  await stage.act(
    [C, "stateNone", { ...none, part: "FEES" }],
    [R, "stateNone", { ...none, part: "COERCIONS" }],
    [C, "stateNone", { ...none, part: "REGULATIONS" }],
    [R, "withdrawNone", { unitCode: OWN, year: 2025, part: "REGULATIONS" }],
  );
}

/** The other ledgers, through 2025. */
export async function actLedgers(stage: Stage): Promise<void> {
  for (const act of [actRemedies, actProposals, actDisclosures, actSupplies, actNone]) await act(stage);
}
