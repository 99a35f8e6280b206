import { FIRST_YEAR } from "../reports/index.js";
import { html, type Html } from "./html.js";
import { linkList, searchForm, SITE, wideTable, type Page } from "./layout.js";
import { areasWithReports, unitsNamed, type Area, type Found, type OpenCall } from "./open-queries.js";

/** So many of the newest years with reports stand on the first page. */
const YEARS_SHOWN = 3;
/** With more areas than this the counties are left to the pages of their cities. */
const MOST_AREAS = 400;

/** The areas of the country with published reports, in the newest years that have any. */
export async function areasOfCountry(call: OpenCall, reportable: readonly number[]): Promise<Area[]> {
  // Ten years are as many as the API adds up at once.
  const years = reportable.slice(-10);
  const wide = await areasWithReports(call, { under: null, years, levels: ["PROVINCE", "CITY"] });
  const filed = yearsIn(wide);
  // A register may begin with a county: then there is nothing above to tell which years have reports.
  const newest = (filed.length > 0 ? filed : years).slice(-YEARS_SHOWN);
  return areasWithReports(call, { under: null, years: newest, levels: ["PROVINCE", "CITY", "DISTRICT"] });
}

export const yearsIn = (areas: readonly Area[]): number[] =>
  [...new Set(areas.flatMap(({ counts }) => [...counts.keys()]))].sort((a, b) => a - b);

const LEAD = [
  "依照《政府信息公开条例》第四十九条、第五十条，各级行政机关每年向社会公布上一年度的政府信息公开工作年度报告。",
  `这里可以查阅${FIRST_YEAR}年度以来已发布的报告。`,
].join("");

export const homePage = (areas: readonly Area[]): Page => ({
  title: SITE,
  description: `各级行政机关已发布的${SITE}：按地区、单位和年度查阅、比较、下载。`,
  address: "/open",
  trail: [],
  body: html` <p class="lead">${LEAD}</p>
    ${searchForm("/open", "单位名称或代码，如“环山”或 371003", "")}
    <h2>已发布年报的地区</h2>
    ${areas.length === 0 ? html`<p>还没有已发布的年报。</p>` : areasTable("各地区已发布的年报份数，含所属各单位", shownAreas(areas))}`,
});

const shownAreas = (areas: readonly Area[]): readonly Area[] =>
  areas.length <= MOST_AREAS ? areas : areas.filter(({ code }) => code.length < 6);

/** Areas by year: how many reports are published, each number a link to the year's page. */
export function areasTable(caption: string, areas: readonly Area[]): Html {
  const years = yearsIn(areas).reverse();
  return wideTable(
    caption,
    html`<thead>
        <tr>
          <th scope="col">地区</th>
          ${years.map((year) => html`<th scope="col">${year}年</th>`)}
        </tr>
      </thead>
      <tbody>
        ${areas.map(
          ({ code, name, counts }) =>
            html`<tr>
              <th scope="row"><a href="/open/${code}">${name}</a></th>
              ${years.map((year) => countCell(code, year, counts.get(year) ?? 0))}
            </tr> `,
        )}
      </tbody>`,
  );
}

const countCell = (code: string, year: number, count: number): Html =>
  count === 0
    ? html`<td class="none">未发布</td>`
    : html`<td><a href="/open/${code}/${year}">${count}份</a></td>`;

export async function searchPage(call: OpenCall, asked: string): Promise<Page> {
  const { totalCount, nodes } = await unitsNamed(call, asked);
  return {
    title: `查找：${asked}`,
    description: `名称或代码含“${asked}”的单位`,
    address: null,
    trail: [{ label: "首页", href: "/open" }],
    body: html` ${searchForm("/open", "单位名称或代码", asked)}
      <p role="status">
        ${totalCount === 0 ? "没有找到。可以只写名称中的几个字，如“环山”。" : `找到${totalCount}个单位${totalCount > nodes.length ? `，列出前${nodes.length}个，请写得更完整` : ""}。`}
      </p>
      ${
        nodes.length === 0
          ? linkList([{ label: "全部地区", href: "/open" }])
          : html`<ul class="records">
              ${nodes.map(foundUnit)}
            </ul>`
      }`,
  };
}

const foundUnit = ({ code, name, parent }: Found): Html =>
  html`<li>
    <a href="/open/${code}">${name}</a><span class="note">${code}${parent && `，隶属${parent.name}`}</span>
  </li>`;
