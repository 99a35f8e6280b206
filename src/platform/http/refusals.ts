import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { text, type Text } from "../../kernel/text.js";
import type { CallerFault } from "../../kernel/fault.js";
import { FAULT_STATUS, maskedText } from "../graphql/errors.js";
import { languageOf } from "../graphql/request-scope.js";
import { errorForLog } from "../log/log.js";

/**
 * Refusals before GraphQL sees the request, in the same shape as GraphQL errors, so that a client reads errors in one
 * way.
 */
const REFUSALS: Record<string, { readonly code: string; readonly text: Text }> = {
  400: { code: "BAD_REQUEST", text: text("请求体不是有效的 JSON", "The body is not valid JSON") },
  /** Fastify's own code; the status alone would look like a malformed body. */
  FST_ERR_BAD_URL: {
    code: "BAD_REQUEST",
    text: text("网址格式有误：% 编码不正确", "The address is malformed: its %-encoding is wrong"),
  },
  404: {
    code: "NOT_FOUND",
    text: text("没有此地址；接口为 POST /graphql", "There is nothing here; the API is POST /graphql"),
  },
  413: {
    code: "BAD_REQUEST",
    text: text(
      "请求体过大：最多 256 KB，请分批提交；登录后导入可发往 /graphql/import，最多 8 MB",
      "The body is too large: at most 256 kB, so send it in parts; an import by somebody signed in may go to /graphql/import, at most 8 MB",
    ),
  },
  415: {
    code: "BAD_REQUEST",
    text: text("请求体须为未压缩的 application/json", "The body must be application/json, not compressed"),
  },
};
/** The body is not JSON; `hint` says where and why. */
export class MalformedJson extends Error {
  override readonly name = "MalformedJson";
  readonly statusCode = 400;

  constructor(readonly hint: Text | undefined) {
    super("malformed JSON");
  }
}

const OTHER = { code: "BAD_REQUEST", text: text("请求无法处理", "The request cannot be handled") };

export async function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  cause = "",
): Promise<FastifyReply> {
  const { code, text: message } = REFUSALS[cause] ?? REFUSALS[status] ?? OTHER;
  return send(reply, status, message, { code });
}

function refuseJson(request: FastifyRequest, reply: FastifyReply, hint: Text | undefined): FastifyReply {
  const { zh, en } = REFUSALS[400]?.text ?? OTHER.text;
  const message = hint ? text(`${zh}：${hint.zh}`, `${en}: ${hint.en}`) : text(zh, en);
  return send(reply, 400, message, { code: "BAD_REQUEST" });
}

/** Answers Fastify's errors by status, without Fastify's words; an error without a status is a fault of ours. */
export const errorHandler =
  (log: Logger) =>
  async (error: FastifyError, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const status = error.statusCode ?? 500;
    if (error instanceof MalformedJson) return refuseJson(request, reply, error.hint);
    if (status >= 400 && status < 500) return refuse(request, reply, status);
    const requestId = request.id;
    log.error({ requestId, err: errorForLog(error) }, "request failed");
    return send(reply, 500, maskedText(requestId), { code: "INTERNAL_SERVER_ERROR", requestId });
  };

function send(reply: FastifyReply, status: number, message: Text, extensions: object): FastifyReply {
  const { request } = reply;
  const language = languageOf(request.headers["accept-language"]);
  return reply
    .code(status)
    .header("x-request-id", request.id)
    .type("application/json; charset=utf-8")
    .send(JSON.stringify({ errors: [{ message: message[language], extensions }] }));
}

const CLIENT_ERRORS: Record<string, string> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

/** Answers bytes that are not HTTP: there is no request, only a socket. */
export function refuseSocket(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  const body = JSON.stringify({ errors: [{ message: OTHER.text.zh, extensions: { code: OTHER.code } }] });
  const head = [
    `HTTP/1.1 ${CLIENT_ERRORS[error.code ?? ""] ?? "400 Bad Request"}`,
    "Content-Type: application/json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${randomUUID()}`,
    "Connection: close",
  ];
  if (socket.writable) socket.write(`${head.join("\r\n")}\r\n\r\n${body}`);
  socket.destroySoon();
}

/** A fault of the caller that is known before the body is read. */
export const refuseFault = (request: FastifyRequest, reply: FastifyReply, fault: CallerFault): FastifyReply =>
  send(reply, FAULT_STATUS[fault.code], fault.text, { code: fault.code });
