import { LEDGER_READS, LEDGER_WRITES } from "./cases-ledgers.js";
import type { Case } from "./case.js";
import { QUERY_READS, QUERY_WRITES } from "./cases-queries.js";
import { READS } from "./cases-reads.js";
import { PLAIN_QUESTIONS, STATISTICS } from "./cases-statistics.js";
import { WRITES } from "./cases-writes.js";

export const CASES: readonly Case[] = [
  ...[...READS, ...LEDGER_READS, ...STATISTICS, ...QUERY_READS],
  ...[...WRITES, ...LEDGER_WRITES, ...QUERY_WRITES],
];

/** Of the ledgers: leaves, and the mutations that take them. A cell's code, like a setting's key, is everybody's. */
const PLAIN_LEAVES: Readonly<Record<string, string>> = {
  "category documentNumber title": "amendDisclosure registerDisclosure",
  "answerNumber number reason resultClass session title": "amendProposal",
  "address authorUnit channel contact documentLink documentNumber documentTitle interpreter signedOffBy title":
    "amendInterpretation registerInterpretation",
  "address authorUnit channel contact interpreter signedOffBy title": "publishInterpretation",
  "records.address records.authorUnit records.channel records.contact records.documentLink records.documentNumber records.documentTitle records.interpreter records.signedOffBy records.title":
    "importInterpretations",
  "applicant.contact applicant.deliveryAddress applicant.name article documentNumber number reason subject":
    "amendRequest",
  "note number organ reason": "amendRemedy",
  supplier: "amendSupply",
  "answerNumber reason resultClass": "answerProposal",
  note: "askCorrection askReasons confirmReceipt consultAgency consultThirdParty lapseRequest noticeFee recordArrival recordAgencyReply recordCorrection recordFeePaid recordReasons recordThirdPartyReply repealDocument serveRequest withdrawRequest",
  "number session title": "assignProposal",
  "key value": "changeSetting",
  "contact enclosures items.about items.article items.reasons number paragraphs recipient": "writeLetter",
  content: "saveLetterTemplate",
  reason:
    "amendInterpretation voidInterpretation concludeRemedy rateProposal reopenRequest revokeSupplySignOff withdrawDisclosure withdrawStep",
  "article documentNumber note": "decideRequest",
  "approver note reason": "extendRequest",
  "approver letterNumber reason": "correctStep",
  letterNumber: "askCorrection askReasons consultAgency consultThirdParty noticeFee",
  "records.category records.documentNumber records.title": "importDisclosures",
  "note number organ": "lodgeRemedy",
  "applicant.contact applicant.deliveryAddress applicant.name note number subject": "receiveRequest",
  "indicator supplier": "recordSupply",
  statedBy: "stateNone",
  comment: "reviewDisclosure reviewDisclosures",
  "article category synonyms title": "saveCatalogueItem",
  "cells.difference": "saveReport",
  // What is asked is nobody's: it runs with the rights of whoever runs it.
  "document name variables": "saveQuery",
  name: "saveDashboard savePeerGroup",
  "contacts.duty contacts.name contacts.telephone": "saveContacts",
  signedOffBy: "signOffSupply",
  "note subjects": "splitRequest",
};

/** Text that names no record: what is said or called, passwords, and the cells of a form, which are everybody's. */
export const PLAIN_TEXT: readonly string[] = [
  ...PLAIN_QUESTIONS,
  ...["requestReview", "submitReport", "approveReport", "publishReport"].map(
    (f) => `Mutation.${f} input.comment`,
  ),
  "Mutation.returnReport input.reason",
  "Mutation.reviseReport input.reason",
  // Looked for among the rows that the caller sees, as the list is read as a whole.
  ...["AnnualReport.events", "AnnualReport.versions", "SavedQuery.versions", "Unit.children"].flatMap(
    (list) => [`${list} after`, `${list} before`],
  ),
  ...Object.entries({ explainFinding: "explanation", judgeFinding: "judgement" }).flatMap(([f, words]) => [
    `Mutation.${f} input.${words}`,
    `Mutation.${f}s input.findings.${words}`,
  ]),
  "Mutation.saveReport input.sections.body",
  ...["name", "shortName", "aliases", "creditCode"].map((f) => `Mutation.createUnit input.${f}`),
  ...["name", "shortName", "reason"].map((f) => `Mutation.renameUnit input.${f}`),
  ...["reason", "aliases", "creditCode"].map((f) => `Mutation.amendUnit input.${f}`),
  ...["moveUnit", "dissolveUnit", "removeUnit"].map((f) => `Mutation.${f} input.reason`),
  // A login is unique over all tenants: that one is taken must be told, and nothing more is.
  ...["login", "displayName", "password"].map((f) => `Mutation.createUser input.${f}`),
  "Mutation.resetPassword input.newPassword",
  "Mutation.renameUser input.displayName",
  ...Object.entries(PLAIN_LEAVES).flatMap(([leaves, fields]) =>
    fields.split(" ").flatMap((field) => leaves.split(" ").map((leaf) => `Mutation.${field} input.${leaf}`)),
  ),
  "Mutation.signIn input.password",
  ...["currentPassword", "newPassword"].map((f) => `Mutation.changePassword input.${f}`),
];

/** Root fields that concern the caller's own session alone; keys of theirs are tried in isolation.test.ts. */
export const OWN_SESSION: readonly string[] = [
  "Mutation.renewSession",
  "Mutation.signOut",
  "Mutation.changePassword",
];
