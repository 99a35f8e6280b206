import { dateInShanghai } from "../kernel/calendar-date.js";
import type { UnitKind } from "../units/index.js";
import { html, type Html } from "./html.js";
import { areasTable, yearsIn } from "./home-page.js";
import { linkList, TOP, wideTable, type Link, type Page } from "./layout.js";
import type { Area, Member, NamedUnit, Published, Publisher } from "./open-queries.js";

const GROUPS: readonly (readonly [title: string, kinds: readonly UnitKind[]])[] = [
  ["下级政府", ["PROVINCE", "CITY", "DISTRICT"]],
  ["政府部门", ["DEPARTMENT"]],
  ["街道、镇、乡", ["SUBDISTRICT", "TOWN"]],
  ["功能区、开发区", ["ZONE"]],
];

/** The pages above a unit's own. */
export const trailTo = (ancestors: readonly NamedUnit[]): Link[] => [
  TOP,
  ...ancestors.map(({ code, name }) => ({ label: name, href: `/open/${code}` })),
];

/** The years in which a unit, one right below it, or an area within it has published. */
export const yearsOf = ({ reports, system, members }: Publisher, areas: readonly Area[]): number[] => {
  const published = [...reports, ...system, ...members.flatMap((member) => member.reports)];
  return [...new Set([...published.map(({ year }) => year), ...yearsIn(areas)])].sort((a, b) => b - a);
};

export function governmentPage(unit: Publisher, areas: readonly Area[]): Page {
  const { code, name, ancestors, members } = unit;
  const years = yearsOf(unit, areas);
  return {
    title: name,
    description: `${name}${members.length > 0 ? "及所属各单位" : ""}已发布的政府信息公开工作年度报告`,
    address: `/open/${code}`,
    trail: trailTo(ancestors),
    feed: `/open/${code}/feed.xml`,
    body: html` ${years.length === 0 ? html`<p>还没有已发布的年报。</p>` : null} ${ownReports(unit)}
      ${
        members.length > 0 && years.length > 0
          ? html`<h2>各年度比较</h2>
              <p>每一年度各单位的主要数字、合计和中位数，以及与全国、全省、全市的比较：</p>
              ${linkList(years.map((year) => ({ label: `${year}年`, href: `/open/${code}/${year}` })))}`
          : null
      }
      ${
        members.length > 0
          ? html`<h2>所属各单位的年报</h2>
              ${membersTable(members, years)}`
          : null
      }
      ${
        areas.length > 0
          ? html`<h2>下级地区</h2>
              ${areasTable("各地区已发布的年报份数，含所属各单位", areas)}`
          : null
      }
      <h2>公开的信息</h2>
      ${linkList([
        { label: "主动公开的信息和主动公开事项目录", href: `/open/${code}/documents` },
        { label: "订阅新发布的年报（Atom）", href: `/open/${code}/feed.xml` },
      ])}
      ${years.length > 0 ? openData(code, years) : null}`,
  };
}

function ownReports({ name, reports, system }: Publisher): Html | null {
  if (reports.length + system.length === 0) return null;
  const newestFirst = [...reports].reverse();
  return html`<h2>${name}的年报</h2>
    <ul class="records">
      ${newestFirst.map((report) => reportLine(report, "本机关"))}
      ${[...system].reverse().map((report) => reportLine(report, "本级汇总"))}
    </ul>`;
}

const reportLine = ({ year, publishedAt, address }: Published, scope: string): Html =>
  html`<li>
    <a href="${address}">${year}年政府信息公开工作年度报告（${scope}）</a>
    <span class="note">${dateInShanghai(new Date(publishedAt))}发布 · ${filesOf(address)}</span>
  </li> `;

const filesOf = (address: string): readonly Html[] =>
  (
    [
      ["Word", "docx"],
      ["Excel", "xlsx"],
      ["JSON", "json"],
    ] as const
  ).map(([label, extension]) => html` <a href="${address}.${extension}">${label}</a>`);

const membersTable = (members: readonly Member[], years: readonly number[]): Html =>
  wideTable(
    "各单位年报的发布日期，点开为年报全文；“–”为该年度不报送",
    html`<thead>
        <tr>
          <th scope="col">单位</th>
          ${years.map((year) => html`<th scope="col">${year}年</th>`)}
        </tr>
      </thead>
      ${GROUPS.map(([title, kinds]) => {
        const ofGroup = members.filter(({ kind }) => kinds.includes(kind));
        return ofGroup.length === 0
          ? null
          : html`<tbody>
              <tr>
                <th scope="rowgroup" class="group" colspan="${years.length + 1}">
                  ${title}（${ofGroup.length}）
                </th>
              </tr>
              ${ofGroup.map((member) => memberRow(member, years))}
            </tbody> `;
      })}`,
  );

const memberRow = (member: Member, years: readonly number[]): Html =>
  html`<tr>
    <th scope="row"><a href="/open/${member.code}">${member.shortName}</a></th>
    ${years.map((year) => {
      const report = member.reports.find((one) => one.year === year);
      if (report)
        return html`<td><a href="${report.address}">${dateInShanghai(new Date(report.publishedAt))}</a></td>`;
      return html`<td class="none">${filesIn(member, year) ? "未发布" : "–"}</td>`;
    })}
  </tr> `;

/** Whether a unit files at all, and existed on the last day of the year. */
export function filesIn(
  { filesReport, establishedOn, dissolvedOn }: Pick<Member, "filesReport" | "establishedOn" | "dissolvedOn">,
  year: number,
): boolean {
  const lastDay = `${year}-12-31`;
  return filesReport && (establishedOn ?? "") <= lastDay && (dissolvedOn === null || dissolvedOn > lastDay);
}

const openData = (code: string, years: readonly number[]): Html =>
  html`<h3>开放数据</h3>
    <p>
      已发布年报的全部单元格和文字，CSV
      格式，另有数据字典（datapackage.json）和全部年报的打包文件（docx、xlsx、JSON）。
    </p>
    <ul class="records">
      ${years.map(
        (year) =>
          html`<li>
            ${year}年：${dataLinks(code, year).map(
              ({ label, href }) => html` <a href="${href}">${label}</a>`,
            )}
          </li> `,
      )}
    </ul>`;

/** The files of a year's open data. */
export const dataLinks = (code: string, year: number): Link[] =>
  [
    ["年报清单（CSV）", "reports.csv"],
    ["各单元格（CSV）", "cells.csv"],
    ["文字（CSV）", "sections.csv"],
    ["数据字典（CSV）", "dictionary.csv"],
    ["说明和许可（datapackage.json）", "datapackage.json"],
    ["全部年报打包（ZIP）", "reports.zip"],
  ].map(([label = "", file = ""]) => ({ label, href: `/open-data/${code}/${year}/${file}` }));
