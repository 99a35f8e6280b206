import { INTERPRETATIONS } from "../../src/ledgers/interpretations/api.js";
import { asOperator } from "../../src/access/index.js";
import { appendSteps } from "../../src/history/index.js";
import { digestsOf } from "../../src/history/personal-digest.store.js";
import { DISCLOSURES } from "../../src/ledgers/disclosures/index.js";
import { DISCLOSURE_CATALOGUE } from "../../src/ledgers/disclosures/api.js";
import { PROPOSALS } from "../../src/ledgers/proposals/api.js";
import { REMEDIES } from "../../src/ledgers/remedies/api.js";
import { INFORMATION_REQUESTS } from "../../src/ledgers/requests/index.js";
import { REQUEST_APPLICANTS, REQUEST_LETTERS, sealLetter } from "../../src/ledgers/requests/api.js";
import { UNIT_CONTACTS } from "../../src/filing/api.js";
import { NONE_STATEMENTS } from "../../src/derivation/api.js";
import { SUPPLIED_COUNTS } from "../../src/ledgers/supplies/api.js";
import type { UnitRow } from "../../src/units/index.js";
import { newId, type Database, type Session } from "../../src/platform/db/index.js";
import { toGlobalId } from "../../src/platform/graphql/global-id.js";
import { Vault } from "../../src/platform/vault/vault.js";
import { TEST_SECRETS } from "../harness/app.js";
import { SYSTEM, unitOf } from "./rows.js";

const AT = "2026-01-10T01:00:00.000Z";
/** In the year whose report is published: through its cells one comes to the records. */
export const LEDGER_DAY = "2022-06-01";
/** What the ledgers say of it can be told from any other number. */
export const SUPPLIED = "proactive.licences.decisions";

/** Global ids of one record of each kind, and the words that stand in each. */
export interface PlantedLedgers {
  readonly draft: string;
  readonly disclosure: string;
  readonly withdrawn: string;
  readonly catalogueItem: string;
  readonly supply: string;
  readonly request: string;
  readonly remedy: string;
  readonly proposal: string;
  readonly interpretation: string;
}

/** What is written in a tenant's ledgers: each text is in one kind of record only, and so tells who saw it. */
export const ledgerWords = (code: string) => ({
  draft: `密-${code}-未公开的信息`,
  draftCategory: `密-${code}-未公开的类别`,
  review: `密-${code}-审查意见`,
  disclosure: `${code} 已公开的信息`,
  withdrawn: `密-${code}-已撤回的信息`,
  catalogue: `${code} 目录事项`,
  supplier: `密-${code}-报送单位`,
  subject: `密-${code}-申请内容`,
  note: `密-${code}-办理记录`,
  applicant: `密-${code}-申请人姓名`,
  quantity: `93${code.slice(2, 6)}17`,
  remedy: `密-${code}-复议案号`,
  proposal: `密-${code}-提案标题`,
  interpretation: `密-${code}-解读标题`,
  none: `密-${code}-无此类事项声明人`,
  contact: `密-${code}-联系人`,
  difference: `密-${code}-与台账不一致的理由`,
});

/** One record of each ledger, put there past the commands. */
export function plantLedgers(database: Database, code: string): Promise<PlantedLedgers> {
  return database.write(SYSTEM, async (session) => {
    asOperator(session, new Date(AT), "receiveRequest");
    const unit = await unitOf(session, code);
    const words = ledgerWords(code);
    await plantNone(session, unit, words.none);
    await session.rows(UNIT_CONTACTS).insert(unit, {
      ...{ id: newId(), unitId: unit.id, changedAt: AT },
      contacts: [{ name: words.contact, telephone: "0631-8450000", duty: null }],
    });
    const { review: note } = words;
    const draft = await plantDisclosure(session, unit, {
      ...{ title: words.draft, category: words.draftCategory, status: "DRAFT", note },
    });
    const disclosure = await plantDisclosure(session, unit, {
      ...{ title: words.disclosure, category: "业务动态", status: "PUBLISHED", note },
    });
    const withdrawn = await plantDisclosure(session, unit, {
      ...{ title: words.withdrawn, category: "业务动态", status: "WITHDRAWN", note },
    });
    const request = await plantRequest(session, unit, words);
    const global = toGlobalId;
    return {
      draft: global("Disclosure", draft),
      disclosure: global("Disclosure", disclosure),
      withdrawn: global("Disclosure", withdrawn),
      catalogueItem: global("CatalogueItem", await plantCatalogueItem(session, unit, words.catalogue)),
      supply: global("SuppliedCount", await plantSupply(session, unit, words)),
      request: global("InformationRequest", request),
      remedy: global("Remedy", await plantRemedy(session, unit, request, words.remedy)),
      proposal: global("Proposal", await plantProposal(session, unit, words.proposal, words.note)),
      interpretation: global("Interpretation", await plantInterpretation(session, unit, words)),
    };
  });
}

