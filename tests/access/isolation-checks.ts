import type { Answer } from "../harness/app.js";
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
  for (const caller of callers)
    for (const one of cases) {
      const document = one.document(schema);
      const asked = world.tenants.flatMap((tenant) => one.probes(tenant, caller, world));
      const ask = onceEach((given) => world.people.as(caller).query(document, given));
      const found: Leak[] = [];
      for (const probe of asked) found.push(...(await leaksOf(world, probe, ask, caller)));
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
  return { leaks, probes };
}

/** Asks the same once: many probes have one twin, and some name no tenant at all. Answers as text. */
function onceEach(ask: (variables: object) => Promise<Answer>): (variables: object) => Promise<string> {
  const answers = new Map<string, Promise<string>>();
  return (variables) => {
    const key = JSON.stringify(variables);
    const answer = answers.get(key) ?? ask(variables).then((given) => JSON.stringify(given));
    answers.set(key, answer);
    return answer;
  };
}

async function leaksOf(
  world: World,
  { variables, twin }: Probe,
  ask: (variables: object) => Promise<string>,
  caller: Caller,
): Promise<Leak[]> {
  const text = await ask(variables);
  const leaks = secretsFrom(world, caller)
    .filter((secret) => text.includes(secret.text))
    .map((secret) => `shows ${secret.what} of ${secret.tenant} (${secret.text})`);
  // An answer that never comes to the point would hide whatever it is asked for.
  if (/GRAPHQL_VALIDATION_FAILED|GRAPHQL_PARSE_FAILED|TOO_COMPLEX|INTERNAL_SERVER_ERROR/.test(text))
    leaks.push(`breaks: ${text.slice(0, 300)}`);
  if (twin) {
    const nobody = await ask(twin);
    if (nobody !== text)
      leaks.push(`tells ${JSON.stringify(variables)} from none:\n  ${text}\n  ${nobody}`.slice(0, 1000));
  }
  return leaks;
}
