import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { HistoryEntryType } from "../history/api.js";
import { Access, Public } from "../access/api.js";
import type { Commands, RequestContext } from "../access/index.js";
import { notFound } from "../kernel/fault.js";
import type { Database } from "../platform/db/index.js";
import { connectionOf, pageOfRows, readPage } from "../platform/graphql/paging.js";
import { payload, type PayloadOf } from "../platform/graphql/mutation.types.js";
import { createUnit } from "./commands/create-unit.js";
import { renameUnit } from "./commands/rename-unit.js";
import { unitById, unitByItsCode, unitsBelow } from "./unit.loader.js";
import { presentUnit } from "./unit.presenter.js";
import type { UnitRow } from "./unit.entity.js";
import { unitPage } from "./unit.read-model.js";
import { checkUnitSearchText } from "./unit.rules.js";
import {
  CreateUnitInput,
  CreateUnitPayload,
  RenameUnitInput,
  RenameUnitPayload,
  UnitConnectionType,
  UnitPageArgs,
  UnitsArgs,
  UnitType,
} from "./unit.types.js";

const pathOf = ({ path }: UnitRow): string => path;

const directionOf = (orderBy: UnitPageArgs["orderBy"]) => (orderBy === "PLACE_DESC" ? "desc" : "asc");

@Resolver(() => UnitType)
export class UnitResolver {
  readonly #database: Database;
  readonly #commands: Commands;

  constructor(database: Database, commands: Commands) {
    this.#database = database;
    this.#commands = commands;
  }

  @Query(() => UnitType, { nullable: true, description: "按代码取单位 · A unit by its code" })
  @Public()
  async unit(
    @Arg("code", () => String) code: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<UnitType | null> {
    const row = await loaders.of(unitByItsCode).load(code);
    return row && presentUnit(row);
  }

  @Query(() => UnitConnectionType, {
    description:
      "单位名册：某单位及其以下各单位，不给 under 则为全部；text 匹配任一名称或代码 · The register: a unit and all below it, or the whole tree; text matches any name or the code",
  })
  @Public()
  async units(
    @Args(() => UnitsArgs) { under, kinds, text, orderBy, ...paging }: UnitsArgs,
    @Ctx() { loaders, viewer }: RequestContext,
  ): Promise<UnitConnectionType> {
    const page = readPage(paging);
    if (text) checkUnitSearchText(text);
    const top = under == null ? null : await loaders.of(unitByItsCode).load(under);
    if (under != null && !top) throw notFound();
    const filter = {
      ...(top ? { under: top.path } : {}),
      ...(kinds ? { kinds } : {}),
      ...(text ? { text: text.trim() } : {}),
    };
    const found = await this.#database.longRead(viewer.scope, (session) =>
      unitPage(session, filter, page, directionOf(orderBy)),
    );
    return connectionOf(found, page, pathOf, presentUnit);
  }

  @Mutation(() => CreateUnitPayload, { description: "新设单位 · Adds a unit below another" })
  @Access("unit:create")
  async createUnit(
    @Arg("input", () => CreateUnitInput) input: CreateUnitInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof CreateUnitPayload>> {
    const outcome = await this.#commands.run({ ...context, name: "createUnit", input }, (_, call) =>
      createUnit(call, input),
    );
    return payload("unit", outcome, presentUnit, context);
  }

  @Mutation(() => RenameUnitPayload, {
    description:
      "单位更名，历史年报名称不变 · Renames a unit; filed reports keep the name they were filed under",
  })
  @Access("unit:rename")
  async renameUnit(
    @Arg("input", () => RenameUnitInput) input: RenameUnitInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof RenameUnitPayload>> {
    const outcome = await this.#commands.run({ ...context, name: "renameUnit", input }, (_, call) =>
      renameUnit(call, input),
    );
    return payload("unit", outcome, presentUnit, context);
  }

  @FieldResolver(() => UnitType, { nullable: true, description: "上级单位 · The unit above" })
  async parent(@Root() { row }: UnitType, @Ctx() { loaders }: RequestContext): Promise<UnitType | null> {
    const parent = row.parentId && (await loaders.of(unitById).load(row.parentId));
    return parent ? presentUnit(parent) : null;
  }

  @FieldResolver(() => [UnitType], {
    description: "从最上级起的各级上级单位 · The units above, from the root down",
  })
  async ancestors(@Root() { row }: UnitType, @Ctx() { loaders }: RequestContext): Promise<UnitType[]> {
    const codes = row.path.split("/").slice(0, -2);
    const found = await Promise.all(codes.map((code) => loaders.of(unitByItsCode).load(code)));
    return found.flatMap((unit) => (unit ? [presentUnit(unit)] : []));
  }

  @FieldResolver(() => UnitConnectionType, { description: "直接下级单位 · The units right below" })
  async children(
    @Root() { row }: UnitType,
    @Args(() => UnitPageArgs) { orderBy, ...paging }: UnitPageArgs,
    @Ctx() { loaders }: RequestContext,
  ): Promise<UnitConnectionType> {
    const page = readPage(paging);
    const below = await loaders.of(unitsBelow).load(row.id);
    const ordered = directionOf(orderBy) === "desc" ? below.toReversed() : below;
    return connectionOf(pageOfRows(ordered, page, pathOf), page, pathOf, presentUnit);
  }

  @FieldResolver(() => UnitType, { nullable: true, description: "撤销后的承继单位 · What took its place" })
  async successor(@Root() { row }: UnitType, @Ctx() { loaders }: RequestContext): Promise<UnitType | null> {
    const successor = row.successorId && (await loaders.of(unitById).load(row.successorId));
    return successor ? presentUnit(successor) : null;
  }
}

@Resolver(() => HistoryEntryType)
export class HistoryUnitResolver {
  @FieldResolver(() => UnitType, {
    nullable: true,
    description:
      "在哪个单位的历史中；不属于任何单位的为空 · In whose history it stands; null for what belongs to no unit",
  })
  async unit(
    @Root() { row }: HistoryEntryType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<UnitType | null> {
    const unit = await loaders.of(unitById).load(row.unitId);
    return unit && presentUnit(unit);
  }
}