const event = { at: AT, actorId: newId(), actor: "经办人", revision: 1, onDate: LEDGER_DAY };

interface DisclosureSpec {
  readonly title: string;
  readonly category: string;
  readonly status: "DRAFT" | "PUBLISHED" | "WITHDRAWN";
  readonly note: string;
}

async function plantDisclosure(
  session: Session,
  unit: UnitRow,
  { title, category, status, note }: DisclosureSpec,
): Promise<string> {
  const id = newId();
  await session.rows(DISCLOSURES).insert(unit, {
    id,
    unitId: unit.id,
    title,
    category,
    channels: 1,
    items: 1,
    status,
    formedOn: LEDGER_DAY,
    dueOn: "2022-06-29",
    publishedOn: status === "DRAFT" ? null : LEDGER_DAY,
    documentKind: "NORMATIVE_DOCUMENT",
    documentNumber: "文〔2022〕1号",
    repealedOn: null,
    revision: 1,
    createdAt: AT,
  });
  appendSteps(session, unit, "Disclosure", [{ ...event, subjectId: id, action: "registerDisclosure", note }]);
  return id;
}

async function plantCatalogueItem(session: Session, unit: UnitRow, title: string): Promise<string> {
  const id = newId();
  await session.rows(DISCLOSURE_CATALOGUE).insert(unit, {
    id,
    unitId: unit.id,
    category: "业务动态",
    title,
    article: "条例 §20",
    synonyms: [],
    retiredOn: null,
    revision: 1,
  });
  return id;
}

const plantNone = (session: Session, unit: UnitRow, statedBy: string): Promise<void> =>
  session.rows(NONE_STATEMENTS).insert(unit, {
    id: newId(),
    unitId: unit.id,
    ...{ part: "COERCIONS", year: 2022, statedBy, statedOn: LEDGER_DAY },
    ...{ enteredBy: statedBy, enteredAt: AT, endedAt: "", endedBy: null },
  });

async function plantSupply(
  session: Session,
  unit: UnitRow,
  { supplier, quantity }: ReturnType<typeof ledgerWords>,
): Promise<string> {
  const id = newId();
  await session.rows(SUPPLIED_COUNTS).insert(unit, {
    id,
    unitId: unit.id,
    indicator: SUPPLIED,
    supplier,
    year: 2022,
    fromOn: "2022-01-01",
    toOn: "2022-06-30",
    quantity,
    enteredBy: newId(),
    signedOffAt: AT,
    signedOffBy: supplier,
    revocation: null,
    revision: 1,
    createdAt: AT,
  });
  return id;
}

