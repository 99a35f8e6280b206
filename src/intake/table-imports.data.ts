import { HISTORY_KEYS } from "../history/api.js";
import { text } from "../kernel/text.js";
import {
  CHANNEL_NAMES,
  DOCUMENT_KINDS,
  importDisclosures,
  saveCatalogueItem,
} from "../ledgers/disclosures/api.js";
import { DISCLOSURES } from "../ledgers/disclosures/index.js";
import {
  DOCUMENT_CLASSES,
  importInterpretations,
  INTERPRETATION_FORMS,
  INTERPRETATIONS,
} from "../ledgers/interpretations/api.js";
import {
  assignProposal,
  PROPOSAL_KINDS,
  PROPOSAL_LEVELS,
  PROPOSAL_ROLES,
  PROPOSALS,
} from "../ledgers/proposals/api.js";
import { lodgeRemedy, REMEDIES, REMEDY_ROUTES } from "../ledgers/remedies/api.js";
import { RECEIPT_CHANNELS, REQUEST_APPLICANTS } from "../ledgers/requests/api.js";
import { APPLICANT_KINDS, INFORMATION_REQUESTS } from "../ledgers/requests/index.js";
import {
  as,
  enterRequests,
  ledgerTable,
  oneByOne,
  same,
  together,
  type TableColumn,
  type TableImport,
} from "./table-entering.js";
import { COUNT, DAY, LINE, listOf, oneOf, YES_OR_NO, type Kind } from "./table-values.js";

const column = (kind: Kind, ...names: readonly [string, ...string[]]): TableColumn => ({ names, kind });
const needed = (kind: Kind, ...names: readonly [string, ...string[]]): TableColumn => ({
  names,
  kind,
  required: true,
});
const MANY = 25;

/** A disclosure whose row leaves these out. */
const PLAIN = { items: 1, documentKind: null, documentNumber: null } as const;

/** What may be brought in as a table: the five ledgers, and the catalogue. */
export const TABLE_IMPORTS = {
  DISCLOSURES: {
    name: text("主动公开", "Disclosures"),
    operation: "importDisclosures",
    listed: "Disclosure",
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
    identity: ({ title, category, documentNumber, formedOn }) =>
      same(title, category, documentNumber, formedOn),
    enter: together((call, unitCode, records, services) =>
      importDisclosures(
        call,
        { unitCode, records: records.map((one) => as({ ...PLAIN, ...one })) },
        services,
      ),
    ),
    atOnce: MANY,
    table: ledgerTable(DISCLOSURES),
  },
  REQUESTS: {
    name: text("依申请公开", "Requests"),
    operation: "receiveRequest",
    listed: "InformationRequest",
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
    identity: ({ number, subject, receivedOn, arrivedOn, applicant }) =>
      number === undefined
        ? same("", subject, receivedOn ?? arrivedOn, (applicant as { readonly name?: string }).name)
        : same(number),
    enter: enterRequests,
    table: ledgerTable(INFORMATION_REQUESTS),
    takeBack: async (session, unitId, ids) => {
      await session.rows(REQUEST_APPLICANTS).delete({ unitId, requestId: ids });
      await session.rows(HISTORY_KEYS).delete({ unitId, subjectId: ids });
    },
  },
  REMEDIES: {
    name: text("复议诉讼", "Reviews and suits"),
    operation: "lodgeRemedy",
    listed: "Remedy",
    permission: "remedy:record",
    columns: {
      route: needed(oneOf(REMEDY_ROUTES), "救济途径", "类型", "route"),
      number: needed(LINE, "案号", "number"),
      organ: column(LINE, "复议机关或法院", "受理机关", "organ"),
      lodgedOn: needed(DAY, "提起日期", "受理日期", "lodgedOn"),
      note: column(LINE, "备注", "note"),
    },
    identity: ({ route, number, organ }) => same(route, number, organ),
    enter: oneByOne((call, unitCode, { organ = null, note = null, ...record }, services) =>
      lodgeRemedy(call, as({ ...record, organ, note, unitCode, requestId: null, reviewId: null }), services),
    ),
    table: ledgerTable(REMEDIES),
  },
  PROPOSALS: {
    name: text("建议提案", "Proposals"),
    operation: "assignProposal",
    listed: "Proposal",
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
    identity: ({ kind, level, session, number }) => same(kind, level, session, number),
    enter: oneByOne((call, unitCode, record, services) =>
      assignProposal(call, as({ ...record, unitCode }), services),
    ),
    table: ledgerTable(PROPOSALS),
  },
  INTERPRETATIONS: {
    name: text("政策解读", "Interpretations"),
    operation: "importInterpretations",
    listed: "Interpretation",
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
    identity: ({ form, documentNumber, documentTitle }) => same(form, documentNumber ?? documentTitle),
    enter: together((call, unitCode, records, services) =>
      importInterpretations(call, { unitCode, records: records.map((one) => as(one)) }, services),
    ),
    atOnce: MANY,
    table: ledgerTable(INTERPRETATIONS),
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
    identity: ({ category, title }) => same(category, title),
    enter: oneByOne((call, unitCode, { synonyms = [], ...record }, services) =>
      saveCatalogueItem(call, as({ ...record, synonyms, unitCode, itemId: null }), services),
    ),
  },
} as const satisfies Record<string, TableImport>;

export type TableKind = keyof typeof TABLE_IMPORTS;
