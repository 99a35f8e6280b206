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
];
