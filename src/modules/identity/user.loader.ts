import DataLoader from "dataloader";
import { groupedBy, type LoaderFactory } from "../../platform/loaders/index.js";
import { rolesOf, type HeldRole } from "./user.read-model.js";

/** Each user's roles, as far as the caller administers them. */
export const rolesOfUser: LoaderFactory<string, HeldRole[]> = (read) =>
  new DataLoader(async (ids) => groupedBy(ids, await read((s) => rolesOf(s, ids)), (role) => role.userId));
