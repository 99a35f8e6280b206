import { ArgsType, Field, ID, Int, ObjectType } from "type-graphql";
import { enumOf } from "../platform/graphql/enum.js";
import { NodeType } from "../platform/graphql/node.types.js";
import { ORDER_BY, PageArgs, PageInfoType } from "../platform/graphql/paging.types.js";
import { DateScalar, DateTimeScalar } from "../platform/graphql/scalars.js";
import type { HistoryRow } from "./history.entity.js";
import { enumName, OPERATION_NAMES } from "./operation-names.js";
import { SUBJECTS } from "./subjects.data.js";
import type { FaultKind } from "./verify.js";

const texts = (of: Readonly<Record<string, { zh: string; en: string }>>): Record<string, string> =>
  Object.fromEntries(Object.entries(of).map(([name, { zh, en }]) => [name, `${zh} · ${en}`]));

export const HistoryOperationEnum = enumOf(
  "HistoryOperation",
  "历史中的操作 · What was done: the mutation, or what the server or its operator did",
  texts(Object.fromEntries(OPERATION_NAMES.map(({ name, text }) => [name, text]))),
);

export const HistorySubjectEnum = enumOf(
  "HistorySubjectType",
  "操作的对象 · What an entry is about",
  texts(Object.fromEntries(Object.entries(SUBJECTS).map(([type, { name }]) => [enumName(type), name]))),
);

@ObjectType("HistoryChange", {
  simpleResolvers: true,
  description: "一项变化或登记事项 · One field of an entry",
})
export class HistoryChangeType {
  @Field(() => String, { description: "字段 · The field, by the name of the input's" }) field!: string;
  @Field(() => String, { description: "名称 · What it is called" }) label!: string;
  @Field(() => String, { nullable: true, description: "原值；新登记的为空 · Before; null for what is new" })
  before!: string | null;
  @Field(() => String, { nullable: true, description: "现值；已取消的为空 · After; null for what is gone" })
  after!: string | null;
}

@ObjectType("HistorySubject", { simpleResolvers: true, description: "操作的对象 · What an entry is about" })
export class HistorySubjectType {
  @Field(() => HistorySubjectEnum, { description: "种类 · Its kind" }) type!: string;
  @Field(() => ID, {
    nullable: true,
    description: "编号；设置、期限和系统没有 · Its id; null for settings, deadlines and the installation",
  })
  id!: string | null;
}

@ObjectType("HistoryEntry", {
  simpleResolvers: true,
  implements: NodeType,
  description:
    "历史记录：只增不改，每条含前一条的摘要 · One entry of the history: append-only, each holds the hash of the one before",
})
export class HistoryEntryType implements NodeType {
  /** For field resolvers; not part of the API. */
  readonly row!: HistoryRow;
  readonly __typename!: "HistoryEntry";
  @Field(() => ID) id!: string;
  @Field(() => Int, {
    description: "在该单位历史中的序号，自 1 起 · Its place in the unit's history, from 1",
  })
  sequence!: number;
  @Field(() => DateTimeScalar, { description: "登记时刻 · When it was recorded" }) at!: string;
  @Field(() => DateScalar, { description: "所涉日期 · The day that it concerns" }) on!: string;
  @Field(() => String, {
    nullable: true,
    description: "办理人当时的角色，逗号分隔 · The roles that the actor held over the unit then, by comma",
  })
  role!: string | null;
  @Field(() => HistoryOperationEnum, { description: "操作 · What was done" })
  operation!: string;
  @Field(() => HistorySubjectType, { description: "对象 · What it was done to" })
  subject!: HistorySubjectType;
  @Field(() => Int, {
    nullable: true,
    description:
      "此后的修订号；申请的步骤以此编号 · The subject's revision that came of it; a request's steps are known by it",
  })
  revision!: number | null;
  @Field(() => String, {
    nullable: true,
    description: "理由、意见或备注 · Reason, comment or note",
  })
  reason!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "HTTP 请求编号，与服务器日志一致 · The HTTP request's id, as in the server's log",
  })
  requestId!: string | null;
  @Field(() => String, { description: "摘要算法：sm3 或 sha256 · The hash's algorithm" })
  algorithm!: string;
  @Field(() => String, {
    description: "前一条的摘要；第一条为空串 · The hash of the entry before; empty for the first",
  })
  previousHash!: string;
  @Field(() => String, { description: "摘要，十六进制 · Its own hash, in hex" }) hash!: string;
}

