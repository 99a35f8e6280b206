import DataLoader from "dataloader";
import { stepsLoader } from "../history/index.js";
import { groupedBy, type LoaderFactory } from "../platform/loaders/index.js";
import { type UnitPlaceRow } from "./unit-life.entity.js";
import { placesOfUnits, successionsOf } from "./unit-life.read-model.js";

export const formerPlaces: LoaderFactory<string, UnitPlaceRow[]> = (read) =>
  new DataLoader(async (ids) => groupedBy(ids, await read((s) => placesOfUnits(s, ids)), (p) => p.unitId));

export const unitHistory = stepsLoader("Unit");

interface Kin {
  readonly predecessorIds: readonly string[];
  readonly successorIds: readonly string[];
}

export const unitKin: LoaderFactory<string, Kin> = (read) =>
  new DataLoader(async (ids) => {
    const all = await read((s) => successionsOf(s, ids));
    return ids.map((id) => ({
      predecessorIds: all.filter(({ successorId }) => successorId === id).map(({ unitId }) => unitId),
      successorIds: all.filter(({ unitId }) => unitId === id).map(({ successorId }) => successorId),
    }));
  });
