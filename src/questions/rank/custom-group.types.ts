import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { EXPECTED_REVISION } from "../../platform/graphql/mutation.types.js";
import { NodeType } from "../../platform/graphql/node.types.js";
import { ProblemType } from "../../platform/graphql/problems.types.js";
import { DateTimeScalar } from "../../platform/graphql/scalars.js";
import type { CustomGroupRow } from "./custom-group.entity.js";

@ObjectType("CustomPeerGroup", {
  simpleResolvers: true,
  implements: NodeType,
  description: "自定义可比组：一级政府命名的一组下级单位 · Units below a government, compared under a name",
})
export class CustomPeerGroupType extends NodeType {
  readonly __typename!: "CustomPeerGroup";
  /** For field resolvers; not part of the API. */
  readonly row!: CustomGroupRow;
  @Field(() => String) name!: string;
  @Field(() => Int) revision!: number;
  @Field(() => DateTimeScalar) changedAt!: string;
}

@InputType()
export class SavePeerGroupInput {
  @Field(() => String, { description: "确定该组的政府 · Code of the government that names it" })
  unitCode!: string;
  @Field(() => ID, { nullable: true, description: "不给则新建一个 · Left out: a new one" })
  groupId?: string | null;
  @Field(() => String, { description: "名称，同一政府之下不得重复 · Its name, once in a government" })
  name!: string;
  @Field(() => [String], {
    description: "2 至 500 个下级单位的代码 · Codes of 2 to 500 units, all below unitCode",
  })
  units!: string[];
  @Field(() => Int, {
    nullable: true,
    description:
      "所依据的修订号；给出 groupId 时必填 · The revision that the change is based on: needed with groupId",
  })
  expectedRevision?: number | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class DeletePeerGroupInput {
  @Field(() => ID) groupId!: string;
  @Field(() => Int, { description: EXPECTED_REVISION }) expectedRevision!: number;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ObjectType("SavePeerGroupPayload", { simpleResolvers: true })
export class SavePeerGroupPayloadType {
  @Field(() => CustomPeerGroupType, { nullable: true }) group!: CustomPeerGroupType | null;
  @Field(() => [ProblemType]) problems!: ProblemType[];
}

@ObjectType("DeletePeerGroupPayload", { simpleResolvers: true })
export class DeletePeerGroupPayloadType {
  @Field(() => ID, { nullable: true, description: "已删除的可比组 · What was deleted" })
  deletedId!: string | null;
  @Field(() => [ProblemType]) problems!: ProblemType[];
}
