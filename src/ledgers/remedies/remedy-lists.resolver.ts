import { Args, Ctx, Extensions, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../access/index.js";
import { connectionOf, readPage } from "../../platform/graphql/paging.js";
import { listCursor, listPrice, readableLedgers } from "../../records/index.js";
import { InformationRequestType } from "../requests/api.js";
import { UnitType } from "../../units/api.js";
import { remediesOfRequest, remediesOfUnit } from "./remedy.loader.js";
import { presentRemedy } from "./remedy.presenter.js";
import { RemedyConnectionType, RemedyListArgs, RemedyType } from "./remedy.types.js";

@Resolver(() => UnitType)
export class UnitRemediesResolver {
  @FieldResolver(() => RemedyConnectionType, {
    nullable: true,
    description:
      "复议、诉讼案件，新的在前；subtree 则含以下各单位 · Cases, the newest first; subtree: those of all units below too",
  })
  @Extensions({ price: listPrice("remedies") })
  async remedies(
    @Root() { row }: UnitType,
    @Args(() => RemedyListArgs) { filter, orderBy, subtree, ...paging }: RemedyListArgs,
    @Ctx() context: RequestContext,
  ): Promise<RemedyConnectionType> {
    const unit = readableLedgers(context, row);
    const page = readPage(paging);
    const found = await context.loaders
      .of(remediesOfUnit)
      .load({ unit, filter: { ...filter, orderBy: orderBy ?? null }, subtree: subtree ?? false, page });
    return connectionOf(found, page, listCursor, presentRemedy);
  }
}

@Resolver(() => InformationRequestType)
export class RequestRemediesResolver {
  @FieldResolver(() => [RemedyType], {
    description: "就该申请提起的复议、诉讼 · The cases over this request, oldest first",
  })
  async remedies(
    @Root() { row }: InformationRequestType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<RemedyType[]> {
    return (await loaders.of(remediesOfRequest).load(row.id)).map(presentRemedy);
  }
}
