import { notAllowedNow, type Problem } from "../../kernel/problem.js";
import { text } from "../../kernel/text.js";
import type { Session } from "../../platform/db/index.js";
import { contestable, type ContestedRequest } from "./lodging.rules.js";
import { REMEDIES } from "./remedy.entity.js";
import { REMEDY_ROUTES } from "./remedy.terms.js";

/** Cases that could not have been lodged on their day, given these dates of the contested request. */
export async function contestedDates(
  session: Session,
  request: ContestedRequest & { readonly id: string },
): Promise<Problem[]> {
  const cases = await session
    .rows(REMEDIES)
    .find({ requestId: request.id }, { orderBy: { lodgedOn: "ASC" } });
  const law = "行政复议法 §20、行政诉讼法 §46、§47";
  return cases
    .filter(({ lodgedOn }) => !contestable(request, lodgedOn))
    .map(({ route, number, lodgedOn }) =>
      notAllowedNow(
        ["input"],
        text(
          `${REMEDY_ROUTES[route].zh} ${number} 已于 ${lodgedOn} 提起，按更正后的日期，其时申请尚未办结也未逾期（${law}）`,
          `${REMEDY_ROUTES[route].en} ${number} was lodged on ${lodgedOn}: by these dates the request was neither decided nor overdue then (${law})`,
        ),
      ),
    );
}
