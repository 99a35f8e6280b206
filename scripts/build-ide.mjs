// Bundles src/ide (GraphiQL and its editor's workers) into dist/ide, so that the page works with no internet.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const source = join(root, "src/ide");
const target = join(root, "dist/ide");
const stamp = join(target, ".stamp");

// The bundle takes seconds and seldom changes: an unchanged one is kept, and vite is not even loaded.
const wanted = fingerprint();
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
  await bundle();
  refuseForeignImports();
  refuseDemo();
  writeFileSync(stamp, wanted);
}

function fingerprint() {
  const hash = createHash("sha256");
  const files = readdirSync(source).filter((name) => !name.endsWith(".test.ts"));
  for (const name of files.sort()) hash.update(name).update(readFileSync(join(source, name)));
  hash.update(readFileSync(fileURLToPath(import.meta.url)));
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  for (const name of ["graphiql", "@graphiql/react", "monaco-editor", "monaco-graphql", "react", "vite"])
    hash.update(`${name}@${packages[`node_modules/${name}`]?.version}`);
  return hash.digest("hex");
}

async function bundle() {
  const { build } = await import("vite");
  await build({
    configFile: false,
    root: source,
    base: "/ide/",
    logLevel: "error",
    worker: { format: "es" },
    build: { outDir: target, emptyOutDir: true, chunkSizeWarningLimit: 10_000, reportCompressedSize: false },
  });
}

/** A page that fetches code from elsewhere fails in a network without internet, and trusts a stranger with the token. */
function refuseForeignImports() {
  const foreign =
    /https?:\/\/[^\s"'`)]*(?:esm\.sh|unpkg|jsdelivr|cdnjs|\bcdn\.)[^\s"'`)]*|<(?:script|link)[^>]+https?:/gi;
  const found = readdirSync(target, { recursive: true })
    .filter((name) => /\.(?:js|css|html)$/.test(name))
    .flatMap((name) =>
      [...readFileSync(join(target, name), "utf8").matchAll(foreign)].map((m) => `${name}: ${m[0]}`),
    );
  if (found.length > 0) throw new Error(`dist/ide would load code from elsewhere:\n${found.join("\n")}`);
}

/** The demo's accounts are public: a page that is served in production holds none of them. */
function refuseDemo() {
  const found = readdirSync(target, { recursive: true })
    .filter((name) => /\.(?:js|css|html)$/.test(name))
    .filter((name) =>
      /gongkai-demo|(?:clerk|reviewer|officer|admin)\.371003/.test(readFileSync(join(target, name), "utf8")),
    );
  if (found.length > 0) throw new Error(`dist/ide holds accounts of the demo: ${found.join(", ")}`);
}
