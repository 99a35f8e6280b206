import { text, type Text } from "./text.js";

export type FaultCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "BAD_USER_INPUT"
  | "TOO_COMPLEX"
  | "RATE_LIMITED"
  | "UNAVAILABLE";

/** A fault of the caller: becomes a top-level GraphQL error with `extensions.code`. The text is safe to show. */
export class CallerFault extends Error {
  override readonly name = "CallerFault";

  constructor(
    readonly code: FaultCode,
    readonly text: Text,
    readonly argumentPath?: readonly string[],
  ) {
    super(text.en);
  }
}

/** One wording for "absent" and for "not yours", so that a caller cannot distinguish them. */
export const notFound = (): CallerFault =>
  new CallerFault("NOT_FOUND", text("没有找到，或不在您的权限范围内", "Not found, or not within your scope"));

export const unauthenticated = (): CallerFault =>
  new CallerFault("UNAUTHENTICATED", text("请先登录", "Sign in first"));

export const forbidden = (): CallerFault =>
  new CallerFault("FORBIDDEN", text("您的角色无权进行此操作", "Your role does not allow this"));

export const passwordToChange = (): CallerFault =>
  new CallerFault(
    "FORBIDDEN",
    text(
      "请先修改密码（changePassword）：初始密码或已过期的密码不能用于其他操作",
      "Change your password first (changePassword): a first or expired password opens nothing else",
    ),
  );

export const badInput = (message: Text, path?: readonly string[]): CallerFault =>
  new CallerFault("BAD_USER_INPUT", message, path);
