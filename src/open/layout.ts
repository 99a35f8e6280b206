import { createHash } from "node:crypto";
import type { RouteReply } from "../platform/http/routes.js";
import { html, type Html } from "./html.js";
import { OPEN_CSS } from "./open-css.js";

export interface Link {
  readonly label: string;
  readonly href: string;
}

export interface Page {
  readonly title: string;
  readonly description: string;
  /** The one address at which search engines keep the page; null: they keep no page that is a refusal or a search. */
  readonly address: string | null;
  /** The pages above it, from the top. */
  readonly trail: readonly Link[];
  /** Address of its Atom feed. */
  readonly feed?: string;
  readonly body: Html;
}

export const SITE = "政府信息公开工作年度报告";
export const TOP: Link = { label: "首页", href: "/open" };

/** Nothing is run, and nothing is loaded but the icon: the page is its text and one style sheet; its forms ask this server. */
const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": [
    "default-src 'none'",
    `style-src 'sha256-${createHash("sha256").update(OPEN_CSS).digest("base64")}'`,
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; "),
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
};

/** Whole, to the byte, as the policy's hash says. */
const STYLE: Html = { markup: `<style>${OPEN_CSS}</style>` };

/** `origin`: scheme and host by which the reader came, for addresses that must be absolute. */
export function pageReply(page: Page, origin: string): RouteReply {
  const body = documentOf(page, origin).markup;
  return { type: "text/html; charset=utf-8", body, headers: HEADERS };
}

const documentOf = (page: Page, origin: string): Html =>
  html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title}${page.title === SITE ? null : ` · ${SITE}`}</title>
        ${aboutOf(page, origin)} ${STYLE}
      </head>
      <body>
        <a class="skip" href="#content">跳到正文</a>
        <div class="bar">
          <header><a class="site" href="/open">${SITE}</a></header>
        </div>
        <main id="content" tabindex="-1">
          ${trailOf(page)}
          <h1>${page.title}</h1>
          ${page.body}
        </main>
        <footer>
          <p>本站只列已发布的年报和已公开的信息，任何人看到的都相同。${LICENCE_NOTE}</p>
          <p class="screen"><a href="/">工作人员登录</a></p>
        </footer>
      </body>
    </html> `;

const LICENCE_NOTE =
  "国家机关的文件不适用著作权法（《著作权法》第五条），可自由使用；引用时请注明发布机关和网址。";

const aboutOf = ({ title, description, address, feed }: Page, origin: string): Html =>
  html` <link rel="icon" href="/console/icon.svg" />
    <meta name="description" content="${description}" />
    ${address === null ? html`<meta name="robots" content="noindex" />` : html`<link rel="canonical" href="${origin}${address}" />`}
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content="${SITE}" />
    <meta property="og:locale" content="zh_CN" />
    ${address === null ? null : html`<meta property="og:url" content="${origin}${address}" />`}
    ${feed === undefined ? null : html`<link rel="alternate" type="application/atom+xml" title="新发布的年报" href="${origin}${feed}" />`}`;

const trailOf = ({ trail, title }: Page): Html | null =>
  trail.length === 0
    ? null
    : html`<nav aria-label="所在位置">
        <ol class="trail">
          ${trail.map(({ label, href }) => html`<li><a href="${href}">${label}</a></li>`)}
          <li aria-current="page">${title}</li>
        </ol>
      </nav>`;

export const linkList = (links: readonly Link[]): Html =>
  html`<ul class="links">
    ${links.map(({ label, href }) => html`<li><a href="${href}">${label}</a></li>`)}
  </ul>`;

/** A table that scrolls by itself where the screen is narrow, by keyboard, too. */
export const wideTable = (caption: string, content: Html): Html =>
  html`<div class="wide" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      ${content}
    </table>
  </div>`;

/** A search by GET, which a bookmark keeps. */
export const searchForm = (action: string, label: string, asked: string): Html =>
  html` <form action="${action}" method="get" role="search">
    <p>
      <label for="q">${label}</label><input id="q" name="q" type="search" maxlength="100" value="${asked}" />
    </p>
    <p><button type="submit">查找</button></p>
  </form>`;
