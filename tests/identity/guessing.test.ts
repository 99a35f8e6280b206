import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startTestApp, type TestApp } from "../harness/app.js";

const PASSWORD = "gongkai-demo";
const CLERK = "clerk.371003003";
const MINUTE = 60_000;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { token problems { code path } } }`;
const REFUSED = { token: null, problems: [{ code: "SIGN_IN_REFUSED", path: ["input"] }] };

let app: TestApp;
let now = Date.parse("2026-03-01T00:00:00.000Z");
const forward = (ms: number): void => app.clock.set(new Date((now += ms)));
beforeAll(async () => {
  app = await startTestApp({ trustedProxies: 1 });
});
afterAll(() => app.close());
// Two hours later what an earlier test failed at is forgotten.
beforeEach(() => forward(120 * MINUTE));

let number = 0;
/** An address that was never used before. */
const newAddress = (): string => `198.51.${Math.floor(++number / 250)}.${number % 250}`;

/** Tries to sign in from an address: the payload, or the error's code. */
async function attempt(from: string, login: string, password = PASSWORD): Promise<any> {
  const { body } = await app.request
    .post("/graphql")
    .set("x-forwarded-for", from)
    .send({ query: SIGN_IN, variables: { input: { login, password } } });
  return body.errors ? body.errors[0].extensions.code : body.data.signIn;
}
const fails = async (from: string, login: string, times: number): Promise<void> => {
  for (let i = 0; i < times; i += 1) await attempt(from, login, "wrong-password");
};
const isIn = async (from: string, login: string): Promise<boolean> =>
  Boolean((await attempt(from, login)).token);

describe("guessing at one login", () => {
  it("O3 from one place waits after the fifth, longer each time, and nobody is told", async () => {
    const from = newAddress();
    const wrong = await attempt(from, CLERK, "wrong-password");
    expect(wrong).toEqual(REFUSED);
    await fails(from, CLERK, 4);
    for (const minutes of [1, 2, 4, 8, 15, 15]) {
      expect(await attempt(from, CLERK)).toEqual(wrong);
      forward(minutes * MINUTE - 1);
      expect(await attempt(from, CLERK)).toEqual(wrong);
      forward(1);
      expect(await attempt(from, CLERK, "wrong-password")).toEqual(wrong);
    }
    forward(15 * MINUTE);
    expect(await isIn(from, CLERK)).toBe(true);
  });

  it("O3 from anywhere does not lock the owner out elsewhere", async () => {
    await fails(newAddress(), CLERK, 5);
    await fails(newAddress(), CLERK, 5);
    expect(await isIn(newAddress(), CLERK)).toBe(true);
  });

  it("O3 from everywhere at once never locks the owner out of a known place", async () => {
    const [office, home] = [newAddress(), newAddress()];
    expect(await isIn(office, CLERK)).toBe(true);
    for (let i = 0; i < 20; i += 1) await fails(newAddress(), CLERK, 5);
    expect(await attempt(home, CLERK)).toEqual(REFUSED);
    expect(await isIn(office, CLERK)).toBe(true);
  });

  it("O3 from the owner's own office does not either: 50 wrong ones, then the right one", async () => {
    const office = newAddress();
    expect(await isIn(office, CLERK)).toBe(true);
    await fails(office, CLERK, 50);
    expect(await isIn(office, CLERK)).toBe(true);
  });

  it("is forgotten when the right password comes in time", async () => {
    const from = newAddress();
    for (let round = 0; round < 2; round++) {
      await fails(from, "clerk.371003104", 4);
      expect(await isIn(from, "clerk.371003104")).toBe(true);
    }
  });

  it("counts guesses that come at once, and looks at no more than five of them", async () => {
    const from = newAddress();
    const looked = vi.spyOn(app.app.identity.passwords, "matches");
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => attempt(from, "admin.371003", "wrong-password")),
    );
    for (const answer of answers) expect(answer).toEqual(REFUSED);
    expect(looked.mock.calls.filter(([, hash]) => hash !== null)).toHaveLength(5);
    looked.mockRestore();
  });
});

describe("guessing at the current password of somebody signed in", () => {
  it("O3 is guessing as well: a token taken elsewhere has five tries", async () => {
    const { token } = await attempt(newAddress(), "reviewer.371003104");
    const thief = newAddress();
    const change = async (currentPassword: string) => {
      const input = { currentPassword, newPassword: "another-password" };
      const { body } = await app.request
        .post("/graphql")
        .set("x-forwarded-for", thief)
        .set("authorization", `Bearer ${token}`)
        .send({
          query:
            "mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { problems { path } } }",
          variables: { input },
        });
      return body.data.changePassword.problems;
    };
    const refused = [{ path: ["input", "currentPassword"] }];
    for (let i = 0; i < 5; i += 1) expect(await change("wrong-password")).toEqual(refused);
    expect(await change(PASSWORD)).toEqual(refused);
  });
});

describe("guessing at many logins", () => {
  const wrongOnes = async (from: (i: number) => string, many: number): Promise<void> => {
    for (let i = 0; i < many; i += 1) await attempt(from(i), `guess.${i}`, "wrong-password");
  };

  it("O3 50 wrong ones from one NAT lock nobody of the office, 100 only those who are new there", async () => {
    const nat = newAddress();
    expect(await isIn(nat, CLERK)).toBe(true);
    await wrongOnes(() => nat, 50);
    expect(await isIn(nat, CLERK)).toBe(true);
    expect(await isIn(nat, "reviewer.371003003")).toBe(true);
    await wrongOnes(() => nat, 50);
    expect(await attempt(nat, "head.371003003")).toBe("RATE_LIMITED");
    expect(await isIn(nat, CLERK)).toBe(true);
  });

  it("O3 120 from one IPv6 /64 lock it, whatever the address in it, and not its neighbour", async () => {
    await wrongOnes((i) => `2001:db8:0:7::${(i + 1).toString(16)}`, 120);
    const stopped = await attempt("2001:db8:0:7:ffff:1:2:3", CLERK);
    expect(stopped).toBe("RATE_LIMITED");
    expect(await attempt("2001:db8:0:7::1", "nobody.at.all")).toBe(stopped);
    expect(await isIn("2001:db8:0:8::1", CLERK)).toBe(true);
    forward(2 * MINUTE);
    expect(await isIn("2001:db8:0:7::1", CLERK)).toBe(true);
  });

  it("does not count who signs in rightly, one after another or all at once", async () => {
    const from = newAddress();
    for (let i = 0; i < 10; i++) expect(await isIn(from, CLERK)).toBe(true);
    const atOnce = await Promise.all(Array.from({ length: 20 }, () => isIn(from, CLERK)));
    expect(atOnce).not.toContain(false);
  });
});

describe("whoever guesses is not told which logins exist", () => {
  it.each([
    ["known", CLERK],
    ["unknown", "nobody.at.all"],
    ["what cannot be one", "' or 1=1 --"],
  ])("G2 one password is compared for each attempt, and the same written: %s", async (_, login) => {
    const from = newAddress();
    const looked = vi.spyOn(app.app.identity.passwords, "matches");
    const written = vi.spyOn(app.app.database, "write");
    const writes = async (): Promise<number> => {
      written.mockClear();
      await attempt(from, login, "wrong-password");
      return written.mock.calls.length;
    };
    const first = await writes();
    expect(first).toBeGreaterThan(0);
    for (let i = 0; i < 6; i += 1) expect(await writes()).toBe(first);
    // Locked out by then: compared all the same, with what nobody's password is.
    expect(looked).toHaveBeenCalledTimes(7);
    looked.mockRestore();
    written.mockRestore();
  });
});
