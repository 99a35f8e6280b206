import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestApp, type Client, type TestApp } from "../harness/app.js";
import { faults, fieldOf, type Problem } from "../reports/factories.js";

const SAVE_QUERY = `mutation ($input: SaveQueryInput!) { saveQuery(input: $input) { query { id revision } problems { message } } }`;
const FIELDS = "id name visibility owner revision unit { code } panels { show query { id name } }";
const SAVE = `mutation ($input: SaveDashboardInput!) { saveDashboard(input: $input) {
  dashboard { ${FIELDS} } problems { code path ... on StaleRevision { currentRevision } } } }`;
const DELETE = `mutation ($input: DeleteDashboardInput!) { deleteDashboard(input: $input) { deletedId problems { code } } }`;
const LIST = `{ dashboards { totalCount nodes { name } } }`;
const NODE = `query ($id: ID!) { node(id: $id) { ... on Dashboard { ${FIELDS} } } }`;

interface Dashboard {
  readonly id: string;
  readonly name: string;
  readonly visibility: string;
  readonly owner: boolean;
  readonly revision: number;
  readonly panels: readonly { readonly show: string; readonly query: { readonly name: string } | null }[];
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ seed: "reports" });
});
afterAll(() => app.close());

const officer = () => app.as("officer.371003");
const clerk = () => app.as("clerk.371003003");
const foreign = () => app.as("officer.371002");

async function query(client: Client, name: string, visibility: string): Promise<string> {
  const input = { name, unitCode: "371003", visibility, document: "{ rules { code } }" };
  return fieldOf<{ query: { id: string } }>(await client.query(SAVE_QUERY, { input })).query.id;
}

interface Payload {
  readonly dashboard: Dashboard | null;
  readonly problems: readonly Problem[];
}
const save = async (client: Client, input: object): Promise<Payload> =>
  fieldOf<Payload>(await client.query(SAVE, { input }));
const seenBy = async (client: Client, id: string): Promise<Dashboard | null> =>
  fieldOf<Dashboard | null>(await client.query(NODE, { id }));
const shown = (dashboard: Dashboard | null) =>
  dashboard?.panels.map(({ show, query: asked }) => `${show} ${asked?.name ?? "–"}`);

it("keeps saved queries in an order, shared as queries are, each seen with the viewer's own right", async () => {
  const [mine, shared] = [await query(officer(), "私", "PRIVATE"), await query(officer(), "共", "SUBTREE")];
  const panels = [{ queryId: shared, show: "CHART" }, { queryId: mine }, { queryId: shared, show: "TABLE" }];
  const first = await save(officer(), { name: "领导看板", unitCode: "371003", panels });
  expect(first).toMatchObject({
    problems: [],
    dashboard: { visibility: "PRIVATE", owner: true, revision: 1 },
  });
  const { id } = first.dashboard!;
  expect(await seenBy(clerk(), id)).toBeNull();
  const second = await save(officer(), {
    ...{ dashboardId: id, expectedRevision: 1, name: "看板", visibility: "SUBTREE" },
    panels: panels.slice(0, 2),
  });
  expect(second).toMatchObject({ problems: [], dashboard: { name: "看板", revision: 2 } });
  expect(shown(await seenBy(officer(), id))).toEqual(["CHART 共", "BOTH 私"]);
  expect(await seenBy(clerk(), id)).toMatchObject({ owner: false, unit: { code: "371003" } });
  expect(shown(await seenBy(clerk(), id))).toEqual(["CHART 共", "BOTH –"]);
  expect(fieldOf(await clerk().query(LIST))).toEqual({ totalCount: 1, nodes: [{ name: "看板" }] });
  expect([await seenBy(foreign(), id), fieldOf(await foreign().query(LIST))]).toEqual([
    null,
    { totalCount: 0, nodes: [] },
  ]);

  // What is wrong, by place; a query that is hidden from the caller is one that there is not.
  const hidden = await save(clerk(), {
    name: "x",
    unitCode: "371003003",
    panels: [{ queryId: shared }, { queryId: mine }],
  });
  const none = await save(clerk(), { name: "", unitCode: "371003003", panels: [] });
  const homeless = await save(clerk(), { name: "x", panels: [{ queryId: shared }] });
  expect([hidden, none, homeless].map(({ problems }) => problems.map(({ path }) => path.join(".")))).toEqual([
    ["input.panels.1.queryId"],
    ["input.name", "input.panels"],
    ["input.unitCode"],
  ]);
  const change = { dashboardId: id, name: "改", panels };
  expect((await save(officer(), { ...change, expectedRevision: 1 })).problems).toMatchObject([
    { code: "STALE_REVISION", currentRevision: 2 },
  ]);
  expect(
    (await save(officer(), { ...change, unitCode: "371003003", expectedRevision: 2 })).problems,
  ).toMatchObject([{ path: ["input", "unitCode"] }]);
  expect(faults(await clerk().query(SAVE, { input: { ...change, expectedRevision: 2 } }))).toEqual([
    "FORBIDDEN",
  ]);
  expect(faults(await foreign().query(SAVE, { input: { ...change, expectedRevision: 2 } }))).toEqual([
    "NOT_FOUND",
  ]);

  // A query that goes leaves its place empty; the dashboard goes alone.
  const remove = `mutation ($input: DeleteQueryInput!) { deleteQuery(input: $input) { deletedId } }`;
  await officer().query(remove, { input: { queryId: shared, expectedRevision: 1 } });
  expect(shown(await seenBy(officer(), id))).toEqual(["CHART –", "BOTH 私"]);
  const gone = await officer().query(DELETE, { input: { dashboardId: id, expectedRevision: 2 } });
  expect(fieldOf(gone)).toEqual({ deletedId: id, problems: [] });
  expect(await seenBy(officer(), id)).toBeNull();
  const history = await officer().query(
    `query ($id: ID!) { history(unit: "371003", subject: $id) { nodes { operation changes { field before after } } } }`,
    { id },
  );
  const { nodes } = fieldOf<{
    nodes: { operation: string; changes: { field: string; after: string | null }[] }[];
  }>(history);
  expect(nodes.map(({ operation }) => operation).sort()).toEqual([
    "DELETE_DASHBOARD",
    "SAVE_DASHBOARD",
    "SAVE_DASHBOARD",
  ]);
  expect(JSON.stringify(nodes)).not.toContain("领导看板");
});
