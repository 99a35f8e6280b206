import { HeaderMap } from "@apollo/server";
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from "graphql";
import { CallerFault, type FaultCode } from "../../kernel/fault.js";
import { text, type Text } from "../../kernel/text.js";
import { errorForLog } from "../log/log.js";
import { complaintAbout } from "./complaints.js";
import type { ErrorLog, RequestScope } from "./request-scope.js";
import { RateLimited, TooComplex } from "./exceeded.js";

/**
 * The party that can act decides the answer. Faults of the user are data (kernel/problem.ts) and never come here.
 * Faults of the caller keep their code and words. All others are ours: masked here, whole in the log.
 */

export const RETRY_AFTER_SECONDS = "5";
export const FAULT_STATUS: Readonly<Record<FaultCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  TOO_COMPLEX: 400,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

/** Most wrappings followed; a ring of causes must not hang the server. */
const MAX_WRAPPING = 10;

interface ClientExtensions {
  readonly code: string;
  readonly requestId?: string;
  readonly argument?: readonly string[];
  readonly limit?: number;
  readonly price?: number;
  readonly field?: string;
  readonly retryAfterSeconds?: number;
}

/** The only place that turns an error into the client's answer. */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  {
    language,
    requestId,
    log,
    schema,
  }: RequestScope & { readonly log: ErrorLog; readonly schema: GraphQLSchema },
): GraphQLFormattedError {
  const tell = (message: Text, extensions: ClientExtensions): GraphQLFormattedError => ({
    message: message[language],
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
    extensions: { ...extensions },
  });
  const cause = rootCause(error);
  if (cause instanceof CallerFault) return tell(cause.text, faultExtensions(cause));
  const complaint = cause instanceof GraphQLError && complaintAbout(cause, formatted, schema);
  if (complaint) return tell(complaint.text, { code: complaint.code });
  log.error({ requestId, path: formatted.path, err: errorForLog(cause) }, "request failed");
  return tell(maskedText(requestId), { code: "INTERNAL_SERVER_ERROR", requestId });
}

/** The JSON that Apollo would make of an error of graphql-js. */
export const errorJson = ({ message, locations, path }: GraphQLError): GraphQLFormattedError => ({
  message,
  ...(locations && { locations }),
  ...(path && { path }),
});

/** The same for a fault outside of any query. */
export const formatFault = (fault: CallerFault, language: keyof Text): GraphQLFormattedError => ({
  message: fault.text[language],
  extensions: { ...faultExtensions(fault) },
});

/** An error that ends the whole request, with the HTTP status for it. */
export function asRequestError(fault: CallerFault): GraphQLError {
  const headers = new HeaderMap();
  if (fault.code === "UNAVAILABLE") headers.set("retry-after", RETRY_AFTER_SECONDS);
  if (fault instanceof RateLimited) headers.set("retry-after", String(fault.retryAfterSeconds));
  const extensions = { code: fault.code, http: { status: FAULT_STATUS[fault.code], headers } };
  return new GraphQLError(fault.text.en, { originalError: fault, extensions });
}

/** The original error, below GraphQL's wrappings. */
export function rootCause(error: unknown): unknown {
  let cause = error;
  for (let i = 0; i < MAX_WRAPPING && cause instanceof GraphQLError && cause.originalError; i += 1)
    cause = cause.originalError;
  return cause;
}

export const maskedText = (requestId: string): Text =>
  text(`服务器内部错误，编号 ${requestId}`, `Internal server error, request ${requestId}`);

const faultExtensions = (fault: CallerFault): ClientExtensions => ({
  code: fault.code,
  ...(fault.argumentPath && { argument: fault.argumentPath }),
  ...(fault instanceof TooComplex && fault.details),
  ...(fault instanceof RateLimited && { retryAfterSeconds: fault.retryAfterSeconds }),
});
