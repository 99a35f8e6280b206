import type { Act, Stage } from "./stage.js";

const C = "clerk.371003003";
const R = "reviewer.371003003";
const C2 = "clerk.371003104";

let people = 0;
const KINDS = [
  "NATURAL_PERSON",
  "ENTERPRISE",
  "RESEARCH",
  "LEGAL_SERVICE",
  "PUBLIC_WELFARE",
  "OTHER_ORGANIZATION",
];

/** A request, each from another kind of applicant. */
const received = (name: string, receivedOn: string, more: object = {}, by = C): Act => {
  const number = ++people;
  const applicant = {
    name: `申请人${number}`,
    contact: `1380000${1000 + number}`,
    deliveryAddress: `某路${number}号`,
  };
  const input = {
    ...{ unitCode: by.slice(-9), subject: `关于第 ${number} 号事项的信息`, applicantKind: KINDS[number % 6] },
    ...{ applicant, receiptChannel: "IN_PERSON", receivedOn, ...more },
  };
  return [by, "receiveRequest", input, name];
};

/** A step of a request, by the clerk unless somebody else is named. */
const step = (request: string, field: string, more: object = {}, by = C): Act => [
  by,
  field,
  { requestId: `@${request}`, ...more },
  `${request} parts`,
];

/** Requests on every way that there is, in 2025, and some that are still open on 20 January 2026. */
export async function actRequests(stage: Stage): Promise<void> {
  stage.at("2025-03-03T09:00:00+08:00");
  await stage.act(
    received("asked", "2025-03-03", { note: "窗口递交" }),
    received("consulted", "2025-03-03"),
    received("split", "2025-03-03"),
    received("withdrawn", "2025-03-03", { receiptChannel: "ONLINE" }),
    received("lapsed", "2025-03-03", { receiptChannel: "FAX" }),
    received("reopened", "2025-03-03", { receiptChannel: "POST_SIGNED" }),
    received("corrected", "2025-03-03"),
    received("posted", "2025-03-03", {
      receiptChannel: "POST_ORDINARY",
      arrivedOn: "2025-03-03",
      receivedOn: null,
    }),
    received("elsewhere", "2025-03-03", {}, C2),
    step("asked", "askCorrection", { deadline: "2025-03-14", letterNumber: "补〔2025〕1号" }),
    step("lapsed", "askCorrection", { deadline: "2025-03-14" }),
    step("reopened", "askCorrection", { deadline: "2025-03-14" }),
    step("withdrawn", "withdrawRequest", { note: "申请人来电撤回" }),
    step("split", "splitRequest", { subjects: ["年度预算", "征地批复"], note: "两项内容" }),
    step("consulted", "consultAgency", { letterNumber: "函〔2025〕1号", letterReceivedOn: "2025-03-03" }),
  );
  stage.at("2025-03-10T09:00:00+08:00");
  await stage.act(
    step("asked", "recordCorrection", { note: "已补正" }),
    step("posted", "confirmReceipt", {}, R),
    step("consulted", "recordAgencyReply", { letter: 2 }),
    step("split parts.1", "decideRequest", { outcome: "GRANTED", article: "§36(2)" }),
    step("split", "noticeFee", { amount: "140", letterNumber: "费〔2025〕1号" }),
    step("corrected", "consultThirdParty", { letterNumber: "征〔2025〕2号" }),
    step("elsewhere", "decideRequest", { outcome: "UNABLE_NOT_HELD", article: "§36(4)" }, C2),
  );
  stage.at("2025-03-11T09:00:00+08:00");
  await stage.act(
    step("asked", "consultThirdParty", { letterNumber: "征〔2025〕1号" }),
    step("consulted", "askReasons", { letterNumber: "理〔2025〕1号" }),
    step("split", "recordFeePaid"),
    step("split parts.1", "serveRequest", { method: "DIRECT", arrivedOn: "2025-03-11" }),
    step("corrected", "recordArrival", { of: "THIRD_PARTY_LETTER", arrivedOn: "2025-03-11", letter: 2 }),
    step("corrected", "correctStep", { step: 2, letterNumber: "征〔2025〕3号", reason: "文号登记有误" }, R),
    step("corrected", "withdrawStep", { step: 2, reason: "不涉及第三方", recordedInError: true }),
  );
  stage.at("2025-03-17T09:00:00+08:00");
  await stage.act(
    step("asked", "recordArrival", { of: "THIRD_PARTY_LETTER", arrivedOn: "2025-03-12" }),
    step("lapsed", "lapseRequest", { note: "逾期不补正" }),
    step("reopened", "lapseRequest"),
    step("consulted", "recordReasons", { reasonable: false }),
    step("corrected", "amendRequest", {
      ...{ subject: "更正后的申请内容", applicantKind: "ENTERPRISE", reason: "登记有误" },
      applicant: { name: "某公司", contact: "0631-0000000" },
    }),
    step(
      "split",
      "decideRequest",
      { outcome: "PARTIAL", article: "§37", documentNumber: "答〔2025〕2号" },
      R,
    ),
  );
  stage.at("2025-03-20T09:00:00+08:00");
  await stage.act(
    step("asked", "recordThirdPartyReply", { letter: 4 }),
    step("reopened", "reopenRequest", { reason: "申请人住院", deadline: "2025-04-10" }, R),
    step("consulted", "extendRequest", {
      days: 10,
      approver: "张主任",
      reason: "需要检索",
      toldOn: "2025-03-20",
    }),
    step("corrected", "extendRequest", {
      days: 20,
      approver: "张主任",
      reason: "案情复杂",
      toldOn: "2025-03-20",
    }),
    step("posted", "decideRequest", { outcome: "REFUSED_REPEAT", article: "§36(6)" }),
    step("posted", "serveRequest", { method: "POST" }),
  );
  await later(stage);
  await stillOpen(stage);
}

