import { blankApplicants, unitsWithApplicants } from "../../src/ledgers/requests/api.js";
import { rebuildAllSums, verifySums } from "../../src/area-sums/api.js";
import { verifyHistory } from "../../src/history/api.js";
import { Rechecks } from "../../src/filing/api.js";
import { LEDGER_READS } from "../access/cases-ledgers.js";
import { QUERY_READS } from "../access/cases-queries.js";
import { READS } from "../access/cases-reads.js";
import { STATISTICS } from "../access/cases-statistics.js";
import { outcomesOf, type Operation } from "../access/operation.js";
import { OPERATIONS } from "../access/operations.js";
import { CALLERS, type Caller } from "../access/people.js";
import { SYSTEM } from "../access/rows.js";
import type { World } from "../access/tenants.js";
import type { Answer, Client } from "../harness/app.js";
import { plant } from "../ledgers/planted-rows.js";
import { COMMONEST } from "./commonest.js";
import { normalized, type Observed, type Statements } from "./observed.js";

/** The statements of each of the commonest operations, and all statements. */
export interface Driven {
  readonly operations: ReadonlyMap<string, readonly Observed[]>;
  readonly all: readonly Observed[];
}

const READERS: readonly Caller[] = ["officer", "own clerk"];

const LATE = {
  unit: "371003104",
  rows: { disclosures: [{ formedOn: "2025-03-03", dueOn: "2025-03-31", publishedOn: "2025-06-02" }] },
};

/** What no table of callers comes to. */
const SELDOM: readonly { readonly caller: Caller; readonly document: string }[] = [
  {
    caller: "officer",
    document: `{ filingBoard(under: "371003", year: 2023, tree: THEN) { filings { unit { code } status } } }`,
  },
  {
    caller: "admin",
    document: `{ users(first: 5) { nodes { login unit { code } memberships { role unit { code } } } } }`,
  },
  { caller: "admin", document: `{ unit(code: "371003003") { webhooks { url deliveries { kind state } } } }` },
  // Of a unit that published late.
  {
    caller: "foreign clerk",
    document: `mutation { saveReport(input: { unitCode: "${LATE.unit}", year: 2025, cells: [] }) { problems { code } } }`,
  },
  // A 本级汇总 that nothing has been added up in.
  {
    caller: "officer",
    document: `mutation { saveReport(input: { unitCode: "371003", year: 2020, scope: SYSTEM, cells: [] }) {
      report { completeness { expected included missing { code } } } problems { code } } }`,
  },
];

/** Everything that the tables of callers ask, so that a new field of the API is asked for as well. */
export async function drive(world: World, statements: Statements): Promise<Driven> {
  const operations = new Map<string, readonly Observed[]>();
  const all = statements.take();
  const call = async (client: Client, document: string, variables: object): Promise<Observed[]> => {
    await world.app.settled();
    all.push(...statements.take());
    answered(await client.query(document, variables), document);
    await world.app.settled();
    return statements.take();
  };
  for (const { name, caller, document, variables } of COMMONEST) {
    const sent = await call(world.people.as(caller), document, await variables(world.app));
    operations.set(name, inOrder(sent.filter(inTheForeground), document));
  }
  for (const operation of OPERATIONS)
    all.push(
      ...(await call(
        await served(world, operation),
        operation.document,
        await operation.variables(world.app),
      )),
    );
  await world.app.request.get("/open-data/371003/2023/reports.csv").expect(200);
  await plant(world.app, LATE.unit, LATE.rows);
  for (const { caller, document } of SELDOM) all.push(...(await call(world.people.as(caller), document, {})));
  for (const one of [...READS, ...LEDGER_READS, ...STATISTICS, ...QUERY_READS])
    for (const caller of READERS)
      for (const { variables } of world.tenants
        .slice(0, 1)
        .flatMap((tenant) => one.probes(tenant, caller, world)))
        all.push(...(await call(world.people.as(caller), one.document(world.app.app.schema), variables)));
  await maintain(world);
  return { operations, all: [...[...operations.values()].flat(), ...all, ...statements.take()] };
}

/** What is asked must be understood: a field that has gone would leave its statements out. */
function answered({ errors }: Answer, document: string): void {
  const wrong = errors?.find(({ extensions }) =>
    ["GRAPHQL_VALIDATION_FAILED", "INTERNAL_SERVER_ERROR"].includes(String(extensions["code"])),
  );
  if (wrong) throw new Error(`${wrong.message}: ${document}`);
}

/** Reports are checked again after the answer; how a transaction begins differs between the databases. */
const inTheForeground = ({ text, frames }: Observed): boolean =>
  !/^start transaction/i.test(text) && !frames.some(({ name }) => name.startsWith(`${Rechecks.name}.`));

/** A mutation sends one after the other; the fields of a query are read side by side, so theirs are sorted. */
const inOrder = (sent: readonly Observed[], document: string): readonly Observed[] =>
  document.startsWith("mutation")
    ? sent
    : [...sent].sort((a, b) => (normalized(a.text) < normalized(b.text) ? -1 : 1));

function served({ people }: World, operation: Operation): Promise<Client> {
  const caller = CALLERS[outcomesOf(operation).indexOf("OK")];
  if (!caller) throw new Error(`nobody is served by ${operation.field}`);
  return operation.ownSession ? people.inNewSession(caller) : Promise.resolve(people.as(caller));
}

/** What no caller of the API can ask for: commands of the operator. */
async function maintain({ app: { app, clock } }: World): Promise<void> {
  await rebuildAllSums(app.database);
  await verifySums(app.database);
  await verifyHistory(app.database, SYSTEM);
  await app.database.write(SYSTEM, async (session) => {
    for (const unit of await unitsWithApplicants(session))
      await blankApplicants(session, unit, "2020-01-01", clock);
  });
}
