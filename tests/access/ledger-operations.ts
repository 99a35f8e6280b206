import type { Client, TestApp } from "../harness/app.js";
import { RECORD_STEPS, UNIT_STEPS, INTERPRETED } from "./ledger-inputs.js";
import { DISTRICT, given, mutation, OPEN, OWN, query, type Operation } from "./operation.js";

/** Of a record in the ledgers of 环山街道; an administrator and an analyst read no ledger, and so not this record. */
const CLERK_AND_REVIEWER = "UA UA OK OK NF FB NF NF NF FB";
const CLERK = "UA UA OK FB NF FB NF NF NF FB";
const REVIEWER = "UA UA FB OK NF FB NF NF NF FB";
/** Of what everybody knows: the catalogue, and what is published. */
const PUBLIC_CLERK_AND_REVIEWER = "UA UA OK OK NF FB NF FB FB";
/** What is not public yet is nothing to a case reader, either. */
const UNPUBLISHED = "UA UA OK OK NF FB NF NF NF";
const UNPUBLISHED_CLERK = "UA UA OK FB NF FB NF NF NF";
/** Of the unit itself, which everybody knows. */
const UNIT_CLERK_AND_REVIEWER = "UA UA OK OK NF FB NF FB FB";
const UNIT_CLERK = "UA UA OK FB NF FB NF FB FB";
const OFFICER_OF_DISTRICT = "UA UA NF NF NF OK NF FB FB";
/** An analyst has statistics, and no case; whoever has a role there without the ledgers is told so. */
const READERS = "NF UA OK OK NF OK NF FB FB OK";
const READERS_OF_RECORD = "NF UA OK OK NF OK NF NF NF OK";

type Step = readonly [who: "clerk" | "reviewer" | "head", field: string, more?: object];

const typeOf = (field: string): string => `${field.slice(0, 1).toUpperCase()}${field.slice(1)}Input!`;

const LEAVES = new Map(
  RECORD_STEPS.flatMap(({ leaf, steps }) =>
    Object.entries(steps).map(([field, input]) => [field, { leaf, input }] as const),
  ),
);

function stepOf(field: string): { leaf: string; input: object } {
  const step = LEAVES.get(field);
  if (!step) throw new Error(`${field} is no step of a record`);
  return step;
}

async function done(client: Client, field: string, input: object, record: string): Promise<string> {
  const document = `mutation ($input: ${typeOf(field)}) { ${field}(input: $input) { ${record} { id } problems { message path } } }`;
  const answer = await client.query(document, { input });
  const id = answer.data?.[field]?.[record]?.id as string | undefined;
  if (!id) throw new Error(`${field}: ${JSON.stringify(answer)}`);
  return id;
}

let number = 0;
/** A number of its own for each record, and for each figure from another office a day of its own. */
const fresh: Readonly<Record<string, () => object>> = {
  lodgeRemedy: () => ({ number: `复议${++number}号` }),
  assignProposal: () => ({ number: String(++number) }),
  registerInterpretation: () => ({ documentNumber: `文〔2026〕${++number}号` }),
  importInterpretations: () => ({ records: [{ ...INTERPRETED, documentNumber: `文〔2026〕${++number}号` }] }),
  stateNone: () => ({
    year: 2019 + (++number % 6),
    part: ["LICENCES", "PENALTIES", "COERCIONS", "FEES", "REGULATIONS"][number % 5],
    statedOn: "2026-01-10",
  }),
  saveCatalogueItem: () => ({ title: `工作动态之${++number}` }),
  recordSupply: () => {
    const day = new Date(Date.UTC(2025, 0, 1 + ++number)).toISOString().slice(0, 10);
    return { from: day, to: day };
  },
};

const inputOf = (field: keyof typeof UNIT_STEPS): object => ({
  unitCode: OWN,
  ...UNIT_STEPS[field],
  ...fresh[field]?.(),
});

interface Maker {
  readonly by: keyof typeof UNIT_STEPS;
  /** The payload's field. */
  readonly record: string;
}

const MAKERS = {
  requestId: { by: "receiveRequest", record: "request" },
  remedyId: { by: "lodgeRemedy", record: "remedy" },
  proposalId: { by: "assignProposal", record: "proposal" },
  interpretationId: { by: "registerInterpretation", record: "interpretation" },
  supplyId: { by: "recordSupply", record: "supply" },
  itemId: { by: "saveCatalogueItem", record: "item" },
  disclosureId: { by: "registerDisclosure", record: "disclosure" },
} as const satisfies Record<string, Maker>;