async function later(stage: Stage): Promise<void> {
  stage.at("2025-04-09T09:00:00+08:00");
  await stage.act(
    step("reopened", "recordCorrection"),
    step("asked", "decideRequest", {
      outcome: "DENIED_THIRD_PARTY",
      article: "§15",
      documentNumber: "答〔2025〕3号",
    }),
    step("asked", "serveRequest", { method: "POST" }),
    step("consulted", "decideRequest", {
      outcome: "DENIED_PROCESS",
      article: "§16",
      documentNumber: "答〔2025〕4号",
    }),
    step("consulted", "serveRequest", { method: "ONLINE", arrivedOn: "2025-04-09" }, R),
  );
  stage.at("2025-04-15T09:00:00+08:00");
  await stage.act(
    step("asked", "recordArrival", { of: "DECISION", arrivedOn: "2025-04-14" }),
    step("posted", "recordArrival", { of: "DECISION", arrivedOn: "2025-03-24" }),
    step("consulted", "amendRequest", { documentNumber: "答〔2025〕5号", reason: "文号有误" }, R),
    step("reopened", "decideRequest", { outcome: "GRANTED", article: "§36(2)", note: "超过内部时限" }),
  );
}

async function stillOpen(stage: Stage): Promise<void> {
  stage.at("2025-12-29T09:00:00+08:00");
  await stage.act(
    received("overdue", "2025-11-03", { number: "2025-90" }),
    received("due soon", "2025-12-22"),
    received("awaiting fee", "2025-12-29"),
    received("awaiting correction", "2025-12-29"),
    received("awaiting reasons", "2025-12-29"),
    received("third party", "2025-12-29"),
    received("agency", "2025-12-29"),
    received("unconfirmed", "2025-12-29", {
      ...{ receiptChannel: "POST_ORDINARY", arrivedOn: "2025-12-26", receivedOn: null },
    }),
    received("untouched", "2025-12-29", {}, C2),
    step("awaiting correction", "askCorrection", { deadline: "2026-01-30" }),
    step("awaiting reasons", "askReasons"),
    step("third party", "consultThirdParty", { letterReceivedOn: "2025-12-29" }),
    step("agency", "consultAgency"),
    step("awaiting fee", "noticeFee", { method: "BY_PIECE", quantity: 11, noticeReceivedOn: "2025-12-29" }),
    step("third party", "extendRequest", { days: 5, approver: "李主任", reason: "等待答复" }),
  );
}
