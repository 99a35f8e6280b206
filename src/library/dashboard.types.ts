import { ArgsType, Extensions, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type { FieldPrice } from "../platform/graphql/cost.js";
import { enumOf } from "../platform/graphql/enum.js";
import {
  ChangeInput,
  EXPECTED_REVISION,
  MutationInput,
  payloadOf,
} from "../platform/graphql/mutation.types.js";
import { NodeType } from "../platform/graphql/node.types.js";
import { connectionTypeOf, ORDER_BY, ShortPageArgs } from "../platform/graphql/paging.types.js";
import type { DashboardRow, Panel, PanelForm } from "./dashboard.entity.js";
import type { Visibility } from "./saved-query.terms.js";
import { QueryVisibilityEnum } from "./saved-query.types.js";

export const PanelFormEnum = enumOf("PanelForm", "看板中的样式 · How a dashboard shows an answer", {
  TABLE: "表 · As a table",
  CHART: "图 · As a chart",
  BOTH: "表和图 · As both",
});

@ObjectType("DashboardPanel", {
  simpleResolvers: true,
  description: "看板中的一个查询 · One query of a dashboard",
})
export class DashboardPanelType {
  /** For field resolvers; not part of the API. */
  readonly panel!: Panel;
  @Field(() => PanelFormEnum, { description: "样式 · How its answer is shown" }) show!: PanelForm;
}

@ObjectType("Dashboard", {
  simpleResolvers: true,
  implements: NodeType,
  description:
    "看板：排好次序的一组保存的查询，各以查看人的权限运行 · An arrangement of saved queries; each runs with the rights of whoever looks",
})
export class DashboardType extends NodeType {
  readonly __typename!: "Dashboard";
  /** For field resolvers; not part of the API. */
  readonly row!: DashboardRow;
  @Field(() => String, { description: "名称 · Its name" }) name!: string;
  @Field(() => QueryVisibilityEnum, { description: "可见范围 · Who may see it" }) visibility!: Visibility;
  @Field(() => Boolean, { description: "是否为本人所存 · Is it the caller's own?" }) owner!: boolean;
  @Field(() => [DashboardPanelType], { description: "各查询，按次序 · Its queries, in their order" })
  @Extensions({ price: { weight: 1, assumedSize: 6 } satisfies FieldPrice })
  panels!: DashboardPanelType[];
  @Field(() => Int, { description: "修订号，每次保存加一 · Its revision: one more with each save" })
  revision!: number;
}

export const DashboardConnectionType = connectionTypeOf(
  "Dashboard",
  () => DashboardType,
  "看板列表（分页） · A page of dashboards",
);

export const DashboardOrderEnum = enumOf("DashboardOrder", "看板的次序 · The order of a list of dashboards", {
  SAVED_DESC: "新的在前 · By the time of the first saving, the newest first",
  SAVED_ASC: "旧的在前 · The oldest first",
});

@ArgsType()
export class DashboardsArgs extends ShortPageArgs {
  @Field(() => DashboardOrderEnum, { nullable: true, defaultValue: "SAVED_DESC", description: ORDER_BY })
  orderBy?: keyof typeof DashboardOrderEnum | null;
}

@InputType({ description: "看板中的一个查询 · One query of a dashboard" })
export class DashboardPanelInput {
  @Field(() => ID, { description: "保存的查询 · The saved query" }) queryId!: string;
  @Field(() => PanelFormEnum, { defaultValue: "BOTH", description: "样式 · How its answer is shown" })
  show!: PanelForm;
}

@InputType({
  description:
    "保存看板：不给 dashboardId 则新存，给出则改名、改可见范围、重排 · Saves a new dashboard, or changes the one that dashboardId names",
})
export class SaveDashboardInput extends MutationInput {
  @Field(() => ID, { nullable: true, description: "不给则新存一个 · Left out: a new one" })
  dashboardId?: string | null;
  @Field(() => String, { description: "名称，1 至 120 字 · Its name, 1 to 120 characters" }) name!: string;
  @Field(() => String, {
    nullable: true,
    description: "所属单位代码；新存的须给出，以后不变 · Its unit: needed for a new one, and never changed",
  })
  unitCode?: string | null;
  @Field(() => QueryVisibilityEnum, {
    nullable: true,
    description:
      "可见范围：不给则不变，新存的为 PRIVATE · Who may see it: as before when left out, a new one PRIVATE; whoever may not see a query of it sees its place empty",
  })
  visibility?: Visibility | null;
  @Field(() => [DashboardPanelInput], {
    description: "各查询，按次序，1 至 12 个 · Its queries in their order, 1 to 12",
  })
  panels!: DashboardPanelInput[];
  @Field(() => Int, {
    nullable: true,
    description: `给出 dashboardId 时必填。${EXPECTED_REVISION}. Needed with dashboardId`,
  })
  expectedRevision?: number | null;
}

@InputType({ description: "要删除的看板 · The dashboard to be deleted" })
export class DeleteDashboardInput extends ChangeInput {
  @Field(() => ID, { description: "看板 · The dashboard" }) dashboardId!: string;
}

export const SaveDashboardPayload = payloadOf("SaveDashboard", { dashboard: () => DashboardType });
export const DeleteDashboardPayload = payloadOf("DeleteDashboard", {
  deletedId: {
    type: () => ID,
    description:
      "已删除的看板；有问题时为空 · Id of the dashboard that was deleted; null where there are problems",
  },
});
