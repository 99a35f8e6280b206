import { createAdmin } from "../../src/identity/api.js";
import type { Client, TestApp } from "../harness/app.js";
import { fieldOf, PASSWORD, signedIn } from "../reports/factories.js";

export const UNIT_FIELDS = `id code name kind filesReport establishedOn dissolvedOn creditCode aliases revision
  parent { code } ancestors { code } successor { code } successors { code } predecessors { code }
  formerPlaces { until parent { code } } history { on action: operation reason revision changes { field before after } }`;
const PROBLEMS = "problems { __typename code message path ... on StaleRevision { currentRevision } }";

const UNIT = `query ($code: String!) { unit(code: $code) { ${UNIT_FIELDS} } }`;

export interface LifePayload {
  readonly unit: any;
  readonly removedCode?: string | null;
  readonly problems: readonly {
    code: string;
    message: string;
    path: readonly string[];
    currentRevision?: number;
  }[];
}

const TYPES = {
  createUnit: "CreateUnitInput",
  renameUnit: "RenameUnitInput",
  amendUnit: "AmendUnitInput",
  moveUnit: "MoveUnitInput",
  dissolveUnit: "DissolveUnitInput",
  removeUnit: "RemoveUnitInput",
} as const;
type Verb = keyof typeof TYPES;

const documentOf = (verb: Verb): string =>
  `mutation ($input: ${TYPES[verb]}!) { ${verb}(input: $input) {
     ${verb === "removeUnit" ? "removedCode" : `unit { ${UNIT_FIELDS} }`} ${PROBLEMS} } }`;

export const unitOf = async (client: Client, code: string): Promise<any> =>
  fieldOf(await client.query(UNIT, { code }));

export const ask = (client: Client, verb: Verb, input: object) => client.query(documentOf(verb), { input });

/** Changes a unit, at its present revision and with a reason unless said otherwise. */
export async function change(client: Client, verb: Verb, input: { unitCode: string }): Promise<LifePayload> {
  const { revision } = await unitOf(client, input.unitCode);
  const given = { reason: "威政字〔2026〕3号", expectedRevision: revision, ...input };
  return fieldOf<LifePayload>(await ask(client, verb, given));
}

/** The same where there is nothing to complain of. */
export async function changed(
  client: Client,
  verb: Verb,
  input: { unitCode: string } & object,
): Promise<any> {
  const { unit, removedCode, problems } = await change(client, verb, input);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return unit ?? removedCode;
}

export const complaints = ({ problems }: LifePayload): string[] =>
  problems.map(({ code, path }) => `${code} ${path.join(".")}`);

/** An administrator whom only the operator's command can make. */
export async function adminOf(
  { app, clock, ...test }: TestApp,
  unitCode: string,
  newUnit?: { name: string; kind: "CITY" | "DISTRICT" | "PROVINCE" },
): Promise<Client> {
  const login = `admin.of.${unitCode}`;
  const { passwords } = app.identity;
  const admin = { login, displayName: "某管理员", password: PASSWORD, unitCode, ...(newUnit && { newUnit }) };
  await createAdmin({ database: app.database, clock, passwords }, admin);
  return signedIn({ app, clock, ...test }, login);
}
