import { createHmac } from "node:crypto";
import { request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { isIP } from "node:net";
import { addressFault, hostOf, isOutside, NOT_OUTSIDE, outsideOnly } from "./address.js";
import { TIMEOUT_MS } from "./webhooks.data.js";

export interface Parcel {
  readonly url: string;
  readonly deliveryId: string;
  readonly kind: string;
  readonly body: string;
  readonly secret: string;
}

/** What came of one attempt: the status of an answer, or why there was none. */
export type Answer = { readonly status: number } | { readonly failure: string };

/** `t=<seconds since 1970>,v1=<hex HMAC-SHA256 of "t.body">`, so that an old message cannot be sent anew unnoticed. */
export function signatureOf(secret: string, body: string, now: Date): string {
  const t = Math.floor(now.getTime() / 1000);
  return `t=${t},v1=${createHmac("sha256", secret).update(`${t}.${body}`).digest("hex")}`;
}

/** Posts one delivery. Follows no redirect, and reads nothing of the answer but its status. */
export function post(parcel: Parcel, now: Date, inner: boolean, timeoutMs = TIMEOUT_MS): Promise<Answer> {
  const { url, body } = parcel;
  const target = new URL(url);
  const host = hostOf(target);
  if (addressFault(url, inner) || (!inner && isIP(host) !== 0 && !isOutside(host)))
    return Promise.resolve({ failure: NOT_OUTSIDE });
  const request = target.protocol === "https:" ? secureRequest : plainRequest;
  return new Promise((resolve) => {
    const sent = request(
      target,
      {
        ...{ method: "POST", headers: headersOf(parcel, now), agent: false },
        ...(!inner && { lookup: outsideOnly }),
        signal: AbortSignal.timeout(timeoutMs),
      },
      (answer) => {
        answer.on("error", () => undefined).destroy();
        resolve({ status: answer.statusCode ?? 0 });
      },
    );
    sent.on("error", (error: NodeJS.ErrnoException) => resolve({ failure: failureOf(error) }));
    sent.end(body);
  });
}

const headersOf = ({ deliveryId, kind, body, secret }: Parcel, now: Date): Record<string, string> => ({
  "content-type": "application/json; charset=utf-8",
  "content-length": String(Buffer.byteLength(body)),
  "user-agent": "gongkai-webhooks",
  "x-gongkai-delivery": deliveryId,
  "x-gongkai-event": kind,
  "x-gongkai-signature": signatureOf(secret, body, now),
});

/** A code alone: messages name addresses of the inner network. */
const failureOf = ({ name, code }: NodeJS.ErrnoException): string =>
  name === "TimeoutError" || name === "AbortError" ? "TIMEOUT" : (code ?? "FAILED").slice(0, 40);
