import type { Reading, Statement } from "./statements.js";
import { CHANNELS, MARKERS } from "./vocabulary.data.js";

/** How a text introduces the parts of a figure. */
export type Marker = "closed" | "by" | "listed" | "open" | "none";

/** 其中: with a colon, which mostly introduces all parts. */
const LISTED = /其中:/;

/** A marker stands between a figure and the next number. */
export function introducesParts({ text }: Reading, { end }: Statement): boolean {
  const upToNumber = /^[^\d。]*/.exec(text.slice(end, end + 24))?.[0] ?? "";
  return markerOf(upToNumber) !== "none";
}

/** 其中, 分别为, 按…分; 收到的64件申请中，… */
export function markerOf(gap: string): Marker {
  if (MARKERS.by.test(gap)) return "by";
  const open = MARKERS.open.test(gap);
  const closed = MARKERS.closed.test(gap);
  if (closed && !/其中|主要/.test(gap)) return "closed";
  if (closed && LISTED.test(gap)) return "listed";
  return open ||
    /^[^,;。:]{0,10}[中里],|^(?:政府|信息|公开)*(?:申请|案件|信息|文件|公文|工单|建议|提案|问题|留言)中(?!心)/.test(
      gap,
    )
    ? "open"
    : "none";
}

/** 收到申请5件，召开会议部署，其中… speaks of something else by then. */
export const speaksOfWhole = (gap: string, marker: Marker): boolean => {
  const at =
    (marker === "open" || marker === "listed"
      ? MARKERS.open
      : marker === "by"
        ? MARKERS.by
        : MARKERS.closed
    ).exec(gap)?.index ?? 0;
  const before = gap.slice(0, at);
  return before.length <= 24 && !/;/.test(before.slice(1)) && !/[,。].*[,。]/.test(before.slice(1));
};

/** The channel that a list is said to be of, in the clause that introduces it. */
export function subjectOf(gap: string, marker: Marker): string | null {
  if (marker !== "by" && marker !== "closed") return null;
  const at = (marker === "by" ? MARKERS.by : MARKERS.closed).exec(gap)?.index ?? 0;
  const clause = /[^,;。:]*$/.exec(gap.slice(0, at))?.[0] ?? "";
  return /[、和及与]/.test(clause)
    ? null
    : (CHANNELS.find(({ wording }) => wording.test(clause))?.key ?? null);
}

export const isOfAnother = ({ partKind, part }: Statement, gap: string, marker: Marker): boolean => {
  const subject = subjectOf(gap, marker);
  return subject !== null && !(partKind === "channel" && part === subject);
};
