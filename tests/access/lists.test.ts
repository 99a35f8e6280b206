import { readFileSync } from "node:fs";
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isListType,
  isObjectType,
  type GraphQLField,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_PASSWORD } from "../../seeds/people.js";
import { startTestApp, type TestApp } from "../harness/app.js";

const schema = buildSchema(readFileSync("schema/schema.graphql", "utf8"));

interface Listed {
  readonly name: string;
  readonly field: GraphQLField<unknown, unknown>;
}

const FIELDS: readonly Listed[] = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith("__"))
  .flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })),
  );
const typeOf = ({ field }: Listed): string => getNamedType(field.type).name;
const connections = FIELDS.filter((listed) => typeOf(listed).endsWith("Connection"));

/** Lists of records that need no pages: why they stay short. Whoever adds a list of records says it here, or makes it a connection. */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  "as many as the form, the rules, the settings or the product have": [
    ...["AnnualReport.cells", "AnnualReport.sections", "ReportVersion.cells", "ReportFormat.indicators"],
    ...[
      "Query.indicators",
      "Query.libraryQueries",
      "Query.reportFormats",
      "Query.rules",
      "Unit.settings",
      "Unit.ledgerFeeds",
      "Unit.letterTemplates",
      "LetterTemplate.tags",
    ],
    ...["ImportPreview.cells", "ImportPreview.doubts", "ImportPreview.sections", "ProcessingFee.tiers"],
    ...[
      "DeriveReportPayload.changed",
      "DeriveReportPayload.feeds",
      "ReportDiff.cells",
      "ReportDiff.sections",
    ],
    ...["DocumentAudit.cells", "DocumentAudit.doubts", "DocumentAudit.missing", "DocumentAudit.sections"],
    ...[
      "UnlikeSection.sentences",
      "SectionDiff.sentences",
      "Finding.cells",
      "Finding.places",
      "HistoryEntry.changes",
    ],
  ],
  "as many as rules find in one report, or as is alike in two": [
    ...["ReportLikeness.peers", "LikeReport.figures", "LikeReport.passages"],
    ...["AnnualReport.findings", "BlockedByFindings.findings"],
  ],
  "one a step that somebody takes on one record, or one a mutation": [
    ...["Disclosure", "InformationRequest", "Interpretation", "Proposal", "Remedy"].map(
      (one) => `${one}.events`,
    ),
    ...["Disclosure", "InformationRequest", "Interpretation", "Proposal", "Remedy", "SuppliedCount"].map(
      (one) => `${one}.steps`,
    ),
    ...[
      "AnnualReport.importedFiles",
      "AnnualReport.steps",
      "Finding.steps",
      "StatutoryClock.steps",
      "Unit.history",
    ],
    ...["InformationRequest.waits", "InformationRequest.openWaits", "InformationRequest.letters"],
  ],
  "a few of one record": [
    ...["InformationRequest.parts", "InformationRequest.remedies", "SplitRequestPayload.parts"],
    ...["Unit.ancestors", "Unit.formerPlaces", "Unit.predecessors", "Unit.successors"],
    ...["User.memberships", "Viewer.memberships", "ImportedUnit.changes"],
  ],
  "limited when they are entered": [
    ...["Dashboard.panels", "Unit.contacts"],
    ...["Unit.disclosureCatalogue", "Unit.peerGroups", "CustomPeerGroup.units", "Unit.webhooks"],
  ],
  "at most one a day of a year": ["Unit.calendarDays"],
  "one a year": ["Unit.reports", "RankedReport.series"],
  "as many as the input named or the question asked for, which has its price": [
    ...["ExplainFindingsPayload.findings", "JudgeFindingsPayload.findings", "ImportTablePayload.rowProblems"],
    ...["ImportDisclosuresPayload", "PublishDisclosuresPayload", "ReviewDisclosuresPayload"].map(
      (one) => `${one}.disclosures`,
    ),
    ...["ImportUnitsPayload.rows", "ImportUnitsPayload.rowProblems", "ImportUsersPayload.users"],
    ...["ReportComparison.columns", "ReportComparison.rows", "ReportComparison.coverage"],
    ...["AnswerCoverage.reports", "Coverage.missing", "Coverage.provisional", "FilingBoard.filings"],
    ...["RankedReports.rows", "StatisticsAnswer.dimensions", "StatisticsAnswer.measures"],
    ...["StatisticsAnswer.rows", "HistoryVerification.faults"],
  ],
  "the newest, or the first, and how many there are": [
    ...["Query.tableImports", "TableImport.rowProblems", "Webhook.deliveries"],
  ],
  "a government's members": [
    ...[
      "Completeness.missing",
      "ReportCell.members",
      "RollUp.amended",
      "RollUp.missing",
      "RollUp.provisional",
    ],
  ],
  "tallies of a vocabulary": [
    ...["DisclosureActivity.byCategory", "DisclosureActivity.byChannel", "InterpretationActivity.byForm"],
    ...["ProposalActivity.byKind", "ProposalActivity.byResult", "ProposalActivity.bySatisfaction"],
    ...["RemedyActivity.byRuling", "RequestActivity.byApplicant", "RequestActivity.byOutcome"],
  ],
};

