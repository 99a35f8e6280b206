import { reaches, TenantScope } from "../kernel/tenant-scope.js";
import type { Place } from "./viewer.js";

/**
 * The scope of a caller who adds up or checks the 本级汇总 of a government: whatever the members submitted is readable as
 * the government reads it, whoever asks. The same holds for a unit whose carry-over is compared with a predecessor's
 * submitted report. Nothing else of those units becomes readable, and nothing more writable. authorize() must have
 * decided before whether the caller may work for the government.
 */
export function asGovernment(scope: TenantScope, government: Place): TenantScope {
  const { submitted } = scope;
  if (submitted.all || reaches({ all: false, units: [], subtrees: submitted.subtrees }, government))
    return scope;
  return TenantScope.grant({
    ...scope,
    submitted: { ...submitted, subtrees: [...submitted.subtrees, government.path] },
  });
}
