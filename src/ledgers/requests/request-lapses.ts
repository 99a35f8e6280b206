import type { CalendarDate } from "../../kernel/calendar-date.js";
import { text, type Text } from "../../kernel/text.js";
import { sql, type Session } from "../../platform/db/index.js";
import { firstDayOf, inYear, lastDayOf, notBy } from "../../records/index.js";
import type { UnitRow } from "../../units/index.js";
import type { Clock } from "./clock/clock.js";
import { keptBasis, clockOf, confirmBy, type Basis } from "./request-clock.js";
import type { RequestRow } from "./request.entity.js";
import { late, UNCONFIRMED } from "./request.facts.js";
import { requestFiles, type RequestFile } from "./request.read-model.js";
import { UNDECIDED } from "./request.terms.js";

/** A time limit that was missed, or cannot be determined for certain yet. */
export interface RequestLapse {
  readonly rule: "D01" | "D02" | "D03" | "D04" | "D10" | "D11";
  readonly requestId: string;
  readonly number: string;
  readonly on: CalendarDate;
  readonly reason: Text;
  /** Label in a list, if the number is not enough. */
  readonly label?: string;
}

export interface RequestLapses {
  readonly lapses: readonly RequestLapse[];
  /** Number of requests with a correction notice in the year. */
  readonly correctionNotices: number;
}

/** Of the requests of a unit that count in a year: received or decided in it, or open at its end. */
export async function requestLapses(
  session: Session,
  unit: Pick<UnitRow, "id">,
  year: number,
  terms: Basis,
): Promise<RequestLapses> {
  const files = await requestFiles(
    session,
    sql`r.unit_id = ${unit.id} and r.counted_on <= ${lastDayOf(year)}
        and (${inYear("r.counted_on", year)} or ${inYear("r.decided_on", year)}
          or ${notBy("r.decided_on", lastDayOf(year))})`,
  );
  const keptOf = await keptBasis(
    session,
    files.map(({ request }) => request),
  );
  return {
    lapses: files.flatMap((file) => lapsesOf(file, { ...terms, ...keptOf(file.request) })),
    correctionNotices: files.reduce((sum, { events }) => sum + noticesIn(events, year), 0),
  };
}

const noticesIn = (events: RequestFile["events"], year: number): number =>
  events.filter(
    ({ action, onDate }) =>
      action === "askCorrection" && onDate >= firstDayOf(year) && onDate <= lastDayOf(year),
  ).length;

function lapsesOf({ request, events }: RequestFile, terms: Basis): RequestLapse[] {
  const clock = clockOf(request, events, terms);
  const { id: requestId, number } = request;
  const of = ({ reason, ...lapse }: Lapse): RequestLapse => ({
    ...lapse,
    requestId,
    number,
    reason: text(`申请 ${number}：${reason.zh}`, `Request ${number}: ${reason.en}`),
  });
  return [
    ...lateness(request, clock, terms.today),
    ...clock.lapses,
    ...uncertainty(request, clock),
    ...unconfirmed(request, terms),
  ].map(of);
}

type Lapse = Omit<RequestLapse, "requestId" | "number">;

/** 条例 §33: `request.facts` decides whether it is late; this says how. */
function lateness(request: RequestRow, { dueOn }: Clock, today: CalendarDate): Lapse[] {
  const { state, decidedOn, servedOn } = request;
  if (dueOn === null || !late(today).holds({ ...request, dueOn })) return [];
  const told = (reason: Text): Lapse[] => [{ rule: "D01", on: dueOn, reason }];
  if (servedOn !== null)
    return told(
      text(
        `答复期限为 ${dueOn}，${servedOn} 才送达（条例第三十三条）`,
        `due on ${dueOn}, served on ${servedOn} (条例 §33)`,
      ),
    );
  if (decidedOn !== null && decidedOn > dueOn)
    return told(
      text(
        `答复期限为 ${dueOn}，${decidedOn} 才办结（条例第三十三条）`,
        `due on ${dueOn}, closed on ${decidedOn} (条例 §33)`,
      ),
    );
  if (state === "DECIDED")
    return told(
      text(
        `已于 ${decidedOn} 作出决定，期限 ${dueOn} 已过仍未送达（条例第三十三条）`,
        `decided on ${decidedOn}, not served by ${dueOn} (条例 §33)`,
      ),
    );
  return told(
    text(
      `答复期限 ${dueOn} 已过，尚未答复（条例第三十三条）`,
      `due on ${dueOn}, not answered yet (条例 §33)`,
    ),
  );
}

function uncertainty({ state }: RequestRow, { dueOn, provisional }: Clock): Lapse[] {
  if (dueOn === null || !provisional || !UNDECIDED.includes(state)) return [];
  return [
    {
      rule: "D10",
      on: dueOn,
      reason: text(
        `期限 ${dueOn} 所在年度的放假安排尚未公布，公布后须重新计算`,
        `the holidays of the year of its due date, ${dueOn}, are not announced yet`,
      ),
    },
  ];
}

/** D11, 条例 §31: nobody confirmed the receipt in time, or not yet; with the day of arrival and that of the confirmation. */
function unconfirmed(request: RequestRow, terms: Basis): Lapse[] {
  const by = confirmBy(request, terms);
  const { number, arrivedOn, receivedOn } = request;
  const pending = UNCONFIRMED.holds(request);
  const on = pending ? terms.today : receivedOn;
  if (by === null || on <= by) return [];
  const confirmed = pending
    ? text("尚未确认", "not confirmed yet")
    : text(`${receivedOn} 才确认`, `confirmed on ${receivedOn}`);
  return [
    {
      rule: "D11",
      on: by,
      label: `${number}（${arrivedOn} 到达，${confirmed.zh}）`,
      reason: text(
        `${arrivedOn} 到达，应在 ${by} 前确认收到，${confirmed.zh}（条例第三十一条）`,
        `arrived on ${arrivedOn}, to be confirmed by ${by}, ${confirmed.en} (条例 §31)`,
      ),
    },
  ];
}
