// A module that only exists as TypeScript is found, and loaded without its types.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

let transform;

export async function resolve(specifier, context, next) {
  try {
    return await next(specifier, context);
  } catch (error) {
    if (!specifier.startsWith(".") || !specifier.endsWith(".js")) throw error;
    return next(specifier.slice(0, -2) + "ts", context);
  }
}

export async function load(url, context, next) {
  if (!url.startsWith("file:") || !url.endsWith(".ts")) return next(url, context);
  transform ??= (await import("rolldown/utils")).transformSync;
  const path = fileURLToPath(url);
  return { format: "module", shortCircuit: true, source: transform(path, await readFile(path, "utf8")).code };
}
