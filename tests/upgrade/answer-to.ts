import { fetchAs } from "../access/files.js";
import type { TestApp } from "../harness/app.js";
import type { Question } from "./recording/asking.js";

/** What the API says, without what it cost. */
export interface Answered {
  readonly status: number;
  readonly data?: unknown;
  readonly errors?: unknown;
  readonly text?: string;
}

export async function answerTo(app: TestApp, question: Question, token: string | null): Promise<Answered> {
  const { query, variables, file, language } = question;
  const client = token === null ? app.anonymous : app.withToken(token);
  if (file) {
    const { status, text } = await fetchAs(app, { ...client, token }, `/download.${file}`, {
      body: { query, variables },
    });
    return { status, text };
  }
  const headers: Record<string, string> = language ? { "accept-language": language } : {};
  const { status, data, errors } = await client.query(query, variables, headers);
  return { status, ...(data !== undefined && { data }), ...(errors && { errors }) };
}

/** What two answers are compared by: not by where in the document something stands. */
export function compared({ status, data, errors, text }: Answered): object {
  const refused = text?.startsWith('{"errors"') === true;
  const all = (refused ? JSON.parse(text).errors : errors) as { locations?: unknown }[] | undefined;
  return {
    ...{ status, data: inOneOrder(data), text: refused ? undefined : text },
    errors: all?.map(({ locations: _, ...error }) => error),
  };
}

/** What happened at one instant stands in whatever order the database gave it: the release had no other. */
function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    const ordered = value.map(inOneOrder);
    return ordered.every((each) => at(each) !== undefined) ? withinInstants(ordered) : ordered;
  }
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inOneOrder(one)]));
}

function withinInstants(events: readonly unknown[]): unknown[] {
  const runs: unknown[][] = [];
  for (const event of events) {
    const last = runs.at(-1);
    if (last && at(last[0]) === at(event)) last.push(event);
    else runs.push([event]);
  }
  return runs.flatMap((run) => run.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)));
}

const at = (event: unknown): unknown => (event as { at?: unknown } | null)?.at;