/** A record of 环山街道, and the steps that bring it to where the next may be taken. */
async function made(app: TestApp, leaf: keyof typeof MAKERS, begin: object, steps: readonly Step[]) {
  const { by, record } = MAKERS[leaf];
  const as = (who: string) => app.as(`${who}.${OWN}`);
  const id = await done(as("clerk"), by, { ...inputOf(by), ...begin }, record);
  for (const [at, [who, field, more]] of steps.entries())
    await done(
      as(who),
      field,
      { [leaf]: id, expectedRevision: 1 + at, ...stepOf(field).input, ...more },
      record,
    );
  return id;
}

interface Before {
  readonly begin?: object;
  readonly steps?: readonly Step[];
}

/** A step of one record, or of a list of one. */
function onRecord(field: string, outcomes: string, { begin = {}, steps = [] }: Before = {}): Operation {
  const { leaf, input } = stepOf(field);
  const [list = "", inner] = leaf.split(".");
  const one = (inner ?? list) as keyof typeof MAKERS;
  return mutation(field, typeOf(field), outcomes, async (app) => {
    const named = { [one]: await made(app, one, begin, steps), expectedRevision: 1 + steps.length };
    return { input: { ...(inner === undefined ? named : { [list]: [named] }), ...input } };
  });
}

const onUnit = (field: keyof typeof UNIT_STEPS, outcomes: string): Operation =>
  mutation(field, typeOf(field), outcomes, () => Promise.resolve({ input: inputOf(field) }));

const REVIEWED: readonly Step[] = [
  ["clerk", "reviewDisclosure"],
  ["reviewer", "reviewDisclosure"],
  ["head", "reviewDisclosure"],
];
const PUBLISHED: readonly Step[] = [...REVIEWED, ["clerk", "publishDisclosure"]];
const DOCUMENT = { documentKind: "NORMATIVE_DOCUMENT", documentNumber: "文〔2026〕1号" };
const LATE_CORRECTION: Step = ["clerk", "askCorrection", { on: "2026-01-06", deadline: "2026-01-10" }];

const reading = (field: string, selection: string, outcomes = READERS): Operation => ({
  ...query("unit", `{ unit(code: "${OWN}") { ${field} { ${selection} } } }`, outcomes),
  when: field,
});

const node = (when: string, leaf: keyof typeof MAKERS, outcomes: string): Operation => ({
  field: "node",
  when: `of ${when}`,
  document: "query ($id: ID!) { node(id: $id) { id } }",
  variables: async (app) => ({ id: await made(app, leaf, {}, []) }),
  outcomes,
});

const READING: readonly Operation[] = [
  ...["requests", "remedies", "proposals", "interpretations", "suppliedCounts"].map((field) =>
    reading(field, "totalCount"),
  ),
  reading("disclosures", "totalCount", OPEN),
  reading("disclosureCatalogue", "title", OPEN),
  reading("ledgerFeeds(year: 2022)", "state"),
  reading('activity(from: "2025-01-01", to: "2025-12-31")', "requests { received }"),
  node("a drafted disclosure", "disclosureId", "NF UA OK OK NF OK NF NF NF"),
  node("a catalogue's item", "itemId", OPEN),
  node("a supplied count", "supplyId", READERS_OF_RECORD),
  node("a request", "requestId", READERS_OF_RECORD),
  node("a remedy", "remedyId", READERS_OF_RECORD),
  node("a proposal", "proposalId", READERS_OF_RECORD),
  node("an interpretation", "interpretationId", READERS_OF_RECORD),
  query("processingFee", "{ processingFee(quantity: 11, method: BY_PIECE) { amount } }", OPEN),
];

const REQUESTS: readonly Operation[] = [
  onUnit("receiveRequest", UNIT_CLERK),
  onRecord("confirmReceipt", CLERK_AND_REVIEWER, {
    begin: { receiptChannel: "POST_ORDINARY", arrivedOn: "2026-01-05", receivedOn: null },
  }),
  ...["askCorrection", "consultThirdParty", "consultAgency", "askReasons", "noticeFee"].map((field) =>
    onRecord(field, CLERK_AND_REVIEWER),
  ),
  ...(
    [
      ["recordCorrection", "askCorrection"],
      ["recordThirdPartyReply", "consultThirdParty"],
      ["recordAgencyReply", "consultAgency"],
      ["recordReasons", "askReasons"],
      ["recordFeePaid", "noticeFee"],
    ] as const
  ).map(([field, before]) => onRecord(field, CLERK_AND_REVIEWER, { steps: [["clerk", before]] })),
  onRecord("extendRequest", CLERK_AND_REVIEWER),
  onRecord("splitRequest", CLERK),
  onRecord("decideRequest", CLERK_AND_REVIEWER),
  onRecord("serveRequest", CLERK_AND_REVIEWER, { steps: [["clerk", "decideRequest"]] }),
  onRecord("withdrawRequest", CLERK_AND_REVIEWER),
  onRecord("lapseRequest", CLERK_AND_REVIEWER, { steps: [LATE_CORRECTION] }),
  onRecord("amendRequest", CLERK_AND_REVIEWER),
  ...["recordArrival", "withdrawStep", "correctStep"].map((field) =>
    onRecord(field, CLERK_AND_REVIEWER, { steps: [["clerk", "consultThirdParty"]] }),
  ),
  onRecord("writeLetter", CLERK_AND_REVIEWER),
  onRecord("reopenRequest", CLERK_AND_REVIEWER, { steps: [LATE_CORRECTION, ["clerk", "lapseRequest"]] }),
];

