import { DEMO_PASSWORD } from "../seeds/people.js";

/** Longer than the server lets anybody wait. */
const ANSWER_WITHIN_MS = 20_000;

export interface Asked {
  readonly address: string;
  readonly token?: string;
  readonly document: string;
  readonly variables: object;
  readonly signal?: AbortSignal;
}

interface Body {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** The data of a good answer. Whatever else comes, or does not come, is an error. */
export async function ask<Data>({ address, token, document, variables, signal }: Asked): Promise<Data> {
  const limits = [AbortSignal.timeout(ANSWER_WITHIN_MS), ...(signal ? [signal] : [])];
  const response = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query: document, variables }),
    signal: AbortSignal.any(limits),
  });
  const { data, errors } = (await response.json()) as Body;
  if (response.status !== 200 || errors || !data)
    throw new Error(`${response.status} ${errors?.[0]?.message ?? ""}`);
  return data as Data;
}

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { token problems { message } } }`;

export async function signIn(address: string, login: string): Promise<string> {
  const variables = { input: { login, password: DEMO_PASSWORD } };
  const answer = await ask<{ signIn: { token: string | null } }>({ address, document: SIGN_IN, variables });
  if (answer.signIn.token === null) throw new Error(`could not sign in as ${login}`);
  return answer.signIn.token;
}
