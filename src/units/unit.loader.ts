import DataLoader from "dataloader";
import { groupedBy, inOrderOf, type LoaderFactory } from "../platform/loaders/index.js";
import type { UnitRow } from "./unit.entity.js";
import { unitsByCodes, unitsByIds, unitsByParents } from "./unit.read-model.js";

export const unitById: LoaderFactory<string, UnitRow | null> = (read) =>
  new DataLoader(async (ids) => inOrderOf(ids, await read((s) => unitsByIds(s, ids)), (u) => u.id));

export const unitByItsCode: LoaderFactory<string, UnitRow | null> = (read) =>
  new DataLoader(async (codes) => inOrderOf(codes, await read((s) => unitsByCodes(s, codes)), (u) => u.code));

export const unitsBelow: LoaderFactory<string, UnitRow[]> = (read) =>
  new DataLoader(async (ids) => groupedBy(ids, await read((s) => unitsByParents(s, ids)), (u) => u.parentId));
