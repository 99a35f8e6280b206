import { getNamedType, isInputObjectType, isObjectType, type GraphQLSchema } from "graphql";
import { DEMO_PASSWORD } from "../../../seeds/people.js";
import type { Client, TestApp } from "../../harness/app.js";

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { token problems { message } } }`;
const REVISION = `query ($id: ID!) { node(id: $id) { ...on AnnualReport { r: revision } ...on InformationRequest { r: revision }
  ...on Remedy { r: revision } ...on Proposal { r: revision } ...on Disclosure { r: revision } ...on SuppliedCount { r: revision }
  ...on CatalogueItem { r: revision } ...on SavedQuery { r: revision } ...on Finding { report { r: revision } } ...on CustomPeerGroup { r: revision } } }`;

/** A mutation: who, which, with what input (`"@name"` stands for the id of a record made before), and how its record is called. */
export type Act = readonly [by: string, field: string, input: Record<string, unknown>, name?: string];

/** What the acts happen on: an application, whoever has signed in, and the records by name. */
export class Stage {
  readonly ids = new Map<string, string>();
  #tokens = new Map<string, string>();

  constructor(readonly app: TestApp) {}

  get schema(): GraphQLSchema {
    return this.app.app.schema;
  }

  /** Another day, on which everybody signs in anew. */
  at(instant: string): void {
    this.app.clock.set(instant);
    this.#tokens = new Map();
  }

  async as(login: string, password: string = DEMO_PASSWORD): Promise<Client> {
    const known = this.#tokens.get(login);
    if (known !== undefined) return this.app.withToken(known);
    const { data } = await this.app.anonymous.query(SIGN_IN, { input: { login, password } });
    if (!data?.signIn.token) throw new Error(`${login}: ${JSON.stringify(data)}`);
    this.#tokens.set(login, data.signIn.token);
    return this.app.withToken(data.signIn.token);
  }

  async tokenOf(login: string, password?: string): Promise<string> {
    await this.as(login, password);
    return this.#tokens.get(login) ?? "";
  }

  id(name: string): string {
    const id = this.ids.get(name);
    if (!id) throw new Error(`nothing is called ${name}`);
    return id;
  }

  async act(...acts: readonly Act[]): Promise<void> {
    for (const act of acts) await this.#act(act);
  }

  /** Fails unless something refuses it: the answer of a question, or data alone. */
  async ask(login: string, document: string, variables: object = {}): Promise<any> {
    const { data, errors } = await (await this.as(login)).query(document, variables);
    if (errors) throw new Error(`${document}: ${JSON.stringify(errors)}`);
    return data;
  }

  async #act([by, field, given, name]: Act): Promise<void> {
    this.app.clock.advance(1000);
    const client = await this.as(by);
    const { type, record, needsRevision } = this.#shapeOf(field);
    const input = this.#resolved(given) as Record<string, unknown>;
    if (needsRevision && input["expectedRevision"] === undefined)
      Object.assign(input, await this.#revisionOf(client, input));
    const document = `mutation ($input: ${type}) { ${field}(input: $input) { ${record} problems { message path } } }`;
    const { data, errors } = await client.query(document, { input });
    const payload = data?.[field];
    if (errors || !payload || payload.problems.length > 0)
      throw new Error(`${by} ${field} ${JSON.stringify(input)}: ${JSON.stringify(errors ?? payload)}`);
    if (name !== undefined) this.#note(name, payload);
  }

  #shapeOf(field: string) {
    const mutation = this.schema.getMutationType()?.getFields()[field];
    const [argument] = mutation?.args ?? [];
    const payload = getNamedType(mutation?.type);
    if (!mutation || !argument || !isObjectType(payload)) throw new Error(`no mutation ${field}`);
    const records = Object.values(payload.getFields()).filter(({ type }) => {
      const named = getNamedType(type);
      return isObjectType(named) && "id" in named.getFields();
    });
    const input = getNamedType(argument.type);
    return {
      type: String(argument.type),
      record: records.map((one) => `${one.name} { id }`).join(" "),
      needsRevision: isInputObjectType(input) && "expectedRevision" in input.getFields(),
    };
  }

  async #revisionOf(client: Client, input: Record<string, unknown>): Promise<object> {
    const { unitCode, year, scope = "OWN" } = input;
    const [id] = Object.entries(input).flatMap(([leaf, value]) => (leaf.endsWith("Id") ? [value] : []));
    const asked =
      id !== undefined
        ? await client.query(REVISION, { id })
        : year === undefined
          ? await client.query("query ($c: String!) { node: unit(code: $c) { r: revision } }", {
              c: unitCode,
            })
          : await client.query(
              "query ($c: String!, $y: Int!, $s: ReportScope) { unit(code: $c) { report(year: $y, scope: $s) { r: revision } } }",
              { c: unitCode, y: year, s: scope },
            );
    const found = asked.data?.node ?? asked.data?.unit;
    const revision: unknown = found?.r ?? found?.report?.r;
    return revision === undefined ? {} : { expectedRevision: revision };
  }

  #note(name: string, payload: Record<string, any>): void {
    for (const value of Object.values(payload))
      if (Array.isArray(value))
        for (const [i, one] of value.entries()) this.ids.set(`${name}.${i + 1}`, one.id);
      else if (value) this.ids.set(name, value.id);
  }

  #resolved(value: unknown): unknown {
    if (typeof value === "string" && value.startsWith("@")) return this.id(value.slice(1));
    if (Array.isArray(value)) return value.map((one) => this.#resolved(one));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.#resolved(one)]));
  }
}
