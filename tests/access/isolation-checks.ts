import type { Answer } from "../harness/app.js";
import { CASES, type Case, type Probe } from "./isolation-cases.js";
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

/** Calls every case as every foreign kind of caller. */
export async function check(world: World, cases = CASES, callers = FOREIGNERS): Promise<Checked> {
  const leaks: Leak[] = [];
  let probes = 0;
  for (const caller of callers)
    for (const one of cases) {
      const checked = await checkCase(world, one, caller);
      leaks.push(...checked.leaks);
      probes += checked.probes;
    }
  return { leaks, probes };
}

export async function checkCase(world: World, one: Case, caller: Caller): Promise<Checked> {
  const { database, schema } = world.app.app;
  const own = one.document(schema);
  const probes = world.tenants.flatMap((tenant) => one.probes(tenant, caller, world));
  const leaks: Leak[] = [];
  const before = await digestOf(database);
  for (const probe of probes) leaks.push(...(await leaksOf(world, probe, probe.document ?? own, caller)));
  const touched = changed(before, await digestOf(database)).filter((table) => !one.writes?.includes(table));
  if (touched.length > 0) leaks.push(`changes ${touched.join(", ")}`);
  return { leaks: leaks.map((leak) => `${named(one, world)}, as ${caller}: ${leak}`), probes: probes.length };
}

async function leaksOf(
  world: World,
  { variables, twin }: Probe,
  document: string,
  caller: Caller,
): Promise<Leak[]> {
  const ask = (given: object): Promise<Answer> => world.people.as(caller).query(document, given);
  const answer = await ask(variables);
  const text = JSON.stringify(answer);
  const leaks = secretsFrom(world, caller)
    .filter((secret) => text.includes(secret.text))
    .map((secret) => `shows ${secret.what} of ${secret.tenant} (${secret.text})`);
  // An answer that never comes to the point would hide whatever it is asked for.
  if (/GRAPHQL_VALIDATION_FAILED|GRAPHQL_PARSE_FAILED|TOO_COMPLEX|INTERNAL_SERVER_ERROR/.test(text))
    leaks.push(`breaks: ${text.slice(0, 300)}`);
  if (twin) {
    const nobody = JSON.stringify(await ask(twin));
    if (nobody !== text)
      leaks.push(`tells ${JSON.stringify(variables)} from none:\n  ${text}\n  ${nobody}`.slice(0, 1000));
  }
  return leaks;
}
