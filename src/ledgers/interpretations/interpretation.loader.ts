import DataLoader from "dataloader";
import { stepsLoader } from "../../history/index.js";
import { inOrderOf, type LoaderFactory } from "../../platform/loaders/index.js";
import { activityLoader, listLoader } from "../../records/index.js";
import { INTERPRETATIONS, type InterpretationRow } from "./interpretation.entity.js";
import {
  interpretationFacts,
  interpretationListing,
  type InterpretationCriteria,
} from "./interpretation.read-model.js";

export const interpretationById: LoaderFactory<string, InterpretationRow | null> = (read) =>
  new DataLoader(async (ids) =>
    inOrderOf(ids, await read((s) => s.rows(INTERPRETATIONS).find({ id: ids })), ({ id }) => id),
  );

export const eventsOfInterpretation = stepsLoader("Interpretation");

export const interpretationsOfUnit = listLoader<InterpretationCriteria, InterpretationRow>(
  interpretationListing,
);

export const interpretationActivity = activityLoader(interpretationFacts);
