import { useRef } from "react";
import { type AnyVariables, useQuery, type UseQueryArgs, type UseQueryResponse } from "urql";

/**
 * `useQuery`, but what was read once stays on the page when a later reading of the same fails: a lost line or an ended
 * session must not take a form away from under somebody's hands.
 */
export function useAnswer<Data, Variables extends AnyVariables>(
  args: UseQueryArgs<Variables, Data>,
): UseQueryResponse<Data, Variables> {
  const [state, ask] = useQuery(args);
  const { query } = args;
  const key = JSON.stringify(args.variables ?? null);
  const kept = useRef<{ readonly query: unknown; readonly key: string; readonly data: Data } | null>(null);
  if (state.data !== undefined) kept.current = { query, key, data: state.data };
  const same = kept.current?.query === query && kept.current.key === key;
  const data = state.data ?? (same ? kept.current?.data : undefined);
  return [{ ...state, data }, ask];
}
