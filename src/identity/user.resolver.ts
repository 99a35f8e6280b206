import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Access } from "../access/api.js";
import { reaches } from "../kernel/tenant-scope.js";
import type { RequestContext } from "../access/index.js";
import { connectionOf, readPage } from "../platform/graphql/paging.js";
import { payload, type PayloadOf } from "../platform/graphql/mutation.types.js";
import { presentProblems } from "../platform/graphql/problems.types.js";
import { presentUnit, unitById } from "../units/index.js";
import { UnitType } from "../units/api.js";
import { createUser } from "./commands/create-user.js";
import { disableUser, enableUser } from "./commands/disable-user.js";
import { grantRole } from "./commands/grant-role.js";
import { importUsers } from "./commands/import-users.js";
import { renameUser } from "./commands/rename-user.js";
import { resetPassword } from "./commands/reset-password.js";
import { revokeRole } from "./commands/revoke-role.js";
import { ImportUsersInput, ImportUsersPayloadType } from "./import-users.types.js";
import { listUsers } from "./list-users.js";
import type { Services } from "./services.js";
import { rolesOfUser } from "./user.loader.js";
import { presentMembership, presentMemberships, presentUser } from "./user.presenter.js";
import {
  CreateUserInput,
  CreateUserPayload,
  DisableUserInput,
  DisableUserPayload,
  EnableUserInput,
  EnableUserPayload,
  GrantRoleInput,
  GrantRolePayload,
  MembershipType,
  RenameUserInput,
  RenameUserPayload,
  ResetPasswordInput,
  ResetPasswordPayload,
  RevokeRoleInput,
  RevokeRolePayload,
  UserConnectionType,
  UsersArgs,
  UserType,
} from "./user.types.js";

@Resolver(() => UserType)
export class UserResolver {
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  @Query(() => UserConnectionType, {
    description:
      "所辖单位的用户，按登录名排列；under 为单位代码 · Users of the units one administers, by login; under is a unit's code",
  })
  @Access("user:read")
  async users(
    @Args(() => UsersArgs) { under, orderBy, ...paging }: UsersArgs,
    @Ctx() { viewer }: RequestContext,
  ): Promise<UserConnectionType> {
    const page = readPage(paging);
    const which = { under: under ?? null, descending: orderBy === "LOGIN_DESC" };
    const found = await listUsers(this.#services.database, viewer, which, page);
    return connectionOf(found, page, (user) => user.login, presentUser);
  }

  @Mutation(() => CreateUserPayload, { description: "新建用户 · Adds a user to a unit" })
  @Access("user:create")
  async createUser(
    @Arg("input", () => CreateUserInput) input: CreateUserInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof CreateUserPayload>> {
    return payload("user", await createUser(this.#services, context, input), presentUser, context);
  }

  @Mutation(() => ImportUsersPayloadType, {
    description:
      "由表格（.csv）批量新建用户：可预览，全部成功或全部不写入 · Adds users from a table: with a preview, all of them or none",
  })
  @Access("user:create")
  async importUsers(
    @Arg("input", () => ImportUsersInput) input: ImportUsersInput,
    @Ctx() context: RequestContext,
  ): Promise<ImportUsersPayloadType> {
    const { record, problems } = await importUsers(this.#services, context, input);
    return { users: record, problems: presentProblems(problems, context.language) };
  }

  @Mutation(() => GrantRolePayload, { description: "授予角色 · Grants a role at a unit" })
  @Access("role:grant")
  async grantRole(
    @Arg("input", () => GrantRoleInput) input: GrantRoleInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof GrantRolePayload>> {
    return payload("user", await grantRole(this.#services, context, input), presentUser, context);
  }

  @Mutation(() => RevokeRolePayload, {
    description: "撤销角色，下一次请求即生效 · Revokes a role; it takes effect at the user's next request",
  })
  @Access("role:revoke")
  async revokeRole(
    @Arg("input", () => RevokeRoleInput) input: RevokeRoleInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof RevokeRolePayload>> {
    return payload("user", await revokeRole(this.#services, context, input), presentUser, context);
  }

  @Mutation(() => DisableUserPayload, {
    description: "停用用户，其会话随之失效 · Disables a user and ends all sessions of theirs",
  })
  @Access("user:disable")
  async disableUser(
    @Arg("input", () => DisableUserInput) input: DisableUserInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof DisableUserPayload>> {
    return payload("user", await disableUser(this.#services, context, input), presentUser, context);
  }

  @Mutation(() => EnableUserPayload, {
    description: "恢复使用已停用的用户 · Enables a user again, with the password and roles of before",
  })
  @Access("user:disable")
  async enableUser(
    @Arg("input", () => EnableUserInput) input: EnableUserInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof EnableUserPayload>> {
    return payload("user", await enableUser(this.#services, context, input), presentUser, context);
  }

  @Mutation(() => RenameUserPayload, {
    description: "更正姓名 · Changes the name that is shown; what was signed keeps the old one",
  })
  @Access("user:create")
  async renameUser(
    @Arg("input", () => RenameUserInput) input: RenameUserInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof RenameUserPayload>> {
    return payload("user", await renameUser(this.#services, context, input), presentUser, context);
  }

  @Mutation(() => ResetPasswordPayload, {
    description:
      "重置他人密码：所设为初始密码，其会话随之失效 · Sets a first password, to be changed at first use, and ends all sessions of the user",
  })
  @Access("user:resetPassword")
  async resetPassword(
    @Arg("input", () => ResetPasswordInput) input: ResetPasswordInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof ResetPasswordPayload>> {
    return payload("user", await resetPassword(this.#services, context, input), presentUser, context);
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: "所属单位，仅管理员可见 · The unit that keeps the account; null but for an administrator",
  })
  async unit(@Root() { record }: UserType, @Ctx() { loaders }: RequestContext): Promise<UnitType | null> {
    const unit = record && (await loaders.of(unitById).load(record.unitId));
    return unit && presentUnit(unit);
  }

  @FieldResolver(() => [MembershipType], {
    nullable: true,
    description:
      "任职：本人的全部，他人的仅限管理范围内；不管理该账号的人为空 · One's own roles, or those of others that one administers; null for whoever does not administer the account",
  })
  async memberships(
    @Root() { userId, record }: UserType,
    @Ctx() { loaders, viewer }: RequestContext,
  ): Promise<MembershipType[] | null> {
    // A record comes from a step of an administrator, which may have changed the caller's own roles since the request
    // began.
    if (record === null && userId === viewer.user?.id) return presentMemberships(viewer);
    const home = record && (await loaders.of(unitById).load(record.unitId));
    if (!home || !reaches(viewer.scope.administered, home)) return null;
    const held = await loaders.of(rolesOfUser).load(userId);
    return held.map(presentMembership);
  }
}
