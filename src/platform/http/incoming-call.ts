import type { FastifyRequest } from "fastify";
import type { Language } from "../../kernel/text.js";
import { languageOf } from "../graphql/language.js";

/** What the context is made of; the HTTP library's types stay here. */
export interface IncomingCall {
  readonly requestId: string;
  readonly language: Language;
  /** The peer's address: no header is believed. */
  readonly address: string;
  readonly authorization: string | undefined;
}

export const callOf = ({ id, ip, headers }: FastifyRequest): IncomingCall => ({
  requestId: id,
  language: languageOf(headers["accept-language"]),
  address: ip,
  authorization: headers.authorization,
});
