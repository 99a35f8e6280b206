import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Access } from "../../access/api.js";
import type { Commands, RequestContext } from "../../access/index.js";
import { toGlobalId } from "../../platform/graphql/global-id.js";
import { presentProblems } from "../../platform/graphql/problems.types.js";
import { givenId, requiredId } from "../../records/index.js";
import { deletePeerGroup } from "./commands/delete-peer-group.js";
import { savePeerGroup } from "./commands/save-peer-group.js";
import { customGroupById } from "./custom-group.loader.js";
import { presentCustomGroup } from "./custom-group.presenter.js";
import {
  CustomPeerGroupType,
  DeletePeerGroupInput,
  DeletePeerGroupPayloadType,
  SavePeerGroupInput,
  SavePeerGroupPayloadType,
} from "./custom-group.types.js";

@Resolver(() => CustomPeerGroupType)
export class CustomGroupMutationResolver {
  readonly #commands: Commands;

  constructor(commands: Commands) {
    this.#commands = commands;
  }

  @Mutation(() => SavePeerGroupPayloadType, {
    description:
      "保存自定义可比组：新建，或改名、改组内单位 · Saves a peer group: a new one, or its name and units",
  })
  @Access("peerGroup:change")
  async savePeerGroup(
    @Arg("input", () => SavePeerGroupInput) input: SavePeerGroupInput,
    @Ctx() context: RequestContext,
  ): Promise<SavePeerGroupPayloadType> {
    const { unitCode, name, units } = input;
    const command = {
      ...{ unitCode, name, units },
      groupId: givenId("CustomPeerGroup", input.groupId),
      expectedRevision: input.expectedRevision ?? null,
    };
    const { record, problems } = await this.#commands.run(
      { ...context, name: "savePeerGroup", input },
      (_, call) => savePeerGroup(call, command),
    );
    const { loaders, language } = context;
    const saved = record && (await loaders.of(customGroupById).clear(record.id).load(record.id));
    return { group: saved && presentCustomGroup(saved), problems: presentProblems(problems, language) };
  }

  @Mutation(() => DeletePeerGroupPayloadType, {
    description: "删除自定义可比组 · Deletes a peer group",
  })
  @Access("peerGroup:change")
  async deletePeerGroup(
    @Arg("input", () => DeletePeerGroupInput) input: DeletePeerGroupInput,
    @Ctx() context: RequestContext,
  ): Promise<DeletePeerGroupPayloadType> {
    const command = {
      groupId: requiredId("CustomPeerGroup", input.groupId),
      expectedRevision: input.expectedRevision,
    };
    const { record, problems } = await this.#commands.run(
      { ...context, name: "deletePeerGroup", input },
      (_, call) => deletePeerGroup(call, command),
    );
    return {
      deletedId: record && toGlobalId("CustomPeerGroup", record.id),
      problems: presentProblems(problems, context.language),
    };
  }
}
