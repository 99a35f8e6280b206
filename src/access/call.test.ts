import { describe, expect, it } from "vitest";
import { allowances } from "./call.js";
import { PUBLIC, Viewer } from "./viewer.js";
import { ROLES, type Role } from "./roles.data.js";

const allowanceOf = allowances(1);
const unit = { id: "u", path: "37/" };
const holding = (...roles: Role[]): Viewer =>
  new Viewer(
    { id: "me", sessionId: "s", login: "me", displayName: "我" },
    roles.map((role) => ({ unit, role })),
  );
const callerAt = (address: string): string => allowanceOf({ viewer: PUBLIC, address }).caller;

describe("who is counted", () => {
  it("a person by name, wherever from, and the public by address", () => {
    const here = allowanceOf({ viewer: holding("CLERK"), address: "192.0.2.1" });
    expect(here.caller).toBe("user me");
    expect(allowanceOf({ viewer: holding("CLERK"), address: "192.0.2.2" })).toEqual(here);
    expect(callerAt("192.0.2.1")).toBe("address 192.0.2.1");
    expect(callerAt("192.0.2.2")).not.toBe(callerAt("192.0.2.1"));
  });

  it("an IPv4 address alike however it is written", () => {
    expect(callerAt("::ffff:192.0.2.1")).toBe(callerAt("192.0.2.1"));
  });

  it("a network of IPv6 as one", () => {
    const network = callerAt("2001:db8:0:5:aaaa::1");
    for (const address of ["2001:db8:0:5::", "2001:DB8:0:5:1:2:3:4", "2001:db8:0:5::9:9"])
      expect(callerAt(address)).toBe(network);
    for (const address of ["2001:db8:0:6::1", "2001:db8::5", "::1"])
      expect(callerAt(address)).not.toBe(network);
    expect(callerAt("::1")).toBe(callerAt("::2"));
  });
});

describe("how much", () => {
  it("every role may spend at least what the public may, and a minute holds many requests", () => {
    const open = allowanceOf({ viewer: PUBLIC, address: "" });
    for (const role of Object.keys(ROLES) as Role[]) {
      const { request, minute } = allowanceOf({ viewer: holding(role), address: "" });
      expect(request).toBeGreaterThanOrEqual(open.request);
      expect(minute).toBeGreaterThanOrEqual(open.minute);
      expect(minute).toBeGreaterThanOrEqual(10 * request);
    }
    expect(allowanceOf({ viewer: holding(), address: "" })).toMatchObject({ ...open, caller: "user me" });
  });

  it("of several roles the most generous counts", () => {
    const analyst = allowanceOf({ viewer: holding("ANALYST"), address: "" });
    expect(allowanceOf({ viewer: holding("CLERK", "ANALYST", "ADMIN"), address: "" })).toEqual(analyst);
    expect(analyst).toMatchObject({ request: 400_000, minute: 20_000_000 });
  });

  it("an operator's factor is the minute's alone", () => {
    expect(allowances(0.5)({ viewer: PUBLIC, address: "" })).toMatchObject({
      request: 200_000,
      minute: 2_500_000,
    });
  });
});
