import { text } from "../kernel/text.js";
import type { Moved } from "../platform/graphql/moved.js";

/*
 * What clients of earlier versions may still ask for. Whoever renames or removes a part of the schema adds an entry: the
 * coordinate as it was ("Type", "Type.field", "Type.field(argument:)", "Input.field", "Enum.VALUE"), and where it went, as
 * words that follow 改为 and "now". A document that names the old part is refused with these words. CHANGELOG.md says the
 * same under "给客户端 · For clients".
 */

const payloads = (...names: readonly string[]) => text(names.join("、"), names.join(", "));

/** Of lists that became connections: what a client asked of an item, it now asks of `nodes`. */
const paged = (connections: Readonly<Record<string, readonly string[]>>): Moved =>
  Object.fromEntries(
    Object.entries(connections).flatMap(([connection, fields]) =>
      fields.map((field) => [
        `${connection}.${field}`,
        text(`nodes { ${field} }`, `nodes { ${field} }, as the list is a connection`),
      ]),
    ),
  );

export const MOVED_FIELDS: Moved = {
  ...paged({
    HistoryConnection: [
      ...["id", "at", "on", "actor", "role", "operation", "title", "reason", "revision", "changes"],
    ],
    ReportVersionConnection: [
      ...["id", "number", "status", "submittedAt", "publishedAt", "samePerson", "cells", "sections"],
    ],
    SavedQueryVersionConnection: ["number", "document", "variables", "cost", "author", "createdAt"],
    UnitConnection: ["id", "code", "name", "shortName", "kind", "children", "report", "reports"],
  }),
  ReportActionInput: payloads(
    ...["RequestReviewInput", "SubmitReportInput", "ApproveReportInput", "PublishReportInput"],
  ),
  ReportPayload: payloads(
    ...["RequestReviewPayload", "SubmitReportPayload", "ReturnReportPayload", "ApproveReportPayload"],
    ...["PublishReportPayload", "ReviseReportPayload"],
  ),
  FilingDeadlinePayload: payloads("SetFilingDeadlinePayload"),
  RoleInput: payloads("GrantRoleInput", "RevokeRoleInput"),
  SessionInput: payloads("RenewSessionInput", "SignOutInput"),
  UserPayload: payloads(
    ...[
      "CreateUserPayload",
      "GrantRolePayload",
      "RevokeRolePayload",
      "DisableUserPayload",
      "EnableUserPayload",
    ],
    ...["RenameUserPayload", "ResetPasswordPayload", "ChangePasswordPayload"],
  ),
  UnitPayload: payloads(
    ...["CreateUnitPayload", "RenameUnitPayload", "AmendUnitPayload", "MoveUnitPayload"],
    "DissolveUnitPayload",
  ),
  NoneStatementPayload: payloads("StateNonePayload", "WithdrawNonePayload"),
  DisclosurePayload: payloads(
    ...["RegisterDisclosurePayload", "AmendDisclosurePayload", "ReviewDisclosurePayload"],
    ...["PublishDisclosurePayload", "WithdrawDisclosurePayload", "RepealDocumentPayload"],
  ),
  DisclosuresPayload: payloads(
    ...["ImportDisclosuresPayload", "ReviewDisclosuresPayload", "PublishDisclosuresPayload"],
  ),
  CatalogueItemPayload: payloads("SaveCatalogueItemPayload", "RetireCatalogueItemPayload"),
  ProposalPayload: payloads(
    ...["AssignProposalPayload", "AnswerProposalPayload", "RateProposalPayload"],
    ...["PublishProposalAnswerPayload", "AmendProposalPayload"],
  ),
  RemedyPayload: payloads(
    ...["LodgeRemedyPayload", "ConcludeRemedyPayload", "RecordRulingArrivalPayload", "AmendRemedyPayload"],
  ),
  SupplyPayload: payloads(
    ...["RecordSupplyPayload", "AmendSupplyPayload", "SignOffSupplyPayload", "RevokeSupplySignOffPayload"],
  ),
  "Mutation.withdrawSupply": text("deleteSupply", "deleteSupply"),
  "HistoryOperation.WITHDRAW_SUPPLY": text("DELETE_SUPPLY", "DELETE_SUPPLY"),
  WithdrawSupplyInput: payloads("DeleteSupplyInput"),
  WithdrawSupplyPayload: text("DeleteSupplyPayload { deletedId }", "DeleteSupplyPayload { deletedId }"),
  ...Object.fromEntries(
    ["ReviewDisclosuresInput", "PublishDisclosuresInput"].map((input) => [
      `${input}.disclosureIds`,
      text(
        "disclosures: [{ disclosureId, expectedRevision }]",
        "disclosures: [{ disclosureId, expectedRevision }]",
      ),
    ]),
  ),
  "JudgeFindingInput.explanation": text("judgement", "judgement"),
  "FindingJudgementInput.explanation": text("judgement", "judgement"),
  StepRefused: text("TransitionRefused { state legalSteps }", "TransitionRefused { state legalSteps }"),
  "TransitionRefused.from": text("state", "state"),
  "TransitionRefused.allowed": text(
    "legalSteps（各步骤的 mutation）",
    "legalSteps (the steps, by their mutations)",
  ),
  RequestStep: text("RecordStep", "RecordStep"),
  RequestMutation: text("RecordMutation", "RecordMutation"),
  "Query.accountEvents": text(
    "history(unit, subtree, subject, operations)",
    "history(unit, subtree, subject, operations)",
  ),
  "Query.rollUpReports": text("areaSums", "areaSums"),
  RollUpLevel: text("AreaLevel", "AreaLevel"),
  AccountEventKind: text("HistoryOperation", "HistoryOperation"),
  ...Object.fromEntries(
    ["Report", "Disclosure", "Request", "Remedy", "Proposal", "Unit", "Account"].map((record) => [
      `${record}Event`,
      text("HistoryEntry", "HistoryEntry"),
    ]),
  ),
};
