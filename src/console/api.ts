import { cacheExchange, Client, fetchExchange, mapExchange } from "@urql/core";
import { initGraphQLTada } from "gql.tada";
import type { introspection } from "./generated/graphql-env";
import { at } from "./home";
import { LANGUAGE } from "./texts";

/** Queries are typed from the schema: one that does not fit fails the type check. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { Date: string; DateTime: string; Decimal: string; JSON: unknown };
}>();

export type { FragmentOf, ResultOf, VariablesOf } from "gql.tada";

/** The header makes the cookie count; a page of another site cannot send it. */
const HEADERS = { "x-gongkai-session": "1", "accept-language": LANGUAGE };

/** Whoever shows the sign-in again when the session ended elsewhere, without losing what is typed on the page. */
let onSessionEnd = (): void => undefined;
export const whenSessionEnds = (listener: () => void): void => {
  onSessionEnd = listener;
};

export const client = new Client({
  url: at("/graphql"),
  preferGetMethod: false,
  requestPolicy: "cache-and-network",
  fetchOptions: () => ({ headers: HEADERS }),
  exchanges: [
    cacheExchange,
    mapExchange({
      onError(error) {
        if (error.graphQLErrors.some(({ extensions }) => extensions["code"] === "UNAUTHENTICATED"))
          onSessionEnd();
      },
    }),
    fetchExchange,
  ],
});

/** One fault of an input, with its place there. */
export interface InputProblem {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

interface SessionAnswer {
  readonly viewer?: { readonly mustChangePassword: boolean } | null;
  readonly problems?: readonly InputProblem[];
  readonly errors?: readonly { readonly message: string }[];
}

/** `""` signs in, `/renew` prolongs, `/end` signs out, `/forget` drops a cookie whose session is over. */
export async function session(
  step: "" | "/renew" | "/end" | "/forget",
  body: object = {},
): Promise<SessionAnswer> {
  const response = await fetch(at(`/session${step}`), {
    method: "POST",
    headers: { ...HEADERS, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return (await response.json()) as SessionAnswer;
}

/** Sends a file; answers the handle by which queries and mutations name it. */
export async function upload(file: File): Promise<string> {
  const response = await fetch(at(`/uploads?name=${encodeURIComponent(file.name)}`), {
    method: "POST",
    headers: { ...HEADERS, "content-type": "application/octet-stream" },
    body: file,
  });
  const answer = (await response.json()) as { upload?: { id: string }; errors?: { message: string }[] };
  if (!answer.upload) throw new Error(answer.errors?.[0]?.message ?? response.statusText);
  return answer.upload.id;
}
