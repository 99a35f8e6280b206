import { HistoryEntryType } from "../../history/api.js";
import { presentEntry } from "../../history/index.js";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../access/index.js";
import type { WorkingCalendar } from "../../kernel/working-calendar.js";
import { DateScalar } from "../../platform/graphql/scalars.js";
import { InformationRequestType } from "../requests/api.js";
import { presentRequest, informationRequestById } from "../requests/index.js";
import { ownerOf, stepsOfRecord } from "../../records/index.js";
import { settingsOfUnits } from "../../settings/index.js";
import { unitById } from "../../units/index.js";
import { RecordStepType, STEPS_DESCRIPTION } from "../../platform/graphql/step.types.js";
import { UnitType } from "../../units/api.js";
import { eventsOfRemedy, remedyById } from "./remedy.loader.js";
import { presentRemedy } from "./remedy.presenter.js";
import { REMEDY } from "./remedy.js";
import { RemedyType } from "./remedy.types.js";
import { lastDayToLodge } from "./remedy-term.js";

@Resolver(() => RemedyType)
export class RemedyResolver {
  readonly #calendar: WorkingCalendar;

  constructor({ calendar }: { calendar: WorkingCalendar }) {
    this.#calendar = calendar;
  }

  @FieldResolver(() => UnitType)
  unit(@Root() { row }: RemedyType, @Ctx() context: RequestContext): Promise<UnitType> {
    return ownerOf(context, row);
  }

  @FieldResolver(() => InformationRequestType, {
    nullable: true,
    description: "所争议的申请；不在台账中的为空 · The request that is contested, where it is in the ledger",
  })
  async request(
    @Root() { row }: RemedyType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<InformationRequestType | null> {
    const request = row.requestId && (await loaders.of(informationRequestById).load(row.requestId));
    return request ? presentRequest(request) : null;
  }

  @FieldResolver(() => RemedyType, {
    nullable: true,
    description: "所经的复议 · The review that a suit followed",
  })
  async review(@Root() { row }: RemedyType, @Ctx() { loaders }: RequestContext): Promise<RemedyType | null> {
    const review = row.reviewId && (await loaders.of(remedyById).load(row.reviewId));
    return review ? presentRemedy(review) : null;
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      "可提起的最后一日（行政复议法 §20，行政诉讼法 §45、§46）；台账无从推算的为空 · The last day to lodge it; null where the ledger does not tell",
  })
  lastDayToLodge(@Root() remedy: RemedyType, @Ctx() context: RequestContext): Promise<string | null> {
    return this.#lastDay(remedy, context);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      "是否逾期提起，受理与否由复议机关、法院决定 · Was it lodged late? Whether it is heard is for the organ to say",
  })
  async late(@Root() remedy: RemedyType, @Ctx() context: RequestContext): Promise<boolean | null> {
    const lastDay = await this.#lastDay(remedy, context);
    return lastDay === null ? null : remedy.lodgedOn > lastDay;
  }

  @FieldResolver(() => [RecordStepType], { description: STEPS_DESCRIPTION })
  steps(@Root() { row }: RemedyType, @Ctx() context: RequestContext): Promise<RecordStepType[]> {
    return stepsOfRecord(context, REMEDY, row);
  }

  @FieldResolver(() => [HistoryEntryType], { description: "办理记录 · What was recorded, in order" })
  async events(@Root() { row }: RemedyType, @Ctx() { loaders }: RequestContext): Promise<HistoryEntryType[]> {
    return (await loaders.of(eventsOfRemedy).load(row.id)).map(({ entry }) => presentEntry(entry));
  }

  async #lastDay({ row, route, lodgedOn }: RemedyType, { loaders }: RequestContext): Promise<string | null> {
    const [unit, settings, request, review] = await Promise.all([
      loaders.of(unitById).load(row.unitId),
      loaders.of(settingsOfUnits).load("all"),
      row.requestId === null ? null : loaders.of(informationRequestById).load(row.requestId),
      row.reviewId === null ? null : loaders.of(remedyById).load(row.reviewId),
    ]);
    if (!unit) throw new Error("a case belongs to a unit");
    return lastDayToLodge(
      { route, lodgedOn, request, review },
      this.#calendar.at(settings(unit)["calendar.days"]),
    );
  }
}
