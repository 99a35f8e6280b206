export type Variables = Readonly<Record<string, unknown>>;

/** Variables in a JSON text; undefined unless it is an object. */
export function readVariables(json: string): Variables | undefined {
  const value = readJson(json);
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Variables)
    : undefined;
}

/** Undefined for malformed JSON. */
export function readJson(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
