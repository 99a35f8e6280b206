import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { Public } from "../../access/api.js";
import type { RequestContext } from "../../access/index.js";
import type { Clock } from "../../kernel/clock.js";
import type { WorkingCalendar } from "../../kernel/working-calendar.js";
import type { Database } from "../../platform/db/index.js";
import { requireReportYear } from "../../reports/index.js";
import { settingsOfUnits } from "../../settings/index.js";
import { TreeTimeEnum, type TreeTime } from "../../units/api.js";
import { filingBoard } from "./board.js";
import { presentBoard } from "./board.presenter.js";
import { FilingBoardType, FilingType, ReminderDatesType } from "./board.types.js";
import { reminderDates } from "./reminder-dates.js";

@Resolver(() => FilingType)
export class FilingResolver {
  readonly #calendar: WorkingCalendar;

  constructor(calendar: WorkingCalendar) {
    this.#calendar = calendar;
  }

  @FieldResolver(() => ReminderDatesType, {
    description: "催报的日程 · When the unit is reminded, and when a notice follows",
  })
  async reminders(
    @Root() { unit, dueOn }: FilingType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ReminderDatesType> {
    const settings = (await loaders.of(settingsOfUnits).load("all"))(unit.row);
    return reminderDates(this.#calendar.at(settings["calendar.days"]), dueOn, settings);
  }
}

@Resolver()
export class BoardResolver {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  @Query(() => FilingBoardType, {
    description:
      "某年度报送一览：under 及其以下应报的单位 · Which units at or below one have filed their own report for a year",
  })
  @Public()
  async filingBoard(
    @Arg("under", () => String) under: string,
    @Arg("year", () => Int) year: number,
    @Arg("tree", () => TreeTimeEnum, {
      nullable: true,
      description:
        "移动过的单位按现在还是当时的上级计入，默认现在 · Below whom a unit that was moved counts: now, unless THEN is asked for",
    })
    tree: TreeTime | null,
    @Ctx() { viewer }: RequestContext,
  ): Promise<FilingBoardType> {
    const now = this.#clock.now();
    requireReportYear(year, now, ["year"]);
    const board = await this.#database.longRead(viewer.scope, (session) =>
      filingBoard(session, { under, year, tree: tree ?? "NOW" }, now),
    );
    return presentBoard(board, now);
  }
}
