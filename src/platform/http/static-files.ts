import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import staticFiles from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { belowPrefix } from "./path-prefix.js";

/** Names with a content hash, as vite writes them: index-B3x_9-Qa.js. */
const HASHED = /-[A-Za-z0-9_-]{8}\.\w+$/;

const INDEX = "index.html";

/** A built page: its files under `/<folder>/`, its index.html at each of the addresses. */
interface Page {
  readonly folder: string;
  /** The first step of each address; deeper ones are the page's own affair. */
  readonly addresses: readonly string[];
  readonly policy: readonly string[];
}

const OWN = [
  "default-src 'self'",
  "script-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

const PAGES: readonly Page[] = [
  {
    folder: "console",
    addresses: [
      "",
      "account",
      "search",
      "ledgers",
      "report",
      "district",
      "questions",
      "dashboards",
      "admin",
      "history",
      "help",
    ],
    policy: [...OWN, "style-src 'self'", "img-src 'self' data: blob:"],
  },
  {
    folder: "ide",
    addresses: ["graphiql"],
    // The editor makes its workers from blobs and writes style elements.
    policy: [
      ...OWN,
      "worker-src 'self' blob:",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self' data:",
    ],
  },
];

const headersOf = ({ policy }: Page): Readonly<Record<string, string>> => ({
  "content-security-policy": policy.join("; "),
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
});

/** Serves the built pages below `directory`; a page that is not built serves nothing. */
export async function servePages(app: FastifyInstance, directory: string, prefix: string): Promise<void> {
  for (const page of PAGES) {
    const root = join(directory, page.folder);
    if (!existsSync(root)) continue;
    await serveFiles(app, page, root);
    const handler = indexHandler(page, belowPrefix(prefix, readFileSync(join(root, INDEX), "utf8")));
    const own = [`/${page.folder}/`, `/${page.folder}/${INDEX}`];
    const deeper = page.addresses.flatMap((address) =>
      address === "" ? ["/"] : [`/${address}`, `/${address}/*`],
    );
    for (const url of [...own, ...deeper]) app.route({ method: ["GET", "HEAD"], url, handler });
  }
}

/** The same file at each address, whatever the page makes of it. */
function indexHandler(page: Page, index: string) {
  const etag = `"${createHash("sha256").update(index).digest("base64url")}"`;
  const headers = { ...headersOf(page), "cache-control": "no-cache", etag };
  return (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    void reply.headers(headers).type("text/html; charset=utf-8");
    return request.headers["if-none-match"] === etag ? reply.code(304).send() : reply.send(index);
  };
}

/** Dot files, folders and whatever lies outside are 404. */
async function serveFiles(app: FastifyInstance, page: Page, root: string): Promise<void> {
  await app.register(staticFiles, {
    ...{ root, prefix: `/${page.folder}/`, decorateReply: false, index: false },
    dotfiles: "ignore",
    cacheControl: false,
    preCompressed: true,
    // The library answers a NUL byte with 400; a name that cannot exist is 404 as any other.
    allowedPath: (path) => !/\0|%00/.test(path),
    setHeaders: (response, path) => {
      for (const [name, value] of Object.entries(headersOf(page))) response.setHeader(name, value);
      const kept = HASHED.test(path.replace(/\.(?:br|gz)$/, ""));
      response.setHeader("cache-control", kept ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
}
