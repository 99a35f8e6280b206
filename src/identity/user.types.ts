import { ArgsType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { permissionsOf, ROLES, type Role } from "../access/index.js";
import { enumOf } from "../platform/graphql/enum.js";
import { MutationInput, payloadOf } from "../platform/graphql/mutation.types.js";
import { NodeType } from "../platform/graphql/node.types.js";
import { ORDER_BY, PageArgs, PageInfoType } from "../platform/graphql/paging.types.js";
import type { UserRecord } from "./user.store.js";

const roleDescription = (role: Role): string => {
  const { name, duties } = ROLES[role];
  return `${name.zh}：${duties.zh} · ${duties.en}\n权限 · Permissions: ${permissionsOf(role).join(", ")}`;
};

export const RoleEnum = enumOf<Role>(
  "Role",
  "角色 · What somebody may do at a unit, or in all units below it",
  Object.fromEntries((Object.keys(ROLES) as Role[]).map((role) => [role, roleDescription(role)])) as Record<
    Role,
    string
  >,
);

@ObjectType("User", { simpleResolvers: true, implements: NodeType, description: "用户 · A user" })
export class UserType extends NodeType {
  readonly __typename!: "User";
  /** The row id, for field resolvers; not part of the API. */
  readonly userId!: string;
  /** What an administrator sees of the account; not part of the API. */
  readonly record!: UserRecord | null;

  @Field(() => String, { description: "登录名 · What the user signs in with" }) login!: string;
  @Field(() => String, { description: "姓名 · Name as shown" }) displayName!: string;
  @Field(() => Boolean, {
    nullable: true,
    description: "是否已停用，仅管理员可见 · Disabled? Null but for an administrator",
  })
  disabled!: boolean | null;
}

@ObjectType("Membership", {
  simpleResolvers: true,
  description: "任职：在某单位的角色 · A role held at a unit",
})
export class MembershipType {
  /** For the field resolver of `unit`; not part of the API. */
  readonly unitId!: string;

  @Field(() => RoleEnum, { description: "角色 · Role" }) role!: Role;
}

@ObjectType("UserEdge", { simpleResolvers: true })
export class UserEdgeType {
  @Field(() => String) cursor!: string;
  @Field(() => UserType) node!: UserType;
}

@ObjectType("UserConnection", { simpleResolvers: true, description: "用户列表（分页） · A page of users" })
export class UserConnectionType {
  @Field(() => [UserEdgeType]) edges!: UserEdgeType[];
  @Field(() => [UserType]) nodes!: UserType[];
  @Field(() => PageInfoType) pageInfo!: PageInfoType;
  @Field(() => Int) totalCount!: number;
}

const user = () => UserType;
export const CreateUserPayload = payloadOf("CreateUser", { user });
export const GrantRolePayload = payloadOf("GrantRole", { user });
export const RevokeRolePayload = payloadOf("RevokeRole", { user });
export const DisableUserPayload = payloadOf("DisableUser", { user });
export const EnableUserPayload = payloadOf("EnableUser", { user });
export const RenameUserPayload = payloadOf("RenameUser", { user });
export const ResetPasswordPayload = payloadOf("ResetPassword", { user });

@InputType({ description: "新建用户 · A user to be added" })
export class CreateUserInput extends MutationInput {
  @Field(() => String, {
    description:
      "登录名，3 至 60 个字符：小写字母、数字、点、下划线、连字符 · Login, 3 to 60 characters of a-z 0-9 . _ -",
  })
  login!: string;
  @Field(() => String) displayName!: string;
  @Field(() => String, { description: "所属单位代码 · Code of the unit the user belongs to" })
  unitCode!: string;
  @Field(() => String, {
    description:
      "初始密码，首次登录后须修改；要求由口令策略规定（standard 为至少 10 个字符，不常见，不含登录名） · A first password, to be changed at first use; as the policy has it: by default 10 characters or more, not a common one, without the login",
  })
  password!: string;
  @Field(() => [RoleEnum], { nullable: true, description: "在所属单位的角色 · Roles held at that unit" })
  roles?: Role[] | null;
}

@InputType()
abstract class RoleAtUnitInput extends MutationInput {
  @Field(() => ID) userId!: string;
  @Field(() => String, { description: "任职单位代码 · Code of the unit the role is held at" })
  unitCode!: string;
  @Field(() => RoleEnum, { description: "角色 · The role" }) role!: Role;
}

@InputType({ description: "要授予的角色 · A role to be granted" })
export class GrantRoleInput extends RoleAtUnitInput {}

@InputType({ description: "要撤销的角色 · A role to be revoked" })
export class RevokeRoleInput extends RoleAtUnitInput {}

@InputType({ description: "要停用的用户 · The user to be disabled" })
export class DisableUserInput extends MutationInput {
  @Field(() => ID) userId!: string;
}

@InputType({ description: "要恢复使用的用户 · The user to be enabled again" })
export class EnableUserInput extends MutationInput {
  @Field(() => ID, { description: "用户 · The user" }) userId!: string;
}

@InputType({ description: "更正姓名 · Another name for a user" })
export class RenameUserInput extends MutationInput {
  @Field(() => ID, { description: "用户 · The user" }) userId!: string;
  @Field(() => String, { description: "1 至 40 个字 · 1 to 40 characters" }) displayName!: string;
}

@InputType({ description: "重置他人密码 · A new password for somebody else" })
export class ResetPasswordInput extends MutationInput {
  @Field(() => ID) userId!: string;
  @Field(() => String) newPassword!: string;
}

export const UserOrderEnum = enumOf("UserOrder", "用户列表的次序 · The order of a list of users", {
  LOGIN_ASC: "按登录名 · By login",
  LOGIN_DESC: "按登录名，倒序 · By login, the last first",
});

/** Which users, which page of them, and in which order. */
@ArgsType()
export class UsersArgs extends PageArgs {
  @Field(() => String, { nullable: true })
  under?: string | null;
  @Field(() => UserOrderEnum, { nullable: true, defaultValue: "LOGIN_ASC", description: ORDER_BY })
  orderBy?: keyof typeof UserOrderEnum | null;
}
