import type { ReceiveRequest } from "../../src/ledgers/requests/api.js";
import type { Applicant } from "../form-codes.js";
import type { Random } from "../../src/kernel/random.js";

type ApplicantKind = ReceiveRequest["applicantKind"];

/** The columns of table 三, as cells and as ledgers call them; and applicants who plainly do not exist. */
export const APPLICANT_COLUMNS: Readonly<
  Record<Applicant, { kind: ApplicantKind; names: readonly [string, ...string[]] }>
> = {
  naturalPerson: {
    kind: "NATURAL_PERSON",
    names: ["王某", "李某", "张某", "刘某", "于某", "丛某", "宋某", "毕某"],
  },
  enterprise: { kind: "ENTERPRISE", names: ["甲建筑有限公司", "乙置业有限公司", "丙商贸有限公司"] },
  research: { kind: "RESEARCH", names: ["甲研究所", "乙大学课题组"] },
  publicWelfare: { kind: "PUBLIC_WELFARE", names: ["甲环保协会", "乙助老服务中心"] },
  legalService: { kind: "LEGAL_SERVICE", names: ["甲律师事务所", "乙律师事务所"] },
  otherOrganization: { kind: "OTHER_ORGANIZATION", names: ["甲村村民委员会", "乙小区业主委员会"] },
};

export function applicantOf(column: Applicant, random: Random): ReceiveRequest["applicant"] {
  const digits = String(random.between(0, 9999)).padStart(4, "0");
  return {
    name: `示例·${random.pick(APPLICANT_COLUMNS[column].names)}`,
    contact: `示例电话 000-0000-${digits}`,
    deliveryAddress: `示例路${random.between(1, 199)}号`,
  };
}
