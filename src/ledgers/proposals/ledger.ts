import { text } from "../../kernel/text.js";
import { sql } from "../../platform/db/index.js";
import { column, lastDayOf, UNIT_COLUMNS, type Ledger } from "../../records/index.js";
import { PROPOSALS } from "./proposal.entity.js";
import { quotedFigures } from "./proposal.read-model.js";
import { PROPOSAL_DATA } from "./proposal.statistics.js";
import { OPEN_PROPOSALS } from "./proposal.store.js";
import { PROPOSAL_STATES } from "./proposal.terms.js";

/** 建议提案 */
export const PROPOSAL_LEDGER: Ledger = {
  name: "proposals",
  tables: [PROPOSALS],
  states: PROPOSAL_STATES,
  dataSet: PROPOSAL_DATA,
  business: () => OPEN_PROPOSALS,
  // They feed no cell: the text is held against them.
  kept: {
    ledger: "proposals",
    table: PROPOSALS,
    dimensions: ["kind"],
    kept: (year) => sql`r.assigned_on <= ${lastDayOf(year)}`,
  },
  figures: { read: quotedFigures, inTextAlone: true },
  lines: ["title", "number", "session", "answerNumber", "resultClass"],
  connections: { ProposalConnection: "Proposal" },
  lists: {
    Proposal: {
      title: text("建议提案台账", "Proposals"),
      columns: [
        ...UNIT_COLUMNS,
        column("kind", "类别", "Kind"),
        column("level", "层级", "Level"),
        column("role", "办理角色", "Role"),
        column("session", "届次", "Session"),
        column("number", "编号", "Number"),
        column("title", "标题", "Title"),
        column("assignedOn", "交办日期", "Assigned"),
        column("dueOn", "答复期限", "Due"),
        column("answeredOn", "答复日期", "Answered"),
        column("answerNumber", "答复文号", "Answer number"),
        column("resultClass", "办理结果分类", "Class of result"),
        column("satisfaction", "满意度", "Satisfaction"),
        column("published", "答复已公开", "Answer published"),
      ],
    },
  },
};
