import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../access/index.js";
import type { Text } from "../../kernel/text.js";
import { talliesOf } from "../../records/index.js";
import { TallyType, ActivityType } from "../../records/api.js";
import { APPLICANT_KINDS, REQUEST_OUTCOMES } from "./request.terms.js";
import { RequestActivityType } from "./request.types.js";
import { requestActivity } from "./request.loader.js";

const OUTCOME_NAMES = Object.fromEntries(
  Object.entries<{ readonly name: Text }>(REQUEST_OUTCOMES).map(([key, { name }]) => [key, name]),
);

@Resolver(() => RequestActivityType)
export class RequestActivityResolver {
  @FieldResolver(() => [TallyType], { description: "期内办结各件的结果 · Outcomes of the decided ones" })
  byOutcome(@Root() { outcomes }: RequestActivityType, @Ctx() { language }: RequestContext): TallyType[] {
    return talliesOf(OUTCOME_NAMES, outcomes, language);
  }

  @FieldResolver(() => [TallyType], {
    description: "期内新收各件的申请人类别 · Kinds of applicants of those received",
  })
  byApplicant(@Root() { applicants }: RequestActivityType, @Ctx() { language }: RequestContext): TallyType[] {
    return talliesOf(APPLICANT_KINDS, applicants, language);
  }
}

/** Read when the field is asked for, for all units of the query together. */
@Resolver(() => ActivityType)
export class ActivityRequestsResolver {
  @FieldResolver(() => RequestActivityType, { description: "依申请公开 · Requests" })
  requests(@Root() { key }: ActivityType, @Ctx() { loaders }: RequestContext): Promise<RequestActivityType> {
    return loaders.of(requestActivity).load(key);
  }
}
