import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const named = [...readFileSync("docs/map.md", "utf8").matchAll(/^\| `([a-z/-]+)`/gm)].map(
  ([, name = ""]) => name,
);

const foldersIn = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^(?:__|generated$)/.test(entry.name))
    .map((entry) => entry.name);

it("docs/map.md names every folder below src, two levels deep", () => {
  const rooms = foldersIn("src");
  const inside = rooms.flatMap((room) => foldersIn(`src/${room}`).map((folder) => `${room}/${folder}`));
  expect([...rooms, ...inside].filter((folder) => !named.includes(folder))).toEqual([]);
});

it("and none that does not exist", () => {
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((name) => !existsSync(`src/${name}`) && !existsSync(name))).toEqual([]);
  expect(new Set(named).size).toBe(named.length);
});
