import { trailTo } from "./government-page.js";
import { html, type Html } from "./html.js";
import { linkList, searchForm, wideTable, type Link, type Page } from "./layout.js";
import type { Document, Documents, DocumentsAsked } from "./open-queries.js";

/** What a unit and all below it have published, and the unit's catalogue of what it must publish. */
export function documentsPage(unit: Documents, { code, text, after, before }: DocumentsAsked): Page {
  const { name, ancestors, disclosures, disclosureCatalogue } = unit;
  const { nodes, totalCount } = disclosures;
  const address = `/open/${code}/documents`;
  const first = text === null && after === null && before === null;
  return {
    title: `${name}主动公开的信息`,
    description: `${name}及所属各单位主动公开的信息和主动公开事项目录`,
    address: first ? address : null,
    trail: trailTo([...ancestors, unit]),
    body: html` <p class="lead">
        依照《政府信息公开条例》第十九条至第二十三条主动公开的信息，含所属各单位的，形成日期新的在前。
      </p>
      ${searchForm(address, "标题或文号中的文字", text ?? "")}
      <h2>已公开的信息</h2>
      <p role="status">${text === null ? "" : `标题或文号含“${text}”的，`}共${totalCount}条。</p>
      ${
        nodes.length === 0
          ? null
          : html`<ul class="records">
              ${nodes.map((one) => documentLine(one, code))}
            </ul>`
      }
      ${pagesOf(unit, address, text)}
      ${first ? catalogueOf(disclosureCatalogue) : linkList([{ label: "主动公开事项目录", href: `${address}#catalogue` }])}`,
  };
}

const documentLine = (document: Document, code: string): Html => {
  const { title, documentNumber, category, formedOn, publishedOn, repealedOn, unit } = document;
  return html`<li>
    ${title}${documentNumber && `（${documentNumber}）`}
    <span class="note"
      >${unit.code === code ? null : html`<a href="/open/${unit.code}">${unit.name}</a> · `}${category} ·
      ${formedOn}形成 · ${publishedOn}公开${repealedOn && ` · ${repealedOn}废止`}</span
    >
  </li> `;
};

function pagesOf(
  { disclosures: { pageInfo } }: Documents,
  address: string,
  text: string | null,
): Html | null {
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = pageInfo;
  const linkTo = (label: string, cursor: Record<string, string>): Link => ({
    label,
    href: `${address}?${new URLSearchParams({ ...(text !== null && { q: text }), ...cursor }).toString()}`,
  });
  const links = [
    ...(hasPreviousPage && startCursor ? [linkTo("上一页", { before: startCursor })] : []),
    ...(hasNextPage && endCursor ? [linkTo("下一页", { after: endCursor })] : []),
  ];
  return links.length === 0 ? null : html`<nav aria-label="翻页">${linkList(links)}</nav>`;
}

function catalogueOf(items: Documents["disclosureCatalogue"]): Html {
  const current = items.filter(({ retiredOn }) => retiredOn === null);
  return html`<h2 id="catalogue">主动公开事项目录</h2>
    ${
      current.length === 0
        ? html`<p>本机关还没有登记目录事项；所属各单位的目录见其各自的页面。</p>`
        : wideTable(
            "主动公开事项目录",
            html`<thead>
                <tr>
                  <th scope="col">类别</th>
                  <th scope="col">事项</th>
                  <th scope="col">依据</th>
                </tr>
              </thead>
              <tbody>
                ${current.map(
                  ({ category, title, article }) =>
                    html`<tr>
                      <td>${category}</td>
                      <th scope="row">${title}</th>
                      <td>${article}</td>
                    </tr> `,
                )}
              </tbody>`,
          )
    }`;
}
