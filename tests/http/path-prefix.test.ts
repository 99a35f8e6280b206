import { afterAll, beforeAll, expect, it } from "vitest";
import { DEMO_PASSWORD } from "../../seeds/people.js";
import { startTestApp, type TestApp } from "../harness/app.js";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ seed: "reports", pathPrefix: "/gongkai" });
});
afterAll(() => app.close());

const HOST = "www.example.gov.cn";
const get = (address: string) => app.request.get(address).set("host", HOST);

it.each(["/open", "/open/371003", "/open/371003/2023", "/open/371003/documents", "/reports/371003003/2022"])(
  "%s leads nowhere outside the prefix, and names itself below it",
  async (address) => {
    const { status, text } = await get(`/gongkai${address}`);
    expect(status).toBe(200);
    const led = [...text.matchAll(/ (?:href|src|action|content)="([^"#]*\/[^"]*)"/g)].map(
      ([, to = ""]) => to,
    );
    const own = led.filter((to) => to.startsWith("/") || to.startsWith(`http://${HOST}`));
    expect(own.length).toBeGreaterThan(3);
    expect(
      own.filter((to) => !/^(?:http:\/\/www\.example\.gov\.cn)?\/gongkai\/(?!gongkai)/.test(to)),
    ).toEqual([]);
    expect(text).toContain(`<link rel="canonical" href="http://${HOST}/gongkai/`);
    // A proxy that takes the prefix away gets the same page.
    expect((await get(address)).text).toBe(text);
  },
);

it("is in feeds, maps of the site and redirections", async () => {
  for (const file of ["/open/371003/feed.xml", "/open/371003/sitemap.xml", "/sitemap.xml", "/robots.txt"])
    expect([file, (await get(`/gongkai${file}`)).text]).toEqual([
      file,
      expect.stringContaining(`http://${HOST}/gongkai/`),
    ]);
  const { status, headers } = await get("/gongkai/open/371003/2022/371003003.docx");
  expect([status, headers["location"]]).toEqual([301, "/gongkai/reports/371003003/2022.docx"]);
});

it("holds the session's cookie, which the rest of the host never sees", async () => {
  const { headers } = await app.request
    .post("/gongkai/session")
    .set("x-gongkai-session", "1")
    .send({ login: "clerk.371003003", password: DEMO_PASSWORD });
  expect(String(headers["set-cookie"])).toContain("; Path=/gongkai/;");
});
