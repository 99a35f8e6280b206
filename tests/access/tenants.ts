import { ChangeNumbers } from "../../src/changes/api.js";
import { plantWebhook } from "./plant-webhooks.js";
import { entryAbout, historyOf } from "./rows.js";
import { encodeCursor } from "../../src/platform/graphql/paging.js";
import { fromGlobalId, toGlobalId } from "../../src/platform/graphql/global-id.js";
import { startTestApp, type TestApp, type TestAppOptions } from "../harness/app.js";
import { People, SIGN_IN, type Caller } from "./people.js";
import { ledgerWords, plantLedgers, type PlantedLedgers } from "./plant-ledgers.js";
import { plantPeerGroup, plantQueries, queryWords, type PlantedQueries } from "./plant-queries.js";
import { plantImportedFile, plantTableImport, plantUpload } from "./plant-uploads.js";
import { FIGURE, plantReport, plantUser, type PlantedReport } from "./plant.js";

/**
 * `work`: drafts, findings, events, returned versions. `entry`: what stands in the history about them. `submitted`: versions not yet published. `ledger`: requests and the
 * like, and disclosures that were taken back. `team`: queries shared with the unit. `personal`: their applicants. `people`: users. Of saved queries, `private`: those
 * of one user; `office`: shared with the district's office; `below`: with all of the district. `published`: what anybody
 * may read, and nobody foreign may write.
 */
export type Kind =
  | "work"
  | "entry"
  | "submitted"
  | "ledger"
  | "team"
  | "personal"
  | "people"
  | "private"
  | "office"
  | "below"
  | "published";

export interface Secret {
  readonly kind: Kind;
  readonly what: string;
  readonly text: string;
  /** It stands in the unit's history, too, which an auditor reads. */
  readonly recorded: boolean;
}

export interface Target {
  readonly kind: Kind;
  readonly type: string;
  readonly id: string;
  readonly revision: number;
}

export interface Tenant {
  readonly code: string;
  readonly district: string;
  readonly secrets: readonly Secret[];
  readonly targets: readonly Target[];
  readonly user: { readonly id: string; readonly login: string; readonly displayName: string };
}

export interface World {
  readonly app: TestApp;
  readonly people: People;
  readonly tenants: readonly Tenant[];
}

/** The ledgers' records are of the year that was published and is being revised. */
export const YEARS = { revised: 2022, draft: 2024, submitted: 2025 } as const;

const OF_THE_UNIT: readonly Kind[] = [
  "work",
  "entry",
  "submitted",
  "ledger",
  "team",
  "personal",
  "people",
  "private",
  "office",
];
const ALL: readonly Kind[] = [...OF_THE_UNIT, "below"];
const HUANSHAN = "371003003";
const HUANCUILOU = "371002001";

/** What each kind of caller must not see of each tenant. */
const FORBIDDEN: Readonly<Record<string, Partial<Record<Caller, readonly Kind[]>>>> = {
  [HUANSHAN]: {
    public: ALL,
    "own clerk": ["people", "private", "office"],
    // Of the same district.
    "foreign clerk": OF_THE_UNIT,
    officer: ["people", "personal", "private"],
    "foreign officer": ALL,
    analyst: ["work", "entry", "ledger", "people", "personal", "private"],
    admin: ["work", "entry", "submitted", "ledger", "team", "personal", "private", "office", "below"],
    "case reader": ["work", "entry", "submitted", "people", "personal", "private"],
    auditor: ALL.filter((kind) => kind !== "entry"),
  },
  [HUANCUILOU]: {
    public: ALL,
    "own clerk": ALL,
    "foreign clerk": ALL,
    officer: ALL,
    "foreign officer": ["people", "personal", "private"],
    analyst: ALL,
    admin: ALL,
    "case reader": ALL,
    auditor: ALL,
  },
};

export const FOREIGNERS = Object.keys(FORBIDDEN[HUANSHAN] ?? {}) as Caller[];

/** Who holds a role at the tenant's unit is told FORBIDDEN of what it may know and not do, instead of NOT_FOUND. */
const ROLE_HELD: Readonly<Record<string, readonly Caller[]>> = {
  [HUANSHAN]: ["own clerk", "officer", "analyst", "admin", "case reader", "auditor"],
  [HUANCUILOU]: ["foreign officer"],
};

export const isStranger = (caller: Caller, { code }: Tenant): boolean => !ROLE_HELD[code]?.includes(caller);

/** A unit of the same district that nobody recorded anything of, and that no caller belongs to. */
export const emptyNeighbour = ({ code }: Tenant): string => (code === HUANSHAN ? "371003105" : "371002-xfj");

export const forbiddenTo = (caller: Caller, { code }: Tenant): readonly Kind[] =>
  FORBIDDEN[code]?.[caller] ?? ALL;

