import { Arg, Extensions, Int, Query, Resolver } from "type-graphql";
import { Public } from "../../access/api.js";
import { badInput } from "../../kernel/fault.js";
import { text } from "../../kernel/text.js";
import type { FieldPrice } from "../../platform/graphql/cost.js";
import { FEE_BASIS, type FeeMethod } from "./fee.data.js";
import { amountOf, feeTiers } from "./fee.js";
import { FeeMethodEnum, ProcessingFeeType } from "./fee.types.js";

const MAX_QUANTITY = 100_000;

/** Pieces come in blocks of ten, each a tier: a list whose length the query's fields do not show. */
const PRICE_OF_TIERS: FieldPrice = { weight: 1, multipliers: ["quantity"] };

@Resolver()
export class ProcessingFeeResolver {
  @Query(() => ProcessingFeeType, {
    description:
      "信息处理费计算器（国办函〔2020〕109号）：件数为同一申请人当月合计 · Computes the processing fee; pieces: all of one applicant in a month",
  })
  @Public()
  @Extensions({ price: PRICE_OF_TIERS })
  processingFee(
    @Arg("method", () => FeeMethodEnum) method: FeeMethod,
    @Arg("quantity", () => Int, {
      description: `件数或页数，0 至 ${MAX_QUANTITY} · Pieces or pages, from 0 to ${MAX_QUANTITY}`,
    })
    quantity: number,
  ): ProcessingFeeType {
    if (quantity < 0 || quantity > MAX_QUANTITY)
      throw badInput(
        text(`数量须为 0 至 ${MAX_QUANTITY}`, `The quantity must be from 0 to ${MAX_QUANTITY}`),
        ["quantity"],
      );
    const tiers = feeTiers(method, quantity);
    const free = tiers.find(({ unitPrice }) => unitPrice === 0)?.quantity ?? 0;
    return {
      amount: String(amountOf(tiers)),
      free,
      tiers: tiers.map((tier) => ({
        ...tier,
        unitPrice: String(tier.unitPrice),
        amount: String(tier.amount),
      })),
      basis: FEE_BASIS,
    };
  }
}
