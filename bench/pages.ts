// `npm run bench -- pages`: how long the console keeps a person waiting in Chromium on a slow machine (the processor
// throttled to a quarter), each page and key beside the least that a page of the same server could do: the public's
// page, which runs no script, and a bare box to type in.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type CDPSession, type Page } from "playwright-core";
import { DEMO_PAGE } from "../seeds/demo-page.js";
import type { Program } from "./program.js";

const THROTTLE = 4;
const ROUNDS = 5;
const KEYS = 40;
const AIMS = { interactiveMs: 2_000, keyMs: 50 };
const CLERK = "clerk.371003003";
const OFFICER = "officer.371003";

interface Visited {
  readonly title: string;
  readonly login: string | null;
  readonly path: string;
  /** There once a person can work with the page. */
  readonly ready: string;
}
const FLOOR: Visited = { title: "floor: a page without scripts", login: null, path: "/open", ready: "h1" };
const PAGES: readonly Visited[] = [
  { title: "sign-in", login: null, path: "/", ready: "input[type=password]" },
  { title: "待办", login: CLERK, path: "/", ready: "main tbody tr" },
  { title: "a ledger", login: CLERK, path: "/ledgers/requests/371003003", ready: "table tbody tr" },
  { title: "the report", login: CLERK, path: "/report/371003003/2023/form", ready: "td input" },
  { title: "the board", login: OFFICER, path: "/district/371003/2023/board", ready: "table tbody tr" },
  { title: "compare", login: OFFICER, path: "/district/371003/2023/compare", ready: "table tbody tr" },
];

export interface PagesBench {
  readonly tell: (what: string) => void;
  readonly closing: (() => Promise<void>)[];
  readonly open: (file: string, env: Readonly<Record<string, string>>) => Promise<Program>;
}

export async function benchPages({ tell, closing, open }: PagesBench): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "pages-"));
  closing.push(async () => rmSync(folder, { recursive: true }));
  const database = { DATABASE_URL: `sqlite:${join(folder, "db.sqlite")}`, DEMO: "true", NODE_ENV: "" };
  const { address } = await open("../src/main.js", { ...database, LOG_LEVEL: "silent", PORT: "0" });
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  closing.push(() => browser.close());
  tell(
    `server and browser are up; each figure is the median of ${ROUNDS}, the processor throttled ${THROTTLE} times`,
  );
  console.log(row("", "scripts kB", "ready ms", "/ floor", "aim"));
  let floorMs = 0;
  for (const visited of [FLOOR, ...PAGES]) {
    const { kilobytes, ms } = await visit(browser, address, visited);
    floorMs ||= ms;
    const aim = visited === FLOOR ? "" : verdict(ms, AIMS.interactiveMs);
    console.log(row(visited.title, kilobytes.toFixed(0), ms.toFixed(0), (ms / floorMs).toFixed(1), aim));
  }
  console.log(`\n${row("", "median ms", "worst ms", "/ floor", "aim")}`);
  const bare = await keys(browser, address, null);
  const form = await keys(browser, address, CLERK);
  console.log(row("floor: a key in a bare box", ...figures(bare), "", ""));
  console.log(
    row("a key in the report's form", ...figures(form), ratio(form, bare), verdict(median(form), AIMS.keyMs)),
  );
}

const figures = (spent: readonly number[]): [string, string] => [
  median(spent).toFixed(0),
  Math.max(...spent).toFixed(0),
];
const ratio = (one: readonly number[], other: readonly number[]): string =>
  (median(one) / median(other)).toFixed(1);
const verdict = (ms: number, aim: number): string => `${aim}, ${ms <= aim ? "kept" : "MISSED"}`;
const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0;
const row = (title: string, ...cells: readonly string[]): string =>
  title.padEnd(32) + cells.map((cell) => cell.padStart(14)).join("");

interface Slow {
  readonly page: Page;
  readonly session: CDPSession;
  readonly close: () => Promise<void>;
}

/** A page of a browser that knows nothing yet, somebody signed in. */
async function slow(browser: Browser, address: string, login: string | null): Promise<Slow> {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1360, height: 900 } });
  if (login !== null)
    await context.request.post(`${address}/session`, {
      data: { login, password: DEMO_PAGE.password },
      headers: { "x-gongkai-session": "1" },
    });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE });
  return { page, session, close: () => context.close() };
}

/** From asking for the page until it can be worked with: what is wanted is there, and the page's thread is free. */
async function visit(browser: Browser, address: string, { login, path, ready }: Visited) {
  const spent: number[] = [];
  let bytes = 0;
  for (let i = 0; i < ROUNDS; i++) {
    const { page, close } = await slow(browser, address, login);
    const started = performance.now();
    await page.goto(address + path, { waitUntil: "commit" });
    await page.locator(ready).first().waitFor();
    await page.evaluate("new Promise((resolve) => requestIdleCallback(resolve))");
    spent.push(performance.now() - started);
    bytes = await page.evaluate<number>(
      `performance.getEntriesByType("resource").filter(({ name }) => name.includes(".js")).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`,
    );
    await close();
  }
  return { ms: median(spent), kilobytes: bytes / 1024 };
}

const OBSERVE = `window.keys = []; new PerformanceObserver((list) => {
  for (const { name, duration } of list.getEntries()) if (name === "keydown") window.keys.push(duration);
}).observe({ type: "event", durationThreshold: 16, buffered: false });`;

/** From a key going down until the screen shows what came of it, as the browser itself counts (to 8 ms). */
async function keys(browser: Browser, address: string, login: string | null): Promise<readonly number[]> {
  const { page, close } = await slow(browser, address, login);
  const path = login === null ? "/open" : "/report/371003003/2023/form";
  await page.goto(address + path);
  const box = page.locator(login === null ? "input" : 'input[name="proactive.licences.decisions"]');
  await box.first().focus();
  await page.evaluate(OBSERVE);
  for (let i = 0; i < KEYS; i++) {
    await page.keyboard.press(i % 6 === 5 ? "Backspace" : String(i % 10));
    await page.evaluate("new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)))");
  }
  const spent = await page.evaluate<number[]>("window.keys");
  await close();
  // Quicker keys are not told.
  return [...spent, ...Array.from({ length: Math.max(0, KEYS - spent.length) }, () => 8)];
}
