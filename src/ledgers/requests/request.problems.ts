import { invalidInput, type Problem } from "../../kernel/problem.js";
import { text } from "../../kernel/text.js";
import { lineProblems, optionalLine } from "../../records/index.js";
import type { ApplicantGiven } from "./applicant.js";
import { REQUEST_OUTCOMES, type RequestOutcome } from "./request.terms.js";

export const SUBJECT_LENGTH = 500;
/** Leaves room behind it for the parts of a split. */
export const NUMBER_LENGTH = 40;

export const applicantProblems = ({ name, contact, deliveryAddress }: ApplicantGiven): Problem[] => [
  ...lineProblems(name, ["input", "applicant", "name"], 100),
  ...optionalLine(contact, ["input", "applicant", "contact"], 200),
  ...optionalLine(deliveryAddress, ["input", "applicant", "deliveryAddress"], 300),
];

export const numberTaken = (number: string): Problem => ({
  code: "ALREADY_EXISTS",
  message: text(`编号 ${number} 已被使用`, `There is a request ${number} already`),
  path: ["input", "number"],
});

export function articleProblems(outcome: RequestOutcome, article: string | null | undefined): Problem[] {
  const { article: usual, name } = REQUEST_OUTCOMES[outcome];
  if (usual === null || article?.trim()) return optionalLine(article, ["input", "article"], 200);
  return [
    invalidInput(
      ["input", "article"],
      text(
        `请写明所依据的条款；“${name.zh}”通常依据条例${usual}`,
        `Name the article; “${name.en}” usually rests on 条例 ${usual}`,
      ),
    ),
  ];
}

export const documentNumberProblems = (documentNumber: string | null | undefined): Problem[] =>
  optionalLine(documentNumber, ["input", "documentNumber"], 100);
