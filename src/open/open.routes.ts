import type { RequestContext } from "../access/index.js";
import { reportableYears } from "../reports/index.js";
import type { Clock } from "../kernel/clock.js";
import { CallerFault, notFound } from "../kernel/fault.js";
import { formatFault } from "../platform/graphql/errors.js";
import { refusal, type Route, type RouteReply } from "../platform/http/routes.js";
import { documentsPage } from "./documents-page.js";
import { feedReply, robotsReply, sitemapIndex, sitemapReply } from "./feeds.js";
import { FIGURE_COLUMNS } from "./figures.js";
import { governmentPage, yearsOf } from "./government-page.js";
import { areasOfCountry, homePage, searchPage } from "./home-page.js";
import { html } from "./html.js";
import { linkList, pageReply, TOP, type Page } from "./layout.js";
import * as api from "./open-queries.js";
import { yearPage } from "./year-page.js";

type Answer = (call: api.OpenCall, now: Date) => Promise<RouteReply>;

/** The public's pages. They ask the API as somebody who has not signed in, so that the answer is everybody's. */
export const openRoutes = (clock: Clock): Route<RequestContext>[] =>
  Object.entries(ANSWERS).map(([url, answer]) =>
    refusedAsPage({
      method: "GET",
      url,
      authorization: () => Promise.resolve(undefined),
      handle: async (call) => {
        const reply = await answer(call, clock.now());
        return typeof reply.body === "string" && reply.status === undefined
          ? { ...reply, fingerprint: reply.body }
          : reply;
      },
    }),
  );

/** The same route, which refuses a browser with a page and a program with JSON. */
export const refusedAsPage = (route: Route<RequestContext>): Route<RequestContext> => ({
  ...route,
  handle: async (call) => {
    try {
      return await route.handle(call);
    } catch (error) {
      if (!(error instanceof CallerFault || error instanceof api.Refused)) throw error;
      const errors =
        error instanceof CallerFault ? [formatFault(error, call.context.language)] : error.errors;
      const refused = refusal(errors);
      if (!call.acceptsPage) return refused;
      return { ...refused, ...pageReply(refusedPage(refused.status, errors[0]?.message), call.origin) };
    }
  },
});

const refusedPage = (status = 500, message = ""): Page => ({
  title: status === 404 ? "没有找到" : "暂时不能查看",
  description: "没有这个页面",
  address: null,
  trail: [TOP],
  body: html`<p>${status === 404 ? "没有这个单位、年度或页面，或者还没有发布。" : message}</p>
    ${linkList([{ label: "查找单位", href: "/open" }])}`,
});

const unit = "/open/:code";
const ANSWERS: Readonly<Record<string, Answer>> = {
  "/open": home,
  [unit]: government,
  [`${unit}/feed.xml`]: async (call) => feedReply(await api.publisherOf(call, codeIn(call)), call.origin),
  [`${unit}/sitemap.xml`]: sitemap,
  [`${unit}/documents`]: documents,
  [`${unit}/:year`]: year,
  [`${unit}/:year/:file`]: report,
  "/open/*": () => Promise.reject(notFound()),
  "/sitemap.xml": async (call, now) =>
    sitemapIndex(await areasOfCountry(call, reportableYears(now)), call.origin),
  "/robots.txt": ({ origin }) => Promise.resolve(robotsReply(origin)),
};

const CODE = /^[\da-z-]{1,40}$/;

function codeIn({ params }: api.OpenCall): string {
  const { code = "" } = params;
  if (!CODE.test(code)) throw notFound();
  return code;
}

function yearIn({ params }: api.OpenCall): number {
  const { year = "" } = params;
  if (!/^\d{4}$/.test(year)) throw notFound();
  return Number(year);
}

const given = ({ search }: api.OpenCall, name: string): string | null => search.get(name)?.trim() || null;

async function home(call: api.OpenCall, now: Date): Promise<RouteReply> {
  const asked = given(call, "q");
  const page = asked
    ? await searchPage(call, asked)
    : homePage(await areasOfCountry(call, reportableYears(now)));
  return pageReply(page, call.origin);
}

async function withAreas(
  call: api.OpenCall,
  now: Date,
): Promise<{ readonly unit: api.Publisher; readonly areas: readonly api.Area[] }> {
  const unit = await api.publisherOf(call, codeIn(call));
  const levels = BELOW[unit.kind] ?? [];
  const years = reportableYears(now).slice(-10);
  const asked = { under: unit.code, years, levels };
  return { unit, areas: levels.length === 0 ? [] : await api.areasWithReports(call, asked) };
}

const BELOW: Readonly<Partial<Record<string, readonly api.AreaLevel[]>>> = {
  PROVINCE: ["CITY", "DISTRICT"],
  CITY: ["DISTRICT"],
};

async function government(call: api.OpenCall, now: Date): Promise<RouteReply> {
  const { unit, areas } = await withAreas(call, now);
  return pageReply(governmentPage(unit, areas), call.origin);
}

async function sitemap(call: api.OpenCall, now: Date): Promise<RouteReply> {
  const { unit, areas } = await withAreas(call, now);
  return sitemapReply(unit, yearsOf(unit, areas), call.origin);
}

async function documents(call: api.OpenCall): Promise<RouteReply> {
  const asked = {
    code: codeIn(call),
    text: given(call, "q"),
    after: given(call, "after"),
    before: given(call, "before"),
  };
  return pageReply(documentsPage(await api.documentsOf(call, asked), asked), call.origin);
}

async function year(call: api.OpenCall, now: Date): Promise<RouteReply> {
  const asked = yearIn(call);
  const { unit, areas } = await withAreas(call, now);
  const years = yearsOf(unit, areas);
  if (!years.includes(asked)) throw notFound();
  if (unit.members.length === 0) return movedTo(await api.addressOfReport(call, unit.code, asked));
  const indicators = FIGURE_COLUMNS.map(({ code }) => code);
  const figures = await api.yearOf(call, unit, { year: asked, indicators });
  return pageReply(yearPage(unit, { year: asked, years }, figures), call.origin);
}

/** A report's own address is /reports/<unit>/<year>; one within its government leads there. */
async function report(call: api.OpenCall): Promise<RouteReply> {
  const [, code, extension = ""] =
    /^([\da-z-]{1,40})(\.(?:docx|xlsx|json))?$/.exec(call.params["file"] ?? "") ?? [];
  if (code === undefined) throw notFound();
  const address = await api.addressOfReport(call, code, yearIn(call));
  return movedTo(address && `${address}${extension}`);
}

function movedTo(address: string | null): RouteReply {
  if (address === null) throw notFound();
  return { status: 301, type: "text/plain; charset=utf-8", body: "", headers: { location: address } };
}