async function plantRequest(
  session: Session,
  unit: UnitRow,
  words: ReturnType<typeof ledgerWords>,
): Promise<string> {
  const id = newId();
  await session.rows(INFORMATION_REQUESTS).insert(unit, {
    id,
    unitId: unit.id,
    number: `2022-${unit.code}`,
    subject: words.subject,
    applicantKind: "NATURAL_PERSON",
    receiptChannel: "IN_PERSON",
    arrivedOn: LEDGER_DAY,
    receivedOn: LEDGER_DAY,
    countedOn: LEDGER_DAY,
    splitFromId: null,
    state: "DECIDED",
    outcome: "GRANTED",
    article: "§36(2)",
    documentNumber: null,
    decidedOn: "2022-06-10",
    servedOn: null,
    decisionArrivedOn: null,
    termsId: null,
    dueOn: "2022-06-29",
    provisional: false,
    usedDays: 5,
    revision: 1,
    createdAt: AT,
  });
  const vault = new Vault(TEST_SECRETS.personalDataKey);
  const person = JSON.stringify({ name: words.applicant, contact: null, deliveryAddress: null });
  const sealed = vault.seal(person, `request_applicants ${unit.id} ${id}`);
  await session.rows(REQUEST_APPLICANTS).insert(unit, { requestId: id, unitId: unit.id, sealed });
  // Its digests go nowhere: what is wanted is the key, as of a request that was received.
  await digestsOf(session, [
    { unit, row: { subjectId: id }, personal: { name: [null, words.applicant] }, vault },
  ]);
  const letter = { id: newId(), unitId: unit.id };
  await session.rows(REQUEST_LETTERS).insert(unit, {
    ...letter,
    ...{
      requestId: id,
      kind: "RECEIPT",
      number: null,
      writtenOn: LEDGER_DAY,
      sha256: "0".repeat(64),
      createdAt: AT,
    },
    sealed: sealLetter(vault, Buffer.from(words.applicant), letter),
  });
  const decided = { ...event, onDate: "2022-06-10", action: "decideRequest", note: words.note };
  appendSteps(session, unit, "InformationRequest", [{ ...decided, subjectId: id }]);
  return id;
}

async function plantRemedy(
  session: Session,
  unit: UnitRow,
  requestId: string,
  number: string,
): Promise<string> {
  const id = newId();
  await session.rows(REMEDIES).insert(unit, {
    id,
    unitId: unit.id,
    route: "REVIEW",
    requestId,
    reviewId: null,
    number,
    organ: "区人民政府",
    lodgedOn: "2022-06-20",
    concludedOn: null,
    decisionArrivedOn: null,
    ruling: null,
    disposition: null,
    note: null,
    revision: 1,
    recordedBy: "经办人",
    createdAt: AT,
  });
  const lodged = { ...event, onDate: "2022-06-20", action: "lodgeRemedy", note: null };
  appendSteps(session, unit, "Remedy", [{ ...lodged, subjectId: id }]);
  return id;
}

async function plantProposal(session: Session, unit: UnitRow, title: string, note: string): Promise<string> {
  const id = newId();
  await session.rows(PROPOSALS).insert(unit, {
    id,
    unitId: unit.id,
    kind: "CPPCC_PROPOSAL",
    level: "DISTRICT",
    role: "LEAD",
    session: null,
    number: "55",
    title,
    broad: false,
    assignedOn: "2022-03-03",
    dueOn: "2022-06-03",
    answeredOn: null,
    answerNumber: null,
    resultClass: null,
    satisfaction: null,
    published: false,
    redo: false,
    revision: 1,
    createdAt: AT,
  });
  const assigned = { ...event, onDate: "2022-03-03", action: "assignProposal", note };
  appendSteps(session, unit, "Proposal", [{ ...assigned, subjectId: id }]);
  return id;
}

async function plantInterpretation(
  session: Session,
  unit: UnitRow,
  { interpretation: title, note }: Pick<ReturnType<typeof ledgerWords>, "interpretation" | "note">,
): Promise<string> {
  const id = newId();
  await session.rows(INTERPRETATIONS).insert(unit, {
    ...{ id, unitId: unit.id, documentTitle: title, documentNumber: null, documentClass: "NORMATIVE" },
    ...{ wideEffect: false, documentPublishedOn: "2022-03-03", documentLink: null, dueOn: "2022-03-08" },
    ...{ form: "TEXT", title, authorUnit: null, interpreter: null, contact: null, signedOffBy: null },
    ...{ publishedOn: "2022-03-04", address: null, channel: null, voided: false, revision: 1, createdAt: AT },
  });
  const entered = { ...event, onDate: "2022-03-03", action: "registerInterpretation", note };
  appendSteps(session, unit, "Interpretation", [{ ...entered, subjectId: id }]);
  return id;
}
