import { createUnits } from "./0001-create-units.js";
import { createUnitNames } from "./0002-create-unit-names.js";
import { createUsers } from "./0003-create-users.js";
import { createMemberships } from "./0004-create-memberships.js";
import { createSessions } from "./0005-create-sessions.js";
import { createSignInThrottles } from "./0006-create-sign-in-throttles.js";
import { createIdempotencyKeys } from "./0007-create-idempotency-keys.js";
import { createFilingDeadlines } from "./0008-create-filing-deadlines.js";
import { createReports } from "./0009-create-reports.js";
import { createReportEvents } from "./0010-create-report-events.js";
import { createFindings } from "./0011-create-findings.js";
import { createReportVersions } from "./0012-create-report-versions.js";
import { createVersionDocuments } from "./0013-create-version-documents.js";
import { createDistrictSettings } from "./0014-create-district-settings.js";
import { createDisclosureCatalogue } from "./0015-create-disclosure-catalogue.js";
import { createDisclosures } from "./0016-create-disclosures.js";
import { createDisclosureEvents } from "./0017-create-disclosure-events.js";
import { createSuppliedCounts } from "./0018-create-supplied-counts.js";
import { createInformationRequests } from "./0019-create-information-requests.js";
import { createRequestEvents } from "./0020-create-request-events.js";
import { createRemedies } from "./0021-create-remedies.js";
import { createProposals } from "./0022-create-proposals.js";
import { createProposalEvents } from "./0023-create-proposal-events.js";
import { createReportRollUps } from "./0024-create-report-roll-ups.js";
import { createVersionDifferences } from "./0025-create-version-differences.js";
import { createRequestApplicants } from "./0026-create-request-applicants.js";
import { createRemedyEvents } from "./0027-create-remedy-events.js";
import { createSavedQueries } from "./0028-create-saved-queries.js";
import { createSavedQueryVersions } from "./0029-create-saved-query-versions.js";
import { createReportSums } from "./0030-create-report-sums.js";
import { createPeerGroups } from "./0031-create-peer-groups.js";
import { compareTextByteByByte } from "./0032-compare-text-byte-by-byte.js";
import { createInstallationFacts } from "./0033-create-installation-facts.js";
import { holdUnits } from "./0034-hold-units.js";
import { holdReports } from "./0035-hold-reports.js";
import { indexRequestsByDecision } from "./0036-index-requests-by-decision.js";
import { indexRequestsByReceipt } from "./0037-index-requests-by-receipt.js";
import { createAccountEvents } from "./0038-create-account-events.js";
import { addAccountOfSignInThrottle } from "./0039-add-account-of-sign-in-throttle.js";
import { createKnownPlaces } from "./0040-create-known-places.js";
import { createPasswordStates } from "./0041-create-password-states.js";
import { addSamePersonOfVersion } from "./0042-add-same-person-of-version.js";
import { addSamePersonOfEvent } from "./0043-add-same-person-of-event.js";
import { createUnitPlaces } from "./0044-create-unit-places.js";
import { createUnitSuccessors } from "./0045-create-unit-successors.js";
import { createUnitEvents } from "./0046-create-unit-events.js";
import { addUnitCreditCode } from "./0047-add-unit-credit-code.js";
import { indexUnitCreditCodes } from "./0048-index-unit-credit-codes.js";
import { indexUnitsBySuccessor } from "./0049-index-units-by-successor.js";
import { indexRequestsByState } from "./0050-index-requests-by-state.js";
import { addDecisionArrivalOfRequest } from "./0051-add-decision-arrival-of-request.js";
import { addDecisionArrivalOfRemedy } from "./0052-add-decision-arrival-of-remedy.js";
import { createReckoningTerms } from "./0053-create-reckoning-terms.js";
import { addTermsOfRequest } from "./0054-add-terms-of-request.js";
import { createNoneStatements } from "./0055-create-none-statements.js";
import { createRecheckMarks } from "./0056-create-recheck-marks.js";
import { createReportFilings } from "./0057-create-report-filings.js";
import { fillReportFilings } from "./0058-fill-report-filings.js";
import { createVersionCompleteness } from "./0059-create-version-completeness.js";
import { indexUnitsByKind } from "./0060-index-units-by-kind.js";
import { addCellKeyOfRequests } from "./0061-add-cell-key-of-requests.js";
import { addCellKeyOfRemedies } from "./0062-add-cell-key-of-remedies.js";
import { addRequestNumberKey } from "./0063-add-request-number-key.js";
import { addRequestSubjectKey } from "./0064-add-request-subject-key.js";
import { addDisclosureTitleKey } from "./0065-add-disclosure-title-key.js";
import { addDisclosureCategoryKey } from "./0066-add-disclosure-category-key.js";
import { addDisclosureDocumentNumberKey } from "./0067-add-disclosure-document-number-key.js";
import { addCatalogueItemNamesKey } from "./0068-add-catalogue-item-names-key.js";
import { addRemedyNumberKey } from "./0069-add-remedy-number-key.js";
import { addProposalNumberKey } from "./0070-add-proposal-number-key.js";
import { fillTextKeys } from "./0071-fill-text-keys.js";
import { indexRequestNumberKey } from "./0072-index-request-number-key.js";
import { holdReportSums } from "./0073-hold-report-sums.js";
import { fillKeyedHashes } from "./0074-fill-keyed-hashes.js";
import { createHistory } from "./0075-create-history.js";
import { createHistoryHeads } from "./0076-create-history-heads.js";
import { indexHistoryBySubject } from "./0077-index-history-by-subject.js";
import { indexHistoryByTime } from "./0078-index-history-by-time.js";
import { fillHistory } from "./0079-fill-history.js";
import { dropReportEvents } from "./0080-drop-report-events.js";
import { dropDisclosureEvents } from "./0081-drop-disclosure-events.js";
import { dropRequestEvents } from "./0082-drop-request-events.js";
import { dropProposalEvents } from "./0083-drop-proposal-events.js";
import { dropRemedyEvents } from "./0084-drop-remedy-events.js";
import { dropAccountEvents } from "./0085-drop-account-events.js";
import { dropUnitEvents } from "./0086-drop-unit-events.js";
import { createInterpretations } from "./0087-create-interpretations.js";
import { indexInterpretations } from "./0088-index-interpretations.js";
import { createHistorySeals } from "./0089-create-history-seals.js";
import { createHistorySealedHeads } from "./0090-create-history-sealed-heads.js";
import { createHistoryKeys } from "./0091-create-history-keys.js";
import { createHistoryGaps } from "./0092-create-history-gaps.js";
import { createUploads } from "./0093-create-uploads.js";
import { createRequestLetters } from "./0094-create-request-letters.js";
import { createLetterTemplates } from "./0095-create-letter-templates.js";
import { createVersionFingerprints } from "./0096-create-version-fingerprints.js";
import { fillVersionFingerprints } from "./0097-fill-version-fingerprints.js";
import { addJudgementOfFinding } from "./0098-add-judgement-of-finding.js";
import { fillJudgements } from "./0099-fill-judgements.js";
import { createStagings } from "./0100-create-stagings.js";
import { addStagingOfDisclosures } from "./0101-add-staging-of-disclosures.js";
import { addStagingOfRequests } from "./0102-add-staging-of-requests.js";
import { addStagingOfRemedies } from "./0103-add-staging-of-remedies.js";
import { addStagingOfProposals } from "./0104-add-staging-of-proposals.js";
import { addStagingOfInterpretations } from "./0105-add-staging-of-interpretations.js";
import { dropIndexOfDecidedRequests } from "./0106-drop-index-of-decided-requests.js";
import { indexDecidedRequestsWithStaging } from "./0107-index-decided-requests-with-staging.js";
import { dropIndexOfReceivedRequests } from "./0108-drop-index-of-received-requests.js";
import { indexReceivedRequestsWithStaging } from "./0109-index-received-requests-with-staging.js";
import { createTableImports } from "./0110-create-table-imports.js";
import { addStatedOfVersion } from "./0111-add-stated-of-version.js";
import { fillStated } from "./0112-fill-stated.js";
import { createUploadParts } from "./0113-create-upload-parts.js";
import { createImportedFiles } from "./0114-create-imported-files.js";
import { createImportedFileParts } from "./0115-create-imported-file-parts.js";
import { addUntoldOfHistoryHead } from "./0116-add-untold-of-history-head.js";
import { indexUntoldHeads } from "./0117-index-untold-heads.js";
import { createChangeFeed } from "./0118-create-change-feed.js";
import { indexChangeFeedByUnit } from "./0119-index-change-feed-by-unit.js";
import { createDashboards } from "./0120-create-dashboards.js";
import { createUnitContacts } from "./0121-create-unit-contacts.js";
import { createWebhooks } from "./0122-create-webhooks.js";
import { createWebhookDeliveries } from "./0123-create-webhook-deliveries.js";
import { indexDueDeliveries } from "./0124-index-due-deliveries.js";
import { indexDeliveriesByWebhook } from "./0125-index-deliveries-by-webhook.js";