export const secretsFrom = (world: World, caller: Caller): (Secret & { tenant: string })[] =>
  world.tenants.flatMap((tenant) =>
    tenant.secrets
      .filter(({ kind }) => forbiddenTo(caller, tenant).includes(kind))
      .filter(({ recorded }) => !recorded || forbiddenTo(caller, tenant).includes("entry"))
      .map((secret) => ({ ...secret, tenant: tenant.code })),
  );

/** Two tenants with reports in every state and users of their own, in a register of units with everybody else. */
export async function startWorld(options: TestAppOptions = {}): Promise<World> {
  const app = await startTestApp(options);
  const people = await People.of(app);
  const tenants = [
    await plantTenant(app, HUANSHAN, 910_000_000),
    await plantTenant(app, HUANCUILOU, 920_000_000),
  ];
  await new ChangeNumbers(app.app.database).catchUp();
  return { app, people, tenants };
}

async function plantTenant({ app, anonymous }: TestApp, code: string, base: number): Promise<Tenant> {
  const { database } = app;
  const content = (what: string, number: number) => ({ note: `密-${code}-${what}`, figure: base + number });
  const [working, corrected, returned] = [
    content("draft", 1371),
    content("corrected", 2741),
    content("returned", 4111),
  ];
  const submitted = content("submitted", 5483);
  const words = ledgerWords(code);
  const asked = queryWords(code);
  const draft = await plantReport(database, { unitCode: code, year: YEARS.draft, status: "DRAFT", working });
  const filed = await plantReport(database, {
    unitCode: code,
    year: YEARS.submitted,
    status: "SUBMITTED",
    working: content("submitted-events", 5483),
    versions: [{ ...submitted, status: "SUBMITTED" }],
  });
  const revised = await plantReport(database, {
    unitCode: code,
    year: YEARS.revised,
    status: "RETURNED",
    working: corrected,
    versions: [
      { note: `${code} 公开的正文`, figure: base + 11, difference: words.difference, status: "PUBLISHED" },
      { ...returned, status: "RETURNED" },
    ],
  });
  const original = `密-${code}-原件`;
  await plantImportedFile(database, { unitCode: code, reportId: draft.rowId }, original);
  const user = await plantUser(app, code, `密-${code}-人`);
  const upload = await plantUpload(app.database, fromGlobalId(user.id)?.id ?? "", `密-${code}-上传`);
  const tableImport = await plantTableImport(app.database, code, `密-${code}-整表`);
  const hook = await plantWebhook(database, code, `hook-${code}`);
  const group = await plantPeerGroup(database, code);
  const ledgers = await plantLedgers(database, code);
  const queries = await plantQueries(database, code, fromGlobalId(user.id)?.id ?? "");
  // What the tenant has submitted is a part of its district's, which is published.
  const system = { unitCode: code.slice(0, 6), scope: "SYSTEM", status: "PUBLISHED" } as const;
  const rollUps = [
    await plantReport(database, { ...system, year: YEARS.submitted }),
    await plantReport(database, {
      ...system,
      year: YEARS.revised,
      versions: [
        { note: "正文", figure: 7, status: "RETURNED" },
        { note: "正文", figure: 7, status: "PUBLISHED" },
      ],
    }),
  ];
  // That somebody tried to sign in stands in the history, with the login.
  await anonymous.query(SIGN_IN, { input: { login: user.login, password: "not the right one" } });
  const history = await historyOf(database, code);
  const isRecorded = (text: string): boolean => history.includes(fromGlobalId(text)?.id ?? text);
  const say = (kind: Kind, what: string, ...texts: (string | number)[]): Secret[] =>
    texts.map(String).map((text) => ({ kind, what, text, recorded: isRecorded(text) }));
  const secrets = [
    ...say("work", "a draft", working.note, working.figure, draft.id, draft.rowId, ...draft.findings),
    ...say("work", "a file that the draft was filled from", original),
    ...say("work", "a correction", corrected.note, corrected.figure, ...revised.findings),
    ...say("work", "a returned version", returned.note, returned.figure, revised.versions[1] ?? ""),
    ...say(
      "work",
      "what was written of a submitted report",
      `密-${code}-submitted-events`,
      ...filed.findings,
    ),
    ...say("submitted", "a submitted version", submitted.figure, filed.id, ...filed.versions),
    ...say("work", "a disclosure in review", words.draft, words.draftCategory, words.review, ledgers.draft),
    ...say("work", "a contact of the unit", words.contact),
    ...say("ledger", "a disclosure taken back", words.withdrawn, ledgers.withdrawn),
    ...say("ledger", "a supplied count", words.supplier, words.quantity, ledgers.supply),
    ...say("ledger", "a statement that there was none", words.none),
    ...say("ledger", "a request", words.subject, words.note, ledgers.request),
    ...say("ledger", "a remedy", words.remedy, ledgers.remedy),
    ...say("ledger", "a proposal", words.proposal, ledgers.proposal),
    ...say("ledger", "an interpretation", words.interpretation, ledgers.interpretation),
    ...say("ledger", "a difference from the ledgers", words.difference),
    ...say("personal", "an applicant", words.applicant),
    ...say("private", "a query of one's own", asked.own, ...Object.values(queries.own)),
    ...say("private", "an upload", `密-${code}-上传`, upload),
    ...say("work", "an import of a table", `密-${code}-整表`, tableImport),
    ...say("team", "a query of the unit", asked.unit, ...Object.values(queries.unit)),
    ...say("office", "a query of the district's office", asked.office, ...Object.values(queries.office)),
    ...say("below", "a query for all of the district", asked.below, ...Object.values(queries.below)),
    ...say("below", "a peer group", `密-${code}-组`, group),
    ...say("people", "an endpoint", `hook-${code}`, hook.webhook, hook.delivery),
    ...say("people", "a user", user.login, user.displayName, user.id, encodeCursor(user.login)),
  ].filter(({ text }) => text !== "");
  // A submitted version's own text: the events' note begins like it, so it is told apart by what follows.
  secrets.push(...say("submitted", "a submitted text", `"${submitted.note}"`));
  return {
    code,
    district: code.slice(0, 6),
    secrets,
    targets: [
      ...targetsOf({ draft, filed, revised }, user.id, rollUps),
      ...ledgerTargets(ledgers),
      ...queryTargets(queries),
      ofFirstRevision("below", group),
      ofFirstRevision("private", upload),
      ofFirstRevision("work", tableImport),
      ofFirstRevision("people", hook.webhook),
      ofFirstRevision("people", hook.delivery),
      ofFirstRevision("entry", await entryAbout(database, draft.rowId)),
    ],
    user,
  };
}

