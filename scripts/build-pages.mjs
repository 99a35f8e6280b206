// Builds the pages that a browser loads, src/console and src/ide, into dist: nothing in them comes from the internet.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { describeApi } from "./console-api.mjs";

// The bundle is the one that is served, whoever builds it: under a test runner vite would take React's slow half.
process.env.NODE_ENV = "production";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Each page with whatever else its bytes depend on. */
const PAGES = [
  {
    name: "ide",
    sources: ["src/ide"],
    packages: ["graphiql", "@graphiql/react", "monaco-editor", "monaco-graphql", "react", "vite"],
  },
  {
    name: "console",
    sources: [
      "src/console",
      "src/forms",
      "src/rules",
      "src/audit",
      "src/wordprocessing",
      "src/kernel",
      "schema/schema.graphql",
      "docs/glossary.md",
    ],
    packages: ["react", "react-dom", "urql", "@urql/core", "wouter", "fflate", "core-js", "vite"],
  },
];

/** Browsers of offices: 信创 systems and 360 and 奇安信 on Windows 7. */
const OLDEST = ["chrome87", "firefox78"];

/** What the first page and any later one may weigh, in kilobytes as they are sent: for a slow line and a slow machine. */
const FIRST_KB = 200;
const ROUTE_KB = 350;

for (const page of PAGES) {
  // A bundle takes seconds and seldom changes: an unchanged one is kept, and vite is not even loaded.
  const stamp = join(root, "dist", page.name, ".stamp");
  const wanted = fingerprint(page);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) continue;
  if (page.name === "console") await describeApi(root);
  await bundle(page);
  const target = join(root, "dist", page.name);
  refuseForeignImports(target);
  refuseDemo(target);
  compress(target);
  if (page.name === "console") {
    refuseNewer(target);
    refuseHeavy(target);
  }
  writeFileSync(stamp, wanted);
}

function fingerprint({ sources, packages }) {
  const hash = createHash("sha256").update(readFileSync(fileURLToPath(import.meta.url)));
  for (const source of sources)
    for (const file of filesBelow(join(root, source)).sort()) hash.update(file).update(readFileSync(file));
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  for (const name of packages) hash.update(`${name}@${lock[`node_modules/${name}`]?.version}`);
  return hash.digest("hex");
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!readdirOrNull(path)) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        !/\.(?:test|fixture)\.ts$/.test(entry.name) &&
        !entry.parentPath.endsWith("generated"),
    )
    .map((entry) => join(entry.parentPath, entry.name));
}

function readdirOrNull(path) {
  try {
    return readdirSync(path);
  } catch (error) {
    if (error.code === "ENOTDIR") return null;
    throw error;
  }
}

async function bundle({ name }) {
  const { build } = await import("vite");
  await build({
    configFile: false,
    root: join(root, "src", name),
    // Pages name their scripts from the root, which the server puts below its prefix; scripts name each other by their own place.
    base: `/${name}/`,
    experimental: {
      renderBuiltUrl: (file, { hostType }) => (hostType === "html" ? `/${name}/${file}` : { relative: true }),
    },
    logLevel: "error",
    worker: { format: "es" },
    build: {
      outDir: join(root, "dist", name),
      emptyOutDir: true,
      chunkSizeWarningLimit: 10_000,
      reportCompressedSize: false,
      ...(name === "console" && { target: OLDEST, modulePreload: { polyfill: true } }),
    },
  });
}

/** A page that fetches code from elsewhere fails in a network without internet, and trusts a stranger with the session. */
function refuseForeignImports(target) {
  const foreign =
    /https?:\/\/[^\s"'`)]*(?:esm\.sh|unpkg|jsdelivr|cdnjs|\bcdn\.)[^\s"'`)]*|<(?:script|link)[^>]+https?:/gi;
  const found = textsIn(target).flatMap(([name, text]) =>
    [...text.matchAll(foreign)].map((match) => `${name}: ${match[0]}`),
  );
  if (found.length > 0) throw new Error(`${target} would load code from elsewhere:\n${found.join("\n")}`);
}

/** The demo's accounts are public: a page that is served in production holds none of them. */
function refuseDemo(target) {
  const found = textsIn(target)
    .filter(([, text]) => /gongkai-demo|(?:clerk|reviewer|officer|admin)\.371003/.test(text))
    .map(([name]) => name);
  if (found.length > 0) throw new Error(`${target} holds accounts of the demo: ${found.join(", ")}`);
}

/** What the browsers of OLDEST do not have; src/console/old-browsers.ts adds the parts that are used. */
function refuseNewer(target) {
  const newer =
    /\.(?:findLastIndex|toSorted|toReversed|toSpliced|groupBy|withResolvers|canParse|(?:is|to)WellFormed|fromAsync|randomUUID)\(|\bstructuredClone\(/g;
  const found = textsIn(target).flatMap(([name, text]) =>
    [...text.matchAll(newer)].map(({ 0: what, index }) => `${name}: ${text.slice(index - 60, index)}${what}`),
  );
  if (found.length > 0) throw new Error(`${OLDEST.join(" and ")} lack:\n${found.join("\n")}`);
}

function textsIn(target) {
  return readdirSync(target, { recursive: true })
    .filter((name) => /\.(?:js|css|html)$/.test(name))
    .map((name) => [name, readFileSync(join(target, name), "utf8")]);
}

/** Once, when built, at the best level, instead of for each caller; the IDE's editor would take a minute and is rare. */
function compress(target) {
  if (target.endsWith("ide")) return;
  mkdirSync(target, { recursive: true });
  for (const [name, text] of textsIn(target)) {
    const size = { [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text) };
    writeFileSync(join(target, `${name}.br`), brotliCompressSync(text, { params: size }));
    writeFileSync(join(target, `${name}.gz`), gzipSync(text, { level: 9 }));
  }
}

function refuseHeavy(target) {
  const weigh = (name) => readFileSync(join(target, `${name}.gz`)).length / 1024;
  const entry = textsIn(target).find(([name]) => name === "index.html")?.[1] ?? "";
  const first = [...entry.matchAll(/\/console\/(assets\/[\w.-]+)"/g)].map(([, name]) => name);
  const weight = first.reduce((sum, name) => sum + weigh(name), 0);
  if (weight > FIRST_KB)
    throw new Error(`the console's first page weighs ${Math.round(weight)} KB: at most ${FIRST_KB}`);
  // A route loads the first page's files, its own, and at most those shared by others.
  for (const [name] of textsIn(target).filter(([name]) => name.endsWith(".js") && !first.includes(name)))
    if (weight + weigh(name) > ROUTE_KB)
      throw new Error(`${name} makes its page heavier than ${ROUTE_KB} KB`);
}
