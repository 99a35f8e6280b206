import type { TestApp } from "../harness/app.js";
import { DISTRICT, given, mutation, OPEN, OWN, query, SIGNED_IN, type Operation } from "./operation.js";
import { FIGURE } from "./plant.js";

/** Of the ledgers of 环山街道, added up. */
const READERS = "UA UA OK OK NF OK NF OK FB OK FB";

const statistics = (name: string): Operation => {
  const field = `${name}Statistics`;
  const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}StatisticsInput!`;
  const input = { scope: { under: OWN }, groupBy: [], measures: [{ name: "n", function: "COUNT" }] };
  const document = `query ($input: ${type}) { ${field}(input: $input) { rows { values } } }`;
  return query(field, document, READERS, { input });
};

const QUERY = { name: "某查询", document: "{ rules { code } }" };
const SAVE = `mutation ($input: SaveQueryInput!) { saveQuery(input: $input) { query { id } problems { message } } }`;

/** One that the clerk of 环山街道 saved. */
async function saved(app: TestApp, visibility: string): Promise<string> {
  const input = { ...QUERY, unitCode: OWN, visibility };
  const answer = await app.as(`clerk.${OWN}`).query(SAVE, { input });
  const id = answer.data?.saveQuery?.query?.id as string | undefined;
  if (!id) throw new Error(JSON.stringify(answer));
  return id;
}

/** A dashboard of such a query, shared as widely. */
async function arranged(app: TestApp, visibility: string): Promise<string> {
  const panels = [{ queryId: await saved(app, visibility) }];
  const answer = await app
    .as(`clerk.${OWN}`)
    .query(
      "mutation ($input: SaveDashboardInput!) { saveDashboard(input: $input) { dashboard { id } problems { message } } }",
      { input: { name: "某看板", unitCode: OWN, visibility, panels } },
    );
  const id = answer.data?.saveDashboard?.dashboard?.id as string | undefined;
  if (!id) throw new Error(JSON.stringify(answer));
  return id;
}

const onDashboard = (field: string, visibility: string, outcomes: string): Operation =>
  mutation(
    field,
    `${field.slice(0, 1).toUpperCase()}${field.slice(1)}Input!`,
    outcomes,
    async (app) => {
      const shown = { name: "某看板", panels: [{ queryId: await saved(app, visibility) }] };
      const dashboardId = await arranged(app, visibility);
      return { input: { ...(field === "saveDashboard" && shown), dashboardId, expectedRevision: 1 } };
    },
    { when: `of a dashboard for ${visibility}` },
  );

const onQuery = (field: string, visibility: string, outcomes: string, more: object = {}): Operation =>
  mutation(
    field,
    `${field.slice(0, 1).toUpperCase()}${field.slice(1)}Input!`,
    outcomes,
    async (app) => ({ input: { ...more, queryId: await saved(app, visibility), expectedRevision: 1 } }),
    { when: `of a query for ${visibility}` },
  );

const node = (visibility: string, outcomes: string): Operation => ({
  field: "node",
  when: `of a query for ${visibility}`,
  document: "query ($id: ID!) { node(id: $id) { id } }",
  variables: async (app) => ({ id: await saved(app, visibility) }),
  outcomes,
});

const SAVE_GROUP = `mutation ($input: SavePeerGroupInput!) { savePeerGroup(input: $input) { group { id } problems { message } } }`;
let groups = 0;
const newGroup = () => ({ unitCode: DISTRICT, name: `某组 ${++groups}`, units: [OWN, "371003104"] });

/** One that the district named. */
async function named(app: TestApp): Promise<string> {
  const answer = await app.as(`officer.${DISTRICT}`).query(SAVE_GROUP, { input: newGroup() });
  const id = answer.data?.savePeerGroup?.group?.id as string | undefined;
  if (!id) throw new Error(JSON.stringify(answer));
  return id;
}

/** The district's officer and its analyst. */
const OF_DISTRICT = "UA UA NF NF NF OK NF OK FB FB FB";

/** Only its owner changes a query; others who see it are told so. An administrator knows of none, nor does an auditor. */
const OWNER_OF_PRIVATE = "UA UA OK NF NF NF NF NF NF";
const OWNER_OF_SHARED = "UA UA OK FB NF FB NF FB NF FB NF";
const CLEARED = "UA UA OK FB NF OK NF FB NF FB NF";

/** Every root field of the statistics and the saved queries. */
export const ANALYST_OPERATIONS: readonly Operation[] = [
  ...["request", "disclosure", "remedy", "proposal", "interpretation"].map(statistics),
  query(
    "reportStatistics",
    "query ($input: ReportStatisticsInput!) { reportStatistics(input: $input) { rows { values } } }",
    OPEN,
    {
      input: {
        ...{ scope: { under: DISTRICT }, years: [2023], groupBy: ["UNIT"] },
        measures: [{ name: "sum", function: "SUM", field: FIGURE }],
      },
    },
  ),
  query(
    "rankReports",
    "query ($input: RankReportsInput!) { rankReports(input: $input) { rows { rank } } }",
    OPEN,
    { input: { under: DISTRICT, year: 2023, indicator: FIGURE } },
  ),
  query(
    "areaSums",
    `{ areaSums(by: DISTRICT, years: [2023], indicators: ["${FIGURE}"], atLeast: SUBMITTED) { rows { values } } }`,
    OPEN,
  ),
  query("dashboards", "{ dashboards { nodes { name } } }", SIGNED_IN),
  query("savedQueries", "{ savedQueries { nodes { name } } }", SIGNED_IN),
  query("libraryQueries", "{ libraryQueries { slug cost } }", OPEN),
  query(
    "downloadLink",
    `{ downloadLink(document: "{ units { totalCount } }", format: CSV) { url expiresAt } }`,
    OPEN,
  ),
  node("PRIVATE", "NF UA OK NF NF NF NF NF NF"),
  node("UNIT", "NF UA OK OK NF OK NF OK NF OK NF"),
  node("SUBTREE", "NF UA OK OK NF OK NF OK NF OK NF"),
  {
    field: "node",
    when: "of a peer group",
    document: "query ($id: ID!) { node(id: $id) { id } }",
    variables: async (app) => ({ id: await named(app) }),
    outcomes: "NF UA OK OK OK OK NF OK NF OK NF",
  },
  mutation("savePeerGroup", "SavePeerGroupInput!", OF_DISTRICT, () => Promise.resolve({ input: newGroup() })),
  mutation(
    "savePeerGroup",
    "SavePeerGroupInput!",
    OF_DISTRICT,
    async (app) => ({ input: { ...newGroup(), groupId: await named(app), expectedRevision: 1 } }),
    { when: "of a group there is" },
  ),
  // An administrator knows of no group, nor does an auditor.
  mutation("deletePeerGroup", "DeletePeerGroupInput!", "UA UA NF NF NF OK NF OK NF FB NF", async (app) => ({
    input: { groupId: await named(app), expectedRevision: 1 },
  })),
  mutation("saveQuery", "SaveQueryInput!", READERS, given({ input: { ...QUERY, unitCode: OWN } })),
  onQuery("saveQuery", "PRIVATE", OWNER_OF_PRIVATE, QUERY),
  onQuery("saveQuery", "UNIT", OWNER_OF_SHARED, QUERY),
  onQuery("deleteQuery", "PRIVATE", OWNER_OF_PRIVATE),
  // An officer clears away what is shared in his district.
  onQuery("deleteQuery", "UNIT", CLEARED),
  mutation("saveDashboard", "SaveDashboardInput!", READERS, async (app) => ({
    input: { name: "某看板", unitCode: OWN, panels: [{ queryId: await saved(app, "UNIT") }] },
  })),
  onDashboard("saveDashboard", "PRIVATE", OWNER_OF_PRIVATE),
  onDashboard("saveDashboard", "UNIT", OWNER_OF_SHARED),
  onDashboard("deleteDashboard", "PRIVATE", OWNER_OF_PRIVATE),
  onDashboard("deleteDashboard", "UNIT", CLEARED),
];
