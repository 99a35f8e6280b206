import type { Case, ReadingCase, WritingCase } from "./case.js";
import { Client, type Target } from "./client.js";
import { LOGINS, type Asker } from "./load.js";

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { token } }`;
const REVISION = /"revision":(\d+)/;
const COST = /,"extensions":\{"cost":\{[^{}]*\}\}/;

const bodyOf = (query: string, variables: object): string => JSON.stringify({ query, variables });

/** The server as those see it who ask. */
export class Askers {
  readonly #headers = new Map<Asker, Readonly<Record<string, string>>>();

  private constructor(private readonly url: string) {}

  static async signIn(address: string): Promise<Askers> {
    const askers = new Askers(`${address}/graphql`);
    for (const [who, input] of Object.entries(LOGINS) as [Asker, object][]) {
      const answer = await once({ url: askers.url, headers: {}, body: () => bodyOf(SIGN_IN, { input }) });
      const { token } = (JSON.parse(answer) as { data: { signIn: { token: string } } }).data.signIn;
      askers.#headers.set(who, { authorization: `Bearer ${token}` });
    }
    return askers;
  }

  /** For what is no GraphQL. */
  token(who: Asker): string {
    return this.#headers.get(who)?.["authorization"]?.slice("Bearer ".length) ?? "";
  }

  reading({ by, document, variables }: Pick<ReadingCase, "by" | "document" | "variables">): Target {
    const body = bodyOf(document, variables);
    return { url: this.url, headers: this.#headers.get(by) ?? {}, body: () => body };
  }

  /** Both programs are told the revision by whichever answered last, so that they can take turns with one record. */
  writing({ by, document, variables }: WritingCase): Target {
    let expectedRevision = 0;
    return {
      url: this.url,
      headers: this.#headers.get(by) ?? {},
      body: () => bodyOf(document, { input: { ...variables.input, expectedRevision } }),
      heard: (answer) => (expectedRevision = revisionIn(answer)),
    };
  }

  of(one: Case): Target {
    return one.writes ? this.writing(one) : this.reading(one);
  }
}

export function revisionIn(answer: string): number {
  const [, revision] = REVISION.exec(answer) ?? [];
  if (!revision) throw new Error(`no revision in ${answer.slice(0, 1_000)}`);
  return Number(revision);
}

/** To compare the answers of two calls: the revision grows, and the floor tells no cost. */
export const comparable = (answer: string): string =>
  answer.replace(REVISION, `"revision":0`).replace(COST, "");

export async function once(target: Target): Promise<string> {
  const client = new Client(target, 1);
  try {
    return await client.text();
  } finally {
    client.close();
  }
}
