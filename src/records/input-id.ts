import { notFound } from "../kernel/fault.js";
import { idOfType } from "../platform/graphql/global-id.js";

/** The row id that an input names; one that is malformed or of another type is as one that does not exist. */
export function requiredId(type: string, globalId: string): string {
  const id = idOfType(type, globalId);
  if (id === null) throw notFound();
  return id;
}

/** The same where it may be left out. */
export const givenId = (type: string, globalId: string | null | undefined): string | null =>
  globalId == null ? null : requiredId(type, globalId);
