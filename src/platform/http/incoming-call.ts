import type { FastifyRequest } from "fastify";
import type { Language } from "../../kernel/text.js";
import { languageOf } from "../graphql/request-scope.js";
import { cookieAuthorization } from "./session-cookie.js";

/** Notes for the request log beyond what HTTP shows; each part of the server fills in what it learns. */
export interface RequestNotes {
  /** The login; null for the public. */
  user?: string | null;
  /** `CLERK 371003003` */
  roles?: readonly string[];
  /** `query unit, users`: the kind and its root fields, never arguments. */
  operation?: string;
}

const NOTES = new WeakMap<FastifyRequest, RequestNotes>();

export function notesOf(request: FastifyRequest): RequestNotes {
  const notes = NOTES.get(request) ?? {};
  NOTES.set(request, notes);
  return notes;
}

/** Input of the context; the HTTP library's types stay in this file. */
export interface IncomingCall {
  readonly requestId: string;
  readonly language: Language;
  /** The peer's address; no header is trusted. */
  readonly address: string;
  /** The header, or else the browser's cookie in its form. */
  readonly authorization: string | undefined;
  readonly notes: RequestNotes;
}

export const callOf = (request: FastifyRequest): IncomingCall => ({
  requestId: request.id,
  language: languageOf(request.headers["accept-language"]),
  address: request.ip,
  authorization: request.headers.authorization ?? cookieAuthorization(request),
  notes: notesOf(request),
});
