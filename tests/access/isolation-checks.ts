import { answersTo, keyOf } from "./ask-together.js";
import type { Case, Probe } from "./case.js";
import { CASES } from "./isolation-cases.js";
import type { Caller } from "./people.js";
import { changed, digestOf } from "./rows.js";
import { FOREIGNERS, secretsFrom, type World } from "./tenants.js";

/** A sentence that says who got what. None: the tenants are apart. */
export type Leak = string;

export interface Checked {
  readonly leaks: readonly Leak[];
  readonly probes: number;
}

const named = ({ about, document }: Case, world: World): string =>
  about[0] ?? document(world.app.app.schema).slice(0, 60);

const writes = (statement: string): boolean => /^\s*(insert|update|delete|replace)\b/i.test(statement);

/** Who reads personal data of the own unit is recorded; what is refused leaves nothing. */
const mayChange = ({ about: [about = ""], writes = [] }: Case): readonly string[] =>
  about.startsWith("Mutation.") ? writes : [...writes, "history", "history_heads"];

/** Calls the cases as one caller until there is a leak that says so: whether a check can turn red takes no more. */
export async function leakIn(
  world: World,
  cases: readonly Case[],
  caller: Caller,
  saying: string,
): Promise<boolean> {
  for (const one of cases)
    if ((await check(world, [one], [caller])).leaks.some((leak) => leak.includes(saying))) return true;
  return false;
}

/** Calls every case as every foreign kind of caller. */
export async function check(world: World, cases = CASES, callers = FOREIGNERS): Promise<Checked> {
  const { schema } = world.app.app;
  const leaks: Leak[] = [];
  let probes = 0;
  let before = await digestOf(world.app);
  for (const caller of callers) {
    const secrets = secretsFrom(world, caller);
    for (const one of cases) {
      const asked = world.tenants.flatMap((tenant) => one.probes(tenant, caller, world));
      const answers = await answersTo(
        { client: world.people.as(caller), schema, document: one.document(schema) },
        asked.flatMap(({ variables, twin }) => (twin ? [variables, twin] : [variables])),
      );
      const found = asked.flatMap((probe) => leaksOf(probe, answers, secrets));
      // Looked at closely where a statement that writes was seen, and once in the end.
      if (world.app.statements().some(writes) || one === cases.at(-1)) {
        const after = await digestOf(world.app);
        const touched = changed(before, after).filter((table) => !mayChange(one).includes(table));
        if (touched.length > 0) found.push(`changes ${touched.join(", ")}`);
        before = after;
      }
      leaks.push(...found.map((leak) => `${named(one, world)}, as ${caller}: ${leak}`));
      probes += asked.length;
    }
  }
  return { leaks, probes };
}

/** An answer that never comes to the point would hide whatever it is asked for. */
const BROKEN =
  /GRAPHQL_VALIDATION_FAILED|GRAPHQL_PARSE_FAILED|TOO_COMPLEX|RATE_LIMITED|UNAVAILABLE|INTERNAL_SERVER_ERROR/;

function leaksOf(
  { variables, twin }: Probe,
  answers: ReadonlyMap<string, string>,
  secrets: ReturnType<typeof secretsFrom>,
): Leak[] {
  const answerTo = (given: object): string => answers.get(keyOf(given)) ?? "UNAVAILABLE: never asked";
  const text = answerTo(variables);
  const leaks = secrets
    .filter((secret) => text.includes(secret.text))
    .map((secret) => `shows ${secret.what} of ${secret.tenant} (${secret.text})`);
  if (BROKEN.test(text)) leaks.push(`breaks: ${text.slice(0, 300)}`);
  if (twin && answerTo(twin) !== text)
    leaks.push(
      `tells ${JSON.stringify(variables)} from none:\n  ${text}\n  ${answerTo(twin)}`.slice(0, 1000),
    );
  return leaks;
}
