import { Readable } from "node:stream";
import type { RequestContext } from "../../access/index.js";
import { applicantOfRequest, openLetter } from "../../ledgers/requests/api.js";
import { notFound } from "../../kernel/fault.js";
import type { Route, RouteCall, RouteReply } from "../../platform/http/routes.js";
import type { Vault } from "../../platform/vault/vault.js";
import type { DownloadLinks } from "../download-links.js";
import { expired } from "../download.routes.js";
import { DOCX } from "../../wordprocessing/index.js";
import { letterById, templateOfUnit } from "./letter.loader.js";
import { LETTER_KINDS, letterSpec, type LetterKind } from "./letters.data.js";
import { defaultTemplate } from "./template.js";

export const templatePath = (unitCode: string, kind: LetterKind): string =>
  `/letter-templates/${unitCode}/${kind}.docx`;
export const letterPath = (id: string): string => `/letters/${id}.docx`;

/**
 * GET /letters/<id>.docx: a letter, with the ticket of `Letter.file` or a header, for who may read the applicant; and
 * GET /letter-templates/<unit>/<KIND>.docx: the template in force, which holds nothing personal.
 */
export const letterRoutes = (links: DownloadLinks, vault: Vault): Route<RequestContext>[] => [
  {
    method: "GET",
    url: "/letters/:file",
    authorization: async (search, header) => {
      const ticket = search.get("ticket");
      if (ticket === null) return header;
      const token = (await links.open(ticket))?.token;
      return token == null ? undefined : `Bearer ${token}`;
    },
    handle: (call) => letter(call, links, vault),
  },
  { method: "GET", url: "/letter-templates/:unit/:file", handle: template },
];

async function letter(
  { params, search, context: { loaders } }: RouteCall<RequestContext>,
  links: DownloadLinks,
  vault: Vault,
): Promise<RouteReply> {
  const id = /^([\w-]{1,40})\.docx$/.exec(params["file"] ?? "")?.[1] ?? "";
  const ticket = search.get("ticket");
  if (ticket !== null) {
    const linked = await links.open(ticket);
    if (!linked || !("path" in linked) || linked.path !== letterPath(id)) throw expired();
  }
  const row = await loaders.of(letterById).load(id);
  if (!row?.sealed) throw notFound();
  // A letter names the applicant: that it is read stands in the history before it is answered.
  await loaders.of(applicantOfRequest).load(row.requestId);
  const name = `${letterSpec(row.kind as LetterKind).name.zh}${row.number === null ? "" : ` ${row.number}`}.docx`;
  return { type: DOCX, body: Readable.from([openLetter(vault, row.sealed, row)]), fileName: name };
}

async function template({ params, context }: RouteCall<RequestContext>): Promise<RouteReply> {
  const { unit: unitCode = "", file = "" } = params;
  const kind = LETTER_KINDS.find((one) => `${one}.docx` === file);
  if (!kind) throw notFound();
  const found = await context.loaders.of(templateOfUnit).load({ unitCode, kind });
  if (!found) throw notFound();
  const content = found.content ? Buffer.from(found.content) : await defaultTemplate(kind);
  return { type: DOCX, body: Readable.from([content]), fileName: `${letterSpec(kind).name.zh}.docx` };
}
