import { Field, ObjectType } from "type-graphql";
import { ProblemType } from "../../platform/graphql/problems.types.js";
import { InformationRequestType } from "./request.types.js";

@ObjectType("RequestPayload", { simpleResolvers: true })
export class RequestPayloadType {
  @Field(() => InformationRequestType, { nullable: true }) request!: InformationRequestType | null;
  @Field(() => [ProblemType]) problems!: ProblemType[];
}

@ObjectType("SplitRequestPayload", { simpleResolvers: true })
export class SplitRequestPayloadType {
  @Field(() => InformationRequestType, { nullable: true }) request!: InformationRequestType | null;
  @Field(() => [InformationRequestType], { description: "分立出的各件 · Those that were split off" })
  parts!: InformationRequestType[];
  @Field(() => [ProblemType]) problems!: ProblemType[];
}
