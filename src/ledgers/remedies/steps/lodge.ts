import { authorize, signedIn, type Call } from "../../../access/index.js";
import { notFound } from "../../../kernel/fault.js";
import { yearOf } from "../../../kernel/calendar-date.js";
import { invalidInput, Refusal, refuse, type Problem } from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import { newId, type Session } from "../../../platform/db/index.js";
import {
  addRecord,
  lineProblems,
  noteProblems,
  optionalLine,
  type StepServices,
} from "../../../records/index.js";
import { INFORMATION_REQUESTS } from "../../requests/index.js";
import { dissolvedProblems, unitByCode, unitsByIds, type UnitRow } from "../../../units/index.js";
import { lodgedOnProblems, reviewProblems, type Lodging } from "../lodging.rules.js";
import { REMEDIES, type RemedyRow } from "../remedy.entity.js";
import { NUMBER_LENGTH, ORGAN_LENGTH, sameCaseProblems } from "../remedy.problems.js";
import { remedyRow } from "../remedy.store.js";
import { REMEDY } from "../remedy.js";
import type { RemedyRoute } from "../remedy.terms.js";

export interface LodgeRemedy {
  readonly unitCode: string | null;
  readonly requestId: string | null;
  readonly reviewId: string | null;
  readonly route: RemedyRoute;
  readonly number: string;
  readonly organ: string | null;
  readonly lodgedOn: string;
  readonly note: string | null;
}

/** Enters a review or a suit, with the request that it contests where that is in the ledger. */
export async function lodgeRemedy(
  call: Call,
  input: LodgeRemedy,
  services: StepServices,
): Promise<{ id: string }> {
  const { session, now } = call;
  const { unit, lodging } = await contested(call, input);
  const { requestId, route, number, organ, lodgedOn, note } = { ...input, ...lodging };
  refuse([
    ...(await reviewsKnown(session, lodging)),
    ...lodgedOnProblems(lodging, { now, calendar: services.calendar }),
    ...dissolvedProblems(unit, lodgedOn, ["input", "lodgedOn"]),
    ...lineProblems(number, ["input", "number"], NUMBER_LENGTH),
    ...optionalLine(organ, ["input", "organ"], ORGAN_LENGTH),
    ...noteProblems(note, ["input", "note"]),
    ...(await sameCaseProblems(session, unit, { id: null, route, number, organ })),
  ]);
  const remedy: RemedyRow = {
    ...{ route, requestId, number, organ, lodgedOn, note },
    ...PENDING,
    id: newId(),
    unitId: unit.id,
    reviewId: input.reviewId,
    revision: 1,
    recordedBy: signedIn(call.viewer).displayName,
    createdAt: now.toISOString(),
  };
  await addRecord(call, REMEDY, { unit, row: remedy }, { on: lodgedOn, note: null });
  await services.onChange(session, unit, yearOf(lodgedOn));
  return { id: remedy.id };
}

const PENDING = { concludedOn: null, decisionArrivedOn: null, ruling: null, disposition: null } as const;

/** The unit whose case it is, by its code or by what is contested, and the records that the case rests on. */
async function contested(
  { session, viewer }: Call,
  { unitCode, requestId: requestGiven, reviewId, route, lodgedOn }: LodgeRemedy,
): Promise<{ unit: UnitRow; lodging: Lodging }> {
  if (unitCode === null && requestGiven === null && reviewId === null)
    throw new Refusal(
      invalidInput(
        ["input", "unitCode"],
        text("请指明单位或所争议的申请", "Name the unit, or the request that is contested"),
      ),
    );
  const review = reviewId === null ? null : await remedyRow(session, reviewId);
  const requestId = requestGiven ?? review?.requestId ?? null;
  const request = requestId === null ? null : await session.rows(INFORMATION_REQUESTS).one({ id: requestId });
  const unitIds = new Set([request, review].flatMap((row) => (row ? [row.unitId] : [])));
  const missing = (requestId !== null && !request) || (reviewId !== null && !review);
  const [owner] = await unitsByIds(session, [...unitIds]);
  const unit = authorize(
    viewer,
    "remedy:record",
    missing ? null : unitCode === null ? (owner ?? null) : await unitByCode(session, unitCode),
  );
  // What belongs to another unit is not there for this one.
  if (![...unitIds].every((id) => id === unit.id)) throw notFound();
  return { unit, lodging: { route, lodgedOn, requestId, request, review } };
}

async function reviewsKnown(session: Session, lodging: Lodging): Promise<Problem[]> {
  const { requestId } = lodging;
  const reviews =
    requestId === null ? [] : await session.rows(REMEDIES).find({ requestId, route: "REVIEW" }, { limit: 1 });
  return reviewProblems(lodging, reviews.length);
}