/** In the order in which they run. Never change one that was released: add the next. */
export const MIGRATIONS = [
  createUnits,
  createUnitNames,
  createUsers,
  createMemberships,
  createSessions,
  createSignInThrottles,
  createIdempotencyKeys,
  createFilingDeadlines,
  createReports,
  createReportEvents,
  createFindings,
  createReportVersions,
  createVersionDocuments,
  createDistrictSettings,
  createDisclosureCatalogue,
  createDisclosures,
  createDisclosureEvents,
  createSuppliedCounts,
  createInformationRequests,
  createRequestEvents,
  createRemedies,
  createProposals,
  createProposalEvents,
  createReportRollUps,
  createVersionDifferences,
  createRequestApplicants,
  createRemedyEvents,
  createSavedQueries,
  createSavedQueryVersions,
  createReportSums,
  createPeerGroups,
  compareTextByteByByte,
  createInstallationFacts,
  holdUnits,
  holdReports,
  indexRequestsByDecision,
  indexRequestsByReceipt,
  createAccountEvents,
  addAccountOfSignInThrottle,
  createKnownPlaces,
  createPasswordStates,
  addSamePersonOfVersion,
  addSamePersonOfEvent,
  createUnitPlaces,
  createUnitSuccessors,
  createUnitEvents,
  addUnitCreditCode,
  indexUnitCreditCodes,
  indexUnitsBySuccessor,
  indexRequestsByState,
  addDecisionArrivalOfRequest,
  addDecisionArrivalOfRemedy,
  createReckoningTerms,
  addTermsOfRequest,
  createNoneStatements,
  createRecheckMarks,
  createReportFilings,
  fillReportFilings,
  createVersionCompleteness,
  indexUnitsByKind,
  addCellKeyOfRequests,
  addCellKeyOfRemedies,
  addRequestNumberKey,
  addRequestSubjectKey,
  addDisclosureTitleKey,
  addDisclosureCategoryKey,
  addDisclosureDocumentNumberKey,
  addCatalogueItemNamesKey,
  addRemedyNumberKey,
  addProposalNumberKey,
  fillTextKeys,
  indexRequestNumberKey,
  holdReportSums,
  fillKeyedHashes,
  createHistory,
  createHistoryHeads,
  indexHistoryBySubject,
  indexHistoryByTime,
  fillHistory,
  dropReportEvents,
  dropDisclosureEvents,
  dropRequestEvents,
  dropProposalEvents,
  dropRemedyEvents,
  dropAccountEvents,
  dropUnitEvents,
  createInterpretations,
  indexInterpretations,
  createHistorySeals,
  createHistorySealedHeads,
  createHistoryKeys,
  createHistoryGaps,
  createUploads,
  createRequestLetters,
  createLetterTemplates,
  createVersionFingerprints,
  fillVersionFingerprints,
  addJudgementOfFinding,
  fillJudgements,
  createStagings,
  addStagingOfDisclosures,
  addStagingOfRequests,
  addStagingOfRemedies,
  addStagingOfProposals,
  addStagingOfInterpretations,
  dropIndexOfDecidedRequests,
  indexDecidedRequestsWithStaging,
  dropIndexOfReceivedRequests,
  indexReceivedRequestsWithStaging,
  createTableImports,
  addStatedOfVersion,
  fillStated,
  createUploadParts,
  createImportedFiles,
  createImportedFileParts,
  addUntoldOfHistoryHead,
  indexUntoldHeads,
  createChangeFeed,
  indexChangeFeedByUnit,
  createDashboards,
  createUnitContacts,
  createWebhooks,
  createWebhookDeliveries,
  indexDueDeliveries,
  indexDeliveriesByWebhook,
];
