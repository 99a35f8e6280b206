import { FieldResolver, Resolver, Root } from "type-graphql";
import { SuppliedCountType } from "../../supplies/index.js";
import { presentIndicator } from "../indicator.presenter.js";
import { IndicatorType } from "../report.types.js";

@Resolver(() => SuppliedCountType)
export class SupplyIndicatorResolver {
  @FieldResolver(() => IndicatorType, { description: "计入的单元格 · The cell that it adds to" })
  indicator(@Root() { indicatorCode }: SuppliedCountType): IndicatorType {
    return presentIndicator(indicatorCode);
  }
}
