import DataLoader from "dataloader";
import { groupedBy, inOrderOf, type LoaderFactory } from "../platform/loaders/index.js";
import { rolesOf, usersByIds, type HeldRole } from "./user.read-model.js";
import type { UserRecord } from "./user.store.js";

export const userById: LoaderFactory<string, UserRecord | null> = (read) =>
  new DataLoader(async (ids) => inOrderOf(ids, await read((s) => usersByIds(s, ids)), (user) => user.id));

/** Each user's roles, as far as the caller administers them. */
export const rolesOfUser: LoaderFactory<string, HeldRole[]> = (read) =>
  new DataLoader(async (ids) => groupedBy(ids, await read((s) => rolesOf(s, ids)), (role) => role.userId));