@ObjectType("HistoryEdge", { simpleResolvers: true })
export class HistoryEdgeType {
  @Field(() => String) cursor!: string;
  @Field(() => HistoryEntryType) node!: HistoryEntryType;
}

@ObjectType("HistoryConnection", {
  simpleResolvers: true,
  description: "历史记录（分页） · A page of the history",
})
export class HistoryConnectionType {
  @Field(() => [HistoryEdgeType]) edges!: HistoryEdgeType[];
  @Field(() => [HistoryEntryType]) nodes!: HistoryEntryType[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
  @Field(() => Int, { description: "总数 · How many there are in all" }) totalCount!: number;
}

export const HistoryOrderEnum = enumOf("HistoryOrder", "历史记录的次序 · The order of the history", {
  RECORDED_DESC: "新的在前 · The newest first",
  RECORDED_ASC: "旧的在前 · The oldest first",
});

/** Which page of a record's own history, the oldest entry first unless said. */
@ArgsType()
export class EventPageArgs extends PageArgs {
  @Field(() => HistoryOrderEnum, {
    nullable: true,
    defaultValue: "RECORDED_ASC",
    description: ORDER_BY,
  })
  orderBy?: keyof typeof HistoryOrderEnum | null;
}

export const HistoryFaultKindEnum = enumOf<FaultKind>(
  "HistoryFaultKind",
  "历史的缺损 · What is wrong with a history",
  {
    ALTERED: "内容与摘要不符 · The entry does not say what it was hashed for",
    MISSING: "缺这一条，其后还有 · There is none of this number, and there are later ones",
    UNLINKED: "不接前一条 · It does not follow from the entry before",
    CUT_OFF: "封存时有，现已截去 · The seal has it, and the history ends before",
    REWRITTEN:
      "封存时的摘要不同，其后被重写 · The seal has another hash for it: the history was written anew",
    SEAL_BROKEN: "封存值与所封存的不符 · The root is not that of what it seals",
  },
);

@ObjectType("HistoryFault", {
  simpleResolvers: true,
  description: "一处缺损 · One thing that is wrong with a history",
})
export class HistoryFaultType {
  @Field(() => HistoryFaultKindEnum, { description: "种类 · What is wrong" }) kind!: FaultKind;
  @Field(() => ID, {
    nullable: true,
    description:
      "单位的编号；封存或不属于任何单位的为空 · The unit's id; null of a seal, and of what belongs to no unit",
  })
  unitId!: string | null;
  @Field(() => Int, { description: "序号；封存则为其编号 · The entry's place, or the seal's number" })
  sequence!: number;
}

@ObjectType("HistoryVerification", {
  simpleResolvers: true,
  description: "历史的核对结果 · What verifying the caller's part of the history found",
})
export class HistoryVerificationType {
  @Field(() => Int, { description: "核对了几个单位的历史 · How many units' histories were verified" })
  units!: number;
  @Field(() => Int, { description: "核对了几条 · How many entries" }) entries!: number;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "最近一次封存；尚未封存为空 · The last seal; null where there is none yet",
  })
  sealedAt!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "最近一次封存值，十六进制 · The last seal's root, in hex",
  })
  root!: string | null;
  @Field(() => [HistoryFaultType], {
    description: "缺损，无则为空列表 · What is wrong; nothing is an empty list",
  })
  faults!: HistoryFaultType[];
}
