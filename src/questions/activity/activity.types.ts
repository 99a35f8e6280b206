import { ObjectType } from "type-graphql";
import type { ActivityKey } from "../../records/index.js";

@ObjectType("Activity", {
  simpleResolvers: true,
  description: "本单位各台账一段时间的汇总 · A unit's four ledgers, added up over a period",
})
export class ActivityType {
  /** For the field resolvers; not part of the API. */
  readonly key!: ActivityKey;
}
