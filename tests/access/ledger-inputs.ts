/** What each mutation of the ledgers must be told besides the record or the unit that it is about. */
type Inputs = Readonly<Record<string, object>>;

export interface RecordSteps {
  /** The input field that names the record. */
  readonly leaf: string;
  readonly type: string;
  readonly steps: Inputs;
}

/** Those of one record, by its id. */
export const RECORD_STEPS: readonly RecordSteps[] = [
  {
    leaf: "requestId",
    type: "InformationRequest",
    steps: {
      confirmReceipt: {},
      askCorrection: { deadline: "2026-03-31" },
      recordCorrection: {},
      consultThirdParty: {},
      recordThirdPartyReply: {},
      consultAgency: {},
      recordAgencyReply: {},
      askReasons: {},
      recordReasons: { reasonable: true },
      noticeFee: { amount: "140" },
      recordFeePaid: {},
      extendRequest: { days: 20, approver: "张主任", reason: "案情复杂" },
      splitRequest: { subjects: ["年度预算", "征地批复"] },
      decideRequest: { outcome: "GRANTED", article: "§36(2)" },
      serveRequest: { method: "POST" },
      withdrawRequest: {},
      lapseRequest: {},
      amendRequest: { subject: "更正后的申请内容", reason: "笔误" },
      recordArrival: { of: "THIRD_PARTY_LETTER", arrivedOn: "2026-01-20" },
      withdrawStep: { step: 2, reason: "发函有误" },
      correctStep: { step: 2, letterReceivedOn: "2026-01-20", reason: "登记有误" },
      reopenRequest: { reason: "申请人住院" },
      writeLetter: { kind: "RECEIPT" },
    },
  },
  {
    leaf: "remedyId",
    type: "Remedy",
    steps: {
      concludeRemedy: { ruling: "UPHELD" },
      recordRulingArrival: { arrivedOn: "2026-01-20" },
      amendRemedy: { note: "补记", reason: "漏记" },
    },
  },
  {
    leaf: "proposalId",
    type: "Proposal",
    steps: {
      answerProposal: { resultClass: "A" },
      rateProposal: { satisfaction: "SATISFIED" },
      publishProposalAnswer: {},
      amendProposal: { title: "更正后的标题", reason: "笔误" },
    },
  },
  {
    leaf: "interpretationId",
    type: "Interpretation",
    steps: {
      publishInterpretation: { title: "一图读懂" },
      amendInterpretation: { title: "更正后的标题", reason: "笔误" },
      voidInterpretation: { reason: "重复登记" },
    },
  },
  {
    leaf: "supplyId",
    type: "SuppliedCount",
    steps: {
      amendSupply: { quantity: "5" },
      signOffSupply: {},
      revokeSupplySignOff: { reason: "报送单位更正" },
      deleteSupply: {},
    },
  },
  { leaf: "itemId", type: "CatalogueItem", steps: { retireCatalogueItem: {} } },
  {
    leaf: "disclosureId",
    type: "Disclosure",
    steps: {
      amendDisclosure: { title: "更正后的标题" },
      reviewDisclosure: {},
      publishDisclosure: {},
      withdrawDisclosure: { reason: "内容有误" },
      repealDocument: {},
    },
  },
  {
    leaf: "disclosures.disclosureId",
    type: "Disclosure",
    steps: { reviewDisclosures: {}, publishDisclosures: {} },
  },
];

const disclosure = {
  title: "关于试验的通知",
  category: "业务动态",
  channels: ["WEBSITE"],
  formedOn: "2026-01-12",
};

export const INTERPRETED = {
  documentTitle: "关于试验的规定",
  documentNumber: "文〔2026〕1号",
  documentClass: "NORMATIVE",
  documentPublishedOn: "2026-01-05",
  form: "TEXT",
};

/** Those of a unit, by its code. */
export const UNIT_STEPS = {
  receiveRequest: {
    subject: "年度预算",
    applicantKind: "NATURAL_PERSON",
    applicant: { name: "王某" },
    receiptChannel: "IN_PERSON",
    receivedOn: "2026-01-05",
  },
  lodgeRemedy: { route: "REVIEW", number: "复议1号", lodgedOn: "2026-01-12" },
  assignProposal: {
    kind: "CPPCC_PROPOSAL",
    level: "DISTRICT",
    number: "1",
    title: "关于试验的提案",
    assignedOn: "2026-01-05",
  },
  registerInterpretation: INTERPRETED,
  importInterpretations: { records: [INTERPRETED] },
  recordSupply: {
    indicator: "proactive.penalties.decisions",
    supplier: "行政审批局",
    from: "2025-01-01",
    to: "2025-01-01",
    quantity: "3",
  },
  saveCatalogueItem: { category: "业务动态", title: "工作动态", article: "条例 §20" },
  registerDisclosure: disclosure,
  importDisclosures: { records: [disclosure], allowDuplicates: true },
  saveLetterTemplate: { kind: "REASONS", content: null },
  changeSetting: { key: "requests.dueSoonDays", value: 7 },
  deriveReport: { year: 2023 },
  stateNone: { year: 2024, part: "FEES", statedBy: "某某", statedOn: "2025-01-10" },
  withdrawNone: { year: 2024, part: "FEES" },
} as const satisfies Inputs;
