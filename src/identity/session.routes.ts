import type { RequestContext } from "../access/index.js";
import { sessionCookie } from "../platform/http/session-cookie.js";
import {
  type GraphQLReply,
  JSON_TYPE,
  refusal,
  type Route,
  type RouteCall,
  type RouteReply,
} from "../platform/http/routes.js";

const VIEWER = "viewer { mustChangePassword }";
const SIGN_IN = `mutation ($login: String!, $password: String!) {
  answer: signIn(input: { login: $login, password: $password }) { token ${VIEWER} problems { code message path } }
}`;
const RENEW = `mutation { answer: renewSession(input: {}) { token ${VIEWER} problems { code message path } } }`;
const SIGN_OUT = "mutation { answer: signOut(input: {}) { problems { code message path } } }";

const nobody = (): Promise<undefined> => Promise.resolve(undefined);

/**
 * A browser's sign-in: the same mutations as for programs, but the token goes into a cookie that no script reads.
 * POST /session signs in, /session/renew prolongs, /session/end signs out, /session/forget drops a dead cookie.
 */
export const sessionRoutes: readonly Route<RequestContext>[] = [
  {
    method: "POST",
    url: "/session",
    authorization: nobody,
    handle: (call) => kept(call, SIGN_IN, credentialsOf(call.body)),
  },
  { method: "POST", url: "/session/renew", handle: (call) => kept(call, RENEW) },
  { method: "POST", url: "/session/end", handle: (call) => kept(call, SIGN_OUT) },
  {
    method: "POST",
    url: "/session/forget",
    authorization: nobody,
    handle: (call) => Promise.resolve(reply({ problems: [] }, sessionCookie(null, call))),
  },
];

/** What is missing is asked for by GraphQL itself, in its words. */
const credentialsOf = (body: unknown): Record<string, unknown> => {
  const { login, password } = (body ?? {}) as Record<string, unknown>;
  return { login, password };
};

interface Answer {
  readonly token?: string | null;
  readonly problems: readonly object[];
}

async function kept(
  call: RouteCall<RequestContext>,
  mutation: string,
  variables: Record<string, unknown> = {},
): Promise<RouteReply> {
  const { data, errors }: GraphQLReply = await call.execute(mutation, variables);
  const answer = data?.["answer"] as Answer | null | undefined;
  if (!answer) return refusal(errors ?? []);
  const { token = null, ...rest } = answer;
  return reply(rest, answer.problems.length === 0 ? sessionCookie(token, call) : undefined);
}

const reply = (answer: object, cookie?: string): RouteReply => ({
  type: JSON_TYPE,
  body: JSON.stringify(answer),
  ...(cookie !== undefined && { headers: { "set-cookie": cookie } }),
});
