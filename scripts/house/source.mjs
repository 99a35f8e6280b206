// What the sources tell without being run: who imports whom, rooms, cycles, sizes, parameters.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export const isTest = (file) => /[.](test|fixture)[.]tsx?$/.test(file) || file.startsWith("tests/");
export const textOf = (file) => readFileSync(join(ROOT, file), "utf8");
export const linesOf = (file) => textOf(file).split("\n").length - 1;

/** TypeScript files below the folders, by their path from the root. */
export const filesBelow = (folders) =>
  folders
    .filter((folder) => existsSync(join(ROOT, folder)))
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true })
        .filter((name) => /[.]tsx?$/.test(name))
        .map((name) => `${folder}/${name}`)
        .sort(),
    );

export const sourcesBelow = (folders) => filesBelow(folders).filter((file) => !isTest(file));

/** The source that exports the name: files move, names stay. */
export function fileExporting(name, folders = ["src", "seeds"]) {
  const declaration = new RegExp(`^export (?:async )?(?:function|const|class) ${name}\\b`, "m");
  const found = sourcesBelow(folders).filter((file) => declaration.test(textOf(file)));
  if (found.length !== 1)
    throw new Error(`${name} is exported by ${found.length} files, not by one: ${found.join(", ")}`);
  return found[0];
}

export const builtFile = (file) => join(ROOT, "dist", file.replace(/[.]tsx?$/, ".js"));

/** What each file imports among these files: types counted, or only what the compiler leaves in the built files. */
export function importGraph(files, { types }) {
  const known = new Set(files);
  const importsOf = (file) => {
    const path = types ? join(ROOT, file) : builtFile(file);
    const { importedFiles } = ts.preProcessFile(readFileSync(path, "utf8"), true, true);
    const targets = importedFiles
      .filter(({ fileName }) => fileName.startsWith("."))
      .map(({ fileName }) => relative(ROOT, join(ROOT, dirname(file), fileName)))
      .flatMap((target) => [target.replace(/[.]js$/, ".ts"), target]);
    return [...new Set(targets)].filter((target) => known.has(target) && target !== file);
  };
  return new Map(files.map((file) => [file, importsOf(file)]));
}

/** Every file that an import of this one loads, itself among them. */
export function closure(graph, start) {
  const seen = new Set([start]);
  for (const file of seen) for (const next of graph.get(file)) seen.add(next);
  return seen;
}

/** Sets of files that import each other in a circle (Tarjan's strongly connected components of more than one). */
export function cycles(graph) {
  const index = new Map();
  const low = new Map();
  const stack = [];
  const found = [];
  const visit = (file) => {
    index.set(file, index.size);
    low.set(file, index.get(file));
    stack.push(file);
    for (const next of graph.get(file)) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(file, Math.min(low.get(file), low.get(next)));
    }
    if (low.get(file) !== index.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1) found.push(circle.sort());
  };
  for (const file of graph.keys()) if (!index.has(file)) visit(file);
  return found;
}

/** A function that is handed on where it is written, as to `map`. */
const isArgument = ({ parent }) => ts.isCallExpression(parent) || ts.isArrowFunction(parent);

/** The functions of a file: their number of parameters (without `this`) and of lines. */
export function functionsOf(file) {
  const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);
  const lineAt = (position) => source.getLineAndCharacterOfPosition(position).line;
  const found = [];
  const visit = (node) => {
    if (ts.isFunctionLike(node) && node.body) {
      const parameters = node.parameters.filter(({ name }) => name.getText(source) !== "this");
      const lines = lineAt(node.end) - lineAt(node.getStart(source)) + 1;
      const at = `${file}:${lineAt(node.getStart(source)) + 1}`;
      found.push({ at, lines, parameters: parameters.length, named: !isArgument(node) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Whether a file declares one exported thing and no more, so that a reader opens it for that alone. */
export function holdsOneThing(file) {
  const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);
  const declared = source.statements.filter((node) => !ts.isImportDeclaration(node));
  const exported = declared[0]?.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  return declared.length === 1 && exported === true;
}
