import DataLoader from "dataloader";
import type { LoaderFactory } from "../../platform/loaders/index.js";
import { decisions, type Decision } from "./setting.read-model.js";

/** All decisions there are; whose they are is told by their paths. */
export const decisionsMade: LoaderFactory<"all", Decision[]> = (read) =>
  new DataLoader(async (keys) => {
    const made = await read(decisions);
    return keys.map(() => made);
  });
