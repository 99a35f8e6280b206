import DataLoader from "dataloader";
import { lettersOf, REQUEST_LETTERS, type LetterRow } from "../../ledgers/requests/api.js";
import { groupedBy, inOrderOf, type LoaderFactory } from "../../platform/loaders/index.js";
import { unitByCode } from "../../units/index.js";
import { templateFor, templatesFor, type TemplateInPlace } from "./letter-template.entity.js";
import type { LetterKind } from "./letters.data.js";

export const lettersOfRequest: LoaderFactory<string, LetterRow[]> = (read) =>
  new DataLoader(async (ids) =>
    groupedBy(ids, await read((session) => lettersOf(session, ids)), ({ requestId }) => requestId),
  );

export const letterById: LoaderFactory<string, LetterRow | null> = (read) =>
  new DataLoader(async (ids) =>
    inOrderOf(ids, await read((session) => session.rows(REQUEST_LETTERS).find({ id: ids })), ({ id }) => id),
  );

/** By the path of a unit: the templates that were put in place at or above. */
export const templatesAt: LoaderFactory<string, ReadonlyMap<LetterKind, TemplateInPlace>> = (read) =>
  new DataLoader((paths) => Promise.all(paths.map((path) => read((session) => templatesFor(session, path)))));

export interface TemplateKey {
  readonly unitCode: string;
  readonly kind: LetterKind;
}

/** null: no such unit; else the template of the nearest unit above, or none of its own. */
export const templateOfUnit: LoaderFactory<TemplateKey, { readonly content: Uint8Array | null } | null> = (
  read,
) =>
  new DataLoader((keys) =>
    Promise.all(
      keys.map(({ unitCode, kind }) =>
        read(async (session) => {
          const unit = await unitByCode(session, unitCode);
          return unit && { content: await templateFor(session, unit, kind) };
        }),
      ),
    ),
  );