function targetsOf(
  { draft, filed, revised }: Readonly<Record<"draft" | "filed" | "revised", PlantedReport>>,
  userId: string,
  rollUps: readonly PlantedReport[],
): Target[] {
  const of = (kind: Kind, { revision }: { revision: number }, ids: readonly string[]): Target[] =>
    ids.map((id) => ({ kind, id, revision, type: fromGlobalId(id)?.type ?? "" }));
  const [published = "", returned = ""] = revised.versions;
  // Of a report's many findings one or two stand for all.
  const work = [draft.id, cellOf("ReportCell", draft.id), ...draft.findings.slice(0, 2)];
  return [
    ...of("work", draft, work),
    ...of("work", filed, filed.findings.slice(0, 1)),
    ...of("work", revised, [...revised.findings.slice(0, 1), returned, cellOf("VersionCell", returned)]),
    ...of("submitted", filed, [filed.id, cellOf("ReportCell", filed.id)]),
    ...of(
      "submitted",
      filed,
      filed.versions.flatMap((id) => [id, cellOf("VersionCell", id)]),
    ),
    ...of("published", revised, [
      revised.id,
      cellOf("ReportCell", revised.id),
      published,
      cellOf("VersionCell", published),
    ]),
    ...rollUps.flatMap((rollUp) =>
      of("published", rollUp, [
        rollUp.id,
        cellOf("ReportCell", rollUp.id),
        ...rollUp.versions.map((id) => cellOf("VersionCell", id)),
      ]),
    ),
    ...of("people", { revision: 0 }, [userId]),
  ];
}

const ofFirstRevision = (kind: Kind, id: string): Target => ({
  kind,
  id,
  revision: 1,
  type: fromGlobalId(id)?.type ?? "",
});

const ledgerTargets = ({ draft, disclosure, catalogueItem, ...ledgers }: PlantedLedgers): Target[] => [
  ofFirstRevision("work", draft),
  ...[disclosure, catalogueItem].map((id) => ofFirstRevision("published", id)),
  ...Object.values(ledgers).map((id: string) => ofFirstRevision("ledger", id)),
];

const queryTargets = ({ own, unit, office, below }: PlantedQueries): Target[] => {
  const of = (kind: Kind, { query, dashboard }: PlantedQueries["own"]) => [
    ofFirstRevision(kind, query),
    ofFirstRevision(kind, dashboard),
  ];
  return [...of("private", own), ...of("team", unit), ...of("office", office), ...of("below", below)];
};

/** The id of one cell of a report or version. */
const cellOf = (type: "ReportCell" | "VersionCell", globalId: string): string =>
  toGlobalId(type, `${fromGlobalId(globalId)?.id}.${FIGURE}`);

/** The id of such a record as there is none: well-formed, and for nobody. */
export const ghostOf = ({ type }: Target): string =>
  toGlobalId(type, type.endsWith("Cell") ? `AAAAAAAAAAAAAAAA.${FIGURE}` : "AAAAAAAAAAAAAAAA");
