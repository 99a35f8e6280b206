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
    await saveCatalogueItem(book.session, book.clerk, input, book.at(on, 9, "saveCatalogueItem"));
  }
}

/** 先审查后公开 (条例 §17): three people review what one of them drafted, and only then is it published. */
export async function keepRounds(book: Book, rounds: readonly SeedRound[]): Promise<void> {
  for (const { draftedOn, publishedOn, disclosures } of rounds) {
    const ids = await reviewed(book, disclosures, draftedOn);
    await publishDisclosures(book.session, book.clerk, chosen(ids), null, book.at(publishedOn, 16));
  }
}

/** Documents that were public long before are entered when the ledger is begun, with the days of their publication. */
export async function keepOlderDocuments(
  book: Book,
  on: CalendarDate,
  documents: readonly SeedDocument[],
): Promise<void> {
  const { session, clerk } = book;
  if (documents.length === 0) return;
  const ids = await reviewed(book, documents, on);
  const publishing = book.at(addDays(on, 1), 16);
  for (const [at, { publishedOn, repealedOn }] of documents.entries()) {
    const one = chosen(ids.slice(at, at + 1));
    await publishDisclosures(session, clerk, one, publishedOn, publishing);
    if (!repealedOn) continue;
    const repeal = { on: repealedOn, note: "文件清理，予以废止。" };
    await repealDocument(session, clerk, one, repeal, book.at(repealedOn, 15));
  }
}

async function reviewed(
  book: Book,
  disclosures: readonly SeedDisclosure[],
  draftedOn: CalendarDate,
): Promise<readonly string[]> {
  const { session, clerk, reviewer, head, unitCode } = book;
  const records = disclosures.map(({ title, category, channels, items, formedOn, documentNumber }) => ({
    title,
    category,
    channels,
    items,
    formedOn,
    documentNumber,
    documentKind: documentNumber === null ? null : ("NORMATIVE_DOCUMENT" as const),
  }));
  const { ids } = await importDisclosures(
    session,
    clerk,
    { unitCode, records, allowDuplicates: true },
    book.at(draftedOn, 9),
  );
  const reviews = [
    [clerk, 10],
    [reviewer, 14],
    [head, 16],
  ] as const;
  for (const [viewer, hour] of reviews)
    await reviewDisclosures(session, viewer, chosen(ids), {}, book.at(draftedOn, hour));
  return ids;
}

const chosen = (ids: readonly string[]) => ({ ids, pathOf: () => ["input", "ids"] });
