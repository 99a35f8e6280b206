import { answerProposal, assignProposal, rateProposal } from "../../src/ledgers/proposals/api.js";
import { concludeRemedy, lodgeRemedy } from "../../src/ledgers/remedies/api.js";
import { fedPartsOf, stateNone } from "../../src/derivation/api.js";
import { changeSetting } from "../../src/settings/api.js";
import { recordSupply, signOffSupply } from "../../src/ledgers/supplies/api.js";
import { unitByCode } from "../../src/units/index.js";
import { Book, type Bookkeeping } from "./book.js";
import { LEDGER_YEAR, type SeedLedgers } from "./ledgers.js";
import { keepInterpretations } from "./interpretations.js";
import { keepCatalogue, keepOlderDocuments, keepRounds } from "./load-disclosures.js";
import { keepRequests } from "./load-requests.js";
import type { SeedProposal } from "./proposals.js";
import type { SeedRemedy } from "./remedies.js";
import type { SeedRequest } from "./facts.js";
import type { SeedSupply } from "./supplies.js";

/**
 * Keeps the demo's ledgers by the product's own commands, each entry at its own time and by its own people, so that
 * nothing is in them that the product would not have taken.
 */
export async function loadLedgers(keeping: Bookkeeping, ledgers: readonly SeedLedgers[]): Promise<void> {
  const begunOn = keeping.calendar.after(`${LEDGER_YEAR - 1}-12-31`, 1);
  for (const unit of ledgers) {
    const book = new Book(unit.unitCode, keeping);
    await beginLedgers(keeping, book, begunOn);
    await keepCatalogue(book, begunOn, unit.catalogue);
    await keepOlderDocuments(book, begunOn, unit.documents.before);
    await keepRounds(book, unit.rounds);
    await keepInterpretations(book, unit.rounds, keeping.calendar);
    await keepSupplies(book, unit.supplies);
    const requestIds = await keepRequests(book, keeping.calendar, unit.requests);
    await keepRemedies(book, requestIds, unit.remedies);
    await keepProposals(book, unit.proposals);
    await stateTheRest(keeping, book);
  }
}

/** What a unit had none of all year has no records: its clerk says so by name, in the first days of the next. */
async function stateTheRest({ session, calendar }: Bookkeeping, book: Book): Promise<void> {
  const unit = await unitByCode(session, book.unitCode);
  if (!unit) throw new Error(`no unit ${book.unitCode}`);
  const statedOn = calendar.after(`${LEDGER_YEAR}-12-31`, 1);
  for (const { part, state } of (await fedPartsOf(session, unit, LEDGER_YEAR)).values()) {
    if (state !== "NOT_KEPT") continue;
    const statement = { unitCode: unit.code, year: LEDGER_YEAR, part, statedBy: "示例·经办人", statedOn };
    const call = book.call(book.clerk, "stateNone", statedOn, 10);
    await stateNone(call, statement, book.at(statedOn, 10));
  }
}

/** The year before is not complete: what was carried in and is contested is all of it that was entered. */
async function beginLedgers({ actors }: Bookkeeping, book: Book, on: string): Promise<void> {
  const officer = actors.holding("OFFICER", book.unitCode);
  const setting = { unitCode: book.unitCode, key: "ledgers.since", value: LEDGER_YEAR };
  await changeSetting(book.call(officer, "changeSetting", on, 8), setting, () => Promise.resolve());
}

async function keepSupplies(book: Book, supplies: readonly SeedSupply[]): Promise<void> {
  const { clerk, reviewer, unitCode } = book;
  for (const { recordedOn, ...fields } of supplies) {
    const services = book.at(recordedOn, 10);
    const recording = book.call(clerk, "recordSupply", recordedOn, 10);
    const { id } = await recordSupply(recording, { unitCode, ...fields }, services);
    const signature = { id, signedOffBy: `示例·${fields.supplier}负责人` };
    await signOffSupply(book.call(reviewer, "signOffSupply", recordedOn, 15), signature, services);
  }
}

async function keepRemedies(
  book: Book,
  requestIds: ReadonlyMap<SeedRequest, string>,
  remedies: readonly SeedRemedy[],
): Promise<void> {
  const { clerk } = book;
  const ids = new Map<SeedRemedy, string>();
  for (const remedy of remedies) {
    const { route, contests, after, number, organ, lodgedOn, concludedOn, disposition } = remedy;
    const services = book.at(lodgedOn, 11);
    const requestId = requestIds.get(contests) ?? null;
    const reviewId = after && (ids.get(after) ?? null);
    const lodging = { unitCode: null, requestId, reviewId, route, number, organ, lodgedOn, note: null };
    const { id } = await lodgeRemedy(book.call(clerk, "lodgeRemedy", lodgedOn, 11), lodging, services);
    const ruled = { ruling: null, disposition, reason: null };
    const conclusion = { id, on: concludedOn, arrivedOn: concludedOn, ...ruled };
    await concludeRemedy(book.call(clerk, "concludeRemedy", concludedOn, 11), conclusion, services);
    ids.set(remedy, id);
  }
}

async function keepProposals(book: Book, proposals: readonly SeedProposal[]): Promise<void> {
  const { clerk, unitCode } = book;
  for (const { answer, answeredOn, answerNumber, ...particulars } of proposals) {
    const { assignedOn } = particulars;
    const services = book.at(assignedOn, 10);
    const assignment = { unitCode, ...particulars, level: "DISTRICT" as const };
    const assigning = book.call(clerk, "assignProposal", assignedOn, 10);
    const { id } = await assignProposal(assigning, assignment, services);
    const { resultClass = null, published = false } = answer ?? {};
    const text = { id, on: answeredOn, answerNumber, resultClass, published };
    await answerProposal(book.call(clerk, "answerProposal", answeredOn, 16), text, services);
    if (!answer) continue;
    const rating = { id, satisfaction: answer.satisfaction, on: answer.ratedOn };
    await rateProposal(book.call(clerk, "rateProposal", answer.ratedOn, 10), rating, services);
  }
}
