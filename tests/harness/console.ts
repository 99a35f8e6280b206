import {
  chromium,
  firefox,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from "playwright-core";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { DEMO_PAGE } from "../../seeds/demo-page.js";
import { createApp, type App } from "../../src/app/app.js";
import { startTestApp, type TestApp } from "./app.js";
import { programOf, type Engine } from "./browser-setup.js";

const PAGES = fileURLToPath(new URL("../../dist", import.meta.url));
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** The whole product with the demo, and a browser that looks at it. */
export interface Console {
  readonly app: TestApp;
  /** Where the product is, its path prefix included. */
  readonly address: string;
  /** A page of somebody's own: no cookie is shared. `login` null: signed out. */
  readonly open: (login: string | null, path?: string, options?: BrowserContextOptions) => Promise<Visit>;
  /** Ends the server, and starts another on its database and its port. */
  readonly restart: (meanwhile: () => Promise<void>) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained of: errors of scripts, refused resources, requests to other hosts. */
  readonly complaints: readonly string[];
  /** A picture of the page, for whoever looks: below look/, or among README's where PICTURES is set. */
  readonly picture: (name: string) => Promise<void>;
  /** Findings of axe, each with the first place. */
  readonly axe: () => Promise<readonly string[]>;
}

export async function openConsole({
  engine = "chromium",
  pathPrefix = "",
}: { readonly engine?: Engine; readonly pathPrefix?: string } = {}): Promise<Console> {
  const app = await startTestApp({ seed: "reports", demoPage: DEMO_PAGE, pages: PAGES, pathPrefix });
  const bound = app.app.http.server.address();
  if (bound === null || typeof bound === "string") throw new Error("the server listens on a port");
  const address = `http://127.0.0.1:${bound.port}${pathPrefix}`;
  const browser = await launch(engine);
  const open: Console["open"] = async (login, path = "/", options = {}) => {
    const visit = await visitOf(browser, address, options);
    if (login !== null) await signIn(visit.context, address, login);
    await visit.page.goto(address + path);
    return visit;
  };
  let again: App | null = null;
  const restart: Console["restart"] = async (meanwhile) => {
    await app.app.close();
    await meanwhile();
    const log = pino({ level: "silent" });
    again = await createApp({ config: app.config, log, clock: app.clock, demoPage: DEMO_PAGE, pages: PAGES });
    await again.http.listen({ port: bound.port, host: "127.0.0.1" });
  };
  const close = async (): Promise<void> => {
    await browser.close();
    if (again === null) return app.close();
    await again.close();
    await app.drop();
  };
  return { app, address, open, restart, close };
}

/** Firefox as its distributor ships it is steered by WebDriver BiDi, which is the channel "moz-firefox". */
function launch(engine: Engine): Promise<Browser> {
  const executablePath = programOf(engine) ?? engine;
  return engine === "chromium"
    ? chromium.launch({ executablePath, args: ["--no-sandbox"] })
    : firefox.launch({ executablePath, channel: "moz-firefox" });
}

async function visitOf(browser: Browser, address: string, options: BrowserContextOptions): Promise<Visit> {
  const context = await browser.newContext({
    locale: "zh-CN",
    viewport: { width: 1360, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("request", (request) => {
    const { protocol, href } = new URL(request.url());
    if (protocol.startsWith("http") && !`${href}/`.startsWith(`${address}/`))
      complaints.push(`asked elsewhere: ${request.url()}`);
  });
  const axe = async (): Promise<readonly string[]> => {
    await page.evaluate(await sourceOfAxe());
    const found = await page.evaluate("axe.run()");
    return (found as AxeAnswer).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
  };
  const picture = async (name: string): Promise<void> => {
    // Firefox's pictures put a style into the page, which the page's own policy refuses.
    if (browser.browserType() !== chromium) return;
    await page.screenshot({
      path: join(process.env["PICTURES"] ? "docs/pictures" : "look/console", `${name}.png`),
    });
  };
  return { page, context, complaints, picture, axe };
}

/** Puts a text in the place of a field's: from the clipboard, as a person does, who has it from elsewhere. */
export async function paste(field: Locator, text: string): Promise<void> {
  const page = field.page();
  await page.evaluate(
    `(() => { const held = document.createElement("textarea"); held.value = ${JSON.stringify(text)};
      document.body.append(held); held.select(); document.execCommand("copy"); held.remove(); })()`,
  );
  await field.focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+v");
}

interface AxeAnswer {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

let axeSource: Promise<string> | undefined;
const sourceOfAxe = (): Promise<string> =>
  (axeSource ??= import("node:fs/promises").then(({ readFile }) => readFile(AXE, "utf8")));

/** As the sign-in page does it, without the page. */
async function signIn(context: BrowserContext, address: string, login: string): Promise<void> {
  const answer = await context.request.post(`${address}/session`, {
    data: { login, password: DEMO_PAGE.password },
    headers: { "x-gongkai-session": "1" },
  });
  if (!answer.ok()) throw new Error(`${login} could not sign in: ${await answer.text()}`);
}
