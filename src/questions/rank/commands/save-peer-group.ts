import { append, changesBetween } from "../../../history/index.js";
import { authorize, type Call, signedIn } from "../../../access/index.js";
import { notFound } from "../../../kernel/fault.js";
import {
  invalidInput,
  refuse,
  revisionMissing,
  staleRevision,
  type Problem,
} from "../../../kernel/problem.js";
import { text } from "../../../kernel/text.js";
import { newId } from "../../../platform/db/index.js";
import { lineProblems } from "../../../records/index.js";
import { holdUnit, unitByCode, unitsByCodes, type UnitRow } from "../../../units/index.js";
import { PEER_GROUPS, type CustomGroupRow } from "../custom-group.entity.js";

export interface SavePeerGroup {
  readonly unitCode: string;
  /** Null makes a new one. */
  readonly groupId: string | null;
  readonly name: string;
  readonly units: readonly string[];
  readonly expectedRevision: number | null;
}

const NAME_LENGTH = 120;
const LEAST_UNITS = 2;
const MOST_UNITS = 500;
/** Few enough that a unit's groups are one list. */
const MOST_GROUPS = 100;

export async function savePeerGroup(call: Call, input: SavePeerGroup): Promise<{ id: string }> {
  const { session, viewer, now } = call;
  const unit = authorize(viewer, "peerGroup:change", await unitByCode(session, input.unitCode));
  await holdUnit(session, unit);
  const groups = await session.rows(PEER_GROUPS).find({ unitId: unit.id });
  const before = input.groupId === null ? null : knownGroup(groups, input);
  const members = membersBelow(
    unit,
    input.units,
    await unitsByCodes(session, input.units.slice(0, MOST_UNITS)),
  );
  const others = groups.filter((group) => group !== before);
  const problems = [...nameProblems(input.name, others), ...members.problems];
  refuse(problems);
  const values = {
    ...{ name: input.name, members: members.ids, revision: (before?.revision ?? 0) + 1 },
    ...{ changedAt: now.toISOString(), changedBy: signedIn(viewer).displayName },
  };
  const id = before?.id ?? newId();
  if (!before) await session.rows(PEER_GROUPS).insert({ id, unitId: unit.id, ...values });
  else if ((await session.rows(PEER_GROUPS).update({ id, revision: before.revision }, values)) === 0)
    throw staleRevision(before.revision);
  const told = ({ name, members: units }: Pick<CustomGroupRow, "name" | "members">) => ({ name, units });
  const changes = changesBetween(before ? told(before) : {}, told(values));
  append(call, { unit, subject: { type: "PeerGroup", id }, revision: values.revision, changes });
  return { id };
}

/** A group stays with its government: under another government it does not exist. */
function knownGroup(
  groups: readonly CustomGroupRow[],
  { groupId, expectedRevision }: SavePeerGroup,
): CustomGroupRow {
  const group = groups.find(({ id }) => id === groupId);
  if (!group) throw notFound();
  if (expectedRevision === null) throw revisionMissing();
  if (expectedRevision !== group.revision) throw staleRevision(group.revision);
  return group;
}

function nameProblems(name: string, others: readonly CustomGroupRow[]): Problem[] {
  const problems = lineProblems(name, ["input", "name"], NAME_LENGTH);
  if (others.some((group) => group.name === name))
    problems.push(
      invalidInput(
        ["input", "name"],
        text(`已有名为“${name}”的可比组`, `There is a peer group of this name already: ${name}`),
      ),
    );
  if (others.length >= MOST_GROUPS)
    problems.push(
      invalidInput(
        ["input", "unitCode"],
        text(`一级政府最多 ${MOST_GROUPS} 个可比组`, `A government names at most ${MOST_GROUPS} peer groups`),
      ),
    );
  return problems;
}

interface GivenMembers {
  readonly ids: string[];
  readonly problems: readonly Problem[];
}

function membersBelow(unit: UnitRow, codes: readonly string[], found: readonly UnitRow[]): GivenMembers {
  const different = new Set(codes);
  if (different.size < LEAST_UNITS || codes.length > MOST_UNITS) return { ids: [], problems: [HOW_MANY] };
  const below = found.filter(({ path }) => path !== unit.path && path.startsWith(unit.path));
  const known = new Set(below.map(({ code }) => code));
  const problems = codes.flatMap((code, i) => (known.has(code) ? [] : [notBelow(unit, i)]));
  return { ids: below.filter(({ code }) => different.has(code)).map(({ id }) => id), problems };
}

const HOW_MANY = invalidInput(
  ["input", "units"],
  text(
    `须为 ${LEAST_UNITS} 至 ${MOST_UNITS} 个不同的单位`,
    `It takes ${LEAST_UNITS} to ${MOST_UNITS} different units`,
  ),
);

const notBelow = ({ name, code }: UnitRow, i: number): Problem =>
  invalidInput(
    ["input", "units", String(i)],
    text(`${name}之下没有这个单位`, `There is no such unit below ${code}`),
  );
