import { Column, Entity, PrimaryColumn } from "typeorm";
import { tenantTable } from "../platform/db/index.js";
import { readableQueries } from "./saved-query.entity.js";
import type { Visibility } from "./saved-query.terms.js";

/** A named arrangement of saved queries. It belongs to the unit at which it was saved, and is shared as queries are. */
@Entity("dashboards")
export class DashboardRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "unit_id", type: "varchar" }) unitId!: string;
  @Column({ name: "owner_id", type: "varchar" }) ownerId!: string;
  @Column({ name: "name", type: "varchar" }) name!: string;
  @Column({ name: "visibility", type: "varchar" }) visibility!: Visibility;
  /** JSON: a list of Panel, in the order of display. */
  @Column({ name: "panels", type: "text" }) panels!: string;
  @Column({ name: "revision", type: "int" }) revision!: number;
  @Column({ name: "created_at", type: "varchar" }) createdAt!: string;
}

/** One saved query of a dashboard. It may have been deleted since, or be hidden from whoever looks. */
export interface Panel {
  readonly queryId: string;
  readonly show: PanelForm;
}

export type PanelForm = "TABLE" | "CHART" | "BOTH";

export const panelsOf = ({ panels }: Pick<DashboardRow, "panels">): readonly Panel[] =>
  JSON.parse(panels) as Panel[];

export const DASHBOARDS = tenantTable("dashboards", DashboardRow, {
  readable: readableQueries,
  // As of saved queries.
  writable: (scope) => scope.counted,
});
