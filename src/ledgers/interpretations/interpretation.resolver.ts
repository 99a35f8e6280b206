import { Args, Ctx, Extensions, FieldResolver, Float, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../access/index.js";
import { HistoryEntryType } from "../../history/api.js";
import { presentEntry } from "../../history/index.js";
import { dateInShanghai } from "../../kernel/calendar-date.js";
import { connectionOf, readPage } from "../../platform/graphql/paging.js";
import { ActivityType, TallyType } from "../../records/api.js";
import {
  listCursor,
  listPrice,
  nodeOf,
  ownerOf,
  readableLedgers,
  stepsOfRecord,
  talliesOf,
  type LedgerServices,
} from "../../records/index.js";
import { RecordStepType, STEPS_DESCRIPTION } from "../../platform/graphql/step.types.js";
import { UnitType } from "../../units/api.js";
import { InterpretationMutationResolver } from "./interpretation-mutation.resolver.js";
import {
  eventsOfInterpretation,
  interpretationActivity,
  interpretationById,
  interpretationsOfUnit,
} from "./interpretation.loader.js";
import { presentInterpretation } from "./interpretation.presenter.js";
import { INTERPRETATION } from "./interpretation.js";
import { INTERPRETATION_FORMS } from "./interpretation.terms.js";
import {
  InterpretationActivityType,
  InterpretationConnectionType,
  InterpretationListArgs,
  InterpretationType,
} from "./interpretation.types.js";

/** How an interpretation is fetched by its id, for `node(id:)`. */
export const INTERPRETATION_NODES = { Interpretation: nodeOf(interpretationById, presentInterpretation) };

/** Everything that the ledger adds to the API. */
export const interpretationResolvers = (services: LedgerServices): object[] => [
  new UnitInterpretationsResolver(services),
  new InterpretationResolver(),
  new ActivityInterpretationsResolver(),
  new InterpretationActivityResolver(),
  new InterpretationMutationResolver(services),
];

@Resolver(() => InterpretationType)
export class InterpretationResolver {
  @FieldResolver(() => UnitType, { description: "单位 · The unit that published the document" })
  unit(@Root() { row }: InterpretationType, @Ctx() context: RequestContext): Promise<UnitType> {
    return ownerOf(context, row);
  }

  @FieldResolver(() => [RecordStepType], { description: STEPS_DESCRIPTION })
  steps(@Root() { row }: InterpretationType, @Ctx() context: RequestContext): Promise<RecordStepType[]> {
    return stepsOfRecord(context, INTERPRETATION, row);
  }

  @FieldResolver(() => [HistoryEntryType], { description: "办理记录 · What was recorded, in order" })
  async events(
    @Root() { row }: InterpretationType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<HistoryEntryType[]> {
    return (await loaders.of(eventsOfInterpretation).load(row.id)).map(({ entry }) => presentEntry(entry));
  }
}

@Resolver(() => UnitType)
export class UnitInterpretationsResolver {
  readonly #services: LedgerServices;

  constructor(services: LedgerServices) {
    this.#services = services;
  }

  @FieldResolver(() => InterpretationConnectionType, {
    nullable: true,
    description: "政策解读台账，文件新的在前 · The ledger of interpretations, the newest documents first",
  })
  @Extensions({ price: listPrice("interpretations") })
  async interpretations(
    @Root() { row }: UnitType,
    @Args(() => InterpretationListArgs) { filter, orderBy, subtree, ...paging }: InterpretationListArgs,
    @Ctx() context: RequestContext,
  ): Promise<InterpretationConnectionType> {
    const unit = readableLedgers(context, row);
    const page = readPage(paging);
    const today = dateInShanghai(this.#services.clock.now());
    const criteria = { ...filter, today, orderBy: orderBy ?? null };
    const found = await context.loaders
      .of(interpretationsOfUnit)
      .load({ unit, filter: criteria, subtree: subtree ?? false, page });
    return connectionOf(found, page, listCursor, presentInterpretation);
  }
}

@Resolver(() => InterpretationActivityType)
export class InterpretationActivityResolver {
  @FieldResolver(() => [TallyType], { description: "期内发布的解读按形式 · Those published, by form" })
  byForm(@Root() { forms }: InterpretationActivityType, @Ctx() { language }: RequestContext): TallyType[] {
    return talliesOf(INTERPRETATION_FORMS, forms, language);
  }

  @FieldResolver(() => Float, { nullable: true })
  rate(@Root() { due, dueInterpreted }: InterpretationActivityType): number | null {
    return due === 0 ? null : dueInterpreted / due;
  }
}

/** Read when the field is asked for, for all units of the query together. */
@Resolver(() => ActivityType)
export class ActivityInterpretationsResolver {
  @FieldResolver(() => InterpretationActivityType, { description: "政策解读 · Interpretations" })
  interpretations(
    @Root() { key }: ActivityType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<InterpretationActivityType> {
    return loaders.of(interpretationActivity).load(key);
  }
}
