import { createReadStream, existsSync, readdirSync, statSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import type { FastifyInstance, FastifyReply } from "fastify";
import { refuse } from "./refusals.js";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
};

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

interface StaticFile {
  readonly path: string;
  readonly size: number;
  readonly type: string;
  readonly immutable: boolean;
}

/**
 * Serves `directory` under `/ide/` and its index.html at `/`. Files are looked up by name in a list made at the start,
 * so no request can name anything outside it.
 */
export function serveDirectory(app: FastifyInstance, directory: string): void {
  const files = listFiles(directory);
  app.get("/", (request, reply) => give(files.get("index.html"), reply) ?? refuse(request, reply, 404));
  app.get<{ Params: { "*": string } }>(
    "/ide/*",
    (request, reply) =>
      give(files.get(request.params["*"] || "index.html"), reply) ?? refuse(request, reply, 404),
  );
}

function give(file: StaticFile | undefined, reply: FastifyReply): FastifyReply | undefined {
  if (!file) return undefined;
  return reply
    .headers(PAGE_HEADERS)
    .header("cache-control", file.immutable ? "public, max-age=31536000, immutable" : "no-cache")
    .header("content-length", file.size)
    .type(file.type)
    .send(createReadStream(file.path));
}

function listFiles(directory: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  if (!existsSync(directory)) return files;
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith(".")) continue;
    const path = join(entry.parentPath, entry.name);
    const type = TYPES[extname(entry.name)] ?? "application/octet-stream";
    const name = relative(directory, path).split(sep).join("/");
    files.set(name, { path, type, size: statSync(path).size, immutable: HASHED.test(entry.name) });
  }
  return files;
}
