import { text } from "../../kernel/text.js";
import { DISCLOSURE_DATA } from "./disclosures.data.js";
import { PROPOSAL_DATA } from "./proposals.data.js";
import { REMEDY_DATA } from "./remedies.data.js";
import { REQUEST_DATA } from "./requests.data.js";
import { statisticsInput } from "./statistics-input.types.js";
import {
  DisclosureWhereInput,
  ProposalWhereInput,
  RemedyWhereInput,
  RequestWhereInput,
} from "./where.types.js";

export const RequestStatisticsInput = statisticsInput(REQUEST_DATA, {
  name: "Request",
  subject: text("依申请公开", "requests"),
  where: RequestWhereInput,
});

export const DisclosureStatisticsInput = statisticsInput(DISCLOSURE_DATA, {
  name: "Disclosure",
  subject: text("主动公开", "disclosures"),
  where: DisclosureWhereInput,
});

export const RemedyStatisticsInput = statisticsInput(REMEDY_DATA, {
  name: "Remedy",
  subject: text("复议诉讼", "reviews and suits"),
  where: RemedyWhereInput,
});

export const ProposalStatisticsInput = statisticsInput(PROPOSAL_DATA, {
  name: "Proposal",
  subject: text("建议提案", "proposals"),
  where: ProposalWhereInput,
});
