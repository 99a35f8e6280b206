// Draws what the product prints: writes samples of each file, lets LibreOffice, a browser and poppler make PNGs of them,
// for a person to look at. `node scripts/look.mjs [directory]`; needs, from Debian:
//   apt-get install --no-install-recommends libreoffice-writer libreoffice-calc chromium poppler-utils fonts-noto-cjk
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createServer } from "vite";

const DOTS_PER_INCH = "60";
const directory = resolve(process.argv[2] ?? "look");
mkdirSync(directory, { recursive: true });

const vite = await createServer({
  configFile: false,
  appType: "custom",
  logLevel: "error",
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
try {
  const { samples } = await vite.ssrLoadModule("/src/documents/samples.fixture.ts");
  for (const { name, content } of await samples()) writeFileSync(join(directory, name), content);
} finally {
  await vite.close();
}

const office = (...args) =>
  execFileSync("soffice", ["--headless", ...args, "--outdir", directory], { stdio: "ignore" });
const files = readdirSync(directory).filter((name) => /\.(docx|xlsx)$/.test(name));
office("--convert-to", "pdf", ...files.map((name) => join(directory, name)));
// A page as the browser prints it.
for (const name of readdirSync(directory).filter((one) => one.endsWith(".html")))
  execFileSync(
    "chromium",
    [
      ...["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"],
      `--print-to-pdf=${join(directory, name.replace(/html$/, "pdf"))}`,
      pathToFileURL(join(directory, name)).href,
    ],
    { stdio: "ignore" },
  );
for (const name of readdirSync(directory).filter((one) => one.endsWith(".pdf")))
  execFileSync("pdftoppm", [
    "-r",
    DOTS_PER_INCH,
    "-png",
    join(directory, name),
    join(directory, name.slice(0, -4)),
  ]);
for (const name of readdirSync(directory).filter((one) => one.endsWith(".png")))
  console.log(join(directory, name));
