import { text, type Text } from "../../kernel/text.js";
import type { Coverage } from "./coverage.js";

/** Notes for readers of the figures: missing reports, provisional figures, a new form. */
export const coverageNotes = (coverage: readonly Coverage[]): Text[] => {
  const years = new Set(coverage.map(({ year }) => year));
  return coverage.flatMap((ofYear) => [
    ...missingNote(ofYear),
    ...provisionalNote(ofYear),
    ...(ofYear.formChanged && years.has(ofYear.year - 1) ? [formNote(ofYear)] : []),
  ]);
};

function missingNote({ year, expected, included, missing }: Coverage): Text[] {
  if (missing.length === 0) return [];
  return [
    text(
      `${year} 年应计 ${expected} 份，计入 ${included} 份，缺 ${missing.length} 份，合计和增减受其影响`,
      `${year}: ${included} of ${expected} reports are included; ${missing.length} are missing, which lowers sums and distorts changes`,
    ),
  ];
}

function provisionalNote({ year, provisional }: Coverage): Text[] {
  if (provisional.length === 0) return [];
  return [
    text(
      `${year} 年计入的有 ${provisional.length} 份尚未发布，为暂定数`,
      `${year}: ${provisional.length} of the reports included are not published yet, so the figures are provisional`,
    ),
  ];
}

const formNote = ({ year }: Coverage): Text =>
  text(
    `${year} 年启用新格式，与 ${year - 1} 年不宜直接比较`,
    `A new form began in ${year}: compare with ${year - 1} with care`,
  );
