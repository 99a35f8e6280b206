import { addDays, type CalendarDate } from "../../src/kernel/calendar-date.js";
import {
  importDisclosures,
  publishDisclosures,
  repealDocument,
  reviewDisclosures,
  saveCatalogueItem,
} from "../../src/ledgers/disclosures/api.js";
import type { Book } from "./book.js";
import type { SeedCatalogueItem } from "./catalogue.js";
import type { SeedDisclosure, SeedRound } from "./disclosures.js";
import type { SeedDocument } from "./documents.js";

export async function keepCatalogue(
  book: Book,
  on: CalendarDate,
  items: readonly SeedCatalogueItem[],
): Promise<void> {
  for (const item of items) {
    const input = { unitCode: book.unitCode, itemId: null, ...item };
    await saveCatalogueItem(book.call(book.clerk, "saveCatalogueItem", on, 9), input, book.at(on, 9));
  }
}

/** 先审查后公开 (条例 §17): three people review what one of them drafted, and only then is it published. */
export async function keepRounds(book: Book, rounds: readonly SeedRound[]): Promise<void> {
  for (const { draftedOn, publishedOn, disclosures } of rounds) {
    const ids = await reviewed(book, disclosures, draftedOn);
    const publishing = book.call(book.clerk, "publishDisclosures", publishedOn, 16);
    await publishDisclosures(publishing, { targets: chosen(ids) }, book.at(publishedOn, 16));
  }
}

/** Documents that were public long before are entered when the ledger is begun, with the days of their publication. */
export async function keepOlderDocuments(
  book: Book,
  on: CalendarDate,
  documents: readonly SeedDocument[],
): Promise<void> {
  const { clerk } = book;
  if (documents.length === 0) return;
  const ids = await reviewed(book, documents, on);
  const publishing = [addDays(on, 1), 16] as const;
  for (const [at, { publishedOn, repealedOn }] of documents.entries()) {
    const targets = chosen(ids.slice(at, at + 1));
    const publication = { targets, on: publishedOn };
    const services = book.at(...publishing);
    await publishDisclosures(book.call(clerk, "publishDisclosures", ...publishing), publication, services);
    const [target] = targets;
    if (!repealedOn || !target) continue;
    const repeal = { target, on: repealedOn, note: "文件清理，予以废止。" };
    const repealing = book.call(clerk, "repealDocument", repealedOn, 15);
    await repealDocument(repealing, repeal, book.at(repealedOn, 15));
  }
}

async function reviewed(
  book: Book,
  disclosures: readonly SeedDisclosure[],
  draftedOn: CalendarDate,
): Promise<readonly string[]> {
  const { clerk, reviewer, head, unitCode } = book;
  const records = disclosures.map(({ title, category, channels, items, formedOn, documentNumber }) => ({
    title,
    category,
    channels,
    items,
    formedOn,
    documentNumber,
    documentKind: documentNumber === null ? null : ("NORMATIVE_DOCUMENT" as const),
  }));
  const drafts = { unitCode, records, allowDuplicates: true };
  const drafting = book.call(clerk, "importDisclosures", draftedOn, 9);
  const { ids } = await importDisclosures(drafting, drafts, book.at(draftedOn, 9));
  const reviews = [
    [clerk, 10],
    [reviewer, 14],
    [head, 16],
  ] as const;
  for (const [viewer, hour] of reviews) {
    const reviewing = book.call(viewer, "reviewDisclosures", draftedOn, hour);
    await reviewDisclosures(reviewing, { targets: chosen(ids) }, book.at(draftedOn, hour));
  }
  return ids;
}

const chosen = (ids: readonly string[]) => ids.map((id) => ({ id, at: ["input"] }));
