import type { FastifyRequest } from "fastify";

/**
 * A browser's sign-in: the token in a cookie that no script can read. It counts only together with a header that a
 * page of another site cannot send without asking first (CSRF), and SameSite=Strict keeps it at home besides.
 */
const COOKIE = "gongkai_session";
const HEADER = "x-gongkai-session";

/** `Bearer …` of the cookie; nothing without the header. */
export function cookieAuthorization({ headers }: FastifyRequest): string | undefined {
  if (headers[HEADER] === undefined) return undefined;
  for (const pair of (headers.cookie ?? "").split(";")) {
    const [name, value] = pair.trim().split("=", 2);
    if (name === COOKIE && value) return `Bearer ${value}`;
  }
  return undefined;
}

/** The header that keeps `token` in the browser until it closes, or takes it away where null; it is sent below `home`. */
export function sessionCookie(
  token: string | null,
  { secure, home }: { readonly secure: boolean; readonly home: string },
): string {
  const kept = token === null ? `${COOKIE}=; Max-Age=0` : `${COOKIE}=${token}`;
  return `${kept}; Path=${home}; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;
}
