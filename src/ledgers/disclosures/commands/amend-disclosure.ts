import type { Viewer } from "../../../access/index.js";
import type { Session } from "../../../platform/db/index.js";
import type { LedgerServices } from "../../../records/index.js";
import { calendarsOf } from "../../../settings/index.js";
import { decodeChannels, encodeChannels } from "../channels.js";
import type { DisclosureRow } from "../disclosure.entity.js";
import { dueDate, fieldProblems, type DisclosureFields } from "../disclosure.rules.js";
import { moveDisclosures, type Selection } from "./move-disclosures.js";

/** What is given replaces what is there: undefined, and null where there must be something, leave it. */
export type Amendment = { readonly [Field in keyof DisclosureFields]?: DisclosureFields[Field] | null };

/** Changes a draft; once a review has passed it, it must be returned first. */
export async function amendDisclosure(
  session: Session,
  viewer: Viewer,
  chosen: Selection,
  amendment: Amendment,
  services: LedgerServices,
): Promise<{ ids: string[] }> {
  const { clock, calendar } = services;
  const calendars = await calendarsOf(session, calendar);
  return moveDisclosures(
    session,
    viewer,
    chosen,
    {
      verb: "amend",
      problems: ({ disclosure, unit }) =>
        fieldProblems(
          amended(disclosure, amendment),
          { now: clock.now(), calendar, unitKind: unit.kind },
          (field) => ["input", field],
        ),
      values: ({ disclosure, unit }) => {
        const fields = amended(disclosure, amendment);
        const dueOn = dueDate(fields.formedOn, calendars(unit));
        return { ...fields, channels: encodeChannels(fields.channels), dueOn };
      },
    },
    services,
  );
}

const amended = (row: DisclosureRow, by: Amendment): DisclosureFields => ({
  title: by.title ?? row.title,
  category: by.category ?? row.category,
  channels: by.channels ?? decodeChannels(row.channels),
  items: by.items ?? row.items,
  formedOn: by.formedOn ?? row.formedOn,
  documentKind: by.documentKind === undefined ? row.documentKind : by.documentKind,
  documentNumber: by.documentNumber === undefined ? row.documentNumber : by.documentNumber,
});
