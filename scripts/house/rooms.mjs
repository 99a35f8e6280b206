// The rooms of the house, their order, and the arrows between them.
import { createRequire } from "node:module";
import { join } from "node:path";
import { filesBelow, ROOT, textOf } from "./source.mjs";

/** From the ground up: an import may only point to an earlier place. The dependency rules read the same list. */
const order = createRequire(import.meta.url)(join(ROOT, "house.order.cjs"));

/** A folder below src/, or another folder of sources. */
export const roomOf = (file) => /^(src\/[^/]+|(?!src\/)[^/]+)\//.exec(file)?.[1] ?? "src";

/** The place of the longest entry that the path begins with; none, where the order says nothing of it. */
function rankOf(file) {
  const [entry] = order.filter((path) => file.startsWith(path)).sort((a, b) => b.length - a.length);
  return entry === undefined ? NaN : order.indexOf(entry);
}

/** Imports of what stands above. */
export const importsUp = (graph) =>
  pairsOf(graph)
    .filter(runsUp)
    .map(([file, target]) => `${file} → ${target}`);

export function roomsAndArrows(whole) {
  const within = (file) => file.startsWith("src/");
  const graph = new Map(
    [...whole].filter(([file]) => within(file)).map(([file, targets]) => [file, targets.filter(within)]),
  );
  const rooms = [...new Set([...graph.keys()].map(roomOf))].sort();
  const between = (pairs) => {
    const rooms = pairs.map(([from, to]) => [roomOf(from), roomOf(to)]).filter(([from, to]) => from !== to);
    return [...new Set(rooms.map(([from, to]) => `${from} → ${to}`))].sort();
  };
  return { rooms, arrows: between(pairsOf(graph)), arrowsUp: between(pairsOf(graph).filter(runsUp)) };
}

const pairsOf = (graph) => [...graph].flatMap(([file, targets]) => targets.map((target) => [file, target]));
const runsUp = ([file, target]) => rankOf(target) > rankOf(file);

const LEDGERS = [
  { word: /interpretation/i, folder: "interpretations" },
  { word: /proposal/i, folder: "proposals" },
];

/** Files outside its own folder that speak of the newest ledger: what is emitted or never changed again aside. */
export function filesTouchedByLedger() {
  const files = filesBelow(["src", "seeds", "bench", "drills", "tests"]);
  const ledger = LEDGERS.find(({ folder }) => files.some((file) => file.includes(`/${folder}/`)));
  const touched = files.filter((file) => !file.startsWith("src/") || !file.includes(`/${ledger.folder}/`));
  return { ledger: ledger.folder, files: touched.filter((file) => ledger.word.test(textOf(file))) };
}
