import { FieldResolver, Resolver, Root } from "type-graphql";
import { SuppliedCountType } from "../ledgers/supplies/api.js";
import { presentIndicator } from "../forms/index.js";
import { IndicatorType } from "../forms/api.js";

@Resolver(() => SuppliedCountType)
export class SupplyIndicatorResolver {
  @FieldResolver(() => IndicatorType, { description: "计入的单元格 · The cell that it adds to" })
  indicator(@Root() { indicatorCode }: SuppliedCountType): IndicatorType {
    return presentIndicator(indicatorCode);
  }
}
