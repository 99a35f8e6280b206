import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ROLES } from "../access/index.js";
import { withRolesTable } from "./roles-table.js";

const readme = readFileSync("README.md", "utf8");

it("README shows the table of roles as it is: run `npm run emit-roles` after a change", () => {
  expect(withRolesTable(readme)).toBe(readme);
  for (const role of Object.keys(ROLES)) expect(readme).toContain(`| \`${role}\` `);
});

it("replaces what stands between the markers, and nothing else", () => {
  const made = withRolesTable("before\n<!-- roles:begin -->\n| an old row |\n<!-- roles:end -->\nafter");
  expect(made).toMatch(/^before\n<!-- roles:begin -->\n\n\| role [^]*\|\n\n<!-- roles:end -->\nafter$/);
  expect(made).not.toContain("an old row");
  expect(withRolesTable(made)).toBe(made);
  expect(() => withRolesTable("no markers")).toThrow("README.md lacks");
});
