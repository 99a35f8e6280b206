import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../access/index.js";
import type { Clock } from "../kernel/clock.js";
import { UnitType } from "../units/api.js";
import { reportOfUnit } from "./report.loader.js";
import { presentReport } from "./report.presenter.js";
import { reportableYears } from "./report-year.js";
import type { ReportScope } from "./report-status.js";
import { AnnualReportType, ReportScopeEnum } from "./report.types.js";

@Resolver(() => UnitType)
export class UnitReportsResolver {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  @FieldResolver(() => AnnualReportType, {
    nullable: true,
    description: "某年度的年报 · The report of one year",
  })
  async report(
    @Root() { row }: UnitType,
    @Arg("year", () => Int) year: number,
    @Arg("scope", () => ReportScopeEnum, { nullable: true, defaultValue: "OWN" }) scope: ReportScope | null,
    @Ctx() { loaders }: RequestContext,
  ): Promise<AnnualReportType | null> {
    const view = await loaders.of(reportOfUnit).load({ unit: row, year, scope: scope ?? "OWN" });
    return view && presentReport(view);
  }

  @FieldResolver(() => [AnnualReportType], {
    description:
      "各年度年报，由旧到新；不给 years 则为全部 · Reports, oldest first; of every year when years is left out",
  })
  async reports(
    @Root() { row }: UnitType,
    @Arg("years", () => [Int], { nullable: true }) years: number[] | null,
    @Arg("scope", () => ReportScopeEnum, { nullable: true, defaultValue: "OWN" }) scope: ReportScope | null,
    @Ctx() { loaders }: RequestContext,
  ): Promise<AnnualReportType[]> {
    const wanted = reportableYears(this.#clock.now()).filter((year) => !years || years.includes(year));
    const loader = loaders.of(reportOfUnit);
    const views = await Promise.all(
      wanted.map((year) => loader.load({ unit: row, year, scope: scope ?? "OWN" })),
    );
    return views.flatMap((view) => (view ? [presentReport(view)] : []));
  }
}
