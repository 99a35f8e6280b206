import { type DroppedPart, Unreadable } from "./document.js";
import { attribute, readXml } from "./xml.js";
import type { ZipArchive } from "./zip-archive.js";

export interface Relation {
  readonly id: string;
  /** The last part of its type: `worksheet`, `hyperlink`. */
  readonly type: string;
  /** The part's name in the archive; null if it lies outside. */
  readonly target: string | null;
}

/** The relations of a part; `""` is the package itself. */
export function relationsOf(zip: ZipArchive, part: string): Relation[] {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const name = part.slice(folder.length);
  const relations: Relation[] = [];
  readXml(zip.read(`${folder}_rels/${name}.rels`), {
    open: (element, attributes) => {
      if (element !== "Relationship") return;
      const target = attributes["Target"] ?? "";
      relations.push({
        id: attributes["Id"] ?? "",
        type: (attributes["Type"] ?? "").split("/").at(-1) ?? "",
        target: attributes["TargetMode"] === "External" ? null : resolved(folder, target),
      });
    },
  });
  return relations;
}

function resolved(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const parts = folder.split("/").slice(0, -1);
  for (const step of target.split("/"))
    if (step === "..") parts.pop();
    else if (step !== ".") parts.push(step);
  return parts.join("/");
}

/** The part that the package is about: the text of a document, or the workbook. */
export function mainPart(zip: ZipArchive): string {
  const main = relationsOf(zip, "").find(({ type }) => type === "officeDocument")?.target;
  if (!main || !zip.has(main)) throw new Unreadable("DAMAGED");
  return main;
}

const UNUSUAL: readonly (readonly [DroppedPart, RegExp])[] = [
  ["MACROS", /vbaProject|vbaData|macrosheets\//i],
  ["EMBEDDED_OBJECTS", /\/(embeddings|activeX)\/|afchunk/i],
];

/** What is left unread on purpose, so that a person can be told. */
export function droppedParts(zip: ZipArchive, relations: readonly Relation[]): DroppedPart[] {
  const dropped = UNUSUAL.filter(([, names]) => zip.names.some((name) => names.test(name))).map(
    ([part]) => part,
  );
  const isOutside = ({ type, target }: Relation): boolean => target === null && type !== "hyperlink";
  const isLinked = relations.some(isOutside) || zip.names.some((name) => /\/externalLinks\//.test(name));
  return isLinked ? [...dropped, "EXTERNAL_LINKS"] : dropped;
}

/** The custom properties of an Office file by name. */
export function propertiesOf(zip: ZipArchive): Record<string, string> {
  const properties: Record<string, string> = {};
  let name: string | null = null;
  readXml(zip.read("docProps/custom.xml"), {
    open: (element, attributes) => {
      if (element === "property") name = attribute(attributes, "name") ?? null;
    },
    close: (element) => {
      if (element === "property") name = null;
    },
    text: (value) => {
      if (name !== null && value.trim() !== "") properties[name] = (properties[name] ?? "") + value;
    },
  });
  return properties;
}
