import type { Call, Permission } from "../access/index.js";
import { text, type Text } from "../kernel/text.js";
import {
  CHANNEL_NAMES,
  DOCUMENT_KINDS,
  importDisclosures,
  saveCatalogueItem,
} from "../ledgers/disclosures/api.js";
import {
  DOCUMENT_CLASSES,
  importInterpretations,
  INTERPRETATION_FORMS,
} from "../ledgers/interpretations/api.js";
import { assignProposal, PROPOSAL_KINDS, PROPOSAL_LEVELS, PROPOSAL_ROLES } from "../ledgers/proposals/api.js";
import { lodgeRemedy, REMEDY_ROUTES } from "../ledgers/remedies/api.js";
import { receiveRequest, RECEIPT_CHANNELS } from "../ledgers/requests/api.js";
import { APPLICANT_KINDS } from "../ledgers/requests/index.js";
import type { Vault } from "../platform/vault/vault.js";
import type { StepServices } from "../records/index.js";
import { COUNT, DAY, LINE, listOf, oneOf, YES_OR_NO, type Kind } from "./table-values.js";

export type ImportServices = StepServices & { readonly vault: Vault };

export interface TableColumn {
  /** Names in the header of a file; messages and templates use the first. */
  readonly names: readonly [string, ...string[]];
  readonly required?: boolean;
  readonly kind: Kind;
}

/** A record as its command takes it, without the unit. */
export type ImportedRecord = Readonly<Record<string, unknown>>;

export interface TableImport {
  readonly name: Text;
  /** The mutation that enters one record: by its name the record's history tells of it. */
  readonly operation: string;
  readonly permission: Permission;
  /** By the field of the command's input that each fills: `applicant.name`. */
  readonly columns: Readonly<Record<string, TableColumn>>;
  /** Stores one record by the same command as the API's own mutation. */
  readonly store: (
    call: Call,
    unitCode: string,
    record: ImportedRecord,
    services: ImportServices,
  ) => Promise<unknown>;
}

const column = (kind: Kind, ...names: readonly [string, ...string[]]): TableColumn => ({ names, kind });
const needed = (kind: Kind, ...names: readonly [string, ...string[]]): TableColumn => ({
  names,
  kind,
  required: true,
});
/** The columns of a table are the fields of its command's input: the types meet here, and nowhere else. */
const as = <T>(record: ImportedRecord): T => record as T;

