import { verify } from "@node-rs/argon2";
import { describe, expect, it, vi } from "vitest";
import { OWASP_COST, Passwords } from "./passwords.js";

const SECRET = "a secret of the tests, at least thirty-two characters";
const CHEAP = { memoryCost: 64, timeCost: 1, parallelism: 1 };
const cheap = new Passwords(SECRET, CHEAP);

describe("passwords", () => {
  it("are hashed with argon2id at OWASP's cost unless a test asks for less", async () => {
    expect(OWASP_COST).toEqual({ memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    expect(await new Passwords(SECRET).hash("gongkai-demo")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("match their own hash only", async () => {
    const hash = await cheap.hash("gongkai-demo");
    expect(await cheap.matches("gongkai-demo", hash)).toBe(true);
    expect(await cheap.matches("ｇｏｎｇｋａｉ－ｄｅｍｏ", hash)).toBe(true);
    expect(await cheap.matches("Gongkai-demo", hash)).toBe(false);
    expect(await cheap.hash("gongkai-demo")).not.toBe(hash);
  });

  it("match nothing where there is no account", async () => {
    expect(await cheap.matches("gongkai-demo", null)).toBe(false);
  });

  it("G2 are verified once and at the same cost, with or without an account", async () => {
    const counted = vi.fn(verify);
    const passwords = new Passwords(SECRET, CHEAP, counted);
    const hash = await passwords.hash("gongkai-demo");
    for (const given of [hash, null]) await passwords.matches("wrong-password", given);
    const costs = counted.mock.calls.map(([against]) => /\$m=\d+,t=\d+,p=\d+\$/.exec(String(against))?.[0]);
    expect(costs).toEqual(["$m=64,t=1,p=1$", "$m=64,t=1,p=1$"]);
  });

  it("leave a fingerprint that needs the secret", () => {
    expect(cheap.fingerprint("gongkai-demo")).toBe(cheap.fingerprint("gongkai-demo"));
    expect(cheap.fingerprint("gongkai-demo")).not.toBe(cheap.fingerprint("gongkai-dem0"));
    expect(new Passwords("another secret").fingerprint("gongkai-demo")).not.toBe(
      cheap.fingerprint("gongkai-demo"),
    );
  });
});
