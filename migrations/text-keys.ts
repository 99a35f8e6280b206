import type { QueryRunner } from "typeorm";
import { inTransaction } from "./in-transaction.js";
import { fold, foldAll } from "../src/kernel/fold.js";

interface KeyedTable {
  readonly table: string;
  readonly sources: readonly string[];
  /** The key column whose null tells that the row is still to be filled. */
  readonly open: string;
  readonly keys: (row: Readonly<Record<string, string | null>>) => Readonly<Record<string, string | null>>;
}

const key = (text: string | null | undefined): string | null => (text == null ? null : fold(text));
const numbered = {
  sources: ["number"],
  open: "number_key",
  keys: (row: { number?: string | null }) => ({ number_key: key(row.number) }),
};

const KEYED: readonly KeyedTable[] = [
  {
    table: "information_requests",
    sources: ["number", "subject"],
    open: "number_key",
    keys: ({ number, subject }) => ({ number_key: key(number), subject_key: key(subject) }),
  },
  {
    table: "disclosures",
    sources: ["title", "category", "document_number"],
    open: "title_key",
    keys: ({ title, category, document_number: number }) => ({
      title_key: key(title),
      category_key: key(category),
      document_number_key: key(number),
    }),
  },
  {
    table: "disclosure_catalogue",
    sources: ["category", "title", "synonyms"],
    open: "names_key",
    keys: ({ category, title, synonyms }) => ({
      names_key: `\n${foldAll([category, title, ...(JSON.parse(synonyms ?? "[]") as string[])])}\n`,
    }),
  },
  { table: "remedies", ...numbered },
  { table: "proposals", ...numbered },
];

const BATCH = 1000;

/** Writes the folded keys of rows that were there before their columns. */
export async function fillTextKeys(runner: QueryRunner): Promise<void> {
  for (const table of KEYED)
    for (let after = ""; after !== DONE;) after = await fillSome(runner, table, after);
  await keepApart(runner);
  await foldUnits(runner);
}

/** No id is as high as this. */
const DONE = "~";

/** In the order of the key, each row looked at once; the id to go on after. */
async function fillSome(
  runner: QueryRunner,
  { table, sources, open, keys }: KeyedTable,
  after: string,
): Promise<string> {
  const rows = (await runner.query(
    `select id, ${open} as open, ${sources.join(", ")} from ${table} where id > ? order by id limit ${BATCH}`,
    [after],
  )) as { id: string; open: string | null }[];
  await inTransaction(runner, async () => {
    for (const { id, open: filled, ...row } of rows) {
      if (filled !== null) continue;
      const values = Object.entries(keys(row));
      await runner.query(
        `update ${table} set ${values.map(([name]) => `${name} = ?`).join(", ")} where id = ?`,
        [...values.map(([, value]) => value), id],
      );
    }
  });
  return rows.length < BATCH ? DONE : (rows.at(-1)?.id ?? DONE);
}

/** Numbers that only a database that compares bytes took for two: the later ones keep their number under a key apart. */
async function keepApart(runner: QueryRunner): Promise<void> {
  const rows = (await runner.query(
    `select r.id, r.number_key as numberKey from information_requests r where exists (
       select 1 from information_requests o where o.unit_id = r.unit_id and o.number_key = r.number_key
         and (o.created_at < r.created_at or (o.created_at = r.created_at and o.id < r.id)))`,
  )) as { id: string; numberKey: string }[];
  await inTransaction(runner, async () => {
    for (const { id, numberKey } of rows)
      await runner.query("update information_requests set number_key = ? where id = ?", [
        `${numberKey} ${id}`,
        id,
      ]);
  });
}

async function foldUnits(runner: QueryRunner): Promise<void> {
  const units = (await runner.query("select id, search_text as searchText from units")) as {
    id: string;
    searchText: string;
  }[];
  const changed = units.filter(({ searchText }) => foldAll(searchText.split("\n")) !== searchText);
  await inTransaction(runner, async () => {
    for (const { id, searchText } of changed)
      await runner.query("update units set search_text = ? where id = ?", [
        foldAll(searchText.split("\n")),
        id,
      ]);
  });
}