it("every list of records is a connection, or one that stays short", () => {
  const plain = FIELDS.filter(({ name, field }) => {
    const list = isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type));
    return list && !/Connection\.(edges|nodes)$|Payload\.problems$/.test(name);
  });
  expect(plain.map(({ name }) => name).sort()).toEqual(Object.values(SHORT).flat().sort());
});

/** By the day and id of the records that make up a figure, as the figure is explained. */
const UNORDERED = ["ReportCell.records"];

it("every connection is read forward and backward, in an order that an enum of its own names", () => {
  for (const { name, field } of connections) {
    const args = new Map(field.args.map((arg) => [arg.name, getNamedType(arg.type)]));
    expect([name, ...["after", "before", "first", "last"].filter((arg) => !args.has(arg))]).toEqual([name]);
    const order = args.get("orderBy");
    expect([name, isEnumType(order) && order.name.endsWith("Order")]).toEqual([
      name,
      !UNORDERED.includes(name),
    ]);
  }
});

describe("in the demo", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ seed: "reports" });
  });
  afterAll(() => app.close());

  const ask = async (query: string, login = "officer.371003"): Promise<any> => {
    const { data, errors } = await app.as(login).query(query);
    expect(errors).toBeUndefined();
    return data;
  };

  /** The day by which a list is ordered, and what is due. */
  const DATED: Readonly<Record<string, readonly [order: string, due: string | null]>> = {
    disclosures: ["FORMED", "dueOn"],
    interpretations: ["DOCUMENT", "dueOn"],
    proposals: ["ASSIGNED", "dueOn"],
    remedies: ["LODGED", null],
    requests: ["RECEIVED", "clock"],
    suppliedCounts: ["FROM", null],
  };

  it("each ledger's list is the other way round in the opposite order, and by what is due first", async () => {
    for (const [list, [order, due]] of Object.entries(DATED)) {
      const [code, subtree] = list === "suppliedCounts" ? ["371003003", ""] : ["371003", "subtree: true, "];
      const what = due === "clock" ? "id clock { dueOn }" : `id ${due ?? ""}`;
      const page = (args: string) => `${list}(${subtree}${args}) { totalCount nodes { ${what} } }`;
      const { unit } = await ask(`{ unit(code: "${code}") {
        newest: ${page(`first: 100, orderBy: ${order}_DESC`)} usual: ${page("first: 100")}
        oldest: ${page(`last: 100, orderBy: ${order}_ASC`)} ${due ? `due: ${page("first: 100, orderBy: DUE_ASC")}` : ""} } }`);
      const { newest, oldest, usual } = unit;
      expect([list, newest.nodes.length > 1]).toEqual([list, true]);
      expect(oldest.nodes.toReversed()).toEqual(newest.nodes);
      expect(usual).toEqual(newest);
      if (!due) continue;
      const days = unit.due.nodes.map((node: any) => (due === "clock" ? node.clock : node).dueOn ?? "9999");
      expect(days).toEqual(days.toSorted());
      expect(days).toHaveLength(newest.nodes.length);
    }
  });

  it("the register, its children and the users are in both orders", async () => {
    const { unit, ...lists } = await ask(
      `{ unit(code: "371003") { children(first: 100) { totalCount nodes { code } } down: children(first: 100, orderBy: PLACE_DESC) { nodes { code } } }
        units(first: 100) { nodes { code } } back: units(first: 100, orderBy: PLACE_DESC) { nodes { code } } }`,
    );
    expect(unit.down.nodes.toReversed()).toEqual(unit.children.nodes);
    expect(unit.children.totalCount).toBe(unit.children.nodes.length);
    expect(lists.back.nodes.toReversed()).toEqual(lists.units.nodes);
    const { users, last } = await ask(
      `{ users(first: 100) { nodes { login } } last: users(first: 100, orderBy: LOGIN_DESC) { nodes { login } } }`,
      "admin.371003",
    );
    expect(last.nodes.toReversed()).toEqual(users.nodes);
  });

  it("a list that is read as a whole is paged like the others", async () => {
    const page = (args: string) =>
      `children(${args}) { nodes { code } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
    const of = (fields: string): Promise<any> =>
      ask(`{ unit(code: "371003") { ${fields} } }`).then(({ unit }) => unit);
    const { all, first, last } = await of(
      `all: children(first: 100) { nodes { code } } first: ${page("first: 2")} last: ${page("last: 2")}`,
    );
    expect([first.nodes, last.nodes]).toEqual([all.nodes.slice(0, 2), all.nodes.slice(-2)]);
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const { next, before } = await of(
      `next: ${page(`first: 2, after: "${first.pageInfo.endCursor}"`)} before: ${page(`last: 2, before: "${last.pageInfo.startCursor}"`)}`,
    );
    expect([next.nodes, before.nodes]).toEqual([all.nodes.slice(2, 4), all.nodes.slice(-4, -2)]);
    const { errors } = await app.anonymous.query(
      `{ unit(code: "371003") { ${page(`first: 2, after: "eA"`)} } }`,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: ["after"] });
  });

  it("a report's versions and its history are in both orders", async () => {
    const { unit } = await ask(`{ unit(code: "371003003") { reports(years: [2021, 2022, 2023, 2025]) {
      versions { nodes { number } } up: versions(orderBy: NUMBER_ASC) { nodes { number } }
      events { totalCount nodes { sequence } } down: events(orderBy: RECORDED_DESC) { nodes { sequence } } } } }`);
    for (const { versions, up, events, down } of unit.reports) {
      expect(up.nodes.toReversed()).toEqual(versions.nodes);
      expect(down.nodes.toReversed()).toEqual(events.nodes);
    }
    expect(Math.max(...unit.reports.map(({ events }: any) => events.totalCount))).toBeGreaterThan(1);
  });

  /** Lists of rows each of which has its own readers: for an outsider the others' rows are not there. */
  const ROW_BY_ROW = ["Unit.reports", "Unit.disclosures", "AnnualReport.versions"];

  it("no list is empty for an outsider where its own people find something: it is null, or refused", async () => {
    const listsOf = (type: string) =>
      FIELDS.filter(({ name }) => name.startsWith(`${type}.`)).filter((listed) => {
        const { field } = listed;
        const required = field.args.some(({ type: one }) => String(one).endsWith("!"));
        const list = isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type));
        return !required && (list || typeOf(listed).endsWith("Connection"));
      });
    const selected = (type: string) =>
      listsOf(type)
        .map(
          (listed) =>
            `${listed.field.name} { ${typeOf(listed).endsWith("Connection") ? "totalCount" : "__typename"} }`,
        )
        .join(" ");
    const document = `{ unit(code: "371003003") { ${selected("Unit")}
      report(year: 2023) { ${selected("AnnualReport")} } shown: disclosures(first: 1, filter: { status: PUBLISHED }) { nodes { ${selected("Disclosure")} } } } }`;
    const seen = async (login: string | null): Promise<Map<string, number | null>> => {
      const { data } = await (login ? app.as(login) : app.anonymous).query(document);
      const { report, shown, ...unit } = data.unit;
      const parts = { Unit: unit, AnnualReport: report, Disclosure: shown.nodes[0] ?? {} };
      const size = (value: any) => (value === null ? null : (value.totalCount ?? value.length));
      return new Map(
        Object.entries(parts).flatMap(([type, fields]) =>
          Object.entries(fields ?? {}).map(([name, value]) => [`${type}.${name}`, size(value)] as const),
        ),
      );
    };
    const own = await seen("clerk.371003003");
    expect([...own].filter(([, size]) => size !== null && size > 0).length).toBeGreaterThan(12);
    for (const login of [null, "clerk.371003104", "analyst.371003", "admin.371003", "officer.371002"])
      for (const [name, size] of await seen(login))
        if (!ROW_BY_ROW.includes(name) && (own.get(name) ?? 0) > 0)
          expect([login, name, size]).not.toEqual([login, name, 0]);
  });

  it("nobody is shown an empty list of roles that are not his to read", async () => {
    const { data } = await app.as("clerk.371003104").query(
      `mutation { changePassword(input: { currentPassword: "${DEMO_PASSWORD}", newPassword: "another Pass 2026 word" }) {
          user { memberships { role } } problems { message } } }`,
    );
    expect(data.changePassword).toEqual({ user: { memberships: null }, problems: [] });
  });

  it("an old client is told that a list became a connection", async () => {
    const { errors } = await app.anonymous.query(`{ unit(code: "371003") { children { code } } }`);
    expect(errors?.[0]?.message).toContain("nodes { code }");
  });
});
