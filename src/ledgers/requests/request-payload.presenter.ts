import type { Outcome, RequestContext } from "../../access/index.js";
import { presentProblems } from "../../platform/graphql/problems.types.js";
import type { RequestPayloadType } from "./request-payload.types.js";
import { freshRequest } from "./request.loader.js";
import { presentRequest } from "./request.presenter.js";
import type { InformationRequestType } from "./request.types.js";

/** Presents a request after a mutation, or the problems that prevented it. */
export async function presentOutcome(
  { record, problems }: Outcome<{ readonly id: string }>,
  context: RequestContext,
): Promise<RequestPayloadType> {
  return {
    request: record && (await presentFresh(record.id, context)),
    problems: presentProblems(problems, context.language),
  };
}

export async function presentFresh(
  id: string,
  { loaders }: RequestContext,
): Promise<InformationRequestType | null> {
  const row = await freshRequest(loaders, id);
  return row && presentRequest(row);
}
