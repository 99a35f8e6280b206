import type { ChangeKind } from "../changes/index.js";

/** What a program can be told of; a test is sent by hand. */
export const EVENT_KINDS = [
  "REPORT_SUBMITTED",
  "REPORT_RETURNED",
  "REPORT_APPROVED",
  "REPORT_PUBLISHED",
  "REPORT_REOPENED",
  "REQUEST_RECEIVED",
  "REQUEST_DUE",
  "DISCLOSURE_PUBLISHED",
] as const satisfies readonly ChangeKind[];

export type EventKind = (typeof EVENT_KINDS)[number];

/** `PENDING` until it is taken or given up. */
export type DeliveryState = "PENDING" | "DELIVERED" | "GIVEN_UP";

const MINUTE_MS = 60_000;
/** How long after each failed attempt the next one follows; after the last there is none. */
export const PAUSES_MS = [1, 5, 30, 120, 360, 720, 1440].map((minutes) => minutes * MINUTE_MS);
export const MOST_ATTEMPTS = PAUSES_MS.length + 1;

/** Endpoints of one unit. */
export const MOST_ENDPOINTS = 10;
export const URL_LENGTH = 500;

/** A receiver that has not answered by then has failed. */
export const TIMEOUT_MS = 10_000;
/** Longer than an attempt can take: then its process has stopped, and another one may try. */
export const LEASE_MS = 6 * TIMEOUT_MS;
