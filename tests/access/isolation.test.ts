import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { idsFor } from "./case.js";
import { LEDGER_READS } from "./cases-ledgers.js";
import { READS } from "./cases-reads.js";
import { CASES, OWN_SESSION, PLAIN_TEXT } from "./isolation-cases.js";
import { check } from "./isolation-checks.js";
import { outcomesOf } from "./operation.js";
import { OPERATIONS } from "./operations.js";
import { CALLERS, SIGN_IN } from "./people.js";
import { PLANTED_PASSWORD, plantUser } from "./plant.js";
import { changed, digestOf } from "./rows.js";
import { FOREIGNERS, forbiddenTo, secretsFrom, startWorld, type World } from "./tenants.js";
import { answerFields, askedFields, nodeTypes, rootFields, textLeaves } from "./walk-schema.js";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.app.close());

const schemaOf = () => world.app.app.schema;
const about = CASES.flatMap((one) => one.about);

describe("the table of cases", () => {
  it("has every argument and input field that could take a reference", () => {
    const known = [...about, ...PLAIN_TEXT];
    const leaves = textLeaves(schemaOf()).filter((leaf) => !leaf.endsWith("input.idempotencyKey"));
    expect(leaves.filter((leaf) => !known.includes(leaf))).toEqual([]);
    const roots = rootFields(schemaOf());
    expect(known.filter((leaf) => !leaves.includes(leaf) && !roots.includes(leaf))).toEqual([]);
  });

  it("has every root field", () => {
    const known = new Set([...about.map((leaf) => leaf.split(" ")[0] ?? ""), ...OWN_SESSION]);
    expect(rootFields(schemaOf()).filter((field) => !known.has(field))).toEqual([]);
  });

  it("asks for every field that an answer can have", () => {
    const schema = schemaOf();
    const asked = new Set(CASES.flatMap((one) => [...askedFields(schema, one.document(schema))]));
    // They are what a key's second caller gets, below.
    const ownSession = answerFields(schema).filter((field) =>
      /^(SignOut|RenewSession|ChangePassword)Payload[.]/.test(field),
    );
    expect(answerFields(schema).filter((field) => !asked.has(field) && !ownSession.includes(field))).toEqual(
      [],
    );
  });

  it("has an id of every type of Node", () => {
    const types = new Set(world.tenants.flatMap((tenant) => tenant.targets.map(({ type }) => type)));
    // The register of units is public.
    expect(nodeTypes(schemaOf()).filter((type) => !types.has(type) && type !== "Unit")).toEqual([]);
  });

  it("has secrets that their owners do see", async () => {
    const owners = { "371003003": "own clerk", "371002001": "foreign officer" } as const;
    const walks = [...READS, ...LEDGER_READS].filter(({ about }) => about.length === 0);
    for (const tenant of world.tenants) {
      const owner = owners[tenant.code as keyof typeof owners];
      const answers = [];
      for (const one of walks)
        for (const { variables } of one.probes(tenant, owner, world))
          answers.push(await world.people.as(owner).query(one.document(schemaOf()), variables));
      const text = JSON.stringify(answers);
      const hidden = tenant.secrets.filter(
        (secret) => !forbiddenTo(owner, tenant).includes(secret.kind) && !text.includes(secret.text),
      );
      // A row's own id is never told.
      expect(hidden.map(({ what }) => what)).toEqual(["a draft"]);
    }
    const users = await world.people
      .as("admin")
      .query("{ users { edges { cursor } nodes { id login displayName } } }");
    const endpoints = await world.people
      .as("admin")
      .query(`{ unit(code: "371003003") { webhooks { id url deliveries { id } } } }`);
    const told = JSON.stringify([users, endpoints]);
    const people = world.tenants[0]?.secrets.filter(({ kind }) => kind === "people") ?? [];
    expect(people.filter(({ text }) => !told.includes(text))).toEqual([]);
  });
});

describe.each(FOREIGNERS)("as %s", (caller) => {
  it("every case shows nothing of another tenant, changes nothing, and answers as if nothing were there", async () => {
    expect(secretsFrom(world, caller).length).toBeGreaterThan(5);
    const { leaks, probes } = await check(world, CASES, [caller]);
    expect(leaks).toEqual([]);
    expect(probes).toBeGreaterThan(100);
  });
});

