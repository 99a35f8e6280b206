import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Access } from "../access/api.js";
import type { Commands, RequestContext } from "../access/index.js";
import type { Clock } from "../kernel/clock.js";
import { toGlobalId } from "../platform/graphql/global-id.js";
import { payload, type PayloadOf } from "../platform/graphql/mutation.types.js";
import { presentProblems } from "../platform/graphql/problems.types.js";
import { givenId, requiredId } from "../records/index.js";
import { deleteQuery } from "./commands/delete-query.js";
import { saveQuery, type SavingRules } from "./commands/save-query.js";
import { savedQueryById } from "./saved-query.loader.js";
import { presentSavedQuery } from "./saved-query.presenter.js";
import {
  DeleteQueryInput,
  DeleteQueryPayload,
  SavedQueryType,
  SaveQueryInput,
  SaveQueryPayload,
} from "./saved-query.types.js";

export interface SavedQueryServices extends Omit<SavingRules, "mostCost"> {
  readonly commands: Commands;
  readonly clock: Clock;
  /** Highest price of a request of this caller. */
  readonly mostCost: (context: RequestContext) => number;
}

@Resolver(() => SavedQueryType)
export class SavedQueryMutationResolver {
  readonly #services: SavedQueryServices;

  constructor(services: SavedQueryServices) {
    this.#services = services;
  }

  @Mutation(() => SaveQueryPayload, {
    description:
      "保存查询：新存，或改名、改可见范围、存新版本 · Saves a query: a new one, or a new name, visibility or version of one's own",
  })
  @Access("query:save")
  async saveQuery(
    @Arg("input", () => SaveQueryInput) input: SaveQueryInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof SaveQueryPayload>> {
    const { viewer, loaders, language } = context;
    const { judge, commands, mostCost } = this.#services;
    const { name, document } = input;
    const command = {
      ...{ name, document },
      queryId: givenId("SavedQuery", input.queryId),
      unitCode: input.unitCode ?? null,
      visibility: input.visibility ?? null,
      variables: input.variables ?? undefined,
      expectedRevision: input.expectedRevision ?? null,
    };
    const rules = { judge, mostCost: mostCost(context) };
    const { record, problems } = await commands.run({ ...context, name: "saveQuery", input }, (_, call) =>
      saveQuery(call, command, rules),
    );
    const saved = record && (await loaders.of(savedQueryById).clear(record.id).load(record.id));
    return {
      query: saved && presentSavedQuery(saved, viewer),
      problems: presentProblems(problems, language),
    };
  }

  @Mutation(() => DeleteQueryPayload, {
    description:
      "删除查询及其各版本：本人的，或主管部门清理共享的 · Deletes a query with its versions: one's own, or, by an officer, a shared one",
  })
  @Access("query:save")
  async deleteQuery(
    @Arg("input", () => DeleteQueryInput) input: DeleteQueryInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof DeleteQueryPayload>> {
    const { expectedRevision } = input;
    const command = { queryId: requiredId("SavedQuery", input.queryId), expectedRevision };
    const outcome = await this.#services.commands.run({ ...context, name: "deleteQuery", input }, (_, call) =>
      deleteQuery(call, command),
    );
    return payload("deletedId", outcome, ({ id }) => toGlobalId("SavedQuery", id), context);
  }
}
