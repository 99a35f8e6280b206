import { existsSync } from "node:fs";
import staticFiles from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** Names with a content hash, as vite writes them: index-B3x_9-Qa.js. */
const HASHED = /-[A-Za-z0-9_-]{8}\.\w+$/;

// The editor makes its workers from blobs and writes style elements; nothing may come from or go to elsewhere.
const PAGE_HEADERS = {
  "content-security-policy": [
    "default-src 'self'",
    "script-src 'self'",
    "worker-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
};

/**
 * Serves `directory` under `/ide/` and its index.html at `/`; a directory that does not exist serves nothing. Dot files,
 * folders and whatever lies outside are 404.
 */
export async function serveDirectory(app: FastifyInstance, directory: string): Promise<void> {
  if (!existsSync(directory)) return;
  await app.register(staticFiles, {
    root: directory,
    prefix: "/ide/",
    dotfiles: "ignore",
    cacheControl: false,
    // The library answers a NUL byte with 400; a name that cannot exist is 404 as any other.
    allowedPath: (path) => !/\0|%00/.test(path),
    setHeaders: (response, path) => {
      for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
      response.setHeader(
        "cache-control",
        HASHED.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
      );
    },
  });
  app.route({
    method: ["GET", "HEAD"],
    url: "/",
    handler: (_request, reply) => reply.sendFile("index.html"),
  });
}
