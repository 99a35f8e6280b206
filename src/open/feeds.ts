import { dateInShanghai } from "../kernel/calendar-date.js";
import type { RouteReply } from "../platform/http/routes.js";
import { xml, type Html } from "./html.js";
import { SITE } from "./layout.js";
import type { Area, NamedUnit, Published, Publisher } from "./open-queries.js";

const MOST_ENTRIES = 50;

interface Entry extends Published {
  readonly unit: NamedUnit;
}

/** What a unit and those right below it have published, the newest first. */
export const publishedBy = (unit: Publisher): Entry[] =>
  [
    ...[...unit.reports, ...unit.system].map((report) => ({ ...report, unit })),
    ...unit.members.flatMap((member) => member.reports.map((report) => ({ ...report, unit: member }))),
  ].sort((a, b) => (a.publishedAt === b.publishedAt ? 0 : a.publishedAt < b.publishedAt ? 1 : -1));

const DECLARATION: Html = { markup: '<?xml version="1.0" encoding="utf-8"?>' };

const reply = (type: string, { markup: body }: Html): RouteReply => ({
  type: `${type}; charset=utf-8`,
  body,
});

/** Atom (RFC 4287). A correction is the same entry, updated. */
export function feedReply(unit: Publisher, origin: string): RouteReply {
  const entries = publishedBy(unit).slice(0, MOST_ENTRIES);
  const self = `${origin}/open/${unit.code}/feed.xml`;
  return reply(
    "application/atom+xml",
    xml`${DECLARATION}
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<id>${self}</id>
<title>${unit.name}新发布的年报</title>
<updated>${entries[0]?.publishedAt ?? "1970-01-01T00:00:00.000Z"}</updated>
<author><name>${unit.name}</name></author>
<link rel="self" type="application/atom+xml" href="${self}"/>
<link rel="alternate" type="text/html" href="${origin}/open/${unit.code}"/>
${entries.map((entry) => entryOf(entry, origin))}</feed>
`,
  );
}

const entryOf = ({ unitName, year, publishedAt, address }: Entry, origin: string): Html => xml`<entry>
<id>${origin}${address}</id>
<title>${unitName}${year}年${SITE}</title>
<updated>${publishedAt}</updated>
<author><name>${unitName}</name></author>
<link rel="alternate" type="text/html" href="${origin}${address}"/>
</entry>
`;

/** sitemap.xml: one sitemap for each area with published reports. */
export const sitemapIndex = (areas: readonly Area[], origin: string): RouteReply =>
  reply(
    "application/xml",
    xml`${DECLARATION}
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${areas.map(({ code }) => xml`<sitemap><loc>${origin}/open/${code}/sitemap.xml</loc></sitemap>\n`)}</sitemapindex>
`,
  );

/** The pages and reports of a unit and of those right below it. */
export function sitemapReply(unit: Publisher, years: readonly number[], origin: string): RouteReply {
  const page = `/open/${unit.code}`;
  const compared = unit.members.length > 0 ? years.map((year) => `${page}/${year}`) : [];
  const members = unit.members.map(({ code }) => `/open/${code}`);
  const pages = [page, `${page}/documents`, ...compared, ...members].map((address) =>
    locationOf(origin, address),
  );
  const reports = publishedBy(unit).map(({ address, publishedAt }) =>
    locationOf(origin, address, dateInShanghai(new Date(publishedAt))),
  );
  return reply(
    "application/xml",
    xml`${DECLARATION}
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${[...pages, ...reports]}</urlset>
`,
  );
}

const locationOf = (origin: string, address: string, changed: string | null = null): Html =>
  xml`<url><loc>${origin}${address}</loc>${changed && xml`<lastmod>${changed}</lastmod>`}</url>\n`;

/** Search engines read what is public; the API, the console and the answers of searches are no pages to keep. */
export const robotsReply = (origin: string): RouteReply => ({
  type: "text/plain; charset=utf-8",
  body: [
    "User-agent: *",
    "Allow: /open",
    "Allow: /reports/",
    "Disallow: /open?",
    "Disallow: /",
    `Sitemap: ${origin}/sitemap.xml`,
    "",
  ].join("\n"),
});
