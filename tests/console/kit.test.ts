import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { expect, it } from "vitest";
import { programOf } from "../harness/browser-setup.js";

it("the offline kit runs its examples in a page opened from its folder, without a server", async () => {
  const out = mkdtempSync(join(tmpdir(), "kit-"));
  const folder = execFileSync(process.execPath, ["scripts/kit.mjs", out], { encoding: "utf8" }).trim();
  const browser = await chromium.launch({
    executablePath: programOf("chromium") ?? "chromium",
    args: ["--no-sandbox"],
  });
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(join(folder, "browser/index.html")).href);
  await page.getByText(/as recorded/).waitFor();
  expect(await page.locator("#result").textContent()).toMatch(
    /, 1\d{3} as recorded, \d+ less strict, 0 stricter$/,
  );
  expect(asked.filter((url) => !url.startsWith("file:"))).toEqual([]);
  await browser.close();
  rmSync(out, { recursive: true });
});