/** What may be brought in as a table: the five ledgers, and the catalogue. */
export const TABLE_IMPORTS = {
  DISCLOSURES: {
    name: text("主动公开", "Disclosures"),
    operation: "importDisclosures",
    permission: "disclosure:register",
    columns: {
      title: needed(LINE, "标题", "信息标题", "title"),
      category: needed(LINE, "类别", "信息类别", "栏目", "category"),
      channels: needed(listOf(oneOf(CHANNEL_NAMES)), "公开渠道", "渠道", "channels"),
      items: column(COUNT, "条数", "信息条数", "items"),
      formedOn: needed(DAY, "形成日期", "形成或变更日期", "成文日期", "formedOn"),
      documentKind: column(oneOf(DOCUMENT_KINDS), "文件种类", "documentKind"),
      documentNumber: column(LINE, "文号", "发文字号", "documentNumber"),
    },
    store: (call, unitCode, { items = 1, documentKind = null, documentNumber = null, ...fields }, services) =>
      importDisclosures(
        call,
        { unitCode, records: [as({ ...fields, items, documentKind, documentNumber })] },
        services,
      ),
  },
  REQUESTS: {
    name: text("依申请公开", "Requests"),
    operation: "receiveRequest",
    permission: "request:receive",
    columns: {
      number: column(LINE, "编号", "申请编号", "number"),
      subject: needed(LINE, "申请内容", "所需信息", "内容描述", "subject"),
      applicantKind: needed(oneOf(APPLICANT_KINDS), "申请人类别", "applicantKind"),
      "applicant.name": needed(LINE, "申请人", "申请人姓名或名称", "applicant"),
      "applicant.contact": column(LINE, "联系方式", "联系电话", "contact"),
      "applicant.deliveryAddress": column(LINE, "送达地址", "通信地址", "deliveryAddress"),
      receiptChannel: needed(oneOf(RECEIPT_CHANNELS), "收件方式", "申请方式", "receiptChannel"),
      arrivedOn: column(DAY, "到达日期", "arrivedOn"),
      receivedOn: column(DAY, "收到日期", "收到申请日期", "receivedOn"),
      note: column(LINE, "备注", "note"),
    },
    store: (call, unitCode, record, services) => receiveRequest(call, as({ ...record, unitCode }), services),
  },
  REMEDIES: {
    name: text("复议诉讼", "Reviews and suits"),
    operation: "lodgeRemedy",
    permission: "remedy:record",
    columns: {
      route: needed(oneOf(REMEDY_ROUTES), "救济途径", "类型", "route"),
      number: needed(LINE, "案号", "number"),
      organ: column(LINE, "复议机关或法院", "受理机关", "organ"),
      lodgedOn: needed(DAY, "提起日期", "受理日期", "lodgedOn"),
      note: column(LINE, "备注", "note"),
    },
    store: (call, unitCode, { organ = null, note = null, ...record }, services) =>
      lodgeRemedy(call, as({ ...record, organ, note, unitCode, requestId: null, reviewId: null }), services),
  },
  PROPOSALS: {
    name: text("建议提案", "Proposals"),
    operation: "assignProposal",
    permission: "proposal:record",
    columns: {
      kind: needed(oneOf(PROPOSAL_KINDS), "种类", "kind"),
      level: needed(oneOf(PROPOSAL_LEVELS), "级别", "level"),
      role: column(oneOf(PROPOSAL_ROLES), "办理方式", "role"),
      session: column(LINE, "届次", "session"),
      number: needed(LINE, "编号", "number"),
      title: needed(LINE, "标题", "案由", "title"),
      broad: column(YES_OR_NO, "涉及面广", "broad"),
      assignedOn: needed(DAY, "交办日期", "assignedOn"),
      dueOn: column(DAY, "答复期限", "dueOn"),
    },
    store: (call, unitCode, record, services) => assignProposal(call, as({ ...record, unitCode }), services),
  },
  INTERPRETATIONS: {
    name: text("政策解读", "Interpretations"),
    operation: "importInterpretations",
    permission: "interpretation:record",
    columns: {
      documentTitle: needed(LINE, "文件标题", "documentTitle"),
      documentNumber: column(LINE, "文号", "发文字号", "documentNumber"),
      documentClass: needed(oneOf(DOCUMENT_CLASSES), "文件类别", "documentClass"),
      wideEffect: column(YES_OR_NO, "涉及面广", "wideEffect"),
      documentPublishedOn: needed(DAY, "文件公布日期", "documentPublishedOn"),
      documentLink: column(LINE, "文件链接", "documentLink"),
      form: needed(oneOf(INTERPRETATION_FORMS), "解读形式", "form"),
      title: column(LINE, "解读标题", "title"),
      authorUnit: column(LINE, "解读单位", "authorUnit"),
      interpreter: column(LINE, "解读人", "interpreter"),
      signedOffBy: column(LINE, "签发人", "signedOffBy"),
      publishedOn: column(DAY, "解读发布日期", "publishedOn"),
      address: column(LINE, "解读链接", "address"),
      channel: column(LINE, "发布渠道", "channel"),
    },
    store: (call, unitCode, record, services) =>
      importInterpretations(call, { unitCode, records: [as(record)] }, services),
  },
  CATALOGUE: {
    name: text("主动公开事项目录", "Catalogue of disclosures"),
    operation: "saveCatalogueItem",
    permission: "catalogue:change",
    columns: {
      category: needed(LINE, "类别", "一级事项", "category"),
      title: needed(LINE, "事项", "事项名称", "title"),
      article: needed(LINE, "依据", "公开依据", "article"),
      synonyms: column(listOf(LINE), "同义名称", "synonyms"),
    },
    store: (call, unitCode, { synonyms = [], ...record }, services) =>
      saveCatalogueItem(call, as({ ...record, synonyms, unitCode, itemId: null }), services),
  },
} as const satisfies Record<string, TableImport>;

export type TableKind = keyof typeof TABLE_IMPORTS;
