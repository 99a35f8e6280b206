import type { CalendarDate } from "../../kernel/calendar-date.js";
import { invalidInput, type Path, type Problem } from "../../kernel/problem.js";
import { text } from "../../kernel/text.js";
import type { WorkingCalendar } from "../../kernel/working-calendar.js";
import { dateProblems, lineProblems } from "../../records/index.js";
import type { UnitKind } from "../../units/index.js";
import { CHANNELS, type Channel } from "./channels.js";
import type { DisclosureRow, DocumentKind } from "./disclosure.entity.js";

/** What a clerk says of a record. */
export interface DisclosureFields {
  readonly title: string;
  readonly category: string;
  readonly channels: readonly Channel[];
  readonly items: number;
  readonly formedOn: CalendarDate;
  readonly documentKind: DocumentKind | null;
  readonly documentNumber: string | null;
}

const MOST = { title: 300, category: 60, documentNumber: 100, items: 1_000_000 } as const;
/** 条例 §26 */
const DAYS_TO_PUBLISH = 20;
/** 立法法 (2023) §91, §93: of our units only these make regulations. */
const LEGISLATORS: readonly UnitKind[] = ["PROVINCE", "CITY"];

export interface FieldLimits {
  readonly now: Date;
  readonly calendar: WorkingCalendar;
  readonly unitKind: UnitKind;
}

type PathOf = (field: keyof DisclosureFields) => Path;

export const fieldProblems = (fields: DisclosureFields, limits: FieldLimits, at: PathOf): Problem[] => [
  ...lineProblems(fields.title, at("title"), MOST.title),
  ...lineProblems(fields.category, at("category"), MOST.category),
  ...channelProblems(fields.channels, at("channels")),
  ...itemProblems(fields, at("items")),
  ...dateProblems(fields.formedOn, at("formedOn"), limits),
  ...documentProblems(fields, limits.unitKind, at),
];

function channelProblems(channels: readonly Channel[], path: Path): Problem[] {
  if (channels.length > 0 && new Set(channels).size === channels.length) return [];
  const message = text(
    `公开渠道须有 1 至 ${CHANNELS.length} 个，互不相同；同一信息在几个渠道公开，计一条`,
    `1 to ${CHANNELS.length} different channels: an item on several counts once`,
  );
  return [invalidInput(path, message)];
}

function itemProblems({ items, documentKind }: DisclosureFields, path: Path): Problem[] {
  if (documentKind && items !== 1)
    return [
      invalidInput(
        path,
        text("规章、规范性文件每件单独登记，条数须为 1", "Each document is a record of its own: items is 1"),
      ),
    ];
  if (items >= 1 && items <= MOST.items) return [];
  return [invalidInput(path, text(`条数须为 1 至 ${MOST.items}`, `1 to ${MOST.items} items`))];
}

function documentProblems(fields: DisclosureFields, unitKind: UnitKind, at: PathOf): Problem[] {
  const { documentKind, documentNumber } = fields;
  if (!documentKind)
    return documentNumber === null
      ? []
      : [
          invalidInput(
            at("documentNumber"),
            text(
              "只有规章、行政规范性文件登记文号，请同时给出文件类别",
              "Only a regulation or normative document has a number: say which it is",
            ),
          ),
        ];
  return [
    ...(documentKind === "REGULATION" && !LEGISLATORS.includes(unitKind)
      ? [
          invalidInput(
            at("documentKind"),
            text(
              "规章只能由省级和设区的市级政府制定（立法法 §91、§93）",
              "Only a province or a prefecture-level city makes regulations (立法法 §91, §93)",
            ),
          ),
        ]
      : []),
    ...lineProblems(documentNumber, at("documentNumber"), MOST.documentNumber),
  ];
}

/** The day by which it must be published, 条例 §26. */
export const dueDate = (formedOn: CalendarDate, calendar: WorkingCalendar): CalendarDate =>
  calendar.after(formedOn, DAYS_TO_PUBLISH);

/** Published after its due date, or due and still to be published. */
export const isLate = (
  { publishedOn, dueOn, status }: Pick<DisclosureRow, "publishedOn" | "dueOn" | "status">,
  today: CalendarDate,
): boolean => (publishedOn === null ? status !== "WITHDRAWN" && today > dueOn : publishedOn > dueOn);
