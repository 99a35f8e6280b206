import { existsSync } from "node:fs";
import { join, sep } from "node:path";
import staticFiles from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/** Names with a content hash, as vite writes them: index-B3x_9-Qa.js. */
const HASHED = /-[A-Za-z0-9_-]{8}\.\w+$/;

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
    addresses: ["", "account", "search", "ledgers", "report", "district", "questions", "admin", "history"],
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
export async function servePages(app: FastifyInstance, directory: string): Promise<void> {
  let first = true;
  for (const page of PAGES) {
    const root = join(directory, page.folder);
    if (!existsSync(root)) continue;
    await serveFiles(app, page, { directory, first });
    first = false;
    const handler = (_request: FastifyRequest, reply: FastifyReply) => reply.sendFile("index.html", root);
    for (const address of page.addresses)
      for (const url of address === "" ? ["/"] : [`/${address}`, `/${address}/*`])
        app.route({ method: ["GET", "HEAD"], url, handler });
  }
}

/** Dot files, folders and whatever lies outside are 404. */
async function serveFiles(
  app: FastifyInstance,
  page: Page,
  { directory, first }: { readonly directory: string; readonly first: boolean },
): Promise<void> {
  await app.register(staticFiles, {
    ...{ root: join(directory, page.folder), prefix: `/${page.folder}/`, decorateReply: first },
    dotfiles: "ignore",
    cacheControl: false,
    preCompressed: true,
    // The library answers a NUL byte with 400; a name that cannot exist is 404 as any other.
    allowedPath: (path) => !/\0|%00/.test(path),
    // The first page's settings serve the index.html of every page: the file says whose it is.
    setHeaders: (response, path) => {
      const owner = PAGES.find(({ folder }) => path.startsWith(join(directory, folder) + sep)) ?? page;
      for (const [name, value] of Object.entries(headersOf(owner))) response.setHeader(name, value);
      const kept = HASHED.test(path.replace(/\.(?:br|gz)$/, ""));
      response.setHeader("cache-control", kept ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
}
