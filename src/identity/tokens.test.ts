import { SignJWT, UnsecuredJWT } from "jose";
import { describe, expect, it } from "vitest";
import { derivedKey } from "./keys.js";
import { Tokens } from "./tokens.js";

const SECRET = "a secret of the tests, at least thirty-two characters";
const NOW = new Date("2024-01-15T08:00:00.000Z");
const CLAIMS = { userId: "user-1", sessionId: "session-1" };
const at = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
const tokensAt = (now: Date, secret = SECRET): Tokens => new Tokens(secret, { now: () => now });
const issued = (sessionEnds = at(720)): Promise<string> => tokensAt(NOW).issue(CLAIMS, sessionEnds);

/** A valid token with one change. */
function almost(change: (token: SignJWT) => SignJWT, alg = "HS256"): SignJWT {
  const good = new SignJWT({ sid: CLAIMS.sessionId })
    .setProtectedHeader({ alg })
    .setIssuer("gongkai")
    .setAudience("gongkai-api")
    .setSubject(CLAIMS.userId)
    .setIssuedAt(NOW)
    .setExpirationTime(at(60));
  return change(good);
}
const signed = (token: SignJWT, secret = SECRET): Promise<string> =>
  token.sign(derivedKey(secret, "session token"));

describe("a token", () => {
  it("says whose it is", async () => {
    expect(await tokensAt(at(59)).read(await issued())).toEqual(CLAIMS);
  });

  it("ends after an hour", async () => {
    expect(await tokensAt(at(60)).read(await issued())).toBeNull();
  });

  it("ends with its session", async () => {
    const token = await issued(at(10));
    expect(await tokensAt(at(9)).read(token)).toEqual(CLAIMS);
    expect(await tokensAt(at(10)).read(token)).toBeNull();
  });

  it("ends, whoever read it before", async () => {
    let now = NOW;
    const tokens = new Tokens(SECRET, { now: () => now });
    const token = await issued();
    expect(await tokens.read(token)).toEqual(CLAIMS);
    now = at(59);
    expect(await tokens.read(token)).toEqual(CLAIMS);
    now = at(60);
    expect(await tokens.read(token)).toBeNull();
  });

  it("is read as the test builds it", async () => {
    expect(await tokensAt(NOW).read(await signed(almost((t) => t)))).toEqual(CLAIMS);
  });
});

describe("refused", () => {
  it.each<[string, (token: SignJWT) => SignJWT]>([
    ["another audience", (t) => t.setAudience("another")],
    ["another issuer", (t) => t.setIssuer("another")],
    ["expired", (t) => t.setExpirationTime(at(-1))],
    ["not valid yet", (t) => t.setNotBefore(at(5))],
  ])("%s", async (_, change) => {
    expect(await tokensAt(NOW).read(await signed(almost(change)))).toBeNull();
  });

  it("another algorithm, be it of the same family", async () => {
    expect(await tokensAt(NOW).read(await signed(almost((t) => t, "HS512")))).toBeNull();
  });

  it("no session, no user, no end", async () => {
    const base = (claims: object): SignJWT =>
      new SignJWT({ iss: "gongkai", aud: "gongkai-api", ...claims })
        .setProtectedHeader({ alg: "HS256" })
        .setIssuedAt(NOW);
    const incomplete = [
      base({ sub: "user-1" }).setExpirationTime(at(60)),
      base({ sub: "user-1", sid: 1 }).setExpirationTime(at(60)),
      base({ sid: "session-1" }).setExpirationTime(at(60)),
      base({ sub: "user-1", sid: "session-1" }),
    ];
    for (const token of incomplete) expect(await tokensAt(NOW).read(await signed(token))).toBeNull();
  });

  it("signed with another secret, or with the secret itself instead of its key", async () => {
    const good = almost((t) => t);
    expect(
      await tokensAt(NOW).read(await signed(good, "another secret of at least 32 characters")),
    ).toBeNull();
    expect(await tokensAt(NOW).read(await good.sign(new TextEncoder().encode(SECRET)))).toBeNull();
  });

  it("alg none", async () => {
    const unsigned = new UnsecuredJWT({ sid: CLAIMS.sessionId })
      .setIssuer("gongkai")
      .setAudience("gongkai-api")
      .setSubject(CLAIMS.userId)
      .setIssuedAt(NOW)
      .setExpirationTime(at(60))
      .encode();
    expect(await tokensAt(NOW).read(unsigned)).toBeNull();
    const [, payload] = (await issued()).split(".");
    const header = Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url");
    expect(await tokensAt(NOW).read(`${header}.${payload}.`)).toBeNull();
  });

  it("a payload that was changed, or no token at all", async () => {
    const [header, payload = "", signature] = (await issued()).split(".");
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...claims, sub: "user-2" })).toString("base64url");
    expect(await tokensAt(NOW).read(`${header}.${forged}.${signature}`)).toBeNull();
    for (const garbage of ["", "a.b.c", "null", `${header}.${payload}`])
      expect(await tokensAt(NOW).read(garbage)).toBeNull();
  });
});
