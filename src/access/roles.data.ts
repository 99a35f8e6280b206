import { text, type Text } from "../kernel/text.js";

/** Kinds of rows that a role opens where it reaches; each is a reach of the caller's tenant scope. */
export type RowsSeen =
  /** 年报工作稿: drafts, findings, events. */
  | "working"
  /** 已报送、已审定的版本: submitted and approved versions. */
  | "submitted"
  /** 台账各案件: single records of the ledgers, without personal data. Holds `ledger:read`. */
  | "ledgers"
  /** 台账统计: counts over the ledgers. Holds `statistics:read`. */
  | "counted"
  /** 申请人信息: personal data of a unit's own cases. */
  | "personal"
  /** Working rows may also be written, as far as the permissions go. */
  | "writable"
  /** 用户和角色: users and their roles. */
  | "administered"
  /** 全部操作记录: the whole history of whatever lies at or below. */
  | "audited"
  /** Saved queries that a government above shares with all units below it. */
  | "above";

export interface Budget {
  /** The highest price of one request. */
  readonly request: number;
  /** The sum of prices within a minute. */
  readonly minute: number;
}

interface RoleFacts {
  readonly name: Text;
  /** Other names that an imported file may use. */
  readonly alsoCalled: readonly string[];
  readonly duties: Text;
  /** `unit`: only the unit at which the role is held; `subtree`: that unit and all below it. */
  readonly reach: "unit" | "subtree";
  readonly sees: readonly RowsSeen[];
  /** `subject:verb`, held wherever the role reaches; those that `sees` implies are not repeated. */
  readonly permissions: readonly `${string}:${string}`[];
  readonly budget: Budget;
}

/** 查询额度. A comparison of a whole district over ten indicators costs 1,000. */
const STANDARD: Budget = { request: 200_000, minute: 10_000_000 };

export const PUBLIC_BUDGET: Budget = { request: 200_000, minute: 5_000_000 };

/** Everything that depends on a role. Permissions, scopes, budgets, the schema's texts and README's table are derived from here. */
export const ROLES = {
  CLERK: {
    name: text("经办人", "Clerk"),
    alsoCalled: ["填报人"],
    duties: text("记台账、填年报", "Keeps a unit's ledgers and drafts its report"),
    reach: "unit",
    sees: ["working", "submitted", "ledgers", "counted", "personal", "writable", "above"],
    permissions: [
      "history:read",
      "contact:save",
      "report:save",
      "report:requestReview",
      "finding:explain",
      "catalogue:change",
      "disclosure:register",
      "disclosure:review",
      "disclosure:publish",
      "disclosure:withdraw",
      "supply:record",
      "none:state",
      "request:receive",
      "request:handle",
      "remedy:record",
      "proposal:record",
      "interpretation:record",
      "query:save",
    ],
    budget: STANDARD,
  },
  REVIEWER: {
    name: text("审核人", "Reviewer"),
    alsoCalled: ["负责人"],
    duties: text("初审、终审并提交", "Signs for the unit and submits"),
    reach: "unit",
    sees: ["working", "submitted", "ledgers", "counted", "personal", "writable", "above"],
    permissions: [
      "history:read",
      "contact:save",
      "report:submit",
      "report:return",
      "finding:explain",
      "catalogue:change",
      "disclosure:review",
      "disclosure:approve",
      "disclosure:publish",
      "disclosure:withdraw",
      "none:state",
      "supply:signOff",
      "request:handle",
      "remedy:record",
      "proposal:record",
      "interpretation:record",
      "query:save",
    ],
    budget: STANDARD,
  },
  OFFICER: {
    name: text("主管部门", "Officer"),
    alsoCalled: ["主管"],
    duties: text(
      "退回、审核、公布所辖单位年报",
      "Returns, approves and publishes the reports of its subtree, and adds up the government's own",
    ),
    reach: "subtree",
    sees: ["working", "submitted", "ledgers", "counted", "writable", "above"],
    permissions: [
      "history:read",
      "contact:save",
      "report:return",
      "report:approve",
      "report:publish",
      "report:revise",
      "deadline:set",
      "finding:judge",
      "rollUp:save",
      "rollUp:submit",
      "setting:change",
      "query:save",
      "query:clear",
      "peerGroup:change",
    ],
    budget: STANDARD,
  },
  ANALYST: {
    name: text("分析员", "Analyst"),
    alsoCalled: [],
    duties: text(
      "看年报和台账统计，不看案件",
      "Reads reports and statistics of a subtree, but no case of its ledgers",
    ),
    reach: "subtree",
    sees: ["submitted", "counted", "above"],
    permissions: ["query:save", "peerGroup:change"],
    budget: { request: 400_000, minute: 20_000_000 },
  },
  CASE_READER: {
    name: text("案件查阅", "Case reader"),
    alsoCalled: ["案件查阅员"],
    duties: text(
      "看台账各案件，不含个人信息",
      "Reads the cases in the ledgers of a subtree, without personal data",
    ),
    reach: "subtree",
    sees: ["ledgers", "counted", "above"],
    permissions: ["query:save"],
    budget: STANDARD,
  },
  ADMIN: {
    name: text("管理员", "Administrator"),
    alsoCalled: [],
    duties: text("维护单位、用户和角色", "Keeps units, users and roles of a subtree"),
    reach: "subtree",
    sees: ["administered"],
    permissions: [
      "history:read",
      "unit:create",
      "unit:rename",
      "unit:amend",
      "unit:move",
      "unit:dissolve",
      "unit:remove",
      "user:read",
      "user:create",
      "user:disable",
      "user:resetPassword",
      "role:grant",
      "role:revoke",
      "webhook:change",
    ],
    budget: STANDARD,
  },
  AUDITOR: {
    name: text("审计员", "Auditor"),
    alsoCalled: ["安全审计员"],
    duties: text(
      "看所辖各单位的全部操作记录和设置，不看案件，不兼其他角色",
      "Reads the whole history and the settings of a subtree, no case, and holds no other role beside",
    ),
    reach: "subtree",
    sees: ["audited"],
    permissions: ["history:read", "history:verify"],
    budget: STANDARD,
  },
} as const satisfies Record<string, RoleFacts>;

export type Role = keyof typeof ROLES;
