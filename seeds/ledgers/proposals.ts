import type { CalendarDate } from "../../src/kernel/calendar-date.js";
import type { AssignProposal, RateProposal } from "../../src/ledgers/proposals/api.js";
import { proposalFigures } from "../figures/proposals.js";
import { randomFor, type Random } from "../../src/kernel/random.js";
import type { LedgerFacts } from "./facts.js";
import { PROPOSAL_SUBJECTS } from "./proposals.data.js";

type ProposalKind = AssignProposal["kind"];
type ProposalRole = AssignProposal["role"];

export interface SeedProposal {
  readonly kind: ProposalKind;
  readonly role: ProposalRole;
  readonly session: string;
  readonly number: string;
  readonly title: string;
  readonly assignedOn: CalendarDate;
  readonly answeredOn: CalendarDate;
  readonly answerNumber: string;
  /** null where the unit only gave its opinion to the lead. */
  readonly answer: {
    readonly resultClass: string;
    readonly published: boolean;
    readonly satisfaction: RateProposal["satisfaction"];
    readonly ratedOn: CalendarDate;
  } | null;
}

const SESSIONS: Readonly<Record<ProposalKind, string>> = {
  CONGRESS_SUGGESTION: "区人大会议（示例届次）",
  CPPCC_PROPOSAL: "区政协会议（示例届次）",
};

/** Handed out together after the sessions; due three months later. */
const ASSIGNED_AT = 40;
/** Who gives an opinion beside what it answers itself, which section 六 does not count. */
const CO_ORGANIZES: ReadonlySet<string> = new Set(["371003-zrzyj"]);

/** As many of each kind as section 六 says the unit answered. */
export function proposalsOf(facts: LedgerFacts): SeedProposal[] {
  const { unit, year } = facts;
  const [suggestions, proposals] = proposalFigures(unit, year.year);
  const kinds: [ProposalKind, ProposalRole][] = [
    ...Array.from(
      { length: suggestions },
      () => ["CONGRESS_SUGGESTION", "LEAD"] as [ProposalKind, ProposalRole],
    ),
    ...Array.from({ length: proposals }, () => ["CPPCC_PROPOSAL", "LEAD"] as [ProposalKind, ProposalRole]),
  ];
  if (CO_ORGANIZES.has(unit.code)) kinds.push(["CPPCC_PROPOSAL", "CO_ORGANIZER"]);
  const random = randomFor(unit.code, year.year, "proposal records");
  return kinds.map(([kind, role], at) => proposalOf(facts, { kind, role, at }, random));
}

function proposalOf(
  { unit, year }: LedgerFacts,
  { kind, role, at }: { kind: ProposalKind; role: ProposalRole; at: number },
  random: Random,
): SeedProposal {
  const answeredAt = ASSIGNED_AT + random.between(20, 55);
  const subject = PROPOSAL_SUBJECTS[unit.code]?.[at] ?? "推进政务公开";
  return {
    kind,
    role,
    session: SESSIONS[kind],
    number: `第${10 * (at + 1) + random.between(0, 9)}号`,
    title: `关于${subject}的${kind === "CPPCC_PROPOSAL" ? "提案" : "建议"}`,
    assignedOn: year.day(ASSIGNED_AT),
    answeredOn: year.day(answeredAt),
    answerNumber: `示复字〔${year.year}〕${at + 1}号`,
    answer:
      role === "CO_ORGANIZER"
        ? null
        : {
            resultClass: random.weighted({ A: 60, B: 30, C: 10 }),
            published: random.chance(0.8),
            satisfaction: random.weighted({ SATISFIED: 85, FAIRLY_SATISFIED: 15, DISSATISFIED: 0 }),
            ratedOn: year.day(answeredAt + random.between(5, 15)),
          },
  };
}