describe("malformed references", () => {
  const strange = [
    "",
    "x",
    "AnnualReport:AAAAAAAAAAAAAAAA",
    "VW5pdDox",
    "null",
    "0",
    "' or 1=1 --",
    "密",
    "a".repeat(5000),
  ];

  it("are answered as those of nobody, by every field that takes an id", async () => {
    const client = world.people.as("officer");
    const missing = JSON.stringify(
      await client.query("query ($id: ID!) { node(id: $id) { id } }", { id: "AAAA" }),
    );
    for (const id of strange) {
      const answer = await client.query("query ($id: ID!) { node(id: $id) { id } }", { id });
      expect(JSON.stringify(answer)).toBe(missing);
    }
  });

  it.each(
    CASES.filter((one) => /^\S+ \w+\.\w+Ids?$/.test(one.about[0] ?? "")).map(
      (one) => [one.about[0] ?? "", one] as const,
    ),
  )("%s", async (leaf, one) => {
    const [tenant] = world.tenants;
    const probe = tenant && one.probes(tenant, "foreign officer", world)[0];
    const { input } = probe?.twin as { input: Record<string, unknown> };
    const name = leaf.split(".").at(-1) ?? "";
    const ask = (id: string) =>
      world.people
        .as("foreign clerk")
        .query(one.document(schemaOf()), { input: { ...input, [name]: idsFor(name, id) } });
    const missing = JSON.stringify(await ask([input[name]].flat().join()));
    expect(missing).toContain("NOT_FOUND");
    for (const id of strange) expect(JSON.stringify(await ask(id))).toBe(missing);
  });
});

describe("an idempotency key", () => {
  const keyed = () => textLeaves(schemaOf()).filter((leaf) => leaf.endsWith("input.idempotencyKey"));
  const fieldOf = (leaf: string) => leaf.split(" ")[0]?.replace("Mutation.", "") ?? "";

  it("is taken by every mutation but signIn", () => {
    const mutations = Object.keys(schemaOf().getMutationType()?.getFields() ?? {});
    expect(mutations.filter((field) => !keyed().some((leaf) => fieldOf(leaf) === field))).toEqual(["signIn"]);
  });

  const rows = OPERATIONS.filter(({ document }) => document.startsWith("mutation")).filter(
    ({ field }) => field !== "signIn",
  );
  it.each(rows.map((row) => [[row.field, row.when].filter(Boolean).join(" "), row] as const))(
    "of %s says nothing to anybody else",
    async (name, row) => {
      const outcomes = outcomesOf(row);
      const owner = CALLERS.find((_, i) => outcomes[i] === "OK");
      if (!owner) throw new Error("nobody may do this");
      const client = row.ownSession ? await world.people.inNewSession(owner) : world.people.as(owner);
      const { input = {} } = (await row.variables(world.app)) as { input?: object };
      const with_ = (key: string) => ({ input: { ...input, idempotencyKey: key } });
      const first = await client.query(row.document, with_(name));
      expect(first.errors).toBeUndefined();
      await world.app.settled();
      const before = await digestOf(world.app);
      for (const caller of CALLERS.filter((c, i) => c !== owner && outcomes[i] !== "OK")) {
        const second = await world.people.as(caller).query(row.document, with_(name));
        const fresh = await world.people.as(caller).query(row.document, with_(`${name} of ${caller}`));
        expect(JSON.stringify(second)).toBe(JSON.stringify(fresh));
      }
      expect(changed(before, await digestOf(world.app))).toEqual([]);
    },
  );

  it("says nothing more to somebody whose role was revoked since", async () => {
    const { app, people } = world;
    const user = await plantUser(app.app, "371003003", "将离任的经办人");
    const signedIn = await app.anonymous.query(SIGN_IN, {
      input: { login: user.login, password: PLANTED_PASSWORD },
    });
    const client = app.withToken((signedIn.data as { signIn: { token: string } }).signIn.token);
    const save = `mutation ($input: SaveReportInput!) { saveReport(input: $input) { report { id sections { body } } problems { code } } }`;
    const sections = [{ key: "OVERVIEW", body: "离任前所写" }];
    const input = {
      unitCode: "371003003",
      year: 2019,
      sections,
      idempotencyKey: "kept by somebody who left",
    };
    const first = await client.query(save, { input });
    expect(JSON.stringify(first)).toContain("离任前所写");
    expect(await client.query(save, { input })).toEqual(first);
    const revoke = `mutation ($input: RevokeRoleInput!) { revokeRole(input: $input) { problems { code } } }`;
    const role = { userId: user.id, unitCode: "371003003", role: "CLERK" };
    expect((await people.as("admin").query(revoke, { input: role })).errors).toBeUndefined();
    const later = await client.query(save, { input });
    expect(JSON.stringify(later)).not.toContain("离任前所写");
    expect(later).toEqual(await client.query(save, { input: { ...input, idempotencyKey: "another" } }));
  });

  it("brings a token for nobody's session but the caller's", async () => {
    const document = `mutation ($input: RenewSessionInput) { renewSession(input: $input) { viewer { user { login } } } }`;
    const input = { idempotencyKey: "one key for all" };
    const logins = [];
    for (const caller of ["own clerk", "officer", "admin"] as const) {
      const { data } = await world.people.as(caller).query(document, { input });
      logins.push(
        (data as { renewSession: { viewer: { user: { login: string } } } }).renewSession.viewer.user.login,
      );
    }
    expect(logins).toEqual(["clerk.371003003", "officer.371003", "admin.371003"]);
  });
});
