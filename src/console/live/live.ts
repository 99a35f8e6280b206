import { useEffect, useRef } from "react";
import { client, graphql, type ResultOf } from "../api";

const CHANGES = graphql(`
  query Changes(
    $units: [String!]!
    $since: String
    $kinds: [ChangeKind!]
    $orderBy: ChangeOrder!
    $first: Int!
  ) {
    changes(units: $units, subtree: true, since: $since, kinds: $kinds, orderBy: $orderBy, first: $first) {
      nodes {
        cursor
        kind
        at
        own
        year
        revision
        unit {
          id
          code
          shortName
        }
        subject {
          type
          id
        }
      }
      next
    }
  }
`);

export type Change = ResultOf<typeof CHANGES>["changes"]["nodes"][number];
export type ChangeKind = Change["kind"];

type Listener = (changes: readonly Change[]) => void;

/** As often as a page in sight asks; twice as long after each failure. */
const EVERY_MS = 15_000;
const AT_MOST_MS = 5 * 60_000;
const AT_ONCE = 100;

const listeners = new Set<Listener>();

/** Calls `listener` with what has changed, possibly nothing, after each look; answers how to end that. */
export function listen(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** A change stands under the window's hands as long as a form is open there. */
const formIsOpen = (): boolean => document.querySelector('[role="dialog"]') !== null;

/** Calls `again` when others, or the viewer elsewhere, have changed what `concerns` says; once an open form is closed. */
export function useChanged(concerns: (change: Change) => boolean, again: () => void): void {
  const latest = useRef({ concerns, again });
  latest.current = { concerns, again };
  useEffect(() => {
    let waiting = false;
    return listen((changes) => {
      waiting ||= changes.some((change) => latest.current.concerns(change));
      if (!waiting || formIsOpen()) return;
      waiting = false;
      latest.current.again();
    });
  }, []);
}

/** A year's reports: their states, and what was found in them. */
export const isOfReports =
  (year: number) =>
  ({ subject, year: changed }: Change): boolean =>
    subject.type === "ANNUAL_REPORT" && changed === year;

interface Asked {
  readonly units: readonly string[];
  readonly since?: string | null;
  readonly kinds?: readonly ChangeKind[];
}

/** null where there is no answer. */
async function ask({ units, since = null, kinds }: Asked, newest: number | null) {
  const variables = {
    units: [...units],
    since,
    kinds: kinds ? [...kinds] : null,
    orderBy: newest === null ? ("COMMITTED_ASC" as const) : ("COMMITTED_DESC" as const),
    first: newest ?? AT_ONCE,
  };
  const { data } = await client.query(CHANGES, variables, { requestPolicy: "network-only" }).toPromise();
  return data?.changes ?? null;
}

/**
 * The one poller of the page: begins with the newest changes of some kinds, and then tells all listeners what comes.
 * It rests while the page is hidden or offline, and looks at once when it is back. Answers how to stop it.
 */
export function watch(
  units: readonly string[],
  { kinds, newest }: { readonly kinds: readonly ChangeKind[]; readonly newest: number },
  begin: (changes: readonly Change[]) => void,
): () => void {
  let since: string | null = null;
  let pause = EVERY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let asking = false;
  const resting = () => document.visibilityState === "hidden" || !navigator.onLine;
  const look = async (): Promise<void> => {
    clearTimeout(timer);
    if (asking || stopped || resting()) return;
    asking = true;
    const answer = since === null ? await ask({ units, kinds }, newest) : await ask({ units, since }, null);
    asking = false;
    if (stopped) return;
    pause = answer ? EVERY_MS : Math.min(pause * 2, AT_MOST_MS);
    if (answer && since === null) begin([...answer.nodes].reverse());
    else if (answer) listeners.forEach((listener) => listener(answer.nodes));
    since = answer?.next ?? since;
    timer = setTimeout(() => void look(), pause);
  };
  const back = () => void look();
  document.addEventListener("visibilitychange", back);
  addEventListener("online", back);
  void look();
  return () => {
    stopped = true;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", back);
    removeEventListener("online", back);
  };
}
