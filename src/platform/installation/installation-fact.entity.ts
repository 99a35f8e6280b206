import { Column, Entity, PrimaryColumn } from "typeorm";
import { sharedTable } from "../db/index.js";

/** What an installation knows of itself, such as whether its key is the right one: nobody's data. */
@Entity("installation_facts")
export class InstallationFactRow {
  @PrimaryColumn({ name: "id", type: "varchar" }) id!: string;
  @Column({ name: "value", type: "text" }) value!: string;
}

export const INSTALLATION_FACTS = sharedTable("installation_facts", InstallationFactRow, { machinery: true });
