export type Variables = Readonly<Record<string, unknown>>;

/** The variables that a text of JSON holds; undefined where it is no JSON object. */
export function readVariables(json: string): Variables | undefined {
  const value = readJson(json);
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Variables)
    : undefined;
}

/** Undefined, which JSON cannot hold, for what is no JSON. */
export function readJson(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
