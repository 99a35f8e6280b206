import { describe, expect, it } from "vitest";
import type { RawRequestDefaultExpression } from "fastify";
import { belowPrefix, withoutPrefix } from "./path-prefix.js";

describe("a path prefix", () => {
  it.each([
    ["/gongkai", "/"],
    ["/gongkai/", "/"],
    ["/gongkai?q=1", "/?q=1"],
    ["/gongkai/open/371003?q=1", "/open/371003?q=1"],
    // The proxy took it away.
    ["/open", "/open"],
    ["/gongkaixy", "/gongkaixy"],
  ])("%s is asked as %s", (url, asked) => {
    const rewrite = withoutPrefix("/gongkai") as (request: Partial<RawRequestDefaultExpression>) => string;
    expect(rewrite({ url })).toBe(asked);
  });

  it("stands before the addresses of a page, and before nothing else", () => {
    const page = `<a href="/open">/open</a> <img src="/a.svg"> <a href="https://x/">x</a> <a href="//x">x</a> <a href="#y">`;
    expect(belowPrefix("/gongkai", page)).toBe(
      `<a href="/gongkai/open">/open</a> <img src="/gongkai/a.svg"> <a href="https://x/">x</a> <a href="//x">x</a> <a href="#y">`,
    );
    expect(belowPrefix("", page)).toBe(page);
  });
});
