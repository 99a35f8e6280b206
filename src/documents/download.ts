import { Readable } from "node:stream";
import { callOf, type RequestContext } from "../access/index.js";
import { append, type SubjectType } from "../history/index.js";
import { notFound } from "../kernel/fault.js";
import { reaches } from "../kernel/tenant-scope.js";
import { text, type Language } from "../kernel/text.js";
import type { ReadDocument, DocumentCheck } from "../platform/graphql/document-check.js";
import { refusal, type GraphQLReply, type RouteCall, type RouteReply } from "../platform/http/routes.js";
import { unitByItsCode } from "../units/index.js";
import { csvLines, csvRows } from "./csv.js";
import type { PagedAnswer } from "./list.presenter.js";
import { fingerprint, infoLine, localTime, type InfoLine, type Table } from "./table.js";
import { tabularQuery, type TabularQuery } from "./tabular-document.js";
import { xlsxFile } from "./xlsx.js";

/** Services of a download; the file contains the time. */
export interface Download {
  readonly read: ReadDocument;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Name and version of a saved query; null for an ad-hoc query. */
  readonly name: string | null;
  readonly now: Date;
}

/** Most rows of a list. */
const MOST_ROWS = 20_000;

/** Writers by file extension. */
const FORMATS = {
  csv: {
    type: "text/csv; charset=utf-8",
    write: (table: Table) => Readable.from(csvLines(table)),
  },
  xlsx: {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write: (table: Table, language: Language) => Readable.from(xlsxFile(table, language)),
  },
} as const;
export type FileFormat = keyof typeof FORMATS;
export const FILE_FORMATS = Object.keys(FORMATS) as FileFormat[];

/** Runs a query with the caller's rights and replies with its table as a file, or with its errors. */
export async function download(
  call: Pick<RouteCall<RequestContext>, "context" | "execute">,
  check: DocumentCheck,
  format: FileFormat,
  { read, variables, name, now }: Download,
): Promise<RouteReply> {
  const { viewer, language } = call.context;
  const query = tabularQuery(check.schema, read, variables);
  const { answer, errors, cut } = await everyPage(call, query);
  if (errors && errors.length > 0) return refusal(errors);
  if (answer == null) throw notFound();
  const { columns, rows, info, summaries = 0 } = query.type.layOut(answer as never, language, check.schema);
  const sha256 = fingerprint(csvRows({ columns, rows }));
  const title = name ?? query.type.title[language];
  const told = [...origin(query, viewer.user !== null, language), ...info];
  const lasting = [...told, ...extent({ rows: rows.length, sha256, cut }, language)];
  const table = { title, columns, rows, summaries, info: [...lasting, asOf(now, language)] };
  const { type, write } = FORMATS[format];
  if (query.type.cases)
    await recordCases(call.context, query.type.cases, answer as PagedAnswer, { format, sha256 });
  return {
    type,
    body: write(table, language),
    fileName: `${title}.${format}`,
    ...(viewer.user === null && { fingerprint: JSON.stringify([format, title, columns, lasting]) }),
  };
}

/**
 * Records in the history of each unit that cases of its ledgers leave in a file; without that entry there is no file.
 * Published rows of a unit whose ledgers are not the caller's to read are public, and no case.
 */
async function recordCases(
  { viewer, loaders }: RequestContext,
  type: SubjectType,
  { nodes }: PagedAnswer,
  file: { readonly format: string; readonly sha256: string },
): Promise<void> {
  const codes = nodes.map(({ unit }) => (unit as { readonly code: string }).code);
  const units = await loaders.of(unitByItsCode).loadMany([...new Set(codes)]);
  const entries = units.flatMap((unit) =>
    unit === null || unit instanceof Error || !reaches(viewer.scope.ledgers, unit)
      ? []
      : [
          {
            unit,
            subject: { type, id: null },
            details: { rows: codes.filter((code) => code === unit.code).length, ...file },
          },
        ],
  );
  if (entries.length > 0)
    await loaders.record("downloadCases", (session) => Promise.resolve(append(callOf(session), ...entries)));
}

interface Whole {
  readonly answer?: unknown;
  readonly errors?: GraphQLReply["errors"];
  /** True if the list has more rows than the file. */
  readonly cut: boolean;
}

/** A list page by page, each page a query with its own price; anything else in one. */
async function everyPage(
  { execute }: Pick<RouteCall<RequestContext>, "execute">,
  { type, query, variables, answerIn }: TabularQuery,
): Promise<Whole> {
  const ask = async (after: string | null): Promise<Whole> => {
    const { data, errors } = await execute(query(after), variables);
    return errors && errors.length > 0
      ? { errors, cut: false }
      : { answer: answerIn(data ?? {}), cut: false };
  };
  if (!type.paged) return ask(null);
  const nodes: PagedAnswer["nodes"][number][] = [];
  for (let after: string | null = null; ;) {
    const page = await ask(after);
    const answer = page.answer as PagedAnswer | null | undefined;
    if (page.errors || answer == null) return page;
    nodes.push(...answer.nodes);
    after = answer.pageInfo.endCursor;
    const more = answer.pageInfo.hasNextPage && after !== null;
    if (!more || nodes.length >= MOST_ROWS) return { answer: { ...answer, nodes }, cut: more };
  }
}

function origin({ asked }: TabularQuery, signedIn: boolean, language: Language): InfoLine[] {
  const whole = text("全部", "everything")[language];
  const rights = signedIn
    ? text("下载人的权限范围", "what the downloader may see")
    : text("公开信息", "what is public");
  return [
    infoLine(text("范围", "Scope"), scopeIn(asked) ?? whole, language),
    infoLine(text("查询条件", "Filter"), JSON.stringify(asked), language),
    infoLine(text("可见范围", "Seen as"), rights[language], language),
  ];
}

/** The unit code of the query's scope, wherever it stands in the input. */
function scopeIn(asked: unknown): string | undefined {
  if (typeof asked !== "object" || asked === null) return undefined;
  for (const name of ["under", "code"] as const) {
    const place = (asked as Readonly<Record<string, unknown>>)[name];
    if (typeof place === "string") return place;
  }
  for (const value of Object.values(asked)) {
    const found = scopeIn(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Extent {
  readonly rows: number;
  readonly sha256: string;
  readonly cut: boolean;
}

const extent = ({ rows, sha256, cut }: Extent, language: Language): InfoLine[] => [
  infoLine(text("数据行数", "Data rows"), String(rows), language),
  infoLine(text("是否截断", "Cut off"), (cut ? CUT : WHOLE)[language], language),
  infoLine(
    text("数据行 SHA-256（CSV 格式，不含表头）", "SHA-256 of the data rows as CSV, without the header"),
    sha256,
    language,
  ),
];
const WHOLE = text("否，全部列出", "no, all rows are here");
const CUT = text(
  `是，只列出前 ${MOST_ROWS} 行，请缩小范围`,
  `yes, the first ${MOST_ROWS} rows only: ask for less`,
);

const asOf = (now: Date, language: Language): InfoLine =>
  infoLine(text("统计时间（北京时间）", "As of (Beijing)"), localTime(now.toISOString()), language);
