import { reaches, TenantScope } from "../kernel/tenant-scope.js";
import type { Place } from "./viewer.js";

/**
 * The scope of somebody who works for a government, while he adds up or checks its 本级汇总: what its members submitted is read
 * as the government reads it, whoever asks; and of a unit, while its carry-over is held against what a predecessor
 * submitted. Nothing else of them is read, and nothing more is written. Whether he may work for it is for authorize()
 * to say, before.
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
