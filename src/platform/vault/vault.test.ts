import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Vault } from "./vault.js";

const vault = new Vault("a secret of at least thirty-two characters");

describe("the vault", () => {
  it("gives back what was put in, at its place", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (plain, place) => {
        expect(vault.open(vault.seal(plain, place), place)).toBe(plain);
      }),
    );
  });

  it("shows nothing of it, and never the same twice", () => {
    const [first, second] = [vault.seal("张三 13800000000", "p"), vault.seal("张三 13800000000", "p")];
    expect(first.equals(second)).toBe(false);
    expect(first.toString("utf8")).not.toContain("张三");
  });

  it("does not open elsewhere, under another key, or after a change", () => {
    const sealed = vault.seal("张三", "row 1");
    expect(() => vault.open(sealed, "row 2")).toThrow();
    expect(() => new Vault("another secret of thirty-two characters!").open(sealed, "row 1")).toThrow();
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    expect(() => vault.open(sealed, "row 1")).toThrow();
    expect(() => vault.open(Buffer.from([9, 9]), "row 1")).toThrow("does not know");
  });
});