const ANSWERED: Before = { steps: [["clerk", "answerProposal"]] };

const OTHERS: readonly Operation[] = [
  onUnit("lodgeRemedy", UNIT_CLERK_AND_REVIEWER),
  onRecord("concludeRemedy", CLERK_AND_REVIEWER),
  onRecord("amendRemedy", CLERK_AND_REVIEWER),
  onRecord("recordRulingArrival", CLERK_AND_REVIEWER, { steps: [["clerk", "concludeRemedy"]] }),
  onUnit("assignProposal", UNIT_CLERK_AND_REVIEWER),
  onRecord("answerProposal", CLERK_AND_REVIEWER),
  onRecord("rateProposal", CLERK_AND_REVIEWER, ANSWERED),
  onRecord("publishProposalAnswer", CLERK_AND_REVIEWER, ANSWERED),
  onRecord("amendProposal", CLERK_AND_REVIEWER),
  onUnit("registerInterpretation", UNIT_CLERK_AND_REVIEWER),
  onUnit("importInterpretations", UNIT_CLERK_AND_REVIEWER),
  onRecord("publishInterpretation", CLERK_AND_REVIEWER),
  onRecord("amendInterpretation", CLERK_AND_REVIEWER),
  onRecord("voidInterpretation", CLERK_AND_REVIEWER),
  onUnit("recordSupply", UNIT_CLERK),
  onRecord("amendSupply", CLERK),
  onRecord("signOffSupply", REVIEWER),
  onRecord("revokeSupplySignOff", REVIEWER, { steps: [["reviewer", "signOffSupply"]] }),
  onRecord("deleteSupply", CLERK),
];

const DISCLOSURES: readonly Operation[] = [
  onUnit("saveCatalogueItem", UNIT_CLERK_AND_REVIEWER),
  onRecord("retireCatalogueItem", PUBLIC_CLERK_AND_REVIEWER),
  onUnit("registerDisclosure", UNIT_CLERK),
  onUnit("importDisclosures", UNIT_CLERK),
  onRecord("amendDisclosure", UNPUBLISHED_CLERK),
  onRecord("reviewDisclosure", UNPUBLISHED),
  onRecord("reviewDisclosures", UNPUBLISHED),
  onRecord("publishDisclosure", UNPUBLISHED, { steps: REVIEWED }),
  onRecord("publishDisclosures", UNPUBLISHED, { steps: REVIEWED }),
  onRecord("withdrawDisclosure", PUBLIC_CLERK_AND_REVIEWER, { steps: PUBLISHED }),
  onRecord("repealDocument", PUBLIC_CLERK_AND_REVIEWER, { begin: DOCUMENT, steps: PUBLISHED }),
];

/** Every root field of the ledgers, and the reports that are made from them. */
export const LEDGER_OPERATIONS: readonly Operation[] = [
  ...READING,
  ...REQUESTS,
  ...OTHERS,
  ...DISCLOSURES,
  onUnit("deriveReport", UNIT_CLERK),
  onUnit("stateNone", UNIT_CLERK_AND_REVIEWER),
  mutation("withdrawNone", "WithdrawNoneInput!", UNIT_CLERK_AND_REVIEWER, async (app) => {
    const input = inputOf("stateNone");
    const state = `mutation ($input: StateNoneInput!) { stateNone(input: $input) { statement { part year } } }`;
    const answer = await app.as(`clerk.${OWN}`).query(state, { input });
    return { input: { unitCode: OWN, ...answer.data.stateNone.statement } };
  }),
  mutation(
    "deriveReport",
    "DeriveReportInput!",
    OFFICER_OF_DISTRICT,
    given({ input: { ...UNIT_STEPS.deriveReport, unitCode: DISTRICT, scope: "SYSTEM" } }),
    { when: "of a 本级汇总" },
  ),
  mutation(
    "saveLetterTemplate",
    "SaveLetterTemplateInput!",
    OFFICER_OF_DISTRICT,
    given({ input: { ...UNIT_STEPS.saveLetterTemplate, unitCode: DISTRICT } }),
  ),
  mutation(
    "changeSetting",
    "ChangeSettingInput!",
    OFFICER_OF_DISTRICT,
    given({ input: { ...UNIT_STEPS.changeSetting, unitCode: DISTRICT } }),
  ),
];
