import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, MutationInput, payloadOf } from "../../platform/graphql/mutation.types.js";
import { DateScalar } from "../../platform/graphql/scalars.js";
import type { RemedyDisposition } from "./dispositions.data.js";
import type { RemedyRoute, RemedyRuling } from "./remedy.terms.js";
import { RemedyDispositionEnum, RemedyRouteEnum, RemedyRulingEnum, RemedyType } from "./remedy.types.js";

const REMEDY_ID = "案件的 id · The case's id";

@InputType({
  description: "登记复议、诉讼案件：unitCode 与 requestId 至少给一项 · A case; name its unit or its request",
})
export class LodgeRemedyInput extends MutationInput {
  @Field(() => String, { nullable: true }) unitCode?: string | null;
  @Field(() => RemedyRouteEnum) route!: RemedyRoute;
  @Field(() => ID, {
    nullable: true,
    description: "所争议的申请；不在台账中的不填 · The contested request, where it is in the ledger",
  })
  requestId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: "复议后起诉的，所经的复议 · The review that a suit followed",
  })
  reviewId?: string | null;
  @Field(() => String) number!: string;
  @Field(() => String, { nullable: true }) organ?: string | null;
  @Field(() => DateScalar) lodgedOn!: string;
  @Field(() => String, {
    nullable: true,
    description: "备注，勿写当事人个人信息 · A note, without personal data",
  })
  note?: string | null;
}

@InputType({
  description:
    "登记审理结果：ruling、disposition 至少给一项；已审结的再登记（二审、更正）须写 reason · The outcome; another one for a concluded case needs its reason",
})
export class ConcludeRemedyInput extends ChangeInput {
  @Field(() => ID, { description: REMEDY_ID }) remedyId!: string;
  @Field(() => DateScalar, { nullable: true, description: "审结日期，默认今天 · Today when left out" })
  on?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "决定书送达申请人的日期，已知的 · When whoever lodged it had the ruling, where known",
  })
  arrivedOn?: string | null;
  @Field(() => RemedyRulingEnum, { nullable: true }) ruling?: RemedyRuling | null;
  @Field(() => RemedyDispositionEnum, { nullable: true }) disposition?: RemedyDisposition | null;
  @Field(() => String, { nullable: true }) reason?: string | null;
}

@InputType({
  description:
    "更正未审结案件的登记信息；不给的不改，organ、note 给 null 则清空 · Corrects a pending case; omitted fields stay",
})
export class AmendRemedyInput extends ChangeInput {
  @Field(() => ID, { description: REMEDY_ID }) remedyId!: string;
  @Field(() => String) reason!: string;
  @Field(() => String, { nullable: true }) number?: string | null;
  @Field(() => String, { nullable: true }) organ?: string | null;
  @Field(() => DateScalar, { nullable: true }) lodgedOn?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType({
  description: "补登决定书的送达日期（行政诉讼法 §45：自收到复议决定书之日起） · When the ruling arrived",
})
export class RecordRulingArrivalInput extends ChangeInput {
  @Field(() => ID, { description: REMEDY_ID }) remedyId!: string;
  @Field(() => DateScalar, { description: "送达日期，不早于审结日期 · Not before it was concluded" })
  arrivedOn!: string;
}

const remedy = () => RemedyType;
export const LodgeRemedyPayload = payloadOf("LodgeRemedy", { remedy });
export const ConcludeRemedyPayload = payloadOf("ConcludeRemedy", { remedy });
export const RecordRulingArrivalPayload = payloadOf("RecordRulingArrival", { remedy });
export const AmendRemedyPayload = payloadOf("AmendRemedy", { remedy });
