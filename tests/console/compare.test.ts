import { afterAll, beforeAll, expect, it } from "vitest";
import { openConsole, type Console } from "../harness/console.js";

const OFFICER = "officer.371003";
const COLUMNS = 200;

let console_: Console;
beforeAll(async () => {
  console_ = await openConsole();
});
afterAll(() => console_.close());

/** As many indicators as the form has, up to 200: the widest table that the page is made for. */
async function codes(): Promise<string[]> {
  const { data } = await console_.app.as(OFFICER).query("{ indicators { code } }");
  return (data as { indicators: { code: string }[] }).indicators.slice(0, COLUMNS).map(({ code }) => code);
}

interface Frames {
  readonly frames: number;
  readonly over50: number;
  readonly longest: number;
}

/** Scrolls across and down and back, a step a frame, and tells how long the frames took. */
const SCROLL = `new Promise((resolve) => {
  const pane = document.querySelector(".grid-pane");
  const times = [];
  let last = performance.now();
  const step = (now) => {
    times.push(now - last);
    last = now;
    const at = times.length;
    if (at > 240) return resolve({ frames: at, over50: times.filter((ms) => ms > 50).length, longest: Math.round(Math.max(...times)) });
    pane.scrollLeft += at <= 120 ? 90 : -90;
    pane.scrollTop += at % 60 < 30 ? 25 : -25;
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})`;

it("a table of 200 columns keeps pinned ones in sight, sorts, and scrolls; its frames are told", async () => {
  const chosen = await codes();
  expect(chosen).toHaveLength(COLUMNS);
  const address = `/district/371003/2023/compare?indicators=${chosen.join(",")}&years=2023`;
  const visit = await console_.open(OFFICER, address);
  const { page, context } = visit;
  const table = page.getByRole("table");
  await table.waitFor();
  expect(await table.getAttribute("aria-colcount")).toBe(String(COLUMNS + 1));
  // The second column moves to the front, and stays there while the rest scrolls.
  await page.locator("thead th[aria-colindex='3'] .pin").click();
  const pinned = page.locator("thead th.pinned");
  const name = (await pinned.locator(".sort").getAttribute("title")) ?? "";
  const before = await pinned.boundingBox();
  await pinned.locator(".sort").click();
  expect(await pinned.getAttribute("aria-sort")).toBe("descending");
  await page.evaluate("document.querySelector('.grid-pane').scrollLeft = 9000");
  await page.locator("thead th[aria-colindex='100']").waitFor();
  expect((await pinned.boundingBox())?.x).toBe(before?.x);
  expect([await visit.axe(), visit.complaints]).toEqual([[], []]);
  await visit.picture("compare-pinned");
  const cdp = await context.newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const { frames, over50, longest } = await page.evaluate<Frames>(SCROLL);
  process.stdout.write(
    `compare, 48 x ${COLUMNS}, CPU 4x slower: ${frames} frames, ${over50} over 50 ms, longest ${longest} ms\n`,
  );
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  const shown = await table.locator("tbody tr td.pinned").first().textContent();
  const { data } = await console_.app.as(OFFICER).query(
    `query ($codes: [String!]!) { compareReports(input: { under: "371003", kinds: [TOWN, SUBDISTRICT, DEPARTMENT], years: [2023], indicators: $codes }) {
      columns { indicator { label } } rows { values } } }`,
    { codes: [chosen[1]] },
  );
  const { columns, rows } = (data as { compareReports: Compared }).compareReports;
  const most = Math.max(...rows.map(({ values }) => values[0] ?? 0));
  expect(name).toContain(columns[0]?.indicator.label ?? "–");
  expect(Number(shown?.replace(/[^\d.]/g, ""))).toBe(most);
});

interface Compared {
  readonly columns: readonly { readonly indicator: { readonly label: string } }[];
  readonly rows: readonly { readonly values: readonly (number | null)[] }[];
}
