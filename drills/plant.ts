import { copyFileSync, cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "./databases.js";

interface Fault {
  readonly file: string;
  readonly right: string;
  readonly wrong: string;
}

/** Faults that the drills must find: what finds nothing in these finds nothing elsewhere. */
const FAULTS: Readonly<Record<string, Fault>> = {
  "synchronous-off": {
    file: "src/platform/db/data-source.js",
    right: "synchronous=FULL",
    wrong: "synchronous=OFF",
  },
};

/** A copy of the installation with the fault in it. */
export function planted(name: string, root: string): string {
  const fault = FAULTS[name];
  if (!fault) throw new Error(`--plant: one of ${Object.keys(FAULTS).join(", ")}`);
  const copy = temporaryFolder();
  cpSync(join(root, "dist"), join(copy, "dist"), { recursive: true });
  copyFileSync(join(root, "package.json"), join(copy, "package.json"));
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  const file = join(copy, "dist", fault.file);
  const source = readFileSync(file, "utf8");
  if (!source.includes(fault.right)) throw new Error(`${fault.file} has no ${fault.right} to spoil`);
  writeFileSync(file, source.replaceAll(fault.right, fault.wrong));
  return copy;
}
