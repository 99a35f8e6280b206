import { readFileSync, writeFileSync } from "node:fs";
import { withRolesTable } from "./roles-table.js";
import { runCommand } from "./run-command.js";

const HELP = `
按角色表更新 README.md 中的角色一节。
Writes the table of roles into README.md, between its markers.

  node dist/src/cli/emit-roles.js
`;

const FILE = "README.md";

await runCommand({
  help: HELP,
  run: () => Promise.resolve(writeFileSync(FILE, withRolesTable(readFileSync(FILE, "utf8")))),
});
