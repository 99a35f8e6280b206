import { HistoryEntryType } from "../../history/api.js";
import { presentEntry } from "../../history/index.js";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { holds, type RequestContext } from "../../access/index.js";
import { DateScalar } from "../../platform/graphql/scalars.js";
import { dateInShanghai } from "../../kernel/calendar-date.js";
import { notFound } from "../../kernel/fault.js";
import type { LedgerServices } from "../../records/index.js";
import { settingsOfUnits } from "../../settings/index.js";
import { presentUnit, unitById, type UnitRow } from "../../units/index.js";
import { UnitType } from "../../units/api.js";
import type { Vault } from "../../platform/vault/vault.js";
import { openApplicant } from "./applicant.js";
import type { Clock } from "./clock/clock.js";
import { clockOf, confirmBy, type Basis } from "./request-clock.js";
import { overdue, UNCONFIRMED } from "./request.facts.js";
import type { RequestRow } from "./request.entity.js";
import {
  applicantOfRequest,
  eventsOfRequest,
  informationRequestById,
  partsOfRequest,
  reckoningTerms,
  stepsOfRequest,
} from "./request.loader.js";
import { presentClock, presentRequest, presentSteps, presentWaits } from "./request.presenter.js";
import { RecordStepType, STEPS_DESCRIPTION } from "../../platform/graphql/step.types.js";
import {
  ApplicantType,
  InformationRequestType,
  RequestWaitType,
  StatutoryClockType,
} from "./request.types.js";
import { standingOf } from "./standing.js";

@Resolver(() => InformationRequestType)
export class RequestResolver {
  readonly #services: Pick<LedgerServices, "clock" | "calendar">;
  readonly #vault: Vault;

  constructor(services: LedgerServices, vault: Vault) {
    this.#services = services;
    this.#vault = vault;
  }

  @FieldResolver(() => UnitType)
  async unit(@Root() { row }: InformationRequestType, @Ctx() context: RequestContext): Promise<UnitType> {
    return presentUnit(await unitOf(row, context));
  }

  @FieldResolver(() => ApplicantType, {
    nullable: true,
    description:
      "申请人；本单位经办人、审核人以外为空，清除后也为空 · Personal data: null to all but the unit's own clerk and reviewer, and once it was blanked",
  })
  async applicant(
    @Root() { row }: InformationRequestType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ApplicantType | null> {
    const found = await loaders.of(applicantOfRequest).load(row.id);
    return found && openApplicant(this.#vault, found.sealed, found);
  }

  @FieldResolver(() => StatutoryClockType, { description: "法定期限 · The statutory period" })
  async clock(
    @Root() { row }: InformationRequestType,
    @Ctx() context: RequestContext,
  ): Promise<StatutoryClockType> {
    const clock = presentClock(await this.#clockOf(row, context), context.language);
    // As in lists and counts: an unconfirmed receipt has no due date, but may be overdue.
    const unconfirmed = overdue(dateInShanghai(this.#services.clock.now())).holds(row);
    return { ...clock, overdue: clock.overdue || unconfirmed };
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      "待确认收到的：应在此日以前确认（设置 requests.confirmDays）；已确认的为空 · The day by which the receipt is to be confirmed; null once it is",
  })
  async confirmBy(
    @Root() { row }: InformationRequestType,
    @Ctx() context: RequestContext,
  ): Promise<string | null> {
    if (!UNCONFIRMED.holds(row)) return null;
    return confirmBy(row, await this.#termsOf(row, context));
  }

  @FieldResolver(() => [RequestWaitType], {
    description: "正在等待的：各有文书、期限 · What is waited for now, each with its letter and limit",
  })
  async openWaits(
    @Root() request: InformationRequestType,
    @Ctx() context: RequestContext,
  ): Promise<RequestWaitType[]> {
    return (await this.waits(request, context)).filter(({ open }) => open);
  }

  @FieldResolver(() => [RequestWaitType], {
    description: "等待过的，由早到晚，含已答复和已撤回的 · All that was waited for, oldest first",
  })
  async waits(
    @Root() { row }: InformationRequestType,
    @Ctx() context: RequestContext,
  ): Promise<RequestWaitType[]> {
    const events = await context.loaders.of(stepsOfRequest).load(row.id);
    return presentWaits(await this.#clockOf(row, context), events);
  }

  @FieldResolver(() => [HistoryEntryType], { description: "办理记录，由早到晚 · The steps, oldest first" })
  async events(
    @Root() { row }: InformationRequestType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<HistoryEntryType[]> {
    return (await loaders.of(eventsOfRequest).load(row.id)).map(({ entry }) => presentEntry(entry));
  }

  @FieldResolver(() => InformationRequestType, {
    nullable: true,
    description: "由哪一件分立而来 · The request that it was split off from",
  })
  async splitFrom(
    @Root() { row }: InformationRequestType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<InformationRequestType | null> {
    const from = row.splitFromId && (await loaders.of(informationRequestById).load(row.splitFromId));
    return from ? presentRequest(from) : null;
  }

  @FieldResolver(() => [InformationRequestType], {
    description: "由此分立的各件 · Those that were split off from it",
  })
  async parts(
    @Root() { row }: InformationRequestType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<InformationRequestType[]> {
    return (await loaders.of(partsOfRequest).load(row.id)).map(presentRequest);
  }

  @FieldResolver(() => [RecordStepType], { description: STEPS_DESCRIPTION })
  async steps(
    @Root() { row }: InformationRequestType,
    @Ctx() context: RequestContext,
  ): Promise<RecordStepType[]> {
    const { loaders, viewer, language } = context;
    const [unit, events] = await Promise.all([unitOf(row, context), loaders.of(stepsOfRequest).load(row.id)]);
    return presentSteps(standingOf(events), (permission) => holds(viewer, permission, unit), language);
  }

  async #clockOf(row: RequestRow, context: RequestContext): Promise<Clock> {
    const [terms, events] = await Promise.all([
      this.#termsOf(row, context),
      context.loaders.of(stepsOfRequest).load(row.id),
    ]);
    return clockOf(row, events, terms);
  }

  async #termsOf(row: RequestRow, context: RequestContext): Promise<Basis> {
    const { loaders } = context;
    const { calendar, clock } = this.#services;
    const today = dateInShanghai(clock.now());
    const kept = row.termsId === null ? null : await loaders.of(reckoningTerms).load(row.termsId);
    if (kept) return { ...kept, today };
    const [unit, settings] = await Promise.all([
      unitOf(row, context),
      loaders.of(settingsOfUnits).load("all"),
    ]);
    return { today, calendar, settings: settings(unit) };
  }
}

async function unitOf({ unitId }: { unitId: string }, { loaders }: RequestContext): Promise<UnitRow> {
  const unit = await loaders.of(unitById).load(unitId);
  if (!unit) throw notFound();
  return unit;
}
