import type { FastifyRequest } from "fastify";
import type { Language } from "../../kernel/text.js";
import { languageOf } from "../graphql/language.js";

/** What the log says of a request besides what HTTP tells; filled in by whoever comes to know it. */
export interface RequestNotes {
  /** The login; null for the public. */
  user?: string | null;
  /** `CLERK 371003003` */
  roles?: readonly string[];
  /** `query unit, users`: the kind and its root fields, never what was asked of them. */
  operation?: string;
}

const NOTES = new WeakMap<FastifyRequest, RequestNotes>();

export function notesOf(request: FastifyRequest): RequestNotes {
  const notes = NOTES.get(request) ?? {};
  NOTES.set(request, notes);
  return notes;
}

/** What the context is made of; the HTTP library's types stay here. */
export interface IncomingCall {
  readonly requestId: string;
  readonly language: Language;
  /** The peer's address: no header is believed. */
  readonly address: string;
  readonly authorization: string | undefined;
  readonly notes: RequestNotes;
}

export const callOf = (request: FastifyRequest): IncomingCall => ({
  requestId: request.id,
  language: languageOf(request.headers["accept-language"]),
  address: request.ip,
  authorization: request.headers.authorization,
  notes: notesOf(request),
});
