import { readFileSync } from "node:fs";
import * as kit from "./index.js";
import { compare } from "./compare.js";

const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
const { line, stricter } = compare(kit, [...read("examples.json"), ...read("texts.json")]);
process.stdout.write(`${line}\n`);
for (const one of stricter) process.stdout.write(`${one}\n`);
process.exitCode = stricter.length > 0 ? 1 : 0;
