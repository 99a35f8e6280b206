import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Access, SignedIn } from "../access/api.js";
import type { RequestContext, Viewer } from "../access/index.js";
import type { Database } from "../platform/db/index.js";
import { toGlobalId } from "../platform/graphql/global-id.js";
import { payload, type PayloadOf } from "../platform/graphql/mutation.types.js";
import { connectionOf, readPage } from "../platform/graphql/paging.js";
import { presentProblems } from "../platform/graphql/problems.types.js";
import { givenId, requiredId } from "../records/index.js";
import { UnitType } from "../units/api.js";
import { presentUnit, unitById } from "../units/index.js";
import { deleteDashboard, saveDashboard } from "./commands/dashboards.js";
import { type DashboardRow, panelsOf } from "./dashboard.entity.js";
import { dashboardById, dashboardPage } from "./dashboard.read-model.js";
import {
  DashboardConnectionType,
  DashboardPanelType,
  DashboardsArgs,
  DashboardType,
  DeleteDashboardInput,
  DeleteDashboardPayload,
  SaveDashboardInput,
  SaveDashboardPayload,
} from "./dashboard.types.js";
import type { SavedQueryServices } from "./saved-query-mutation.resolver.js";
import { savedQueryById } from "./saved-query.loader.js";
import { presentSavedQuery } from "./saved-query.presenter.js";
import { savedQueryCursor } from "./saved-query.read-model.js";
import { SavedQueryType } from "./saved-query.types.js";

export const presentDashboard = (row: DashboardRow, viewer: Viewer): DashboardType => ({
  __typename: "Dashboard",
  ...{ row, id: toGlobalId("Dashboard", row.id), name: row.name, visibility: row.visibility },
  owner: row.ownerId === viewer.user?.id,
  panels: panelsOf(row).map((panel) => ({ panel, show: panel.show })),
  revision: row.revision,
});

@Resolver(() => DashboardType)
export class DashboardResolver {
  constructor(
    private readonly database: Database,
    private readonly services: Pick<SavedQueryServices, "commands">,
  ) {}

  @Query(() => DashboardConnectionType, {
    description:
      "看板：本人的和他人共享的，新的在前 · Dashboards that the caller saved, or that are shared with him, the newest first",
  })
  @SignedIn()
  async dashboards(
    @Args(() => DashboardsArgs) { orderBy, ...paging }: DashboardsArgs,
    @Ctx() { viewer }: RequestContext,
  ): Promise<InstanceType<typeof DashboardConnectionType>> {
    const page = readPage(paging);
    const direction = orderBy === "SAVED_ASC" ? "asc" : "desc";
    const found = await this.database.read(viewer.scope, (session) =>
      dashboardPage(session, page, direction),
    );
    return connectionOf(found, page, savedQueryCursor, (row) => presentDashboard(row, viewer));
  }

  @FieldResolver(() => UnitType, { description: "所属单位 · The unit that it belongs to" })
  async unit(@Root() { row }: DashboardType, @Ctx() { loaders }: RequestContext): Promise<UnitType> {
    const unit = await loaders.of(unitById).load(row.unitId);
    if (!unit) throw new Error("a dashboard belongs to a unit");
    return presentUnit(unit);
  }

  @Mutation(() => SaveDashboardPayload, {
    description:
      "保存看板：新存，或改名、改可见范围、重排 · Saves a dashboard: a new one, or a new name, visibility or order of one's own",
  })
  @Access("query:save")
  async saveDashboard(
    @Arg("input", () => SaveDashboardInput) input: SaveDashboardInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof SaveDashboardPayload>> {
    const { viewer, loaders, language } = context;
    const command = {
      name: input.name,
      dashboardId: givenId("Dashboard", input.dashboardId),
      unitCode: input.unitCode ?? null,
      visibility: input.visibility ?? null,
      panels: input.panels.map(({ queryId, show }) => ({ queryId: requiredId("SavedQuery", queryId), show })),
      expectedRevision: input.expectedRevision ?? null,
    };
    const { record, problems } = await this.services.commands.run(
      { ...context, name: "saveDashboard", input },
      (_, call) => saveDashboard(call, command),
    );
    const saved = record && (await loaders.of(dashboardById).clear(record.id).load(record.id));
    return {
      dashboard: saved && presentDashboard(saved, viewer),
      problems: presentProblems(problems, language),
    };
  }

  @Mutation(() => DeleteDashboardPayload, {
    description:
      "删除看板，其中的查询仍在：本人的，或主管部门清理共享的 · Deletes a dashboard, not its queries: one's own, or, by an officer, a shared one",
  })
  @Access("query:save")
  async deleteDashboard(
    @Arg("input", () => DeleteDashboardInput) input: DeleteDashboardInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof DeleteDashboardPayload>> {
    const { expectedRevision } = input;
    const command = { dashboardId: requiredId("Dashboard", input.dashboardId), expectedRevision };
    const outcome = await this.services.commands.run(
      { ...context, name: "deleteDashboard", input },
      (_, call) => deleteDashboard(call, command),
    );
    return payload("deletedId", outcome, ({ id }) => toGlobalId("Dashboard", id), context);
  }
}

@Resolver(() => DashboardPanelType)
export class DashboardPanelResolver {
  @FieldResolver(() => SavedQueryType, {
    nullable: true,
    description:
      "查询；已删除或查看人看不到的为空 · The query; null where it was deleted, or the viewer may not see it",
  })
  async query(
    @Root() { panel }: DashboardPanelType,
    @Ctx() { loaders, viewer }: RequestContext,
  ): Promise<SavedQueryType | null> {
    const query = await loaders.of(savedQueryById).load(panel.queryId);
    return query && presentSavedQuery(query, viewer);
  }
}
