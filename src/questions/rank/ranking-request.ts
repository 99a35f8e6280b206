import { badInput } from "../../kernel/fault.js";
import { text } from "../../kernel/text.js";
import { idOfType } from "../../platform/graphql/global-id.js";
import { notFoundAt, readIndicator, readIndicators, readYears } from "../compare/index.js";
import { DEFAULT_STAGE, type ReportScope, type ReportStage } from "../../reports/index.js";
import type { Indicator } from "../../forms/index.js";
import type { UnitKind } from "../../units/index.js";
import type { PeerGroupInput, RankReportsInput } from "./ranking.types.js";
import type { Direction } from "./rank.js";

const MAX_TOP = 1_000;
const MAX_BASE = 1_000_000;
const MAX_NEAREST_BY = 20;
const MAX_NEAREST = 100;
const DEFAULT_NEAREST = 10;

/** Units by their codes, or a stored group by its row id. */
export type NamedGroup = { readonly kind: "NAMED" } & (
  { readonly units: readonly string[] } | { readonly groupId: string }
);

/** The peers of a unit, as data: see peer-group.ts. */
export type PeerGroup =
  | { readonly kind: "RANKED_UNITS" }
  | { readonly kind: "SAME_KIND_IN_DISTRICT" | "SAME_KIND_IN_CITY" | "SAME_KIND_IN_PROVINCE" }
  | NamedGroup
  | { readonly kind: "NEAREST"; readonly by: readonly Indicator[]; readonly size: number };

export interface RankRequest {
  readonly under: string;
  readonly kinds: readonly UnitKind[] | null;
  readonly units: readonly string[] | null;
  readonly year: number;
  readonly indicator: Indicator;
  readonly group: PeerGroup;
  readonly direction: Direction;
  /** null: the value of the setting. */
  readonly minimumBase: number | null;
  readonly top: number | null;
  readonly scope: ReportScope;
  readonly atLeast: ReportStage;
}

export function readRankRequest(input: RankReportsInput, now: Date): RankRequest {
  const [year = 0] = readYears([input.year], now, ["input", "year"]);
  return {
    under: input.under,
    kinds: input.kinds ?? null,
    units: input.units ? [...new Set(input.units)] : null,
    year,
    indicator: readIndicator(input.indicator, ["input", "indicator"]),
    group: readGroup(input.group ?? { kind: "RANKED_UNITS" }, ["input", "group"]),
    direction: input.direction ?? "DESC",
    minimumBase: inRange(input.minimumBase ?? null, MAX_BASE, ["input", "minimumBase"]),
    top: inRange(input.top ?? null, MAX_TOP, ["input", "top"]),
    scope: input.scope ?? "OWN",
    atLeast: input.atLeast ?? DEFAULT_STAGE,
  };
}

const ONLY_FOR = { units: "NAMED", groupId: "NAMED", indicators: "NEAREST", size: "NEAREST" } as const;

/** Options of one kind of group are refused with any other; they would be ignored silently. */
export function readGroup(input: PeerGroupInput, path: readonly string[]): PeerGroup {
  for (const [field, kind] of Object.entries(ONLY_FOR))
    if (input[field as keyof typeof ONLY_FOR] != null && input.kind !== kind)
      throw onlyFor(kind, [...path, field]);
  const { kind } = input;
  if (kind === "NAMED") return readNamed(input, path);
  if (kind === "NEAREST") return readNearest(input, path);
  return { kind };
}

function readNamed({ units, groupId }: PeerGroupInput, path: readonly string[]): NamedGroup {
  const kind = "NAMED";
  if (groupId == null) {
    if (units?.length) return { kind, units: [...new Set(units)] };
    throw badInput(text("须列出这一组单位", "The units of the group must be named"), [...path, "units"]);
  }
  if (units)
    throw badInput(text("units、groupId 只给其一", "Give units or groupId, not both"), [...path, "groupId"]);
  const id = idOfType("CustomPeerGroup", groupId);
  if (id === null) throw notFoundAt([...path, "groupId"]);
  return { kind, groupId: id };
}

function readNearest({ indicators, size }: PeerGroupInput, path: readonly string[]): PeerGroup {
  const by = indicators ?? [];
  if (by.length < 1 || by.length > MAX_NEAREST_BY)
    throw badInput(
      text(`须给出 1 至 ${MAX_NEAREST_BY} 个指标`, `From 1 to ${MAX_NEAREST_BY} indicators must be given`),
      [...path, "indicators"],
    );
  return {
    kind: "NEAREST",
    by: readIndicators(by, [...path, "indicators"]),
    size: inRange(size ?? null, MAX_NEAREST, [...path, "size"]) ?? DEFAULT_NEAREST,
  };
}

const onlyFor = (kind: string, path: readonly string[]) =>
  badInput(text(`只用于 ${kind}`, `It goes with ${kind} only`), path);

function inRange(value: number | null, most: number, path: readonly string[]): number | null {
  if (value !== null && (value < 1 || value > most))
    throw badInput(text(`须为 1 至 ${most}`, `It must be from 1 to ${most}`), path);
  return value;
}
