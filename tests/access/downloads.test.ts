import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TABULAR } from "../../src/documents/tabular-document.js";
import { PLANTED_PASSWORD } from "./plant.js";
import { GHOST_CODE, type Case, type Probe } from "./case.js";
import { fetchAs, type Fetched } from "./files.js";
import { CASES } from "./isolation-cases.js";
import { SIGN_IN, type Caller } from "./people.js";
import { changed, digestOf } from "./rows.js";
import { FOREIGNERS, forbiddenTo, ghostOf, secretsFrom, startWorld, type World } from "./tenants.js";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.app.close());

const get = (caller: Caller, url: string): Promise<Fetched> =>
  fetchAs(world.app, world.people.as(caller), url);

/** Every case whose answer is a table. */
function tables(): Case[] {
  const fields = world.app.app.schema.getQueryType()?.getFields() ?? {};
  const tabular = Object.values(fields).filter(({ type }) => String(type).replace(/\W/g, "") in TABULAR);
  const cases = CASES.filter(({ about: [leaf = ""] }) =>
    tabular.some(({ name }) => leaf.startsWith(`Query.${name} `)),
  );
  const asked = new Set(cases.map(({ about: [leaf = ""] }) => leaf.split(" ")[0]));
  expect([...asked].sort()).toEqual(tabular.map(({ name }) => `Query.${name}`).sort());
  return cases;
}

const secretsIn = ({ text }: Fetched, caller: Caller): string[] =>
  secretsFrom(world, caller)
    .filter((secret) => text.includes(secret.text))
    .map(({ what, tenant }) => `${what} of ${tenant}`);

const savedQueries = (caller: Caller, seen: boolean) =>
  world.tenants.flatMap((tenant) =>
    tenant.targets.filter(
      ({ type, kind }) => type === "SavedQuery" && forbiddenTo(caller, tenant).includes(kind) !== seen,
    ),
  );

const REPORT_YEARS = [2021, 2022, 2023, 2024, 2025];
const WAYS = ["", ".csv", ".xlsx", "?version=1", ".csv?version=1", '?var.under="371003"'];

/** The library's variables that name a unit. */
const PLACES = ["under", "unit"];

async function libraryUrls(caller: Caller): Promise<string[]> {
  const { data } = await world.people.as(caller).query("{ libraryQueries { url document variables } }");
  const entries = data.libraryQueries as { url: string; document: string; variables: object }[];
  return entries.flatMap(({ url, document, variables }) => {
    const place = PLACES.find((name) => document.includes(`$${name}:`)) ?? "";
    const years = "years" in variables ? "&var.years=[2022,2024,2025]" : "";
    return world.tenants.map(({ district }) => `${url}?var.${place}="${district}"${years}`);
  });
}

describe.each(FOREIGNERS)("as %s", (caller) => {
  it("a saved query that one may not see is by its address as one that never existed", async () => {
    const hidden = savedQueries(caller, false);
    expect(hidden.length).toBeGreaterThan(0);
    for (const target of hidden)
      for (const way of WAYS) {
        const answer = await get(caller, `/queries/${target.id}${way}`);
        expect(answer).toEqual(await get(caller, `/queries/${ghostOf(target)}${way}`));
        expect([answer.status, answer.text.includes("NOT_FOUND")]).toEqual([404, true]);
      }
  });

  it("one that is shared runs with one's own rights, not its author's", async () => {
    for (const { id } of savedQueries(caller, true))
      for (const way of WAYS) {
        const answer = await get(caller, `/queries/${id}${way}`);
        expect([id, way, secretsIn(answer, caller)]).toEqual([id, way, []]);
        if (!way.includes("var.")) expect(answer.status).toBe(200);
      }
  });

  it("the library's queries show nothing of another tenant, as text and as files", async () => {
    const urls = await libraryUrls(caller);
    expect(urls.length).toBeGreaterThan(4);
    for (const url of urls)
      for (const way of [url, url.replace("?", ".csv?")])
        expect([way, secretsIn(await get(caller, way), caller)]).toEqual([way, []]);
  });

  it("reports by their addresses show nothing of another tenant's that is not published", async () => {
    for (const { code } of world.tenants)
      for (const year of REPORT_YEARS)
        for (const [i, way] of ["", ".docx", ".xlsx", ".json", "?version=1", "-system.json"].entries()) {
          const url = `/reports/${code}/${year}${way}`;
          const answer = await get(caller, url);
          expect([url, secretsIn(answer, caller)]).toEqual([url, []]);
          if (answer.status === 404 && i < 4)
            expect(answer).toEqual(await get(caller, `/reports/${GHOST_CODE}/${year}${way}`));
          else expect([200, 404]).toContain(answer.status);
        }
  });

  it("files show nothing of another tenant, change nothing, and are refused as if nothing were there", async () => {
    const before = await digestOf(world.app);
    for (const one of tables()) {
      const query = one.document(world.app.app.schema);
      // A file is an answer laid out, and isolation.test.ts asks the answers for everything: two a tenant are enough here.
      const probes = world.tenants.flatMap((tenant) => one.probes(tenant, caller, world).slice(0, 2));
      for (const [i, probe] of probes.entries()) {
        // The two formats have the same table in them.
        const format = i % 3 === 0 ? "xlsx" : "csv";
        expect([one.about[0], probe, await leaksOf(caller, format, query, probe)]).toEqual([
          one.about[0],
          probe,
          [],
        ]);
      }
    }
    expect(changed(before, await digestOf(world.app))).toEqual([]);
  });
});

