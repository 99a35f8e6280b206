import { SaxesParser } from "saxes";
import { LIMITS, Unreadable } from "./document.js";

export type Attributes = Readonly<Record<string, string>>;

/** Element names come without their prefix: `w:tbl` is `tbl`. */
export interface XmlHandler {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (value: string) => void;
}

/** Reads XML as it is unpacked. Entities beyond the five of XML itself, a DOCTYPE and endless nesting are refused. */
export function readXml(pieces: Iterable<Uint8Array>, handler: XmlHandler): void {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on("doctype", () => {
    throw new Unreadable("DOCTYPE");
  });
  parser.on("error", () => {
    throw new Unreadable("DAMAGED");
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (++depth > LIMITS.xmlDepth) throw new Unreadable("TOO_DEEP");
    handler.open(local(name), attributes);
  });
  parser.on("closetag", ({ name }) => {
    depth--;
    handler.close?.(local(name));
  });
  if (handler.text) {
    parser.on("text", handler.text);
    parser.on("cdata", handler.text);
  }
  let isThere = false;
  for (const text of decoded(pieces)) {
    isThere = true;
    parser.write(text);
  }
  // A part that is not in the package has no root element to close.
  if (isThere) parser.close();
}

/** An attribute whatever its prefix. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const plain = attributes[name];
  if (plain !== undefined) return plain;
  for (const key in attributes) if (key.endsWith(`:${name}`)) return attributes[key];
  return undefined;
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

function* decoded(pieces: Iterable<Uint8Array>): Generator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece));
    yield decoder.decode(piece, { stream: true });
  }
  if (decoder) yield decoder.decode();
}

/** XML is UTF-8 unless a byte order mark says UTF-16. */
const encodingOf = ([first, second]: Uint8Array): string => {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
};
