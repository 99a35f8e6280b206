// `npm run kit`: forms, rules, the audit of the text and examples as a package that runs without the server, below dist/kit
// (or the folder given): a folder, a .tgz for npm and a .zip for everybody else.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { zipSync } from "fflate";
import { rolldown } from "rolldown";
import ts from "typescript";

const root = fileURLToPath(new URL("..", import.meta.url));
const source = join(root, "src/kit");
const out = resolve(process.argv[2] ?? join(root, "dist/kit"));

/** The engines that the console is built for. */
const transform = { target: ["chrome87", "firefox78"] };

const bundled = join(out, "index.js");
await bundle(join(source, "index.ts"), { file: bundled, format: "es" });
const { VERSION, forms, rules } = await import(`${pathToFileURL(bundled)}?${Date.now()}`);
const folder = join(out, `gongkai-kit-${VERSION}`);
rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, "browser"), { recursive: true });
await bundle(join(source, "index.ts"), {
  file: join(folder, "browser/gongkai-kit.js"),
  format: "iife",
  name: "gongkai",
});
cpSync(bundled, join(folder, "index.js"));
rmSync(bundled);
cpSync(join(root, "kit/package"), folder, { recursive: true });
cpSync(join(root, "LICENSE"), join(folder, "LICENSE"));
write("README.md", readFileSync(join(folder, "README.md"), "utf8").replaceAll("VERSION", VERSION));
for (const name of ["index", "types"]) write(`${name}.d.ts`, declarations(name));
const examples = readFileSync(join(root, `kit/recorded/${VERSION.replace(/\.\d+$/, "")}.jsonl`), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line));
const json = {
  "forms.json": forms(),
  "rules.json": rules(),
  "examples.json": examples.filter(({ report }) => report),
  "texts.json": examples.filter(({ texts }) => texts),
};
for (const [name, value] of Object.entries(json)) write(name, `${JSON.stringify(value, null, 1)}\n`);
write("browser/examples.js", pageScript(examples));
write("package.json", `${JSON.stringify(manifest(), null, 2)}\n`);
pack();
console.log(folder);

async function bundle(input, output) {
  const build = await rolldown({ input, transform, logLevel: "warn", treeshake: true });
  await build.write({ ...output, minify: false });
  await build.close();
}

function write(name, text) {
  writeFileSync(join(folder, name), text);
}

function declarations(name) {
  const file = join(source, `${name}.ts`);
  const { outputText, diagnostics } = ts.transpileDeclaration(readFileSync(file, "utf8"), {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: { declaration: true, isolatedDeclarations: true, module: ts.ModuleKind.NodeNext },
  });
  for (const { messageText } of diagnostics ?? [])
    throw new Error(`${name}.ts: ${JSON.stringify(messageText)}`);
  return outputText;
}

/** A page opened from a folder may load scripts, but neither modules nor JSON. */
function pageScript(all) {
  const compare = readFileSync(join(root, "kit/package/compare.js"), "utf8").replaceAll(
    "export function",
    "function",
  );
  return `(function () {
${compare}
const { line, stricter } = compare(gongkai, ${JSON.stringify(all)});
document.getElementById("result").textContent = [line].concat(stricter).join("; ");
})();
`;
}

function manifest() {
  return {
    name: "gongkai-kit",
    version: VERSION,
    description: "Forms, rules and the audit of the text of 政府信息公开工作年度报告, offline",
    license: "MIT",
    type: "module",
    exports: { ".": { types: "./index.d.ts", default: "./index.js" }, "./*.json": "./*.json" },
  };
}

function pack() {
  execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", out], { cwd: folder });
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const entries = files.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return [
      `gongkai-kit-${VERSION}/${path.slice(folder.length + 1).replaceAll("\\", "/")}`,
      readFileSync(path),
    ];
  });
  writeFileSync(join(out, `gongkai-kit-${VERSION}.zip`), zipSync(Object.fromEntries(entries)));
}
