import { expect, it } from "vitest";
import { DISPOSITIONS } from "./dispositions.data.js";
import { REMEDY_ROUTES, REMEDY_RULINGS } from "./remedy.terms.js";

it("has every ruling for every route, each with its article", () => {
  const all = Object.values(DISPOSITIONS);
  for (const route of Object.keys(REMEDY_ROUTES))
    for (const ruling of Object.keys(REMEDY_RULINGS))
      expect(
        all.some((one) => one.ruling === ruling && (one.routes as readonly string[]).includes(route)),
        `${route} ${ruling}`,
      ).toBe(true);
  for (const { basis } of all) expect(basis).toMatch(/(法|〔\d{4}〕\d+号).* §\d+/);
});

it("keeps codes that fit their column", () => {
  for (const code of Object.keys(DISPOSITIONS)) expect(code).toMatch(/^[A-Z_]{1,40}$/);
});
