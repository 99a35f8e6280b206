import DataLoader from "dataloader";
import { stepsLoader } from "../../history/index.js";
import { groupedBy, inOrderOf, type LoaderFactory } from "../../platform/loaders/index.js";
import { activityLoader, listLoader, type ActivityKey } from "../../records/index.js";
import { REMEDIES, type RemedyRow } from "./remedy.entity.js";
import type { RemedyActivityType } from "./remedy-activity.types.js";
import { remedyCounts, remedyListing, type RemedyCriteria } from "./remedy.read-model.js";

export const remedyById: LoaderFactory<string, RemedyRow | null> = (read) =>
  new DataLoader(async (ids) =>
    inOrderOf(ids, await read((s) => s.rows(REMEDIES).find({ id: ids })), ({ id }) => id),
  );

export const remediesOfRequest: LoaderFactory<string, RemedyRow[]> = (read) =>
  new DataLoader(async (ids) => {
    const order = { lodgedOn: "ASC", id: "ASC" } as const;
    const rows = await read((s) => s.rows(REMEDIES).find({ requestId: ids }, { orderBy: order }));
    return groupedBy<string | null, RemedyRow>(ids, rows, ({ requestId }) => requestId);
  });

export const eventsOfRemedy = stepsLoader("Remedy");

export const remediesOfUnit = listLoader<RemedyCriteria, RemedyRow>(remedyListing);

export const remedyActivity: LoaderFactory<ActivityKey, RemedyActivityType> = activityLoader(remedyCounts);
