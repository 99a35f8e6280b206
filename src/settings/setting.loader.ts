import DataLoader from "dataloader";
import type { LoaderFactory } from "../platform/loaders/index.js";
import { decisions, settingsOf, type Decision } from "./setting.read-model.js";
import type { Settings } from "./settings.data.js";

/** All decisions; their paths say which government made them. */
export const decisionsMade: LoaderFactory<"all", Decision[]> = (read) =>
  new DataLoader(async (keys) => {
    const made = await read(decisions);
    return keys.map(() => made);
  });

/** The settings of every unit, read once. */
export const settingsOfUnits: LoaderFactory<"all", (unit: { readonly path: string }) => Settings> = (read) =>
  new DataLoader(async (keys) => {
    const settings = await read(settingsOf);
    return keys.map(() => settings);
  });
