import { asOperator } from "../../src/access/index.js";
import { appendSteps } from "../../src/history/index.js";
import { DISCLOSURES } from "../../src/ledgers/disclosures/index.js";
import { REMEDIES } from "../../src/ledgers/remedies/api.js";
import { INFORMATION_REQUESTS, type RequestOutcome } from "../../src/ledgers/requests/index.js";
import type { ApplicantKind } from "../../src/ledgers/requests/api.js";
import { SUPPLIED_COUNTS } from "../../src/ledgers/supplies/api.js";
import { newId, type Session } from "../../src/platform/db/index.js";
import { SYSTEM, unitOf } from "../access/rows.js";
import type { TestApp } from "../harness/app.js";

/** Ledger rows put there past the commands, so that any year can be made up. */
export interface RequestSpec {
  readonly id?: string;
  readonly kind?: ApplicantKind;
  readonly countedOn: string;
  readonly decidedOn?: string | null;
  readonly outcome?: RequestOutcome;
  readonly registered?: boolean;
}

export interface RemedySpec {
  readonly route: "REVIEW" | "LITIGATION_DIRECT" | "LITIGATION_AFTER_REVIEW";
  readonly lodgedOn: string;
  readonly concludedOn?: string | null;
  readonly ruling?: "UPHELD" | "CORRECTED" | "OTHER";
  readonly requestId?: string | null;
}

export interface DisclosureSpec {
  readonly title?: string;
  readonly category?: string;
  readonly kind?: "REGULATION" | "NORMATIVE_DOCUMENT" | null;
  readonly items?: number;
  readonly channels?: number;
  readonly formedOn: string;
  readonly publishedOn?: string | null;
  readonly repealedOn?: string | null;
  readonly dueOn?: string;
}

export interface SupplySpec {
  readonly indicator: string;
  readonly year: number;
  readonly quantity: string;
  readonly signedOff?: boolean;
}

export interface Ledgers {
  readonly requests?: readonly RequestSpec[];
  readonly remedies?: readonly RemedySpec[];
  readonly disclosures?: readonly DisclosureSpec[];
  readonly supplies?: readonly SupplySpec[];
}

const AT = "2026-01-10T01:00:00.000Z";
let number = 0;

const requestRow = (unitId: string, spec: RequestSpec) => {
  const decidedOn = spec.decidedOn ?? null;
  const state = spec.registered ? "REGISTERED" : decidedOn ? "SERVED" : "IN_PROGRESS";
  return {
    id: spec.id ?? newId(),
    unitId,
    number: `P-${++number}`,
    subject: "某事项的办理结果",
    applicantKind: spec.kind ?? "NATURAL_PERSON",
    receiptChannel: "IN_PERSON",
    arrivedOn: spec.countedOn,
    receivedOn: spec.countedOn,
    countedOn: spec.countedOn,
    splitFromId: null,
    state,
    outcome: decidedOn ? (spec.outcome ?? "GRANTED") : null,
    article: null,
    documentNumber: null,
    decidedOn,
    servedOn: decidedOn,
    decisionArrivedOn: null,
    termsId: null,
    dueOn: null,
    provisional: false,
    usedDays: 0,
    revision: 1,
    createdAt: AT,
  } as const;
};

const receiptOf = (request: ReturnType<typeof requestRow>) => ({
  subjectId: request.id,
  revision: 1,
  at: AT,
  onDate: request.countedOn,
  actorId: newId(),
  actor: "示例",
  action: "receiveRequest",
  note: null,
});

const remedyRow = (unitId: string, spec: RemedySpec) => ({
  id: newId(),
  unitId,
  route: spec.route,
  requestId: spec.requestId ?? null,
  reviewId: null,
  number: `R-${++number}`,
  organ: null,
  lodgedOn: spec.lodgedOn,
  concludedOn: spec.concludedOn ?? null,
  decisionArrivedOn: null,
  ruling: spec.concludedOn ? (spec.ruling ?? "UPHELD") : null,
  disposition: null,
  note: null,
  revision: 1,
  recordedBy: "示例",
  createdAt: AT,
});

const disclosureRow = (unitId: string, spec: DisclosureSpec) =>
  ({
    id: newId(),
    unitId,
    title: spec.title ?? `文件 ${++number}`,
    category: spec.category ?? "政策文件",
    channels: spec.channels ?? 1,
    items: spec.items ?? 1,
    status: spec.publishedOn === null ? "DRAFT" : "PUBLISHED",
    formedOn: spec.formedOn,
    dueOn: spec.dueOn ?? "2099-12-31",
    publishedOn: spec.publishedOn === undefined ? spec.formedOn : spec.publishedOn,
    documentKind: spec.kind ?? null,
    documentNumber: null,
    repealedOn: spec.repealedOn ?? null,
    revision: 1,
    createdAt: AT,
  }) as const;

const supplyRow = (unitId: string, { indicator, year, quantity, signedOff = true }: SupplySpec) => ({
  id: newId(),
  unitId,
  indicator,
  supplier: "示例供数单位",
  year,
  fromOn: `${year}-01-01`,
  toOn: `${year}-12-31`,
  quantity,
  enteredBy: newId(),
  signedOffAt: signedOff ? AT : null,
  signedOffBy: signedOff ? "示例" : null,
  revocation: null,
  revision: 1,
  createdAt: AT,
});

export async function plant(app: TestApp, unitCode: string, ledgers: Ledgers): Promise<void> {
  await app.app.database.write(SYSTEM, (session) => plantIn(session, unitCode, ledgers));
}

async function plantIn(session: Session, unitCode: string, ledgers: Ledgers): Promise<void> {
  const unit = await unitOf(session, unitCode);
  const requests = (ledgers.requests ?? []).map((spec) => requestRow(unit.id, spec));
  await session.rows(INFORMATION_REQUESTS).insert(unit, ...requests);
  asOperator(session, new Date(AT), "receiveRequest");
  appendSteps(session, unit, "InformationRequest", requests.map(receiptOf));
  const remedies = (ledgers.remedies ?? []).map((spec) => remedyRow(unit.id, spec));
  await session.rows(REMEDIES).insert(unit, ...remedies);
  const disclosures = (ledgers.disclosures ?? []).map((spec) => disclosureRow(unit.id, spec));
  await session.rows(DISCLOSURES).insert(unit, ...disclosures);
  const supplies = (ledgers.supplies ?? []).map((spec) => supplyRow(unit.id, spec));
  await session.rows(SUPPLIED_COUNTS).insert(unit, ...supplies);
}
