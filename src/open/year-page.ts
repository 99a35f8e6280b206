import { dataLinks, trailTo } from "./government-page.js";
import {
  absentRow,
  FIGURE_COLUMNS,
  figureFoot,
  figureHead,
  figureRow,
  FIGURES_NOTE,
  together,
} from "./figures.js";
import { html, type Html } from "./html.js";
import { linkList, wideTable, type Page } from "./layout.js";
import type { Compared, ComparedRow, Publisher, YearFigures } from "./open-queries.js";

/** One year of a government: its own figures, those of the units right below it, and of the areas around it. */
export function yearPage(
  unit: Publisher,
  { year, years }: { readonly year: number; readonly years: readonly number[] },
  figures: YearFigures,
): Page {
  const { code, name, ancestors } = unit;
  return {
    title: `${name}${year}年度年报`,
    description: `${name}及所属各单位${year}年政府信息公开工作年度报告的主要数字、合计、中位数和比较`,
    address: `/open/${code}/${year}`,
    trail: trailTo([...ancestors, unit]),
    feed: `/open/${code}/feed.xml`,
    body: html` ${otherYears(code, year, years)}
      <h2>本级</h2>
      ${wideTable(
        `${name}${year}年`,
        html`${figureHead("口径")}
          <tbody>
            ${ownRow(figures.own, "本机关", `/reports/${code}/${year}`)}
            ${ownRow(figures.system, "本级汇总", `/reports/${code}/${year}-system`)}
          </tbody>`,
      )}
      ${
        figures.below.rows.length === 0
          ? null
          : html`<h2>所属各单位</h2>
              ${coverageLine(figures.below)}
              ${wideTable(`所属各单位${year}年年报的主要数字，点开单位为年报全文`, belowTable(figures.below, year))}`
      }
      ${around(figures, name, year)}
      <p class="note">${FIGURES_NOTE}</p>
      <h2>下载</h2>
      ${linkList(dataLinks(code, year))}`,
  };
}

const otherYears = (code: string, year: number, years: readonly number[]): Html | null => {
  const others = years.filter((one) => one !== year);
  return others.length === 0
    ? null
    : html`<nav aria-label="其他年度" class="screen">
        ${linkList(others.map((one) => ({ label: `${one}年`, href: `/open/${code}/${one}` })))}
      </nav>`;
};

const isMissing = ({ coverage }: Compared, code: string): boolean =>
  coverage.some(({ missing }) => missing.some((unit) => unit.code === code));

function ownRow({ rows: [row], coverage }: Compared, label: string, address: string): Html {
  const published = (coverage[0]?.included ?? 0) > 0;
  return row && published ? figureRow(html`<a href="${address}">${label}</a>`, row.values) : absentRow(label);
}

const coverageLine = ({ coverage: [coverage] }: Compared): Html | null =>
  coverage ? html`<p>应报${coverage.expected}家，已发布${coverage.included}家。</p>` : null;

const belowTable = (below: Compared, year: number): Html =>
  html`${figureHead("单位")}
    <tbody>
      ${below.rows.map((row) => belowRow(row, year, isMissing(below, row.unit.code)))}
    </tbody>
    ${figureFoot(below)}`;

const belowRow = ({ unit, values }: ComparedRow, year: number, missing: boolean): Html =>
  missing
    ? absentRow(html`<a href="/open/${unit.code}">${unit.name}</a>`)
    : figureRow(html`<a href="/reports/${unit.code}/${year}">${unit.name}</a>`, values);

/** The areas around it, each with all reports published in it; the rates are of the sums. */
function around({ nation, PROVINCE, CITY, DISTRICT }: YearFigures, name: string, year: number): Html | null {
  const areas = [
    ["全国（本站已发布的）", nation],
    ...[PROVINCE, CITY, DISTRICT].map((sums) => [areaName(sums), sums] as const),
  ] as const;
  const rows = areas.flatMap(([title, sums]) => {
    const values = together(sums?.rows ?? []);
    return values ? [figureRow(`${title}，${values[FIGURE_COLUMNS.length] ?? 0}份`, values)] : [];
  });
  return rows.length === 0
    ? null
    : html`<h2>与全国和所在地区比较</h2>
        <p>区域合计为区域内全部已发布年报逐项相加，含其下各级；比率由合计数计算。</p>
        ${wideTable(
          `${name}所在各级区域${year}年合计`,
          html`${figureHead("区域")}
            <tbody>
              ${rows}
            </tbody>`,
        )}`;
}

const areaName = (sums: YearFigures["CITY"]): string => `${sums?.rows[0]?.labels[0] ?? ""}所辖`;
