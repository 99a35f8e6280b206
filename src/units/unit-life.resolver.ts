import { HistoryEntryType } from "../history/api.js";
import { presentEntry } from "../history/index.js";
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Access } from "../access/api.js";
import type { Commands, Outcome, RequestContext } from "../access/index.js";
import { TenantScope } from "../kernel/tenant-scope.js";
import { payload, type PayloadOf } from "../platform/graphql/mutation.types.js";
import { amendUnit } from "./commands/amend-unit.js";
import { dissolveUnit } from "./commands/dissolve-unit.js";
import { moveUnit } from "./commands/move-unit.js";
import { removeUnit } from "./commands/remove-unit.js";
import { aboveByCode, codesAbove } from "./roots.js";
import { unitById, unitByItsCode } from "./unit.loader.js";
import { presentUnit } from "./unit.presenter.js";
import type { UnitFollowers } from "./unit-followers.js";
import { formerPlaces, unitHistory, unitKin } from "./unit-life.loader.js";
import {
  AmendUnitInput,
  AmendUnitPayload,
  DissolveUnitInput,
  DissolveUnitPayload,
  MoveUnitInput,
  MoveUnitPayload,
  RemoveUnitInput,
  RemoveUnitPayload,
  UnitPlaceType,
} from "./unit-life.types.js";
import type { UnitCall } from "./unit-step.js";
import { UnitType } from "./unit.types.js";

/** A change of the tree moves rows of units that the administrator may not write. */
const SCOPE = TenantScope.system("what hangs on a unit follows it");

@Resolver(() => UnitType)
export class UnitLifeResolver {
  readonly #commands: Commands;
  readonly #followers: UnitFollowers;

  constructor(commands: Commands, followers: UnitFollowers) {
    this.#commands = commands;
    this.#followers = followers;
  }

  @Mutation(() => AmendUnitPayload, {
    description: "更正单位登记信息 · Mends what the register says of a unit",
  })
  @Access("unit:amend")
  async amendUnit(
    @Arg("input", () => AmendUnitInput) input: AmendUnitInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof AmendUnitPayload>> {
    const outcome = await this.#run(context, "amendUnit", input, (call) => amendUnit(call, input));
    return payload("unit", outcome, presentUnit, context);
  }

  @Mutation(() => MoveUnitPayload, {
    description:
      "单位移到另一上级之下；须同时管理移出和移入的政府 · Moves a unit below another government; whoever administers both may",
  })
  @Access("unit:move")
  async moveUnit(
    @Arg("input", () => MoveUnitInput) input: MoveUnitInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof MoveUnitPayload>> {
    const outcome = await this.#run(context, "moveUnit", input, (call) => moveUnit(call, input));
    return payload("unit", outcome, presentUnit, context);
  }

  @Mutation(() => DissolveUnitPayload, {
    description:
      "撤销单位，未结事项移交承继单位，期限仍从原收到之日起算 · Dissolves a unit; its open business goes to a successor, and no period starts anew",
  })
  @Access("unit:dissolve")
  async dissolveUnit(
    @Arg("input", () => DissolveUnitInput) input: DissolveUnitInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof DissolveUnitPayload>> {
    const outcome = await this.#run(context, "dissolveUnit", input, (call) => dissolveUnit(call, input));
    return payload("unit", outcome, presentUnit, context);
  }

  @Mutation(() => RemoveUnitPayload, {
    description: "删除误设的单位 · Takes back a unit that was made by mistake",
  })
  @Access("unit:remove")
  async removeUnit(
    @Arg("input", () => RemoveUnitInput) input: RemoveUnitInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof RemoveUnitPayload>> {
    const work = (call: UnitCall) => removeUnit(call, input);
    const outcome = await this.#run(context, "removeUnit", input, work);
    return payload("removedCode", outcome, ({ removedCode }) => removedCode, context);
  }

  @FieldResolver(() => [UnitType], {
    description: "承继单位，撤销后才有 · What took its place when it was dissolved",
  })
  async successors(@Root() { row }: UnitType, @Ctx() context: RequestContext): Promise<UnitType[]> {
    return unitsOf((await context.loaders.of(unitKin).load(row.id)).successorIds, context);
  }

  @FieldResolver(() => [UnitType], {
    description: "所承继的已撤销单位 · The dissolved units whose place it took",
  })
  async predecessors(@Root() { row }: UnitType, @Ctx() context: RequestContext): Promise<UnitType[]> {
    return unitsOf((await context.loaders.of(unitKin).load(row.id)).predecessorIds, context);
  }

  @FieldResolver(() => [UnitPlaceType], {
    description: "历次移动前的上级，由旧到新 · Where it stood before each of its moves, the oldest first",
  })
  async formerPlaces(
    @Root() { row }: UnitType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<UnitPlaceType[]> {
    const places = (await loaders.of(formerPlaces).load(row.id)) ?? [];
    return places.map(({ parentId, untilDay }) => ({ parentId, until: untilDay }));
  }

  @FieldResolver(() => [HistoryEntryType], {
    description: "沿革，由旧到新 · What became of it, the oldest first",
  })
  async history(@Root() { row }: UnitType, @Ctx() { loaders }: RequestContext): Promise<HistoryEntryType[]> {
    return (await loaders.of(unitHistory).load(row.id)).map(({ entry }) => presentEntry(entry));
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description:
      "没有上级而按代码应在其下的政府；用 moveUnit 或 place-root 命令移过去 · For a unit without one above it: the government that it belongs below by its code; moveUnit or the command place-root puts it there",
  })
  async expectedParent(
    @Root() { row }: UnitType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<UnitType | null> {
    if (row.parentId !== null) return null;
    const above = await Promise.all(codesAbove(row).map((code) => loaders.of(unitByItsCode).load(code)));
    const living = above.flatMap((unit) => (unit && unit.dissolvedOn === null ? [unit] : []));
    const parent = aboveByCode(row, living);
    return parent ? presentUnit(parent) : null;
  }

  #run<R>(
    context: RequestContext,
    name: string,
    input: { idempotencyKey?: string | null },
    work: (call: UnitCall) => Promise<R>,
  ): Promise<Outcome<R>> {
    const followers = this.#followers;
    return this.#commands.run({ ...context, name, input, scope: SCOPE }, (_, call) =>
      work({ ...call, followers }),
    );
  }
}

@Resolver(() => UnitPlaceType)
export class UnitPlaceResolver {
  @FieldResolver(() => UnitType, {
    nullable: true,
    description: "当时的上级单位；空：没有上级 · The unit above it then",
  })
  async parent(
    @Root() { parentId }: UnitPlaceType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<UnitType | null> {
    const parent = parentId && (await loaders.of(unitById).load(parentId));
    return parent ? presentUnit(parent) : null;
  }
}

async function unitsOf(ids: readonly string[], { loaders }: RequestContext): Promise<UnitType[]> {
  const found = await Promise.all(ids.map((id) => loaders.of(unitById).load(id)));
  return found.flatMap((unit) => (unit ? [presentUnit(unit)] : []));
}