async function leaksOf(
  caller: Caller,
  format: "csv" | "xlsx",
  query: string,
  { variables, twin }: Probe,
): Promise<string[]> {
  const ask = (given: object): Promise<Fetched> =>
    fetchAs(world.app, world.people.as(caller), `/download.${format}`, { body: { query, variables: given } });
  const answer = await ask(variables);
  // A file tells what was asked for: what the caller brought is no secret kept from him.
  const own = JSON.stringify(variables);
  const text = secretsFrom(world, caller).reduce(
    (rest, secret) => (own.includes(secret.text) ? rest.replaceAll(secret.text, "") : rest),
    answer.text,
  );
  const leaks = secretsIn({ ...answer, text }, caller);
  if (/VALIDATION_FAILED|TOO_COMPLEX|INTERNAL_SERVER_ERROR/.test(answer.text)) leaks.push(answer.text);
  if (twin) {
    const nobody = await ask(twin);
    if (JSON.stringify(nobody) !== JSON.stringify(answer)) leaks.push("tells it from none");
  }
  return leaks;
}

describe("who may see it", () => {
  it("finds it in both formats, so that the checks above would, too", async () => {
    const query = `query ($by: AreaLevel!) { areaSums(under: "371003", by: $by, years: [2025],
      indicators: ["requests.received.naturalPerson"], atLeast: SUBMITTED) { rows { values } } }`;
    const body = { query, variables: { by: "DISTRICT" } };
    const [huanshan] = world.tenants;
    const figure = huanshan?.secrets.find(({ what }) => what === "a submitted version")?.text ?? "?";
    for (const format of ["csv", "xlsx"]) {
      const url = `/download.${format}`;
      const file = await fetchAs(world.app, world.people.as("officer"), url, { body });
      expect([file.status, file.text.includes(figure)]).toEqual([200, true]);
      const without = await fetchAs(world.app, world.people.as("foreign officer"), url, { body });
      expect([without.status, without.text.includes(figure)]).toEqual([200, false]);
    }
  });

  it("runs what is private to him", async () => {
    for (const { user, targets } of world.tenants) {
      const { data } = await world.app.anonymous.query(SIGN_IN, {
        input: { login: user.login, password: PLANTED_PASSWORD },
      });
      const owner = world.app.withToken((data as { signIn: { token: string } }).signIn.token);
      await owner.query("{ __typename }");
      const own = targets.find(({ kind }) => kind === "private")?.id ?? "";
      const answer = await fetchAs(world.app, owner, `/queries/${own}`);
      expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('"values":[1')]);
    }
  });

  it("gets nothing out of a shared cache: what the public was given is no answer for somebody signed in", async () => {
    const url = '/queries/library.filing-board?var.under="371003"&var.year=2025';
    const open = await get("public", url);
    expect([open.caching, open.etag]).toEqual(["public, no-cache", expect.stringMatching(/^W\//)]);
    const headers = { "if-none-match": open.etag ?? "" };
    for (const caller of ["officer", "foreign officer", "analyst", "admin"] as const) {
      const answer = await fetchAs(world.app, world.people.as(caller), url, { headers });
      expect([answer.status, answer.caching, answer.etag]).toEqual([200, "private, no-store", undefined]);
    }
    const again = await fetchAs(world.app, world.people.as("public"), url, { headers });
    expect(again.status).toBe(304);
  });
});
