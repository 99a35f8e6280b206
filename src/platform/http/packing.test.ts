import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toyApp, type ToyApp } from "./toy-app.fixture.js";

let toy: ToyApp;
beforeAll(async () => {
  toy = await toyApp();
});
afterAll(() => toy.app.close());

const hello = (times: number, headers: Record<string, string> = {}) =>
  toy.app.inject({
    method: "POST",
    url: "/graphql",
    headers: { "content-type": "application/json", ...headers },
    payload: JSON.stringify({ query: `{ hello(times: ${times}) }` }),
  });
const GZIP = { "accept-encoding": "gzip, deflate, br" };

describe("an answer is packed", () => {
  it.each([
    ["here and now", 1_000],
    ["on another thread", 100_000],
  ])("for who accepts it, %s, and is the same answer", async (_where, times) => {
    const [packed, plain] = [await hello(times, GZIP), await hello(times)];
    expect(packed.headers).toMatchObject({ "content-encoding": "gzip", vary: "accept-encoding" });
    expect(packed.headers["cache-control"]).toBe("no-store");
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 20);
    expect(JSON.parse(gunzipSync(packed.rawPayload).toString())).toEqual(plain.json());
  });

  it.each<[string, number, Record<string, string>]>([
    ["whose caller says nothing of it", 1_000, {}],
    ["whose caller refuses it", 1_000, { "accept-encoding": "gzip;q=0" }],
    ["whose caller knows another packing only", 1_000, { "accept-encoding": "br" }],
    ["that is small, as every answer with a token is", 10, GZIP],
  ])("but not one %s", async (_which, times, headers) => {
    const answer = await hello(times, headers);
    expect(answer.headers["content-encoding"]).toBeUndefined();
    expect(answer.json()).toMatchObject({ data: { hello: "你好，世界".repeat(times) } });
  });

  it("while a packed body stays refused", async () => {
    const answer = await hello(1_000, { ...GZIP, "content-encoding": "gzip" });
    expect(answer.statusCode).toBe(415);
  });
});
