import type { Vault } from "../../platform/vault/vault.js";
import type { LedgerServices } from "../../records/index.js";
import type { DatesCheck } from "./commands/take-step.js";
import { ProcessingFeeResolver } from "./fee.resolver.js";
import { ActivityRequestsResolver, RequestActivityResolver } from "./request-activity.resolver.js";
import { UnitRequestsResolver } from "./request-lists.resolver.js";
import { RequestMutationResolver } from "./request-mutation.resolver.js";
import { RequestResolver } from "./request.resolver.js";

/** What 依申请公开 adds to the API. */
export const requestResolvers = (
  services: LedgerServices,
  vault: Vault,
  datesCheck: DatesCheck,
): readonly object[] => [
  new UnitRequestsResolver(services),
  new RequestResolver(services, vault),
  new RequestMutationResolver(services, vault, datesCheck),
  new ActivityRequestsResolver(),
  new RequestActivityResolver(),
  new ProcessingFeeResolver(),
];
