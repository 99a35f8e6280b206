import { at } from "./home";

/** Who is signed in. Kept for this browser tab only: a token in localStorage would outlive the visit. */
export interface Session {
  readonly token: string;
  readonly name: string;
  readonly roles: string;
}

interface Answer {
  readonly data?: { readonly signIn?: SignInPayload } | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

interface SignInPayload {
  readonly token: string | null;
  readonly viewer: {
    readonly user: { readonly displayName: string } | null;
    readonly memberships: readonly { readonly role: string; readonly unit: { readonly shortName: string } }[];
  } | null;
  readonly problems: readonly { readonly message: string }[];
}

const KEY = "gongkai.session";

export const signInMutation = `mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    token
    viewer { user { displayName } memberships { role unit { shortName } } }
    problems { message }
  }
}`;

export function rememberedSession(): Session | null {
  const kept = sessionStorage.getItem(KEY);
  return kept === null ? null : (JSON.parse(kept) as Session);
}

export function remember(session: Session | null): void {
  if (session === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, JSON.stringify(session));
}

export async function post(body: unknown, token?: string): Promise<object> {
  const response = await fetch(at("/graphql"), {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  return (await response.json()) as object;
}

/** The server says so for a token that is expired or revoked; to go on with it would only repeat the refusal. */
export const isUnauthenticated = (answer: object): boolean =>
  (answer as Answer).errors?.some((e) => e.extensions?.code === "UNAUTHENTICATED") ?? false;

export async function signIn(login: string, password: string): Promise<Session> {
  const answer = (await post({ query: signInMutation, variables: { input: { login, password } } })) as Answer;
  const payload = answer.data?.signIn;
  if (!payload?.token) {
    const refusal = payload?.problems[0]?.message ?? answer.errors?.[0]?.message;
    throw new Error(refusal ?? "登录失败 Sign-in failed");
  }
  return {
    token: payload.token,
    name: payload.viewer?.user?.displayName ?? login,
    roles: (payload.viewer?.memberships ?? []).map((m) => `${m.unit.shortName} ${m.role}`).join("、"),
  };
}
