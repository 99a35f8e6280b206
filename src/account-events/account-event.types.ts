import { Field, Int, ObjectType } from "type-graphql";
import { enumOf } from "../platform/graphql/enum.js";
import { PageInfoType } from "../platform/graphql/paging.types.js";
import { DateTimeScalar } from "../platform/graphql/scalars.js";
import type { AccountEventKind } from "./account-event.entity.js";

export const AccountEventKindEnum = enumOf<AccountEventKind>(
  "AccountEventKind",
  "账号事件的种类 · What was done to an account or a setting",
  {
    SIGNED_IN: "登录成功 · Signed in",
    SIGN_IN_FAILED: "登录失败 · An attempt to sign in failed",
    LOCKED_OUT: "暂时锁定 · Attempts from that place are refused for a while",
    USER_CREATED: "新建用户 · The account was made",
    USER_RENAMED: "改名 · The user's name was changed",
    USER_DISABLED: "停用 · The account was disabled",
    USER_ENABLED: "恢复使用 · The account was enabled again",
    PASSWORD_CHANGED: "本人修改密码 · The user changed the password",
    PASSWORD_RESET: "重置密码 · An administrator set a first password",
    ROLE_GRANTED: "授予角色 · A role was granted",
    ROLE_REVOKED: "撤销角色 · A role was revoked",
    SETTING_CHANGED: "更改设置 · A setting of the unit was changed",
  },
);

@ObjectType("AccountEvent", {
  simpleResolvers: true,
  description: "账号事件：只增不改 · What was done to an account or a setting; append-only",
})
export class AccountEventType {
  /** For field resolvers; not part of the API. */
  readonly unitId!: string;
  readonly placeId!: string | null;
  @Field(() => DateTimeScalar, { description: "时间 · When" }) at!: string;
  @Field(() => AccountEventKindEnum, { description: "种类 · What" }) kind!: AccountEventKind;
  @Field(() => String, {
    nullable: true,
    description: "办理人；登录失败时为空 · By whom; null for a failed sign-in, of whom nobody knows",
  })
  actor!: string | null;
  @Field(() => String, { nullable: true, description: "账号的登录名 · The account's login" }) login!:
    string | null;
  @Field(() => String, { nullable: true, description: "授予或撤销的角色 · The role granted or revoked" })
  role!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "其他：设置的原值和新值、原姓名 · More: a setting's value before and after, the former name",
  })
  detail!: string | null;
  @Field(() => String, { nullable: true, description: "来源地址 · The address it came from" }) address!:
    string | null;
}

@ObjectType("AccountEventEdge", { simpleResolvers: true })
export class AccountEventEdgeType {
  @Field(() => String) cursor!: string;
  @Field(() => AccountEventType) node!: AccountEventType;
}

@ObjectType("AccountEventConnection", {
  simpleResolvers: true,
  description: "账号事件（分页），新的在前 · A page of account events, newest first",
})
export class AccountEventConnectionType {
  @Field(() => [AccountEventEdgeType]) edges!: AccountEventEdgeType[];
  @Field(() => [AccountEventType]) nodes!: AccountEventType[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
  @Field(() => Int) totalCount!: number;
}
