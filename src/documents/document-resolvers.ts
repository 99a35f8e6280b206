import { DownloadLinkResolver, type LinkServices } from "./download-link.resolver.js";
import {
  LetterFileResolver,
  type LetterResolverServices,
  LetterTemplateResolver,
  RequestLettersResolver,
  UnitLetterTemplatesResolver,
} from "./letters/letter.resolver.js";
import { ReportFileResolver } from "./report/report-file.resolver.js";

/** Every resolver of files: tables, reports, letters. */
export const documentResolvers = (links: LinkServices, letters: LetterResolverServices): object[] => [
  new DownloadLinkResolver(links),
  new ReportFileResolver(links),
  new RequestLettersResolver(letters),
  new UnitLetterTemplatesResolver(),
  new LetterTemplateResolver(),
  new LetterFileResolver(links),
];
