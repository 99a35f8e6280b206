import type { CalendarDate } from "../../kernel/calendar-date.js";
import { invalidInput, notAllowedNow, type Problem } from "../../kernel/problem.js";
import { text } from "../../kernel/text.js";
import { dateProblems, type DateLimits } from "../../records/index.js";
import type { RemedyRow } from "./remedy.entity.js";
import { REMEDY_ROUTES, type RemedyRoute } from "./remedy.terms.js";

/** Facts about the contested request. */
export interface ContestedRequest {
  readonly receivedOn: CalendarDate;
  readonly decidedOn: CalendarDate | null;
  readonly servedOn: CalendarDate | null;
  readonly decisionArrivedOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  readonly state?: string;
}

type Review = Pick<RemedyRow, "route" | "requestId" | "concludedOn">;

export interface Lodging {
  readonly route: RemedyRoute;
  readonly lodgedOn: CalendarDate;
  readonly requestId: string | null;
  /** null where the contested request is not in the ledger. */
  readonly request: ContestedRequest | null;
  /** The review that a suit is said to follow. */
  readonly review: Review | null;
}

/** True if there was something to contest on that day: a decision, or a failure to decide in time (行政诉讼法 §47). */
export const decidedBy = ({ decidedOn }: ContestedRequest, day: CalendarDate): boolean =>
  decidedOn !== null && decidedOn <= day;
/** Before its receipt is confirmed no answer is due. */
const overdueBy = ({ dueOn, state }: ContestedRequest, day: CalendarDate): boolean =>
  state !== "REGISTERED" && dueOn !== null && dueOn < day;

export const contestable = (request: ContestedRequest, day: CalendarDate): boolean =>
  request.receivedOn <= day && (decidedBy(request, day) || overdueBy(request, day));

/** Problems of the day of lodging. */
export function lodgedOnProblems(lodging: Lodging, limits: Omit<DateLimits, "notBefore">): Problem[] {
  const { lodgedOn, request, review } = lodging;
  const path = ["input", "lodgedOn"];
  const received = request && {
    date: request.receivedOn,
    what: text("申请收到日期", "the day the request was received"),
  };
  const impossible = dateProblems(lodgedOn, path, { ...limits, notBefore: received });
  if (impossible.length > 0) return impossible;
  const problems: Problem[] = [];
  if (request && !contestable(request, lodgedOn))
    problems.push(notAllowedNow(path, tooEarly(lodging.route, request)));
  if (review?.concludedOn != null && review.concludedOn > lodgedOn)
    problems.push(
      invalidInput(
        path,
        text(
          `起诉日期不能早于复议审结日期 ${review.concludedOn}（行政诉讼法 §45）`,
          `A suit after review cannot be earlier than the review's end on ${review.concludedOn} (行政诉讼法 §45)`,
        ),
      ),
    );
  return problems;
}

function tooEarly(route: RemedyRoute, { decidedOn, dueOn }: ContestedRequest) {
  const law = "行政复议法 §20、行政诉讼法 §46、§47";
  const { zh, en } = REMEDY_ROUTES[route];
  return text(
    `该申请${decidedOn ? `于 ${decidedOn} 才作出决定` : "尚未作出决定"}，${dueOn ? `答复期限为 ${dueOn}，` : ""}此前不能提起${zh}；期限届满仍未答复的除外（${law}）`,
    `The request ${decidedOn ? `was decided on ${decidedOn}` : "is not decided yet"}${dueOn ? ` and due on ${dueOn}` : ""}: a ${en} can be lodged only after the decision, or after the due date if there was no answer (${law})`,
  );
}

/** Problems of the arrival of a ruling. */
export const arrivalProblems = (
  arrivedOn: CalendarDate | null,
  concludedOn: CalendarDate,
  limits: Omit<DateLimits, "notBefore">,
): Problem[] =>
  dateProblems(arrivedOn, ["input", "arrivedOn"], {
    ...limits,
    notBefore: { date: concludedOn, what: text("审结日期", "the day it was concluded") },
  });

/** Problems of the review before a suit, or of its absence. */
export function reviewProblems(lodging: Lodging, reviewsOfRequest: number): Problem[] {
  const { route, requestId, review } = lodging;
  const wrong = (zh: string, en: string): Problem[] => [invalidInput(["input", "reviewId"], text(zh, en))];
  if (route !== "LITIGATION_AFTER_REVIEW")
    return review
      ? wrong("只有复议后起诉的案件才填复议案件", "Only a suit after review follows a review")
      : [];
  if (!review)
    return reviewsOfRequest === 0
      ? []
      : wrong(
          "该申请的复议案件已在台账中，请指明所经的复议（行政诉讼法 §45）",
          "The request's review is in the ledger: say which one the suit followed (行政诉讼法 §45)",
        );
  if (review.route !== "REVIEW") return wrong("所指案件不是行政复议", "The case is no administrative review");
  if (review.requestId !== requestId)
    return wrong("所指复议针对的是另一件申请", "The review contests another request");
  if (review.concludedOn === null)
    return wrong(
      "所指复议尚未审结；复议机关逾期未作决定的，先登记该结果（行政复议法 §34、行政诉讼法 §45）",
      "The review is pending; where it was not decided in time, record that first (行政复议法 §34, 行政诉讼法 §45)",
    );
  return [];
}
