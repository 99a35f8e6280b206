import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Access } from "../access/api.js";
import { authorize, type RequestContext } from "../access/index.js";
import type { Database } from "../platform/db/index.js";
import { idOfType } from "../platform/graphql/global-id.js";
import { connectionOf, readPage, wrongCursor } from "../platform/graphql/paging.js";
import { PageArgs } from "../platform/graphql/paging.types.js";
import { presentUnit, unitByCode, unitById } from "../units/index.js";
import { UnitType } from "../units/api.js";
import type { AccountEventKind } from "./account-event.entity.js";
import { accountEventPage, cursorOf } from "./account-event.read-model.js";
import { AccountEventConnectionType, AccountEventKindEnum, AccountEventType } from "./account-event.types.js";

const CURSOR = /^\d{4}-\d\d-\d\dT[\d:.]{12}Z\/[\w-]{1,16}$/;

@Resolver(() => AccountEventType)
export class AccountEventResolver {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  @Query(() => AccountEventConnectionType, {
    description:
      "账号事件：登录、失败、锁定、授权、停用、密码、设置，新的在前；under 为单位代码 · Sign-ins, failures, lock-outs, roles, passwords and settings at or below a unit, newest first",
  })
  @Access("user:read")
  async accountEvents(
    @Arg("under", () => String) under: string,
    @Arg("userId", () => ID, { nullable: true }) userId: string | null,
    @Arg("kinds", () => [AccountEventKindEnum], { nullable: true }) kinds: AccountEventKind[] | null,
    @Args(() => PageArgs) paging: PageArgs,
    @Ctx() { viewer }: RequestContext,
  ): Promise<AccountEventConnectionType> {
    const page = readPage(paging);
    if (page.from !== null && !CURSOR.test(page.from)) throw wrongCursor(page);
    // What is no user's id is that of none.
    const user = userId == null ? null : (idOfType("User", userId) ?? "");
    const found = await this.#database.read(viewer.scope, async (session) => {
      const top = authorize(viewer, "user:read", await unitByCode(session, under));
      return accountEventPage(session, { under: top.path, userId: user, kinds: kinds ?? null }, page);
    });
    return connectionOf(found, page, cursorOf, (row) => row);
  }

  @FieldResolver(() => UnitType, {
    description: "账号所属或设置适用的单位 · The unit that keeps the account, or that the setting holds for",
  })
  async unit(@Root() { unitId }: AccountEventType, @Ctx() { loaders }: RequestContext): Promise<UnitType> {
    const unit = await loaders.of(unitById).load(unitId);
    if (!unit) throw new Error("an event of a unit that is not in the register");
    return presentUnit(unit);
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: "角色所在的单位 · The unit that the role is held at",
  })
  async place(
    @Root() { placeId }: AccountEventType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<UnitType | null> {
    const unit = placeId && (await loaders.of(unitById).load(placeId));
    return unit ? presentUnit(unit) : null;
  }
}
