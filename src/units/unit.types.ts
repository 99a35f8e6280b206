import { ArgsType, Field, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { ChangeInput, MutationInput, payloadOf } from "../platform/graphql/mutation.types.js";
import { NodeType } from "../platform/graphql/node.types.js";
import { ORDER_BY, PageArgs, PageInfoType } from "../platform/graphql/paging.types.js";
import { DateScalar } from "../platform/graphql/scalars.js";
import type { UnitRow } from "./unit.entity.js";
import { UNIT_KINDS, type UnitKind } from "./unit-kind.js";
import { enumOf } from "../platform/graphql/enum.js";

export const UnitKindEnum = Object.fromEntries(Object.keys(UNIT_KINDS).map((k) => [k, k])) as {
  [K in UnitKind]: K;
};
registerEnumType(UnitKindEnum, {
  name: "UnitKind",
  description: "单位类别 · What kind of organ it is",
  valuesConfig: {
    PROVINCE: { description: "省级政府 · Province" },
    CITY: { description: "设区的市 · Prefecture-level city" },
    DISTRICT: { description: "县（市、区） · County or district" },
    SUBDISTRICT: { description: "街道 · Sub-district" },
    TOWN: { description: "镇、乡 · Town or township" },
    DEPARTMENT: { description: "部门 · Department of a government" },
    ZONE: { description: "功能区、开发区 · Development zone" },
  },
});

export const TreeTimeEnum = { NOW: "NOW", THEN: "THEN" } as const;
export type TreeTime = keyof typeof TreeTimeEnum;
registerEnumType(TreeTimeEnum, {
  name: "TreeTime",
  description: "按何时的隶属关系统计 · Below whom a unit that was moved counts",
  valuesConfig: {
    NOW: { description: "按现在的 · Where it stands now, in every year" },
    THEN: { description: "按各年度末的 · Where it stood on the last day of each year" },
  },
});

@ObjectType("Unit", {
  simpleResolvers: true,
  implements: NodeType,
  description: "单位（公开主体） · An organ in the public register of units",
})
export class UnitType extends NodeType {
  readonly __typename!: "Unit";
  /** For field resolvers; not part of the API. */
  readonly row!: UnitRow;

  @Field(() => String, {
    description:
      "代码：371003、371003003；部门为所属政府代码加连字符加短码 · Code; a department's is its government's, a hyphen, its own",
  })
  code!: string;
  @Field(() => String, { description: "全称，即年报落款 · Full name, as on its reports" }) name!: string;
  @Field(() => String, { description: "简称 · Short name" }) shortName!: string;
  @Field(() => [String], { description: "别名和曾用名 · Other names it goes or went by" })
  aliases!: readonly string[];
  @Field(() => UnitKindEnum, { description: "类别 · Kind" }) kind!: UnitKind;
  @Field(() => DateScalar, { nullable: true, description: "设立日期 · When it was set up" })
  establishedOn!: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "撤销日期，自该日起不再存在 · When it was dissolved: the first day on which it is no more",
  })
  dissolvedOn!: string | null;
  @Field(() => String, { nullable: true, description: "统一社会信用代码 · Social-credit code (GB 32100)" })
  creditCode!: string | null;
  @Field(() => Boolean, { description: "是否须编制本机关年报 · Must this unit file a report of its own?" })
  filesReport!: boolean;
  @Field(() => Int, { description: "修订号，修改时须带上 · Revision, needed for every change" })
  revision!: number;
}

@ObjectType("UnitEdge", { simpleResolvers: true })
export class UnitEdgeType {
  @Field(() => String) cursor!: string;
  @Field(() => UnitType) node!: UnitType;
}

@ObjectType("UnitConnection", { simpleResolvers: true, description: "单位列表（分页） · A page of units" })
export class UnitConnectionType {
  @Field(() => [UnitEdgeType]) edges!: UnitEdgeType[];
  @Field(() => [UnitType]) nodes!: UnitType[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
  @Field(() => Int) totalCount!: number;
}

export const CreateUnitPayload = payloadOf("CreateUnit", { unit: () => UnitType });
export const RenameUnitPayload = payloadOf("RenameUnit", { unit: () => UnitType });

export const UnitOrderEnum = enumOf("UnitOrder", "单位列表的次序 · The order of a list of units", {
  PLACE_ASC: "按层级和代码，上级在前 · By place in the tree and code, each unit before those below it",
  PLACE_DESC: "与之相反 · The other way round",
});

/** Which page of units, and in which order. */
@ArgsType()
export class UnitPageArgs extends PageArgs {
  @Field(() => UnitOrderEnum, { nullable: true, defaultValue: "PLACE_ASC", description: ORDER_BY })
  orderBy?: keyof typeof UnitOrderEnum | null;
}

/** Which units of the register, too. */
@ArgsType()
export class UnitsArgs extends UnitPageArgs {
  @Field(() => String, { nullable: true }) under?: string | null;
  @Field(() => [UnitKindEnum], { nullable: true }) kinds?: UnitKind[] | null;
  @Field(() => String, { nullable: true }) text?: string | null;
}

@InputType({ description: "新设单位 · A unit to be added to the register" })
export class CreateUnitInput extends MutationInput {
  @Field(() => String, { description: "上级单位代码 · Code of the unit above" }) parentCode!: string;
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => String) shortName!: string;
  @Field(() => [String], { nullable: true }) aliases?: string[] | null;
  @Field(() => UnitKindEnum) kind!: UnitKind;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "是否须编制本机关年报；不给则政府为否，其他单位为是 · Must it file a report of its own? When left out: a government no, any other unit yes",
  })
  filesReport?: boolean | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "设立日期；空：一直都有 · When it was set up; null: it always was",
  })
  establishedOn?: string | null;
  @Field(() => String, { nullable: true, description: "统一社会信用代码 · Social-credit code (GB 32100)" })
  creditCode?: string | null;
}

@InputType({
  description: "单位更名：已提交的年报保留原名 · A new name; reports already filed keep the old one",
})
export class RenameUnitInput extends ChangeInput {
  @Field(() => String) unitCode!: string;
  @Field(() => String) name!: string;
  @Field(() => String) shortName!: string;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "更名日期，不给则为今天，不能晚于今天 · The day of the new name, today when left out; not a later one",
  })
  on?: string | null;
  @Field(() => String, { nullable: true, description: "依据，如批准文号 · By what it was ordered" })
  reason?: string | null;
}
