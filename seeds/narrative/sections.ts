import type { ReportFacts } from "./facts.js";
import { introduction } from "./introduction.js";
import { otherMatters } from "./other-matters.js";
import { overview } from "./overview.js";
import { problems } from "./problems.js";

export type SeedSections = Readonly<
  Record<"INTRODUCTION" | "OVERVIEW" | "PROBLEMS" | "OTHER_MATTERS", string>
>;

export const sectionsOf = (facts: ReportFacts): SeedSections => ({
  INTRODUCTION: introduction(facts),
  OVERVIEW: overview(facts),
  PROBLEMS: problems(facts),
  OTHER_MATTERS: otherMatters(facts),
});
