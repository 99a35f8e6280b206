import DataLoader from "dataloader";
import { inOrderOf, type LoaderFactory } from "../platform/loaders/index.js";
import { UNIT_CONTACTS, type UnitContact } from "./contact.entity.js";

export const contactsOfUnit: LoaderFactory<string, readonly UnitContact[]> = (read) =>
  new DataLoader(async (unitIds) => {
    const rows = await read((session) => session.rows(UNIT_CONTACTS).find({ unitId: unitIds }));
    return inOrderOf(unitIds, rows, ({ unitId }) => unitId).map((row) => row?.contacts ?? []);
  });
