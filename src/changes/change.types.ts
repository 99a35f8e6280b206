import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import { HistorySubjectType } from "../history/api.js";
import { enumOf } from "../platform/graphql/enum.js";
import { ORDER_BY, PageArgs, PageInfoType } from "../platform/graphql/paging.types.js";
import { DateScalar, DateTimeScalar } from "../platform/graphql/scalars.js";
import { ReportStatusEnum } from "../reports/api.js";
import type { ReportStatus } from "../reports/index.js";
import { CHANGE_KINDS, type ChangeKind } from "./changes.data.js";

export const ChangeKindEnum = enumOf<ChangeKind>(
  "ChangeKind",
  "变化的种类 · What happened",
  Object.fromEntries(
    Object.entries(CHANGE_KINDS).map(([kind, { zh, en }]) => [kind, `${zh} · ${en}`]),
  ) as Record<ChangeKind, string>,
);

@ObjectType("Change", {
  simpleResolvers: true,
  description:
    "一项变化：何处、何事、何时，不含内容和个人信息 · One change: where, what and when, without contents and without personal data",
})
export class ChangeType {
  /** For field resolvers; not part of the API. */
  readonly unitId!: string;
  @Field(() => String, {
    description:
      "游标：作 since 取其后的变化，也可用以去重 · Its cursor: since takes it for what comes behind, and clients may tell changes apart by it",
  })
  cursor!: string;
  @Field(() => ChangeKindEnum, { description: "何事 · What happened" }) kind!: ChangeKind;
  @Field(() => DateTimeScalar, { description: "登记时刻 · When it was recorded" }) at!: string;
  @Field(() => DateScalar, {
    description: "所涉日期；将到期的为最后一日 · The day that it concerns; of what falls due, the last day",
  })
  on!: string;
  @Field(() => HistorySubjectType, { description: "对象 · What changed" }) subject!: HistorySubjectType;
  @Field(() => Int, {
    nullable: true,
    description: "年报的年度；其他对象为空 · A report's year; null for all else",
  })
  year!: number | null;
  @Field(() => ReportStatusEnum, {
    nullable: true,
    description:
      "年报此后的状态；其他对象为空 · The status that a report had from then on; null for all else",
  })
  status!: ReportStatus | null;
  @Field(() => Int, {
    nullable: true,
    description: "对象此后的修订号 · The subject's revision that came of it",
  })
  revision!: number | null;
  @Field(() => Boolean, { description: "是否本人所为 · Did the caller do it?" }) own!: boolean;
}

@ObjectType("ChangeEdge", { simpleResolvers: true })
export class ChangeEdgeType {
  @Field(() => String) cursor!: string;
  @Field(() => ChangeType) node!: ChangeType;
}

@ObjectType("ChangeConnection", {
  simpleResolvers: true,
  description: "变化（分页） · A page of the feed of changes",
})
export class ChangeConnectionType {
  /** For field resolvers; not part of the API. */
  readonly count!: () => Promise<number>;
  @Field(() => [ChangeEdgeType]) edges!: ChangeEdgeType[];
  @Field(() => [ChangeType]) nodes!: ChangeType[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
  @Field(() => String, {
    description:
      "下次从何处接着取（作 since），空页也有 · Where to go on: since of the next call; an empty page has it, too",
  })
  next!: string;
}

export const ChangeOrderEnum = enumOf("ChangeOrder", "变化的次序 · The order of changes", {
  COMMITTED_ASC: "先生效的在前 · In the order in which they took effect",
  COMMITTED_DESC: "后生效的在前 · The newest first",
});

@ArgsType()
export class ChangeArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      "游标：只要其后的变化，取自上次的 next 或 cursor · A cursor, next or cursor of an answer before: only what took effect behind it",
  })
  since?: string | null;
  @Field(() => [String], {
    nullable: true,
    description:
      "单位代码，至多 100 个；不给则为可见的全部 · Codes of units, 100 at most; all that the caller may see unless given",
  })
  units?: string[] | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "含以下各单位 · With all units below",
  })
  subtree?: boolean | null;
  @Field(() => [ChangeKindEnum], { nullable: true, description: "只要这些种类 · Only these kinds" })
  kinds?: ChangeKind[] | null;
  @Field(() => ChangeOrderEnum, { nullable: true, defaultValue: "COMMITTED_ASC", description: ORDER_BY })
  orderBy?: keyof typeof ChangeOrderEnum | null;
}
