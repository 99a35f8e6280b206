import { text, type Text } from "../kernel/text.js";

/** Who reads an entry, besides the auditor of its unit. */
export type Readers =
  /** Everybody: the register of units is public. */
  | "PUBLIC"
  /** Who reads the unit's working rows: its own people, and the officers above. */
  | "WORKING"
  /** Who reads the unit's ledgers. */
  | "LEDGERS"
  /** The above and the unit's administrators. */
  | "SETTINGS"
  /** The unit's administrators. */
  | "ACCOUNTS"
  /** Who may read the personal data that was read: the unit's own people, and nobody above. */
  | "PERSONAL"
  /** Nobody else. */
  | "AUDIT";

/** What an entry is about, and who reads it. */
export const SUBJECTS = {
  AnnualReport: { readers: "WORKING", name: text("年报", "annual report") },
  NoneStatement: { readers: "WORKING", name: text("无此类事项声明", "statement that a year had none") },
  UnitContacts: { readers: "WORKING", name: text("联系人", "contacts") },
  FilingDeadline: { readers: "WORKING", name: text("报送期限", "filing deadline") },
  Disclosure: { readers: "WORKING", name: text("主动公开信息", "disclosure") },
  CatalogueItem: { readers: "WORKING", name: text("目录事项", "item of the catalogue") },
  SuppliedCount: { readers: "WORKING", name: text("外部报送数", "supplied figure") },
  InformationRequest: { readers: "LEDGERS", name: text("依申请公开", "request for information") },
  Remedy: { readers: "LEDGERS", name: text("行政复议、行政诉讼", "review or suit") },
  Interpretation: { readers: "LEDGERS", name: text("政策解读", "interpretation") },
  Proposal: { readers: "LEDGERS", name: text("建议提案", "proposal") },
  TableImport: { readers: "WORKING", name: text("整表导入", "import of a table") },
  Setting: { readers: "SETTINGS", name: text("设置", "setting") },
  User: { readers: "ACCOUNTS", name: text("账号", "account") },
  Unit: { readers: "PUBLIC", name: text("单位", "unit") },
  Webhook: { readers: "ACCOUNTS", name: text("通知接口", "endpoint of a program") },
  PeerGroup: { readers: "WORKING", name: text("可比组", "peer group") },
  SavedQuery: { readers: "WORKING", name: text("保存的查询", "saved query") },
  Dashboard: { readers: "WORKING", name: text("看板", "dashboard") },
  Installation: { readers: "AUDIT", name: text("系统", "installation") },
} as const satisfies Record<string, { readonly readers: Readers; readonly name: Text }>;

export type SubjectType = keyof typeof SUBJECTS;
